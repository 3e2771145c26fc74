/** What the demonstration is promised to hold, word by word, as every visitor reads it. */
import { type Locale, LOCALE_TAGS, probes } from '@passerelle/shared/locales.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { at, testEngine } from '../../test/reader/engine.ts';
import { PLACES } from './places.ts';

const engine = testEngine('full');

interface Coded {
  readonly code: string;
}

interface Expert {
  readonly isDemonstration: boolean;
  readonly profession: Coded;
  readonly institution: Coded | null;
  readonly languages: readonly { readonly level: string; readonly language: Coded }[];
  readonly themes: readonly Coded[];
  readonly countries: readonly Coded[];
  readonly vouchedBy: string | null;
  readonly vouchedSince: string | null;
}

interface Session {
  readonly id: string;
  readonly isDemonstration: boolean;
  readonly format: 'ON_SITE' | 'ONLINE' | 'HYBRID';
  readonly startsAt: string;
  readonly country: Coded | null;
  readonly town: string | null;
  readonly timeZone: string;
  readonly places: number;
  readonly state: string;
  readonly trainers: readonly { readonly profession: Coded }[];
  readonly languages: readonly { readonly use: string; readonly language: Coded }[];
}

/** All rows of a list, page after page. */
async function all<T>(list: string, fields: string, locale: Locale = 'fr'): Promise<T[]> {
  const rows: T[] = [];
  for (let after: string | null = null; ;) {
    const { data } = await engine().ask(`query ($after: String) { ${list}(first: 50, after: $after) { pageInfo { hasNextPage endCursor } nodes { ${fields} } } }`, { variables: { after }, locale });
    rows.push(...at<T[]>(data, `${list}.nodes`));
    if (!at<boolean>(data, `${list}.pageInfo.hasNextPage`)) return rows;
    after = at<string>(data, `${list}.pageInfo.endCursor`);
  }
}

/** Those of which something is not so: nobody, where all is as it is promised. */
const without = <T>(rows: readonly T[], isSo: (row: T) => boolean): T[] => rows.filter((row) => !isSo(row));
const codes = (rows: readonly Coded[]): Set<string> => new Set(rows.map(({ code }) => code));

describe('the experts', () => {
  let experts: readonly Expert[] = [];
  beforeAll(async () => {
    experts = await all<Expert>('experts', 'isDemonstration profession { code } institution { code } languages { level language { code } } themes { code } countries { code } vouchedBy vouchedSince');
  });

  test('are at least 120, all of them marked as invented', () => {
    expect(experts.length).toBeGreaterThanOrEqual(120);
    expect(without(experts, ({ isDemonstration }) => isDemonstration)).toEqual([]);
  });

  test.each<[who: string, professions: readonly string[]]>([
    ['magistrates', ['JUDGE', 'INVESTIGATING_JUDGE', 'PROSECUTOR']], ['police officers', ['POLICE_OFFICER', 'BORDER_POLICE_OFFICER']], ['gendarmes', ['GENDARME']],
    ['labour inspectors', ['LABOUR_INSPECTOR']], ['social workers', ['SOCIAL_WORKER']], ['people of NGOs', ['NGO_STAFF']],
  ])('have %s among them, ten or more, of every profession that belongs there', (_who, professions) => {
    const found = experts.filter(({ profession }) => professions.includes(profession.code));
    expect(found.length).toBeGreaterThanOrEqual(10);
    expect(codes(found.map(({ profession }) => profession))).toEqual(new Set(professions));
  });

  test('are of more than ten French institutions, each of one', () => {
    expect(without(experts, ({ institution }) => institution !== null)).toEqual([]);
    expect(codes(experts.map(({ institution }) => institution!)).size).toBeGreaterThan(10);
  });

  test('all speak French and another language of which the level of the CEFR is told; most speak one of the region too, at different levels', () => {
    expect(without(experts, ({ languages }) => languages.some(({ language }) => language.code === 'fr'))).toEqual([]);
    expect(without(experts, ({ languages }) => languages.some(({ level, language }) => language.code !== 'fr' && /^[ABC][12]$/.test(level)))).toEqual([]);
    const regional = experts.flatMap(({ languages }) => languages).filter(({ language }) => !['fr', 'en', 'it', 'de', 'ru'].includes(language.code));
    expect(regional.length).toBeGreaterThan(experts.length / 2);
    expect(new Set(regional.map(({ level }) => level)).size).toBeGreaterThanOrEqual(4);
    expect(codes(regional.map(({ language }) => language)).size).toBeGreaterThanOrEqual(12);
  });

  test('all have themes, more than fifteen between them', () => {
    expect(without(experts, ({ themes }) => themes.length > 0)).toEqual([]);
    expect(codes(experts.flatMap(({ themes }) => themes)).size).toBeGreaterThan(15);
  });

  test('all have countries, and each of the sixteen has experts', () => {
    expect(without(experts, ({ countries }) => countries.length > 0)).toEqual([]);
    expect(codes(experts.flatMap(({ countries }) => countries)).size).toBe(16);
  });

  test('all have somebody who vouches for them, since a day that was', () => {
    const today = new Date().toISOString().slice(0, 10);
    expect(without(experts, ({ vouchedBy, vouchedSince }) => !!vouchedBy && !!vouchedSince && vouchedSince <= today)).toEqual([]);
    expect(new Set(experts.map(({ vouchedBy }) => vouchedBy)).size).toBeGreaterThanOrEqual(4);
  });
});

