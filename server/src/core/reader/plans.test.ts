import { parse } from 'graphql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { describe, expect, it } from 'vitest';
import { at, engineOver, testEngine } from '../../../test/reader/engine.ts';
import { ReadEngine, type RunStatement, VISITOR } from './index.ts';

const engine = testEngine('full', 8);

interface Sent {
  readonly text: string;
  readonly name?: string;
}

/** An engine that notes each statement before it runs. */
function noting(): { run: (document: ReturnType<typeof parse>, variables: object, locale?: Locale, trusted?: boolean) => Promise<Sent> } {
  const sent: Sent[] = [];
  const note: RunStatement = (statement) => {
    sent.push(statement);
    return engine().pool.run(statement);
  };
  const noted = new ReadEngine(engine().schema, note);
  return {
    run: async (document, variables, locale = 'en', trusted = true) => {
      await noted.execute({ document, variables: variables as Record<string, unknown>, context: { locale, actor: VISITOR, hasDemonstrationData: async () => true } as never, trusted });
      return sent.pop()!;
    },
  };
}

describe('a plan', () => {
  it('is the same for other values of the same shape, and is prepared once under its name', async () => {
    const one = engineOver(engine().database, engine().schema, 1);
    try {
      const document = parse('query ($first: Int, $after: String, $search: NonEmptyString) { terms(first: $first, after: $after, filter: { search: $search }) { nodes { code } edges { cursor } } }');
      const prepared = async (): Promise<number> => Number(await one.pool.run({ text: 'select count(*)::text from pg_prepared_statements', values: [] }));
      const ask = async (variables: object): Promise<void> => void (await one.ask(document, { variables: variables as Record<string, unknown>, trusted: true }));
      await ask({ first: 1, search: 'a' });
      await ask({ first: 3, search: 'other' });
      expect(await prepared()).toBe(1);
      await ask({ first: 3 });
      expect(await prepared()).toBe(2);
      await one.ask(document, { variables: { first: 3, search: 'b' }, locale: 'fr', trusted: true });
      expect(await prepared()).toBe(3);
      await one.ask('{ languages { code } }');
      expect(await prepared()).toBe(3);
    } finally {
      await one.pool.close();
    }
  });

  it('differs by locale where the order or the chain does, by sort, by filter, by flag, by what is null and by the type of an id', async () => {
    const { run } = noting();
    const document = parse(`query ($sort: TrainingSessionSort, $filter: TrainingSessionFilter, $flag: Boolean!, $after: String, $id: ID!) {
      trainingSessions(sort: $sort, filter: $filter, after: $after) { nodes { id @include(if: $flag) title { text } } } node(id: $id) { id } }`);
    const { data } = await engine().ask('{ trainingSessions(first: 1) { edges { cursor } } }');
    const base = { flag: true, id: 'Country_AL' };
    const shapes = [
      base, { ...base, flag: false }, { ...base, sort: 'LATEST' }, { ...base, filter: { country: 'AL' } }, { ...base, filter: { theme: 'X' } }, { ...base, filter: { country: 'AL', theme: 'X' } },
      { ...base, after: at(data, 'trainingSessions.edges.0.cursor') }, { ...base, id: 'Theme_X' }, { ...base, id: 'Nope_1' },
    ];
    const texts = new Set<string>();
    for (const shape of shapes) texts.add((await run(document, shape)).text);
    texts.add((await run(document, base, 'bs')).text);
    for (const locale of ['en', 'fr'] as const) texts.add((await run(document, { ...base, sort: 'TITLE' }, locale)).text);
    expect(texts.size).toBe(shapes.length + 3);
    expect((await run(document, base, 'fr')).text).toBe((await run(document, base, 'en')).text);
    for (const [shape, like] of [[{ ...base, filter: { country: 'RS' } }, 3], [{ ...base, filter: {} }, 0], [{ ...base, filter: null }, 0], [{ ...base, filter: { country: null } }, 0], [{ ...base, id: 'Country_RS' }, 0]] as const) {
      expect((await run(document, shape)).text).toBe((await run(document, shapes[like]!)).text);
    }
  });

  it('carries a name only when its document is trusted, and the same text the same name', async () => {
    const { run } = noting();
    const [a, b] = [parse('{ themes { code } }'), parse('query Other { themes { code } }')];
    expect((await run(a, {}, 'en', false)).name).toBeUndefined();
    expect((await run(a, {})).name).toMatch(/^r[0-9a-f]{24}$/);
    expect((await run(b, {})).name).toBe((await run(a, {})).name);
  });

  it('reads a vocabulary once that nested lists meet again and again, and each row of it by its key where there is one list', async () => {
    const { run } = noting();
    const nested = await run(parse('{ trainingSessions(first: 2) { nodes { languages { language { code name { text } } } } } }'), {});
    expect(nested.text).toMatch(/^with v0 as materialized \(select jsonb_object_agg\([^)]*"code"/);
    expect(nested.text.match(/from "language" /g)).toHaveLength(1);
    expect(nested.text).toMatch(/\(select rows from v0\) ->> r\d+\."language_code"/);
    expect((await run(parse('{ trainingSessions(first: 2) { nodes { theme { code } } } }'), {})).text).toContain('left join lateral (select');
  });

  it('has no value of a client in its text', async () => {
    const { run } = noting();
    const document = parse('query ($id: ID!, $code: String!, $filter: TermFilter, $year: Int) { node(id: $id) { id } instrument(code: $code) { code } terms(filter: $filter) { totalCount } country(code: "AL") { holidays(year: $year) { date } } }');
    const { text } = await run(document, { id: 'Country_SECRET1', code: 'SECRET2', filter: { domain: 'SECRET3', search: 'SECRET4' }, year: 9_876 });
    expect(text).not.toMatch(/SECRET|9876|'AL'/);
    const literal = parse('{ node(id: "Country_SECRET1") { id } instrument(code: "SECRET2") { code } terms(filter: { domain: "SECRET3", search: "SECRET4" }) { totalCount } }');
    expect((await run(literal, {})).text).not.toMatch(/SECRET/);
  });

  it('made for a first page does not answer for a later one, nor the other way round', async () => {
    const document = parse('query ($after: String) { terms(first: 2, after: $after) { nodes { code } edges { cursor } pageInfo { hasPreviousPage } } }');
    const first = await engine().ask(document, { trusted: true });
    const after = at<string>(first.data, 'terms.edges.1.cursor');
    await expect(engine().refusal(document, { variables: { after: '' } })).resolves.toBe('BAD_USER_INPUT');
    const second = await engine().ask(document, { variables: { after }, trusted: true });
    expect(at(second.data, 'terms.pageInfo.hasPreviousPage')).toBe(true);
    expect(at(second.data, 'terms.nodes')).not.toEqual(at(first.data, 'terms.nodes'));
    expect((await engine().ask(document, { variables: { after: null }, trusted: true })).data).toEqual(first.data);
    await expect(engine().refusal(document, { variables: { after: '' } })).resolves.toBe('BAD_USER_INPUT');
    expect((await engine().ask(document, { variables: { after }, trusted: true })).data).toEqual(second.data);
  });

  it('cannot be mistaken for another by what stands in an id', async () => {
    const document = parse('query ($a: ID!, $b: ID!) { a: node(id: $a) { id } b: node(id: $b) { id } }');
    const { run } = noting();
    const { text } = await run(document, { a: 'Country,#Theme_1', b: 'x' });
    for (const a of ['Country,#Theme,#_', 'Nope_1', '0_', '-_', ',_']) expect((await run(document, { a, b: 'nothing' })).text).toBe(text);
    const real = await engine().ask(document, { variables: { a: 'Country_AL', b: 'Theme,#_' } });
    expect(real.data).toEqual({ a: { id: 'Country_AL' }, b: null });
  });

  it('is not mixed up when locales and shapes are asked for at once', async () => {
    const document = parse(`query ($sort: TrainingSessionSort, $flag: Boolean!, $theme: String) { trainingSessions(first: 5, sort: $sort, filter: { theme: $theme }) {
      nodes { title { text locale } programme @include(if: $flag) { locale isFallback } can { register } } totalCount } countries { name { text } } }`);
    const asked = (['sq', 'sr-Latn'] as const).flatMap((locale) => [
      { locale, variables: { sort: 'TITLE', flag: true } }, { locale, variables: { sort: 'LATEST', flag: false, theme: 'PREVENTION' } },
    ]);
    const alone: string[] = [];
    for (const one of asked) alone.push(JSON.stringify((await engine().ask(document, { ...one, trusted: true })).data));
    expect(new Set(alone).size).toBe(4);
    const many = Array.from({ length: 60 }, (_, i) => (i * 7) % 4);
    const together = await Promise.all(many.map((i) => engine().ask(document, { ...asked[i]!, trusted: i % 2 === 0 })));
    together.forEach(({ data }, i) => expect(JSON.stringify(data)).toBe(alone[many[i]!]));
  });

  it('of the same document and variables in another language gives that language', async () => {
    const document = parse('{ country(code: "RS") { name { text locale } } }');
    const names = await Promise.all((['en', 'fr', 'sr-Cyrl', 'el', 'en'] as const).map(async (locale) => at((await engine().ask(document, { locale, trusted: true })).data, 'country.name')));
    expect(names).toEqual([{ text: 'Serbia', locale: 'en' }, { text: 'Serbie', locale: 'fr' }, { text: 'Србија', locale: 'sr-Cyrl' }, { text: 'Σερβία', locale: 'el' }, { text: 'Serbia', locale: 'en' }]);
  });
});

describe('the price of a document', () => {
  const deep = (first: number): string => {
    const names = Array.from({ length: 12 }, (_, i) => `n${i}: name { text locale isFallback isOutdated }`).join(' ');
    const level = (depth: number): string => (depth === 0 ? names : `a: trainers { id b: trainingSessions(first: ${first}) { nodes { id ${level(depth - 1)} } } }`);
    return `{ trainingSessions(first: ${first}) { nodes { ${level(3).replaceAll('name {', 'title {')} } } }`;
  };

  it('counts what is below a page of none, which is written and planned all the same', async () => {
    const many = Array.from({ length: 400 }, (_, i) => `c${i}: trainingSessions(first: 0) { nodes { a: title { text } b: title { text } c: title { text } d: title { text } e: summary { text } } }`).join(' ');
    await expect(engine().ask(`{ ${many} }`)).rejects.toMatchObject({ extensions: { code: 'QUERY_TOO_COMPLEX' } });
  });

  it('lets through what is within the limits', async () => {
    await expect(engine().ask(deep(1))).resolves.toBeDefined();
  });
});
