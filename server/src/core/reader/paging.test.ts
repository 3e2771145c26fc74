import { parse } from 'graphql';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type pg from 'pg';
import { at, testEngine } from '../../../test/reader/engine.ts';
import { put, putBasics, putExpert, putSession, putTerm, sourced } from '../../../test/reader/fixture.ts';
import { openClient } from '../../../test/reader/rows.ts';

const engine = testEngine('empty');
let client: pg.Client;

const ROWS = 14;

/** Keys that are equal in groups, apart by one microsecond, apart by accents only, and missing. */
beforeAll(async () => {
  client = await openClient(engine().database.owner);
  await putBasics(client);
  const starts = ['2027-03-01T09:00:00Z', '2027-03-01T09:00:00.000001Z', '2027-03-01T09:00:00.000002Z', '2027-03-01T09:00:00.0009Z'];
  const titles = ['cote', 'coté', 'côte', 'Cote', 'čaj', 'a "quote"', 'ž'];
  for (let n = 0; n < ROWS; n += 1) {
    await putSession(client, n, { en: { title: titles[n % 7] }, ...(n % 3 === 0 && { fr: { title: titles[(n * 5) % 7] } }) }, { starts_at: starts[n % 4] });
    await putExpert(client, n, { profession_code: n % 2 ? 'JUDGE' : 'LAWYER', last_mission_on: n % 3 === 0 ? null : `2026-0${(n % 2) + 1}-01` });
    await putTerm(client, `T${n}`, { en: titles[n % 7]!, sq: titles[(n * 3) % 7]! });
  }
  // What is asked here is a list whose rows are all of the same moments: that its expert would teach them at once is nothing to it.
  for (const constraint of ['expert_engaged_once', 'expert_in_one_country']) await client.query(`alter table expert_engagement drop constraint ${constraint}`);
  await put(client, {
    session_trainer: [0, 1, 2, 3, 4].map((n) => ({ session_uuid: `00000000-0000-7000-8000-00000000000${n}`, expert_uuid: '00000000-0000-7000-8000-000000000000', position: 1 })),
    organisation: Array.from({ length: ROWS }, (_, n) => ({ slug: `o${n}`, country_code: n % 2 ? 'AL' : null, kind: 'NGO', source_locale: 'sq', ...sourced })),
    organisation_translation: Array.from({ length: ROWS }, (_, n) => ({ organisation_slug: `o${n}`, locale: 'sq', name: titles[n % 3] })),
    recommendation: Array.from({ length: ROWS }, (_, n) => ({ slug: `r${n}`, country_code: 'RS', body: 'GRETA', verb: 'URGE', year: n % 4 === 0 ? null : 2020 + (n % 2), ...sourced })),
    recommendation_translation: Array.from({ length: ROWS }, (_, n) => ({ recommendation_slug: `r${n}`, locale: 'en', summary: `summary ${n}` })),
  });
});

afterAll(async () => {
  await client.end();
});

const LISTS = [
  ['trainingSessions', 'STARTS_AT'], ['trainingSessions', 'LATEST'], ['trainingSessions', 'TITLE'], ['experts', 'PROFESSION'], ['experts', 'LAST_MISSION'],
  ['terms', 'NAME'], ['organisations', 'NAME'], ['recommendations', 'LATEST'],
] as const;

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly startCursor: string | null; readonly endCursor: string | null };
}

const BODY = '{ totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }';

async function page(list: string, args: string, locale: Locale = 'en'): Promise<Page> {
  const { data } = await engine().ask(`{ ${list}(${args}) ${BODY} }`, { locale });
  return at(data, list);
}

async function walk(list: string, sort: string, size: number, locale: Locale, isBackward = false): Promise<string[]> {
  const [length, from] = isBackward ? ['last', 'before'] : ['first', 'after'];
  const document = parse(`query ($cursor: String) { ${list}(${length}: ${size}, ${from}: $cursor, sort: ${sort}) ${BODY} }`);
  const ids: string[] = [];
  for (let cursor: string | null = null, more = true; more; ) {
    const { [list]: found } = (await engine().ask(document, { variables: { cursor }, locale })).data as Record<string, Page>;
    const { nodes, edges, pageInfo } = found!;
    const page = nodes.map(({ id }) => id);
    if (isBackward) ids.unshift(...page);
    else ids.push(...page);
    expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null]);
    expect(isBackward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage).toBe(cursor !== null);
    more = isBackward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage;
    cursor = isBackward ? pageInfo.startCursor : pageInfo.endCursor;
    if (more) expect(page).toHaveLength(size);
  }
  return ids;
}