describe('the training sessions', () => {
  let sessions: readonly Session[] = [];
  beforeAll(async () => {
    sessions = await all<Session>('trainingSessions', 'id isDemonstration format startsAt country { code } town timeZone places state trainers { profession { code } } languages { use language { code } }');
  });

  test('are at least 60, all of them marked as invented', () => {
    expect(sessions.length).toBeGreaterThanOrEqual(60);
    expect(without(sessions, ({ isDemonstration }) => isDemonstration)).toEqual([]);
  });

  test('are in all sixteen countries and online, past ones, those of this year and of the next', () => {
    const [now, year] = [new Date(), new Date().getUTCFullYear()];
    expect(codes(sessions.flatMap(({ country }) => country ?? [])).size).toBe(16);
    expect(new Set(sessions.map(({ format }) => format))).toEqual(new Set(['ON_SITE', 'HYBRID', 'ONLINE']));
    expect(sessions.filter(({ startsAt }) => new Date(startsAt) < now).length).toBeGreaterThan(10);
    expect(sessions.filter(({ startsAt }) => new Date(startsAt) > now).length).toBeGreaterThan(10);
    expect(sessions.some(({ startsAt }) => new Date(startsAt).getUTCFullYear() === year + 1)).toBe(true);
  });

  test('have a town and a house where they are held, which is for those who take part, and neither where they are held online', async () => {
    expect(without(sessions, ({ format, country, town }) => (format === 'ONLINE' ? !country && !town : !!country && !!town))).toEqual([]);
    expect(new Set(sessions.map(({ town }) => town)).size).toBeGreaterThan(16);
    const rows = await engine().database.orm.em.execute<{ online: boolean; venue: string | null }[]>(
      `select s.format = 'ONLINE' as online, v.name as venue from training_session s left join session_venue v on v.session_uuid = s.uuid where s.is_demonstration`);
    expect(without(rows, ({ online, venue }) => online === (venue === null))).toEqual([]);
  });

  test('are held in cities of the reference, which every reader is shown by the name that they give them', async () => {
    const known = await engine().database.orm.em.execute<{ country: string; name: string }[]>(
      'select c.country_iso as country, t.name from city c join city_translation t on t.city_code = c.code');
    const isKnown = (country: string, town: string): boolean => known.some((city) => city.country === country && city.name === town);
    expect(without(sessions, ({ country, town }) => town === null || isKnown(country!.code, town))).toEqual([]);
  });

  test('have places and a time zone', () => {
    expect(without(sessions, ({ places }) => places > 0)).toEqual([]);
    expect(new Set(sessions.map(({ timeZone }) => timeZone)).size).toBeGreaterThan(10);
  });

  test('have trainers, often of several professions, unless they are called off', () => {
    expect(without(sessions, ({ trainers, state }) => trainers.length > 0 || state === 'CANCELLED')).toEqual([]);
    expect(sessions.filter(({ trainers }) => codes(trainers.map(({ profession }) => profession)).size > 1).length).toBeGreaterThan(sessions.length / 2);
  });

  test('have a language of work and another of interpretation', () => {
    const used = ({ languages }: Session, which: string): string[] => languages.filter(({ use }) => use === which).map(({ language }) => language.code);
    expect(without(sessions, (session) => used(session, 'WORKING').length > 0 && used(session, 'INTERPRETATION').length > 0)).toEqual([]);
    expect(without(sessions, (session) => used(session, 'WORKING').every((code) => !used(session, 'INTERPRETATION').includes(code)))).toEqual([]);
    expect(new Set(sessions.flatMap((session) => used(session, 'WORKING'))).size).toBeGreaterThanOrEqual(12);
  });

  test('are each written in a language, translated into some others and not into all; the languages of all places are among those that they are written in, and French and English', async () => {
    const rows = await engine().database.orm.em.execute<{ source: Locale; locales: Locale[] }[]>(`
      select s.source_locale as source, array_agg(x.locale) filter (where x.title <> '') as locales
      from training_session s join training_session_translation x on x.session_uuid = s.uuid group by s.uuid`);
    expect(without(rows, ({ source, locales }) => locales.includes(source) && locales.length > 1 && locales.length < LOCALE_TAGS.length)).toEqual([]);
    expect(new Set(rows.map(({ source }) => source))).toEqual(new Set(['fr', 'en', ...PLACES.map(({ locales }) => locales[0])]));
  });

  test.each(LOCALE_TAGS)('fall back where they are not translated into %s, to a language of its chain or that of the source, and else do not', async (locale) => {
    const texts = await all<{ title: { text: string; locale: Locale; isFallback: boolean } }>('trainingSessions', 'title { text locale isFallback }', locale);
    expect(texts).toHaveLength(sessions.length);
    const [fallen, own] = [texts.filter(({ title }) => title.isFallback), texts.filter(({ title }) => !title.isFallback)];
    expect(fallen.length).toBeGreaterThan(0);
    expect(own.length).toBeGreaterThan(0);
    expect(new Set(own.map(({ title }) => title.locale))).toEqual(new Set([locale]));
    const chain = probes(locale).map(({ shown }) => shown);
    expect(fallen.map(({ title }) => title.locale)).not.toContain(locale);
    expect(fallen.filter(({ title }) => chain.includes(title.locale)).length).toBeGreaterThan(0);
  });
});
