/** What is proposed for a project: what belongs to its countries and themes, for facts, in the order of how pressing it is, and nothing else. */
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { enterProgress } from '../recommendations/progress.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;

interface Suggestion {
  readonly kind: string;
  readonly lastOn: string | null;
  readonly countries: readonly { readonly code: string }[];
  readonly themes: readonly { readonly code: string }[];
  readonly recommendation: { readonly id: string; readonly verb: string; readonly country: { readonly code: string } } | null;
  readonly partner: { readonly id: string } | null;
  readonly expert: { readonly id: string; readonly countries: readonly { readonly code: string }[]; readonly themes: readonly { readonly code: string }[] } | null;
  readonly session: { readonly id: string; readonly theme: { readonly code: string } } | null;
}

async function suggested(kind: string, { countries = ['RS', 'AL'], themes = ['ASSISTANCE', 'IDENTIFICATION'] }: { countries?: readonly string[]; themes?: readonly string[] } = {}): Promise<Suggestion[]> {
  const { data } = await ask(server(), `query ($countries: [CountryCode!], $themes: [String!]) { projectSuggestions(countries: $countries, themes: $themes, first: 100) { nodes {
    kind lastOn countries { code } themes { code } recommendation { id verb country { code } } partner { id } expert { id countries { code } themes { code } } session { id theme { code } } } } }`, { countries, themes } as never, headers.adviser);
  return (data!.projectSuggestions as { nodes: Suggestion[] }).nodes.filter((one) => one.kind === kind);
}

const codes = (list: readonly { readonly code: string }[]): string[] => list.map(({ code }) => code);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

describe('recommendations', () => {
  test('are those to the countries on the themes, what is urged before what is to be considered and what is invited to', async () => {
    const found = await suggested('RECOMMENDATION');
    expect(found.length).toBeGreaterThan(0);
    for (const { recommendation, themes } of found) expect([['RS', 'AL'].includes(recommendation!.country.code), themes.length > 0]).toEqual([true, true]);
    const ranks = found.map(({ recommendation }) => ['URGE', 'CONSIDER', 'INVITE', 'OTHER'].indexOf(recommendation!.verb));
    expect(ranks).toEqual([...ranks].sort());
  });

  test('are no more once they are implemented', async () => {
    const [first] = await suggested('RECOMMENDATION');
    const { id, country } = first!.recommendation!;
    const slug = id.slice('Recommendation_'.length);
    const say = async (status: string): Promise<string> => {
      const [last] = await sql<{ key: string }>('select uuid as key from recommendation_progress where recommendation_slug = ? order by entered_at desc, position desc limit 1', [slug]);
      return (await enterProgress(server(), headers.adviser, { slug, status, after: last?.key ?? null })).outcome;
    };
    const proposed = async (): Promise<string[]> => (await suggested('RECOMMENDATION', { countries: [country.code] })).map(({ recommendation }) => recommendation!.id);
    expect([await say('UNDER_WAY'), (await proposed()).includes(id)]).toEqual(['DONE', true]);
    expect([await say('IMPLEMENTED'), (await proposed()).includes(id)]).toEqual(['DONE', false]);
  });
});

test('partners are published organisations of the countries of which it is said that they keep no place secret', async () => {
  await sql(`update organisation set is_protected = true where country_code in ('RS', 'AL')`);
  expect(await suggested('PARTNER')).toEqual([]);
  const [one, other] = (await sql<{ slug: string }>(`select slug from organisation where country_code = 'RS' and is_published and kind = 'NGO' order by slug limit 2`)).map(({ slug }) => slug) as [string, string];
  await sql('update organisation set is_protected = false where slug in (?, ?)', [one, other]);
  await sql('update organisation set is_published = false where slug = ?', [other]);
  expect((await suggested('PARTNER')).map(({ partner, countries }) => [partner!.id, codes(countries)])).toEqual([[`Organisation_${one}`, ['RS']]]);
  await sql('update organisation set is_published = true where slug = ?', [other]);
});

test('experts know one of the countries and work on one of the themes: each says which', async () => {
  const found = await suggested('EXPERT');
  expect(found.length).toBeGreaterThan(0);
  for (const { expert, countries, themes } of found) {
    expect(codes(countries)).toEqual(codes(expert!.countries).filter((code) => ['RS', 'AL'].includes(code)));
    expect(codes(themes).sort()).toEqual(codes(expert!.themes).filter((code) => ['ASSISTANCE', 'IDENTIFICATION'].includes(code)).sort());
  }
});

test('sessions are over, on one of the themes, and were not called off', async () => {
  const themes = (await sql<{ code: string }>(`select distinct theme_code as code from training_session where ends_at <= now() and stage in ('OPEN', 'CLOSED') limit 3`)).map(({ code }) => code);
  const found = await suggested('SESSION', { themes });
  expect(found.length).toBeGreaterThan(0);
  const past = (await sql<{ id: string }>(`select 'TrainingSession_' || uuid as id from training_session where ends_at <= now() and stage not in ('DRAFT', 'CANCELLED')`)).map(({ id }) => id);
  for (const { session, lastOn } of found) expect([themes.includes(session!.theme.code), past.includes(session!.id), lastOn !== null]).toEqual([true, true, true]);
});

test('nothing is proposed without countries, nothing but partners without themes, and nothing to anybody else', async () => {
  for (const kind of ['RECOMMENDATION', 'PARTNER', 'EXPERT']) expect([kind, await suggested(kind, { countries: [] })]).toEqual([kind, []]);
  for (const kind of ['RECOMMENDATION', 'EXPERT', 'SESSION']) expect([kind, await suggested(kind, { themes: [] })]).toEqual([kind, []]);
  for (const role of ['scac', 'ssi', 'ngoCoordinator', 'authority', 'expert', 'translator'] as const) {
    const { data } = await ask(server(), '{ projectSuggestions(countries: ["RS"], themes: ["ASSISTANCE"]) { totalCount nodes { kind } } }', {}, headers[role]);
    expect([role, data]).toEqual([role, { projectSuggestions: { totalCount: 0, nodes: [] } }]);
  }
});
