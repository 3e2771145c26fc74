/** Reading what is sent of a group of needs: a content that can be stored, or everything that is wrong with it. Pure functions. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { tidy, typedFault } from '../core/translation/index.ts';
import { type CommonNeedFault, fault } from './common-need-fault.ts';

/** The most signs of each text, and the most needs of a group. */
const MOST = { TITLE: 200, WHY: 2_000, REASON: 1_000, needs: 100 } as const;

/** What is said of a group, in `sourceLocale`. */
export interface GroupContent {
  readonly sourceLocale: Locale;
  readonly title: string;
  readonly why: string;
}

function textFaults(field: 'TITLE' | 'WHY' | 'REASON', text: string | null): CommonNeedFault[] {
  const wrong = text === null ? null : typedFault(text, MOST[field], field === 'TITLE');
  return wrong ? [fault(field, wrong, wrong === 'TOO_LONG' ? MOST[field] : null)] : [];
}

const neededFaults = (field: 'TITLE' | 'WHY', text: string | null): CommonNeedFault[] => (text === null ? [fault(field, 'MISSING')] : textFaults(field, text));

/** What can be stored of what is said of a group, or what is wrong with it. Throws VICTIM_DATA. */
export function readGroup(sent: GroupContent): GroupContent | readonly CommonNeedFault[] {
  const [title, why] = [tidy(sent.title), tidy(sent.why)];
  const faults = [...neededFaults('TITLE', title), ...neededFaults('WHY', why)];
  if (faults.length > 0) return faults;
  refuseVictimsData('input.title', title!);
  refuseVictimsData('input.why', why!);
  return { sourceLocale: sent.sourceLocale, title: title!, why: why! };
}

/** The texts of a group in another language; what is empty is missing in it. Throws VICTIM_DATA. */
export function readGroupTexts(sent: { readonly title: string; readonly why: string }): { readonly texts: { readonly title: string | null; readonly why: string | null } } | readonly CommonNeedFault[] {
  const texts = { title: tidy(sent.title), why: tidy(sent.why) };
  const faults = [...textFaults('TITLE', texts.title), ...textFaults('WHY', texts.why)];
  if (faults.length > 0) return faults;
  refuseVictimsData('texts.title', texts.title ?? '');
  refuseVictimsData('texts.why', texts.why ?? '');
  return { texts };
}

/** Why something is done; null for nothing said. Whoever closes a group says why. Throws VICTIM_DATA. */
export function readReason(sent: string, isNeeded = false): { readonly reason: string | null } | readonly CommonNeedFault[] {
  const reason = tidy(sent);
  const faults = reason === null && isNeeded ? [fault('REASON', 'MISSING')] : textFaults('REASON', reason);
  if (faults.length > 0) return faults;
  refuseVictimsData('reason', reason ?? '');
  return { reason };
}

/** What is wrong with a list of needs, by their keys: none, too many, or one twice. */
export function listFaults(keys: readonly string[]): CommonNeedFault[] {
  if (keys.length === 0) return [fault('NEEDS', 'MISSING')];
  if (keys.length > MOST.needs) return [fault('NEEDS', 'TOO_LONG', MOST.needs)];
  return new Set(keys).size < keys.length ? [fault('NEEDS', 'REPEATED')] : [];
}
