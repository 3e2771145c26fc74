import type { Locale } from '@passerelle/shared/locales.ts';
import { instantsOf, isWallTime, wallTimeAt } from '@passerelle/shared/wallTime.ts';

import { textsIn } from './sessionTexts.ts';
import type { LinkedNeed } from '../needs/parts/index.ts';
import type { Towards } from './recommendationSearch.ts';
import type { Preparation, Prepared, SessionFault, SessionInput, Trainer } from './usePreparing.ts';

/** A session as it is typed. Times are what the clocks of its place show (`2027-03-28T09:30`), in part while they are typed; empty where there is none. */
export interface TypedSession {
  sourceLocale: Locale;
  title: string;
  summary: string;
  programme: string;
  objectives: string;
  level: NonNullable<Prepared['level']> | '';
  theme: string;
  audiences: string[];
  format: Prepared['format'];
  country: string;
  town: string;
  venue: string;
  address: string;
  timeZone: string;
  starts: string;
  ends: string;
  registrationUntil: string;
  places: string;
  placesOnSite: string;
  placesOnline: string;
  needsValidation: boolean;
  needsNomination: boolean;
  trainers: Trainer[];
  recommendations: Towards[];
  needs: LinkedNeed[];
  workingLanguages: string[];
  interpretation: string[];
}

export type SessionFieldName = keyof TypedSession;

/** The fields in the order in which they stand on the page. */
export const SESSION_FIELDS = [
  'sourceLocale', 'title', 'summary', 'programme', 'objectives', 'level', 'theme', 'format', 'country', 'town', 'venue', 'address', 'timeZone', 'starts', 'ends', 'registrationUntil', 'placesOnSite', 'placesOnline', 'places', 'needsValidation', 'needsNomination', 'audiences', 'trainers', 'recommendations', 'needs',
  'workingLanguages', 'interpretation',
] as const satisfies readonly SessionFieldName[];

/** The ways in which sessions are held. */
export const FORMATS = ['ON_SITE', 'ONLINE', 'HYBRID'] as const satisfies readonly TypedSession['format'][];

/** The most places that a session has. */
export const MOST_PLACES = 10_000;

/** A field as the API names it. */
export function codeOf(field: SessionFieldName): SessionFault['field'] {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase() as SessionFault['field'];
}

/** The country where somebody prepares sessions and no other; empty where they choose. */
export function countriesOf({ viewer, countries }: Preparation): Preparation['countries'] {
  if (!viewer || viewer.can.prepareSessionsAnywhere) return countries;
  const theirs = new Set(viewer.memberships.flatMap(({ can, country }) => (can.prepareSessions && country ? [country.code] : [])));
  return countries.filter(({ code }) => theirs.has(code));
}

/** Where the adviser’s own time is reckoned: for what is held nowhere. */
const NOWHERE = 'Europe/Paris';

/** The zone of a country; that of Paris for none. */
export function zoneOf({ countries }: Pick<Preparation, 'countries'>, code: string): string {
  return countries.find((country) => country.code === code)?.timeZone ?? NOWHERE;
}

/** The zones there are to choose from. */
export function zonesOf({ countries }: Pick<Preparation, 'countries'>, own: string): string[] {
  return [...new Set([NOWHERE, own, ...countries.map(({ timeZone }) => timeZone)])].filter((zone) => zone !== '').sort();
}

/** A session of which nothing is said yet, in the language of the page and the country, if there is but one. */
export function emptySession(locale: Locale, preparation: Preparation): TypedSession {
  const [only, ...others] = countriesOf(preparation);
  const country = only && others.length === 0 ? only.code : '';
  return {
    sourceLocale: locale, title: '', summary: '', programme: '', objectives: '', level: '', theme: '', audiences: [], format: 'ON_SITE', country, town: '', venue: '', address: '', timeZone: zoneOf(preparation, country), starts: '', ends: '',
    registrationUntil: '', places: '', placesOnSite: '', placesOnline: '', needsValidation: true, needsNomination: true, trainers: [], recommendations: [], needs: [], workingLanguages: [], interpretation: [],
  };
}

/** What a session was first written in, and what was written. */
function sourceOf(session: Prepared): Pick<TypedSession, 'sourceLocale' | 'title' | 'summary' | 'programme' | 'objectives'> {
  const sourceLocale = session.texts.find(({ isSource }) => isSource)!.locale as Locale;
  const { title, summary, programme, objectives } = textsIn(session, sourceLocale);
  return { sourceLocale, title, summary, programme, objectives };
}

