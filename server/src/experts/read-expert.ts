/** Reading what is sent of an expert: a content that can be stored, or everything that is wrong with it. Pure functions. */
import type { Locale } from '@passerelle/shared/locales.ts';
import type { Visibility } from '../core/consent/index.ts';
import type { CefrLevel } from '../vocabulary/index.ts';
import { type ExpertFault, type ExpertField, fault } from './expert-fault.ts';

/** The most signs of each text, and elements of each list. */
export const MOST = { NAME: 200, CORPS: 100, SUMMARY: 2_000, VOUCHED_BY: 200, list: 40 } as const;

/** Who may see each of what is an expert's to open. */
export interface Choices {
  readonly name: Visibility;
  readonly institution: Visibility;
  readonly email: Visibility;
  readonly missions: Visibility;
}

const CLOSED: Choices = { name: 'ADVISER', institution: 'ADVISER', email: 'ADVISER', missions: 'ADVISER' };

/** All that is said on the sheet of an expert. The summary is in `sourceLocale`; lists are in the order of their codes; days as `2027-03-28`. */
export interface ExpertContent {
  readonly sourceLocale: Locale;
  readonly name: string;
  readonly profession: string;
  readonly corps: string | null;
  readonly institution: string;
  readonly summary: string;
  readonly languages: readonly { readonly language: string; readonly level: CefrLevel }[];
  readonly themes: readonly string[];
  readonly countries: readonly string[];
  readonly vouchedBy: string | null;
  readonly vouchedSince: string | null;
  /** Where an expert without an account is written to, in lower case, and in which language. */
  readonly contact: { readonly email: string; readonly locale: Locale } | null;
  readonly choices: Choices;
  /** When the expert said that, to whoever wrote it down. */
  readonly consentedOn: string | null;
}

/** The same as it is sent, with nothing tidied. */
export interface SentExpert extends Omit<ExpertContent, 'corps' | 'vouchedBy' | 'vouchedSince' | 'contact' | 'choices' | 'consentedOn'> {
  readonly corps?: string | null;
  readonly vouchedBy?: string | null;
  readonly vouchedSince?: string | null;
  readonly contact?: ExpertContent['contact'] | undefined;
  /** Null for as they are. */
  readonly choices?: Choices | null;
  readonly consentedOn?: string | null;
}

/** What stays of a sheet that is held: whether it belongs to an account, and who may see what of it. */
export interface Kept extends Pick<ExpertContent, 'choices' | 'consentedOn'> {
  readonly isBound: boolean;
}

/** A text without the spaces at its ends, lines ended in one way; null for an empty one. */
export function tidy(typed: string | null | undefined): string | null {
  const text = (typed ?? '').replaceAll('\r\n', '\n').normalize('NFC').trim();
  return text === '' ? null : text;
}

/** What is wrong with a text, if anything is. A summary may have several lines. */
export function textFaults(field: keyof typeof MOST & ExpertField, text: string | null): ExpertFault[] {
  if (text === null) return [];
  if (text.length > MOST[field]) return [fault(field, 'TOO_LONG', MOST[field])];
  return (field === 'SUMMARY' ? /[^\P{Cc}\n\t]|\p{Cs}/u : /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u).test(text) ? [fault(field, 'UNREADABLE')] : [];
}

function neededText(field: 'NAME' | 'SUMMARY', text: string | null): ExpertFault[] {
  return text === null ? [fault(field, 'MISSING')] : textFaults(field, text);
}

function listFaults(field: ExpertField, codes: readonly string[]): ExpertFault[] {
  if (codes.length > MOST.list) return [fault(field, 'TOO_LONG', MOST.list)];
  return new Set(codes).size < codes.length ? [fault(field, 'REPEATED')] : [];
}

/** A day that has begun nowhere. */
const isFuture = (day: string | null): boolean => day !== null && day > new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);

function vouchingFaults(by: string | null, since: string | null): ExpertFault[] {
  return [
    ...textFaults('VOUCHED_BY', by), ...(by === null && since !== null ? [fault('VOUCHED_BY', 'MISSING')] : []),
    ...(isFuture(since) ? [fault('VOUCHED_SINCE', 'FUTURE')] : []),
  ];
}

