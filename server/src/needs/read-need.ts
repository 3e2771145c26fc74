/** Reading what is sent of a need: a content that can be stored, or everything that is wrong with it. Pure functions. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { URGENCY_CRITERIA } from '@passerelle/shared/needUrgency.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { tidy, typedFault } from '../core/translation/index.ts';
import { fault, type NeedFault, type NeedField } from './need-fault.ts';
import type { NeedCriterion, NeedPillar } from './need-words.ts';

/** The most signs of each text; how many further themes, audiences and links there may be. */
export const MOST = { TITLE: 200, TEXT: 5_000, REASON: 1_000, LABEL: 200, URL: 500, themes: 2, audiences: 6, links: 10 } as const;

export interface Link {
  readonly url: string;
  readonly label: string;
}

/** All that is said of a need: the texts in `sourceLocale`, vocabularies by their codes. */
export interface NeedContent {
  readonly sourceLocale: Locale;
  readonly country: string;
  readonly theme: string;
  /** A part of the theme; null for none. */
  readonly subtheme: string | null;
  readonly furtherThemes: readonly string[];
  readonly pillar: NeedPillar;
  readonly audiences: readonly string[];
  readonly criteria: readonly NeedCriterion[];
  readonly title: string;
  readonly text: string;
  readonly links: readonly Link[];
}

function textFaults(field: 'TITLE' | 'TEXT' | 'REASON', text: string | null): NeedFault[] {
  const wrong = text === null ? null : typedFault(text, MOST[field], field === 'TITLE');
  return wrong ? [fault(field, wrong, wrong === 'TOO_LONG' ? MOST[field] : null)] : [];
}

const neededFaults = (field: 'TITLE' | 'TEXT', text: string | null): NeedFault[] => (text === null ? [fault(field, 'MISSING')] : textFaults(field, text));

function listFaults(field: NeedField, list: readonly string[], most: number): NeedFault[] {
  if (new Set(list).size < list.length) return [fault(field, 'REPEATED')];
  return list.length > most ? [fault(field, 'TOO_LONG', most)] : [];
}

/** What is wrong with a link, if anything is: an address of the web, and what it is called, in one line. */
function linkFault({ url, label }: Link, n: number): NeedFault[] {
  const of = (kind: NeedFault['fault'], maximum: number | null = null): NeedFault[] => [fault('LINKS', kind, maximum, n)];
  if (url === '' || label === '') return of('MISSING');
  if (url.length > MOST.URL) return of('TOO_LONG', MOST.URL);
  const wrong = typedFault(label, MOST.LABEL, true);
  if (wrong) return of(wrong, wrong === 'TOO_LONG' ? MOST.LABEL : null);
  return /^https?:\/\/[^\s\p{Cc}\p{Cs}]+$/u.test(url) && URL.canParse(url) ? [] : of('NOT_AN_ADDRESS');
}

/** Reads what is sent, as far as it can be judged without the database. */
export function readNeed(sent: NeedContent): NeedContent | readonly NeedFault[] {
  const [title, text] = [tidy(sent.title), tidy(sent.text)];
  const links = sent.links.map(({ url, label }) => ({ url: tidy(url) ?? '', label: tidy(label) ?? '' }));
  const criteria = Object.keys(URGENCY_CRITERIA).filter((one) => sent.criteria.includes(one as NeedCriterion)) as NeedCriterion[];
  const faults = [
    ...(sent.theme === '' ? [fault('THEME', 'MISSING')] : []), ...(sent.furtherThemes.includes(sent.theme) ? [fault('FURTHER_THEMES', 'REPEATED')] : listFaults('FURTHER_THEMES', sent.furtherThemes, MOST.themes)), ...listFaults('AUDIENCES', sent.audiences, MOST.audiences),
    ...neededFaults('TITLE', title), ...neededFaults('TEXT', text), ...(links.length > MOST.links ? [fault('LINKS', 'TOO_LONG', MOST.links)] : links.flatMap(linkFault)),
  ];
  return faults.length > 0 ? faults : { ...sent, subtheme: tidy(sent.subtheme ?? ''), furtherThemes: [...sent.furtherThemes].sort(), audiences: [...sent.audiences].sort(), criteria, title: title!, text: text!, links };
}

/** Throws VICTIM_DATA for texts that tell who a person is. */
export function guardNeed({ title, text, links }: NeedContent): void {
  refuseVictimsData('input.title', title);
  refuseVictimsData('input.text', text);
  links.forEach(({ url, label }, n) => {
    refuseVictimsData(`input.links.${n}.label`, label);
    refuseVictimsData(`input.links.${n}.url`, url);
  });
}

/** The texts of a need in another language; what is empty is missing in it. Throws VICTIM_DATA. */
export function readNeedTexts(sent: { readonly title: string; readonly text: string }): { readonly texts: { readonly title: string | null; readonly text: string | null } } | readonly NeedFault[] {
  const texts = { title: tidy(sent.title), text: tidy(sent.text) };
  const faults = [...textFaults('TITLE', texts.title), ...textFaults('TEXT', texts.text)];
  if (faults.length > 0) return faults;
  refuseVictimsData('texts.title', texts.title ?? '');
  refuseVictimsData('texts.text', texts.text ?? '');
  return { texts };
}

/** Why a need is moved; null for nothing said. Whoever declines one says why. Throws VICTIM_DATA. */
export function readReason(sent: string, isNeeded: boolean): { readonly reason: string | null } | readonly NeedFault[] {
  const reason = tidy(sent);
  const faults = reason === null && isNeeded ? [fault('REASON', 'MISSING')] : textFaults('REASON', reason);
  if (faults.length > 0) return faults;
  refuseVictimsData('reason', reason ?? '');
  return { reason };
}
