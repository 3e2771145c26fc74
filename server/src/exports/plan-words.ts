/** Sentences about a plan in a file, in one language: those of the page, with names, days and amounts as whoever reads the file writes them. Pure functions. */
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import { type Clocks, planRefs, planSentences, type SaidPart, type SaidRef, type SaidSentence, spanWith, weekWith, type Writing } from '@passerelle/shared/planSentences.ts';
import { shownIn, type Told } from '../core/pdf/index.ts';
import { along, PAPER_WORDS } from '../papers/index.ts';
import type { PlanRef, PlanSentence, PlanSource } from '../plans/index.ts';
import { goalNameIn, lasting, moneyIn, numberIn } from './plan-goals.ts';
import { countryToldIn, nameIn, subjectIn, toldIn } from './plan-names.ts';
import type { PlanRead } from './plan-read.ts';
import { type PlanTextKey, textIn } from './plan-texts.ts';
import type { ExportWords } from './texts.ts';

export type Part = SaidPart<Told, PlanSource>;

/** How a plan is written of. */
export interface PlanWriting extends Omit<Writing<Told, PlanSource>, 't'> {
  readonly read: PlanRead;
  readonly locale: Locale;
  readonly words: ExportWords['plan'];
  readonly t: ReturnType<typeof textIn>;
  readonly ref: (ref: PlanRef) => readonly Told[];
  readonly sentence: (sentence: PlanSentence) => readonly Told[];
  /** The name of a day of the week, of a day. */
  readonly weekday: (day: string) => string;
  /** Parts as texts that say their language. */
  readonly told: (parts: readonly Part[]) => readonly Told[];
}

const ADVISER = 'Europe/Paris';
/** A Sunday. */
const SUNDAY = Date.UTC(2026, 10, 22);
const HOUR = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

function clocksIn(locale: Locale): Clocks {
  const written = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat(LOCALES[locale].intl, options);
  const days = written({ dateStyle: 'long', timeZone: 'UTC' });
  return {
    day: (day) => days.format(new Date(`${day}T00:00:00Z`)), days: (first, last) => days.formatRange(new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`)), hour: (instant, timeZone) => written({ ...HOUR, timeZone }).format(new Date(instant)),
    dayIn: (instant, timeZone) => new Intl.DateTimeFormat('sv', { timeZone }).format(new Date(instant)), weekday: (n) => written({ weekday: 'short', timeZone: 'UTC' }).format(new Date(SUNDAY + n * 86_400_000)),
  };
}

const iso = (at: Date | null): string | null => at && at.toISOString();
const refOf = ({ role, from, until, ...ref }: PlanRef): SaidRef<PlanSource> => ({ ...ref, part: role, from: iso(from), until: iso(until) });
const sentenceOf = ({ about, from, until, ...said }: PlanSentence): SaidSentence<PlanSource> => ({ ...said, about: about.map(refOf), from: iso(from), until: iso(until) });

function namesIn(read: PlanRead, locale: Locale): PlanWriting['names'] {
  const { search: { problem, holidays } } = read;
  const unknown = PAPER_WORDS[locale].removed;
  const zones = new Map(problem.places.map(({ id, zoneId }) => [id, zoneId]));
  return {
    meeting: (key) => ({ value: subjectIn(read, key ?? '', locale) }), person: (key) => nameIn(read, key ?? '', locale), city: (code) => (code === null ? unknown : { value: toldIn(read, 'cities', code, locale) }),
    country: (code) => (code === null ? unknown : { value: countryToldIn(read, code, locale) }), language: (code) => ({ value: toldIn(read, 'languages', code, locale) }),
    holiday(country, day) {
      const found = holidays[`${country} ${day}`];
      const value = found && along(found.subject, locale, found.sourceLocale);
      return value && { value };
    },
    zone: (key) => zones.get(problem.meetings.find(({ id }) => id === key)?.placeId ?? '') ?? ADVISER,
  };
}

/** Where something is known from, as the page says it; who reads a paper follows no link. */
function sourceIn({ text, checkedOn, isVerified }: PlanSource, { day, t }: Pick<PlanWriting, 'day' | 't'>): string {
  return ` (${[`${t('provenance.source')} ${text}`, ...(checkedOn ? [t('provenance.checkedOn', { date: day(checkedOn) })] : []), ...(isVerified ? [] : [t('provenance.unverified')])].join(', ')})`;
}

/** Words that follow each other are one text. */
const merged = (texts: readonly Told[]): Told[] => texts.reduce<Told[]>((all, one) => {
  const last = all.at(-1);
  return last?.locale === one.locale ? [...all.slice(0, -1), { text: last.text + one.text, locale: one.locale }] : [...all, one];
}, []);

/** As plain text: what is in another language has it behind it. */
export const plainIn = (locale: Locale, texts: readonly Told[]): string => texts.map((one) => shownIn(one, locale)).join('');

/** Gives what a plan is written of with. */
export function planWriting(read: PlanRead, locale: Locale, { plan: words }: ExportWords): PlanWriting {
  const [t, clocks, paper] = [textIn(locale), clocksIn(locale), PAPER_WORDS[locale]];
  const writing: Writing<Told, PlanSource> = {
    t: (key, named) => t(key as PlanTextKey, named as Record<string, string>), names: namesIn(read, locale), day: clocks.day, dayIn: clocks.dayIn, span: spanWith(clocks), week: weekWith(clocks),
    at: (instant, timeZone) => `${clocks.day(clocks.dayIn(instant, timeZone))} ${clocks.hour(instant, timeZone)}`, money: (cents) => moneyIn(locale, cents), count: (number) => numberIn(locale, number), time: (minutes) => lasting(locale, minutes),
    role: (role) => paper.role[role], mode: (mode) => paper.mode[mode], cost: (kind) => words.cost[kind], goal: (goal) => goalNameIn(locale, words, goal),
  };
  const told: PlanWriting['told'] = (parts) => merged(parts.map((part) => (typeof part === 'string' ? { text: part, locale } : 'value' in part ? part.value : { text: sourceIn(part.source, { day: clocks.day, t }), locale })));
  const [ref, sentence] = [planRefs(writing), planSentences(writing)];
  return { ...writing, read, locale, words, t, told, weekday: (day) => clocks.weekday(new Date(`${day}T00:00:00Z`).getUTCDay()), ref: (one) => told(ref(refOf(one))), sentence: (one) => told(sentence(sentenceOf(one))) };
}