/** How many can take part in each way; empty where it is not said. */
function eachOf({ modePlaces }: Pick<Prepared, 'modePlaces'>): Pick<TypedSession, 'placesOnSite' | 'placesOnline'> {
  const of = (mode: 'ON_SITE' | 'ONLINE'): string => String(modePlaces.find((one) => one.mode === mode)?.places ?? '');
  return { placesOnSite: of('ON_SITE'), placesOnline: of('ONLINE') };
}

/** A session that is stored, as if it were typed. */
export function typedOf(session: Prepared): TypedSession {
  const wall = (instant: string | null): string => (instant === null ? '' : wallTimeAt(new Date(instant), session.timeZone));
  const spoken = (use: 'WORKING' | 'INTERPRETATION'): string[] => session.languages.filter((one) => one.use === use).map(({ language }) => language.code).sort();
  return {
    ...sourceOf(session), level: session.level ?? '', theme: session.theme.code,
    audiences: session.audiences.map(({ code }) => code).sort(), format: session.format, country: session.country?.code ?? '', town: session.town ?? '', venue: session.venue?.name ?? '', address: session.venue?.address ?? '', timeZone: session.timeZone,
    starts: wall(session.startsAt), ends: wall(session.endsAt), registrationUntil: wall(session.registrationUntil), places: String(session.places), ...eachOf(session), needsValidation: session.needsValidation, needsNomination: session.needsNomination,
    trainers: [...session.trainers], recommendations: [...session.recommendations], needs: [...session.needs], workingLanguages: spoken('WORKING'), interpretation: spoken('INTERPRETATION'),
  };
}

/** How many can take part; of a session that is held in both ways, how many in each, where it is said. */
function countsOf({ format, places, placesOnSite, placesOnline }: TypedSession): Pick<SessionInput, 'places' | 'placesOnSite' | 'placesOnline'> {
  const said = (typed: string): number | null => (format !== 'HYBRID' || isBlank(typed) ? null : Number(typed));
  return { places: Number(places), placesOnSite: said(placesOnSite), placesOnline: said(placesOnline) };
}

/** How many can take part in both ways together, as far as it is said; undefined where nothing is, or it is no number. */
function sumOf({ placesOnSite, placesOnline }: TypedSession): number | undefined {
  const said = [placesOnSite, placesOnline].filter((typed) => !isBlank(typed));
  return said.length > 0 && said.every((typed) => isCount(typed, 0)) ? said.reduce((sum, typed) => sum + Number(typed), 0) : undefined;
}

/** A session with another number in one of its two ways. How many can take part in all follows as long as it is the sum of both; a total that is another stays. */
export function withWay(typed: TypedSession, way: 'placesOnSite' | 'placesOnline', count: string): TypedSession {
  const [next, sum] = [{ ...typed, [way]: count }, sumOf(typed)];
  const isSum = isBlank(typed.places) ? sum === undefined : Number(typed.places) === sum;
  return isSum ? { ...next, places: String(sumOf(next) ?? '') } : next;
}

/** What is sent of what is typed. */
export function inputOf(typed: TypedSession): SessionInput {
  const placed = (text: string): string | null => (typed.format === 'ONLINE' || isBlank(text) ? null : text);
  return {
    sourceLocale: typed.sourceLocale, title: typed.title, summary: typed.summary, programme: typed.programme.split(/\r?\n/), objectives: typed.objectives.split(/\r?\n/), level: typed.level === '' ? null : typed.level, theme: typed.theme, audiences: typed.audiences, format: typed.format,
    country: typed.country === '' ? null : typed.country, town: placed(typed.town), venue: placed(typed.venue), address: placed(typed.address), timeZone: typed.timeZone, starts: typed.starts, ends: typed.ends,
    registrationUntil: typed.registrationUntil === '' ? null : typed.registrationUntil, ...countsOf(typed), needsValidation: typed.needsValidation, needsNomination: typed.needsNomination, trainers: typed.trainers.map(({ id }) => id), recommendations: typed.recommendations.map(({ id }) => id), needs: typed.needs.map(({ id }) => id),
    workingLanguages: typed.workingLanguages, interpretation: typed.interpretation,
  };
}

type Kind = SessionFault['fault'];

/** What is wrong with a time as the clocks of a zone show it. */
export function timeFault(typed: string, timeZone: string): Kind | undefined {
  if (typed === '') return 'MISSING';
  if (!isWallTime(typed)) return 'UNREADABLE';
  const count = instantsOf(typed, timeZone).length;
  if (count === 0) return 'SKIPPED';
  return count > 1 ? 'TWICE' : undefined;
}

