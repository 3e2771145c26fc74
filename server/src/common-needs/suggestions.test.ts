/** Suggestions: which needs are compared, what is said of them, and what the adviser has said already. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, post, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { move, needOf, save as saveNeed } from '../needs/needs.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import { close, groupOf, sayApart } from './common-needs.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;

interface Suggested {
  readonly totalCount: number;
  readonly compared: number;
  readonly isMore: boolean;
  readonly nodes: readonly {
    readonly countries: readonly string[]; readonly themes: readonly string[]; readonly subthemes: readonly string[]; readonly audiences: readonly string[]; readonly pillar: string | null; readonly concepts: readonly string[]; readonly months: number; readonly score: number;
    readonly needs: readonly { readonly id: string; readonly version: number; readonly country: string; readonly theme: string; readonly status: string; readonly enteredAt: string; readonly isDemonstration: boolean; readonly title: { readonly text: string; readonly locale: string; readonly isFallback: boolean }; readonly group: string | null }[];
    readonly groups: readonly { readonly id: string; readonly version: number; readonly title: { readonly text: string } }[];
    readonly pairs: readonly { readonly one: string; readonly other: string; readonly score: number; readonly subtheme: string | null; readonly concepts: readonly string[]; readonly pillar: string | null }[];
  }[];
}

const FIELDS = 'totalCount compared isMore nodes { countries themes subthemes audiences pillar concepts months score needs { id version country theme status enteredAt isDemonstration title { text locale isFallback } group } groups { id version title { text } } pairs { one other score themes subtheme audiences pillar concepts monthsApart } }';

async function suggested(filter = '', locale = 'fr'): Promise<Suggested> {
  const { data } = await post(server(), JSON.stringify({ query: `{ commonNeedSuggestions${filter === '' ? '' : `(filter: { ${filter} })`} { ${FIELDS} } }` }), headers.adviser, `/graphql?locale=${locale}`);
  return data!.commonNeedSuggestions as Suggested;
}
async function conceptsOf(id: string, locale = 'fr'): Promise<readonly string[] | null> {
  const { data } = await post(server(), JSON.stringify({ query: 'query ($id: ID!) { commonNeedConcepts(id: $id) }', variables: { id } }), headers.adviser, `/graphql?locale=${locale}`);
  return data!.commonNeedConcepts as readonly string[] | null;
}
const countries = ({ nodes }: Suggested): string[] => nodes.map((one) => one.countries.join(' '));

/** About shelter for minors, each in the language of its country. */
const MINORS = { theme: 'CHILD_TRAFFICKING', furtherThemes: [], pillar: 'PROTECTION', audiences: ['SOCIAL_SERVICES'], criteria: [], links: [] } as const;
const minors = (country: string, subtheme: string | null = null): Promise<string> => needOf(server(), headers.adviser, { country, ...MINORS, ...(subtheme && { theme: 'ASSISTANCE', subtheme }), ...({
  RS: { sourceLocale: 'sr-Cyrl', title: 'Смештај за децу', text: 'Нема склоништа за малолетнике.' }, AL: { sourceLocale: 'sq', title: 'Strehim për të mitur', text: 'Nuk ka strehim për të miturit.' },
  FR: {}, BA: { sourceLocale: 'bs', title: 'Sklonište za djecu', text: 'Nema skloništa za maloljetnike.' },
} as Record<string, object>)[country] });
const wiretaps = (country: string): Promise<string> => needOf(server(), headers.adviser, { country, ...MINORS, theme: 'FINANCIAL_INVESTIGATION', pillar: 'PROSECUTION', audiences: ['MAGISTRATES'], sourceLocale: 'fr', title: 'Former les procureurs', text: 'Une formation à l’enquête financière.' });

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await owner(server(), 'delete from common_need');
  await owner(server(), 'delete from need');
});

