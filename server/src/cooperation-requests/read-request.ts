/** Reading what is sent of a cooperation request: a content that can be stored, or everything that is wrong with it. Pure functions. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { URGENCY_CRITERIA } from '@passerelle/shared/needUrgency.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { tidy, typedFault } from '../core/translation/index.ts';
import type { NeedCriterion } from '../needs/index.ts';
import { type CooperationRequestFault, fault } from './request-fault.ts';
import type { CooperationRequestKind } from './request-words.ts';

/** The most signs of each text; how many audiences there may be. */
const MOST = { SUBJECT: 200, TEXT: 2_000, REASON: 1_000, audiences: 6 } as const;

/** All that is said of a request: the texts in `sourceLocale`, vocabularies by their codes, days as ISO dates, the need by its key. */
export interface RequestContent {
  readonly sourceLocale: Locale;
  readonly kind: CooperationRequestKind;
  readonly country: string;
  readonly theme: string;
  readonly audiences: readonly string[];
  readonly criteria: readonly NeedCriterion[];
  readonly wishedFrom: string | null;
  readonly wishedUntil: string | null;
  readonly need: string | null;
  readonly subject: string;
  readonly text: string;
}

function textFaults(field: 'SUBJECT' | 'TEXT' | 'REASON', text: string | null): CooperationRequestFault[] {
  const wrong = text === null ? null : typedFault(text, MOST[field], field === 'SUBJECT');
  return wrong ? [fault(field, wrong, wrong === 'TOO_LONG' ? MOST[field] : null)] : [];
}

const neededFaults = (field: 'SUBJECT' | 'TEXT', text: string | null): CooperationRequestFault[] => (text === null ? [fault(field, 'MISSING')] : textFaults(field, text));

function audienceFaults(audiences: readonly string[]): CooperationRequestFault[] {
  if (new Set(audiences).size < audiences.length) return [fault('AUDIENCES', 'REPEATED')];
  return audiences.length > MOST.audiences ? [fault('AUDIENCES', 'TOO_LONG', MOST.audiences)] : [];
}

/** Reads what is sent, as far as it can be judged without the database. Throws VICTIM_DATA for texts that tell who a person is. */
export function readRequest(sent: RequestContent): RequestContent | readonly CooperationRequestFault[] {
  const [subject, text] = [tidy(sent.subject), tidy(sent.text)];
  const { wishedFrom = null, wishedUntil = null, need = null } = sent;
  const criteria = (Object.keys(URGENCY_CRITERIA) as NeedCriterion[]).filter((one) => sent.criteria.includes(one));
  const faults = [
    ...(sent.theme === '' ? [fault('THEME', 'MISSING')] : []), ...audienceFaults(sent.audiences), ...neededFaults('SUBJECT', subject), ...neededFaults('TEXT', text),
    ...(wishedFrom !== null && wishedUntil !== null && wishedUntil < wishedFrom ? [fault('WISHED_UNTIL', 'BEFORE_START')] : []),
  ];
  if (faults.length > 0) return faults;
  refuseVictimsData('input.subject', subject!);
  refuseVictimsData('input.text', text!);
  return { ...sent, audiences: [...sent.audiences].sort(), criteria, wishedFrom, wishedUntil, need, subject: subject!, text: text! };
}

/** The texts of a request in another language; what is empty is missing in it. Throws VICTIM_DATA. */
export function readRequestTexts(sent: { readonly subject: string; readonly text: string }): { readonly texts: { readonly subject: string | null; readonly text: string | null } } | readonly CooperationRequestFault[] {
  const texts = { subject: tidy(sent.subject), text: tidy(sent.text) };
  const faults = [...textFaults('SUBJECT', texts.subject), ...textFaults('TEXT', texts.text)];
  if (faults.length > 0) return faults;
  refuseVictimsData('texts.subject', texts.subject ?? '');
  refuseVictimsData('texts.text', texts.text ?? '');
  return { texts };
}

/** Why something is done with a request, or thought of it; null for nothing said. Throws VICTIM_DATA. */
export function readReason(sent: string, isNeeded = false, path = 'reason'): { readonly reason: string | null } | readonly CooperationRequestFault[] {
  const reason = tidy(sent);
  const faults = reason === null && isNeeded ? [fault('REASON', 'MISSING')] : textFaults('REASON', reason);
  if (faults.length > 0) return faults;
  refuseVictimsData(path, reason ?? '');
  return { reason };
}
