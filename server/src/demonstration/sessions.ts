/** Invented training sessions, from the year before `today` to the year after. */
import { LOCALE_TAGS, type Locale } from '@passerelle/shared/locales.ts';
import type { InventedExpert } from './experts.ts';
import { ONLINE, type Place, PLACES } from './places.ts';
import type { Chance } from './random.ts';
import { type CourseCode, COURSES, TEXTS } from './texts.ts';

const DAY = 86_400_000;
const CODES = Object.keys(COURSES) as CourseCode[];

/** Rows by table. `starts_local` and `ends_local` are wall times in `time_zone`; the database makes instants of them. */
export type SessionRows = Readonly<Record<string, object[]>>;

export interface SessionOptions {
  readonly count: number;
  readonly today: Date;
  /** Translate each into all locales, one title in seven left empty, as the large set does. */
  readonly everywhere: boolean;
}

export function inventSessions(luck: Chance, experts: readonly InventedExpert[], options: SessionOptions): SessionRows {
  const rows = {
    training_session: [] as object[], training_session_translation: [] as object[],
    session_audience: [] as object[], session_venue: [] as object[], session_trainer: [] as object[], session_language: [] as object[],
  };
  const stages = stagesInTurn();
  const teaching = inventTeaching(experts);
  const knowing = new Map(PLACES.map(({ country }) => [country, experts.filter((expert) => expert.countries.includes(country))]));
  for (let i = 0; i < options.count; i += 1) {
    const code = CODES[i % CODES.length]!;
    const format = inventFormat(luck);
    const place = format === 'ONLINE' ? ONLINE : PLACES[(i + Math.floor(i / 16)) % PLACES.length]!;
    const session: InventedSession = {
      uuid: luck.uuid(options.today), code,
      source: luck.percent(60) ? place.locales[0]! : luck.pick<Locale>(['fr', 'fr', 'en']),
      sourceVersion: luck.percent(25) ? 2 : 1,
    };
    const row = sessionRow(luck, session, place, format, options.today);
    const stage = stages(row.starts_local > isoDay(options.today));
    rows.training_session.push(atStage(row, stage, i));
    rows.training_session_translation.push(...translations(luck, session, options.everywhere).map((texts) => withReason(texts, stage)));
    for (const audience of COURSES[code].audiences) rows.session_audience.push({ session_uuid: session.uuid, audience_code: audience });
    rows.session_venue.push(...venueRows(session.uuid, place));
    const wanted = luck.some(knowing.get(place.country) ?? experts, luck.int(2, 3));
    (stage === 'CANCELLED' ? wanted : teaching(wanted, row)).forEach((expert, index) => {
      rows.session_trainer.push({ session_uuid: session.uuid, expert_uuid: expert.uuid, position: index + 1 });
    });
    rows.session_language.push(...languageRows(luck, session.uuid, place));
  }
  return rows;
}

function inventFormat(luck: Chance): 'ONLINE' | 'HYBRID' | 'ON_SITE' {
  if (luck.percent(15)) return 'ONLINE';
  return luck.percent(18) ? 'HYBRID' : 'ON_SITE';
}

/** Gives those of some experts who teach in no other session from the day on which one begins to that on which it ends; another one where none of them is free. */
function inventTeaching(experts: readonly InventedExpert[]): (wanted: readonly InventedExpert[], session: SessionRow) => readonly InventedExpert[] {
  const taken = new Set<string>();
  return (wanted, { starts_local: starts, ends_local: ends }) => {
    const days: string[] = [];
    // Zones differ by hours: nobody teaches somewhere else on the same day.
    for (let day = Date.parse(starts.slice(0, 10)); day <= Date.parse(ends.slice(0, 10)); day += DAY) days.push(isoDay(new Date(day)));
    const isFree = ({ uuid }: InventedExpert): boolean => days.every((day) => !taken.has(`${uuid} ${day}`));
    const free = wanted.filter(isFree);
    const teachers = free.length > 0 ? free : experts.filter(isFree).slice(0, 1);
    for (const { uuid } of teachers) for (const day of days) taken.add(`${uuid} ${day}`);
    return teachers;
  };
}

/** Of those to come, some that nobody else knows of yet, some that take nobody any more, and fewer that are called off; of those before, some that are put away. */
function stagesInTurn(): (isComing: boolean) => string {
  let [coming, past] = [0, 0];
  return (isComing) => {
    if (!isComing) return (past += 1) % 12 === 5 ? 'ARCHIVED' : 'OPEN';
    coming += 1;
    if (coming % 24 === 7) return 'CANCELLED';
    return coming % 12 === 4 ? 'DRAFT' : coming % 12 === 9 ? 'CLOSED' : 'OPEN';
  };
}