test('needs of several countries about the same are suggested in the reader’s language, with what speaks for it', async () => {
  const [serbian, albanian] = [await minors('RS'), await minors('AL')];
  await wiretaps('BG');
  const { nodes: [one, ...others], compared, isMore } = await suggested();
  expect([others, compared, isMore]).toEqual([[], 3, false]);
  expect(one).toMatchObject({ countries: ['AL', 'RS'], themes: ['CHILD_TRAFFICKING'], audiences: ['SOCIAL_SERVICES'], pillar: 'PROTECTION', months: 0, groups: [], needs: [{ id: `Need_${albanian}`, version: 1, group: null, title: { locale: 'sq', isFallback: true } }, { id: `Need_${serbian}` }] });
  expect(one!.concepts.length).toBeGreaterThan(0);
  expect(one!.pairs.map(({ pillar, concepts }) => [pillar, [...concepts].sort()])).toEqual([['PROTECTION', [...one!.concepts].sort()]]);
  expect(one!.score).toBeGreaterThan(0.4);
  expect(one!.needs.map((need) => [need.theme, need.status, need.isDemonstration, need.enteredAt.slice(0, 4)])).toEqual(Array.from({ length: 2 }, () => ['CHILD_TRAFFICKING', 'SUBMITTED', true, String(new Date().getUTCFullYear())]));
  expect((await suggested('', 'el')).nodes[0]!.concepts).not.toEqual(one!.concepts);
  // Serbian in Latin letters is found in Cyrillic ones.
  expect((await suggested('', 'sr-Latn')).nodes[0]!.needs[1]!.title).toEqual({ text: 'Smeštaj za decu', locale: 'sr-Latn', isFallback: false });
});

test('the part of a theme that several are about is a reason, by its code', async () => {
  for (const [country, part] of [['RS', 'SHELTER'], ['AL', 'SHELTER'], ['BA', 'HOTLINE']] as const) await minors(country, part);
  const { nodes: [one] } = await suggested();
  expect([one!.countries, one!.subthemes, one!.pairs.map(({ subtheme }) => subtheme).sort()]).toEqual([['AL', 'BA', 'RS'], ['SHELTER'], ['SHELTER', null, null]]);
  expect([countries(await suggested('subtheme: "SHELTER"')), countries(await suggested('theme: "ASSISTANCE", subtheme: "HOTLINE"'))]).toEqual([['AL RS'], []]);
});

test.each([
  ['theme: "CHILD_TRAFFICKING"', ['AL BA RS']], ['theme: "REFERRAL"', []], ['pillar: PROSECUTION', []], ['pillar: PROTECTION', ['AL BA RS']], ['audience: "SOCIAL_SERVICES"', ['AL BA RS']], ['audience: "MAGISTRATES"', []],
  ['minCountries: 3', ['AL BA RS']], ['minCountries: 4', []], ['from: "2020-01-01"', ['AL BA RS']], ['until: "2020-01-01"', []],
])('of those with %s: %j', async (filter, expected) => {
  for (const country of ['RS', 'AL', 'BA']) await minors(country);
  await wiretaps('BG');
  expect(countries(await suggested(filter))).toEqual(expected);
});

test('what is withdrawn, declined or said to be apart is not suggested; what is taken back is', async () => {
  const [serbian, albanian] = [await minors('RS'), await minors('AL')];
  await sayApart(server(), headers.adviser, serbian, [albanian]);
  expect(countries(await suggested())).toEqual([]);
  const bosnian = await minors('BA');
  expect((await suggested()).nodes.every(({ countries: of }) => of.includes('BA') && of.length === 2)).toBe(true);
  await owner(server(), 'delete from needs_apart');
  expect(countries(await suggested())).toEqual(['AL BA RS']);
  await move(server(), headers.adviser, bosnian, 'UNDER_REVIEW');
  expect(countries(await suggested())).toEqual(['AL BA RS']);
  await move(server(), headers.adviser, bosnian, 'DECLINED', { version: 2, reason: 'R' });
  expect(countries(await suggested())).toEqual(['AL RS']);
});