const isSame = (one: Choices, other: Choices): boolean => one.name === other.name && one.institution === other.institution && one.email === other.email && one.missions === other.missions;

/** Whether the day of the consent must be said: something is open that was not before, or whose day was known. */
function needsDay(choices: Choices, kept: Kept | undefined): boolean {
  return !isSame(choices, CLOSED) && (!kept || kept.consentedOn !== null || !isSame(choices, kept.choices));
}

/** What is wrong with the consent that is written down: of a sheet with an account it is its expert's to say, and what is opened was said on a day. What is open already stays so, and so does the day on which it was said. */
function consentFaults({ choices, consentedOn }: Pick<ExpertContent, 'choices' | 'consentedOn'>, kept: Kept | undefined): ExpertFault[] {
  if (kept?.isBound) return [...(isSame(choices, kept.choices) ? [] : [fault('CHOICES', 'NOT_HERE')]), ...(consentedOn === kept.consentedOn ? [] : [fault('CONSENTED_ON', 'NOT_HERE')])];
  if (isFuture(consentedOn)) return [fault('CONSENTED_ON', 'FUTURE')];
  return needsDay(choices, kept) && consentedOn === null ? [fault('CONSENTED_ON', 'MISSING')] : [];
}

const inOrder = (codes: readonly string[]): string[] => codes.toSorted((one, other) => (one < other ? -1 : 1));

/** The consent that holds once this is stored: what is sent of it, or what stands there; of a new sheet that nobody but the adviser sees anything. */
function consentOf({ choices, consentedOn = null }: SentExpert, kept: Kept | undefined): Pick<ExpertContent, 'choices' | 'consentedOn'> {
  if (choices) return { choices, consentedOn };
  return kept ? { choices: kept.choices, consentedOn: kept.consentedOn } : { choices: CLOSED, consentedOn: null };
}

const contactOf = (contact: SentExpert['contact']): ExpertContent['contact'] => (contact ? { email: contact.email.toLowerCase(), locale: contact.locale } : null);

/** What is chosen from vocabularies. */
function choiceFaults({ profession, institution, languages, themes, countries }: SentExpert): ExpertFault[] {
  return [
    ...(profession === '' ? [fault('PROFESSION', 'MISSING')] : []), ...(institution === '' ? [fault('INSTITUTION', 'MISSING')] : []),
    ...listFaults('LANGUAGES', languages.map(({ language }) => language)), ...listFaults('THEMES', themes), ...listFaults('COUNTRIES', countries),
  ];
}

/** Reads what is sent, with what stays of the sheet that it changes; `kept` is undefined for a new one. */
export function readExpert(sent: SentExpert, kept: Kept | undefined): ExpertContent | readonly ExpertFault[] {
  const [name, corps, summary, vouchedBy] = [tidy(sent.name), tidy(sent.corps), tidy(sent.summary), tidy(sent.vouchedBy)];
  const { vouchedSince = null } = sent;
  const consent = consentOf(sent, kept);
  const faults = [
    ...neededText('NAME', name), ...textFaults('CORPS', corps), ...neededText('SUMMARY', summary), ...choiceFaults(sent), ...vouchingFaults(vouchedBy, vouchedSince), ...consentFaults(consent, kept),
    ...(kept?.isBound && sent.contact ? [fault('CONTACT', 'NOT_HERE')] : []),
  ];
  if (faults.length > 0) return faults;
  const { sourceLocale, profession, institution } = sent;
  const languages = sent.languages.map(({ language, level }) => ({ language, level })).toSorted((one, other) => (one.language < other.language ? -1 : 1));
  return {
    sourceLocale, name: name!, profession, corps, institution, summary: summary!, languages, themes: inOrder(sent.themes), countries: inOrder(sent.countries), vouchedBy, vouchedSince,
    contact: contactOf(sent.contact), ...consent,
  };
}