/** Nobody has a place in a draft; some have a deadline, some need no validation, to some people may register themselves. */
function atStage(row: SessionRow, stage: string, i: number): object {
  return { ...row, stage, places_taken: stage === 'DRAFT' ? 0 : row.places_taken, registration_until: i % 2 === 0 ? row.registration_until : null, needs_validation: i % 5 !== 3, needs_nomination: i % 6 !== 2 };
}

function withReason(texts: SessionTexts, stage: string): object {
  return { ...texts, cancelled_reason: stage === 'CANCELLED' ? TEXTS[texts.locale].cancelled : null };
}

interface InventedSession {
  readonly uuid: string;
  readonly code: CourseCode;
  readonly source: Locale;
  readonly sourceVersion: number;
}

interface SessionRow {
  readonly starts_local: string;
  readonly ends_local: string;
  readonly places_taken: number;
  /** A week before it begins. */
  readonly registration_until: string;
  readonly [column: string]: unknown;
}

interface SessionTexts {
  readonly locale: Locale;
  readonly [column: string]: unknown;
}

const venueRows = (session: string, { venue }: Place): object[] => (venue === '' ? [] : [{ session_uuid: session, name: venue, address: null }]);

function languageRows(luck: Chance, session: string, place: Place): object[] {
  const working = luck.percent(70) ? place.languages : ['fr'];
  const others = [...new Set(['fr', ...place.languages, 'en'])].filter((language) => !working.includes(language));
  const rowsOf = (languages: readonly string[], use: string): object[] => languages.map((language) => ({ session_uuid: session, language_code: language, use }));
  return [...rowsOf(working, 'WORKING'), ...rowsOf(others.slice(0, luck.int(1, 2)), 'INTERPRETATION')];
}

function sessionRow(luck: Chance, session: InventedSession, place: Place, format: string, today: Date): SessionRow {
  const monday = new Date(today.getTime() + (luck.int(-54, 60) * 7 - ((today.getUTCDay() + 6) % 7)) * DAY);
  const first = new Date(monday.getTime() + luck.int(0, 2) * DAY);
  const last = new Date(first.getTime() + (format === 'ONLINE' ? luck.int(0, 1) : luck.int(0, 2)) * DAY);
  const places = luck.int(12, 36);
  const isPast = first < today;
  const isFull = luck.percent(isPast ? 50 : 15);
  return {
    uuid: session.uuid, level: COURSES[session.code].level, theme_code: COURSES[session.code].theme, source_locale: session.source, source_version: session.sourceVersion,
    format, country_code: place.country || null, town: place.towns.length > 0 ? luck.pick(place.towns) : null, time_zone: place.timeZone,
    starts_local: `${isoDay(first)} ${luck.pick(['09:00', '09:30', '10:00'])}`,
    ends_local: `${isoDay(last)} ${luck.pick(['16:30', '17:00', '17:30'])}`,
    places, places_taken: isFull ? places : luck.int(isPast ? Math.floor(places / 2) : 0, places - 1), is_demonstration: true,
    registration_until: `${isoDay(new Date(first.getTime() - 7 * DAY))}T16:00:00Z`,
  };
}

function translations(luck: Chance, session: InventedSession, everywhere: boolean): SessionTexts[] {
  const others = LOCALE_TAGS.filter((locale) => locale !== session.source && (everywhere || luck.percent(locale === 'fr' || locale === 'en' ? 65 : 25)));
  // Whoever reads none of the languages of a country reads each session all the same.
  const sure = others.length < 2 ? (['fr', 'en'] as const).filter((locale) => locale !== session.source && !others.includes(locale)) : [];
  return [wholeTexts(session, session.source), ...others.map((locale) => translation(luck, session, locale, everywhere ? 15 : 4)), ...sure.map((locale) => wholeTexts(session, locale))];
}

function wholeTexts({ uuid, code, sourceVersion }: InventedSession, locale: Locale): SessionTexts {
  const { title, summary, programme } = TEXTS[locale].courses[code];
  return { session_uuid: uuid, locale, title, summary, programme: programme.join('\n'), objectives: objectivesOf(code, locale), source_version: sourceVersion };
}

/** A translation lacks some texts now and then: an untitled one so many times of a hundred. */
function translation(luck: Chance, session: InventedSession, locale: Locale, untitled: number): SessionTexts {
  const { title, summary, programme } = TEXTS[locale].courses[session.code];
  const unless = (likely: number, text: string): string | null => (luck.percent(likely) ? null : text);
  return {
    session_uuid: session.uuid, locale,
    title: unless(untitled, title), summary: unless(15, summary), programme: unless(30, programme.join('\n')),
    objectives: objectivesOf(session.code, locale),
    source_version: session.sourceVersion === 2 && luck.percent(50) ? 1 : session.sourceVersion,
  };
}

const objectivesOf = (code: CourseCode, locale: Locale): string => TEXTS[locale].objectives[COURSES[code].level].join('\n');

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