test('a group is suggested to those that may join it, and is suggested no more alone, open or closed', async () => {
  const two = [await minors('RS'), await minors('AL')];
  const id = await groupOf(server(), headers.adviser, two);
  expect(countries(await suggested())).toEqual([]);
  const bosnian = await minors('BA');
  const { nodes: [one] } = await suggested();
  expect([one!.countries, one!.groups, one!.needs.filter(({ group }) => group === null).map((need) => need.id)]).toEqual([['AL', 'BA', 'RS'], [{ id, version: 1, title: { text: 'Hébergement des mineurs' } }], [`Need_${bosnian}`]]);
  await close(server(), headers.adviser, id);
  expect(countries(await suggested())).toEqual([]);
});

test.each(['theme', 'audience'])('%s is text from outside: refused where it has a NUL or half a surrogate pair, and nothing but a value where it is SQL', async (name) => {
  const askWith = (value: string) => ask(server(), `query ($filter: CommonNeedSuggestionFilter) { commonNeedSuggestions(filter: $filter) { compared } }`, { filter: { [name]: value } }, headers.adviser);
  for (const value of ['a\0b', 'a\ud83d']) expect((await askWith(value)).code).toBe('BAD_USER_INPUT');
  await minors('RS');
  for (const value of [`' or true --`, `'; drop table need; --`, '$1', '?']) expect((await askWith(value)).data).toEqual({ commonNeedSuggestions: { compared: 0 } });
});

test('a thousand and more are compared as far as a thousand, in a thread of their own: others are answered meanwhile', { timeout: 60_000 }, async () => {
  await owner(server(), `with n as (insert into need (uuid, source_locale, country_code, theme_code, pillar, entered_as, is_demonstration)
      select gen_random_uuid(), 'fr', (array['RS', 'AL', 'BA', 'BG'])[1 + i % 4], 'ASSISTANCE', 'PROTECTION', 'ADVISER', true from generate_series(1, 1001) i returning uuid),
    s as (insert into need_step (need_uuid, position, by_role, to_status) select uuid, 1, 'ADVISER', 'SUBMITTED' from n)
    insert into need_translation (need_uuid, locale, title, text) select uuid, 'fr', 'Besoin ' || uuid, 'Texte ' || uuid from n`);
  let isDone = false;
  const asked = suggested().then((came) => {
    isDone = true;
    return came;
  });
  let [most, answers] = [0, 0];
  for (let last = performance.now(); !isDone; last = performance.now()) {
    await ask(server(), '{ themes { code } }');
    most = Math.max(most, performance.now() - last);
    answers += 1;
  }
  const { compared, isMore } = await asked;
  expect({ compared, isMore, isAnswered: answers > 5 }).toEqual({ compared: 1000, isMore: true, isAnswered: true });
  // On the path of requests the comparison alone takes longer.
  expect(most).toBeLessThan(1_000);
});

test('a group says what its needs speak of as it was suggested, in the reader’s language; of one whose needs went there is nothing', async () => {
  const needs = [await minors('RS'), await minors('AL')];
  await wiretaps('BG');
  const { nodes: [one] } = await suggested();
  const id = await groupOf(server(), headers.adviser, needs);
  expect([(await conceptsOf(id))!.toSorted(), await conceptsOf(id, 'el')]).toEqual([one!.concepts.toSorted(), expect.not.arrayContaining([one!.concepts[0]])]);
  await close(server(), headers.adviser, id, { keepsNeeds: false });
  expect(await conceptsOf(id)).toEqual([]);
});

test('what a need of the group speaks of anew is said anew', async () => {
  const needs = [await minors('RS'), await wiretaps('BG')];
  const id = await groupOf(server(), headers.adviser, needs);
  const before = await conceptsOf(id);
  await saveNeed(server(), headers.adviser, { key: needs[1]!, version: 1, country: 'BG', ...MINORS, sourceLocale: 'fr', title: 'Un foyer pour mineurs', text: 'Il n’y a pas de foyer pour les enfants.' });
  expect([before, (await conceptsOf(id))!.length > before!.length]).toEqual([before, true]);
});