const isBlank = (text: string): boolean => text.trim() === '';
const missing = (isMissing: boolean): Kind | undefined => (isMissing ? 'MISSING' : undefined);

type Kinds = Partial<Record<SessionFieldName, Kind | undefined>>;

function placeFaults({ format, country, town }: TypedSession): Kinds {
  const isHeldSomewhere = format !== 'ONLINE';
  return { country: missing(isHeldSomewhere && country === ''), town: missing(isHeldSomewhere && isBlank(town)) };
}

/** Each time by itself; then those that there are against the beginning. */
function timeFaults({ timeZone, starts, ends, registrationUntil }: TypedSession): Kinds {
  const kinds = { starts: timeFault(starts, timeZone), ends: timeFault(ends, timeZone), registrationUntil: registrationUntil === '' ? undefined : timeFault(registrationUntil, timeZone) };
  if (kinds.starts) return kinds;
  const isEarly = !kinds.ends && isAfter(starts, ends, timeZone, true);
  const isLate = registrationUntil !== '' && !kinds.registrationUntil && isAfter(registrationUntil, starts, timeZone, false);
  return { ...kinds, ...(isEarly && { ends: 'NOT_AFTER' as const }), ...(isLate && { registrationUntil: 'TOO_LATE' as const }) };
}

function isCount(typed: string, least: number): boolean {
  const count = Number(typed);
  return !isBlank(typed) && Number.isInteger(count) && count >= least && count <= MOST_PLACES;
}

/** Of each of two ways nothing need be said, and nobody may come in it. */
function countFaults({ format, places, placesOnSite, placesOnline }: TypedSession): Kinds {
  const kind = (isRight: boolean): Kind | undefined => (isRight ? undefined : 'OUT_OF_RANGE');
  const way = (typed: string): Kind | undefined => kind(format !== 'HYBRID' || isBlank(typed) || isCount(typed, 0));
  return { placesOnSite: way(placesOnSite), placesOnline: way(placesOnline), places: kind(isCount(places, 1)) };
}

/** What is wrong with what is typed, as far as the page can know: by field, in their order. */
export function faultsOf(typed: TypedSession): SessionFault[] {
  const kinds: Kinds = {
    ...placeFaults(typed), ...timeFaults(typed), title: missing(isBlank(typed.title)), theme: missing(typed.theme === ''), ...countFaults(typed),
    interpretation: typed.interpretation.some((code) => typed.workingLanguages.includes(code)) ? 'REPEATED' : undefined,
  };
  return SESSION_FIELDS.flatMap((field) => {
    const fault = kinds[field];
    return fault ? [{ field: codeOf(field), fault, maximum: fault === 'OUT_OF_RANGE' ? MOST_PLACES : null }] : [];
  });
}

/** Whether one of two times that there are is after the other, or at the same moment where that counts. */
function isAfter(one: string, other: string, timeZone: string, orSame: boolean): boolean {
  const [first, second] = [instantsOf(one, timeZone)[0]!, instantsOf(other, timeZone)[0]!];
  return first > second || (orSame && Number(first) === Number(second));
}

/** Whether a field is the same in both. */
export function isSame(field: SessionFieldName, one: TypedSession, other: TypedSession): boolean {
  const plain = ({ [field]: value }: TypedSession): unknown => (field === 'trainers' ? (value as Trainer[]).map(({ id }) => id) : field === 'recommendations' || field === 'needs' ? (value as { id: string }[]).map(({ id }) => id).sort() : Array.isArray(value) ? [...(value as string[])].sort() : value);
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

/** What came of putting together what two people have made of the same. */
export interface Merged {
  /** Mine, with theirs where I have changed nothing. */
  readonly typed: TypedSession;
  /** The fields that they alone have changed. */
  readonly taken: readonly SessionFieldName[];
  /** The fields that both have changed, each otherwise. */
  readonly conflicts: readonly SessionFieldName[];
}

/** Puts together what I have typed and what is stored by now, both made of `base`. Of a field that both have changed mine stays, and is told of. */
export function merge(base: TypedSession, mine: TypedSession, theirs: TypedSession): Merged {
  const changed = SESSION_FIELDS.filter((field) => !isSame(field, base, theirs) && !isSame(field, mine, theirs));
  const conflicts = changed.filter((field) => !isSame(field, base, mine));
  const taken = changed.filter((field) => !conflicts.includes(field));
  return { typed: { ...mine, ...Object.fromEntries(taken.map((field) => [field, theirs[field]])) }, taken, conflicts };
}