describe('a walk through a list', () => {
  for (const [list, sort] of LISTS) {
    it(`meets every row of ${list} by ${sort} exactly once, forward and backward, in the same order`, async () => {
      const whole = await page(list, `first: 100, sort: ${sort}`);
      const ids = whole.nodes.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ROWS);
      expect(whole.totalCount).toBe(ROWS);
      for (const size of [1, 3, ROWS]) {
        expect(await walk(list, sort, size, 'en')).toEqual(ids);
        expect(await walk(list, sort, size, 'en', true)).toEqual(ids);
      }
    });
  }

  it('follows the order of each reader’s language', async () => {
    const collation = new Map<string, string[]>();
    for (const locale of LOCALE_TAGS) {
      const ids = await walk('terms', 'NAME', 4, locale);
      expect(new Set(ids).size).toBe(ROWS);
      expect(await walk('terms', 'NAME', 5, locale, true)).toEqual(ids);
      const { data } = await engine().ask('{ terms { nodes { name { text } } } }', { locale });
      const names = at<{ name: { text: string } }[]>(data, 'terms.nodes').map(({ name }) => name.text);
      expect(names).toEqual(names.toSorted(new Intl.Collator(locale === 'cnr' ? 'bs' : locale).compare));
      collation.set(locale, names);
    }
    expect(collation.get('hr')!.indexOf('čaj')).toBeGreaterThan(collation.get('hr')!.lastIndexOf('Cote'));
    expect(collation.get('fr')!.indexOf('čaj')).toBeLessThan(collation.get('fr')!.indexOf('cote'));
  });

  it('goes on at the right place when the rows have changed behind it', async () => {
    const { edges } = await page('recommendations', 'first: 3');
    const before = (await page('recommendations', `first: 100, after: "${edges[2]!.cursor}"`)).nodes;
    await client.query(`delete from recommendation where slug = (select slug from recommendation order by coalesce(year, 0) desc, slug desc offset 2 limit 1)`);
    const { nodes, totalCount } = await page('recommendations', `first: 100, after: "${edges[2]!.cursor}"`);
    expect(nodes).toEqual(before);
    expect(totalCount).toBe(ROWS - 1);
  });
});

describe('a page', () => {
  it('has twenty elements when no size is given or the size is null', async () => {
    for (let n = 0; n < 12; n += 1) await putTerm(client, `MORE${n}`, { en: `more ${n}` }, { domain: 'more' });
    for (const args of ['sort: NAME', 'first: null', 'first: null, last: null']) expect((await page('terms', args)).nodes).toHaveLength(20);
    expect((await page('terms', 'first: null, last: 2')).nodes).toHaveLength(2);
    await client.query(`delete from term where domain = 'more'`);
  });

  it('of no elements still says how many there are and whether more follow', async () => {
    const none = { nodes: [], edges: [], totalCount: ROWS };
    const { edges } = await page('terms', 'first: 100');
    const info = { startCursor: null, endCursor: null, hasPreviousPage: false, hasNextPage: false };
    expect(await page('terms', 'first: 0')).toEqual({ ...none, pageInfo: { ...info, hasNextPage: true } });
    expect(await page('terms', 'last: 0')).toEqual({ ...none, pageInfo: { ...info, hasPreviousPage: true } });
    expect(await page('terms', `first: 0, after: "${edges.at(-2)!.cursor}"`)).toEqual({ ...none, pageInfo: { ...info, hasPreviousPage: true, hasNextPage: true } });
    expect(await page('terms', `first: 0, after: "${edges.at(-1)!.cursor}"`)).toEqual({ ...none, pageInfo: { ...info, hasPreviousPage: true } });
    expect((await page('terms', 'first: 0, filter: { domain: "none" }')).pageInfo).toEqual(info);
  });

  it('that ends exactly at the end has nothing after it', async () => {
    expect((await page('terms', `first: ${ROWS}`)).pageInfo.hasNextPage).toBe(false);
    expect((await page('terms', `first: ${ROWS - 1}`)).pageInfo.hasNextPage).toBe(true);
    expect((await page('terms', `last: ${ROWS}`)).pageInfo.hasPreviousPage).toBe(false);
    expect((await page('terms', `last: ${ROWS - 1}`)).pageInfo.hasPreviousPage).toBe(true);
  });

  it('below an object counts and pages only what belongs to it', async () => {
    const { data } = await engine().ask(`{ country(code: "AL") { organisations(first: 3) ${BODY} recommendations { totalCount nodes { id } } }
      expert(id: "Expert_00000000-0000-7000-8000-000000000000") { trainingSessions(first: 2, sort: LATEST) { totalCount nodes { id } } } }`);
    const { nodes, totalCount, pageInfo, edges } = at<Page>(data, 'country.organisations');
    expect({ count: nodes.length, totalCount, more: pageInfo.hasNextPage }).toEqual({ count: 3, totalCount: ROWS / 2, more: true });
    expect(at(data, 'country.recommendations')).toEqual({ totalCount: 0, nodes: [] });
    expect(at(data, 'expert.trainingSessions.totalCount')).toBe(5);
    const next = await page('organisations', `first: 100, after: "${edges[2]!.cursor}", filter: { country: "AL" }`);
    expect(next.nodes).toHaveLength(ROWS / 2 - 3);
  });

  it('counts what its filters leave, whatever page is asked for', async () => {
    const args = 'filter: { from: "2027-01-01T00:00:00Z", until: "2027-03-01T09:00:00.001Z", formats: [ON_SITE, ONLINE] }';
    const { nodes, totalCount } = await page('trainingSessions', `${args}, first: 100`);
    expect(nodes).toHaveLength(totalCount);
    expect((await page('trainingSessions', `${args}, last: 1`)).totalCount).toBe(totalCount);
    expect((await page('trainingSessions', 'filter: { formats: [] }')).totalCount).toBe(0);
    expect((await page('trainingSessions', 'filter: { formats: null, from: null }')).totalCount).toBe(ROWS);
  });
});
