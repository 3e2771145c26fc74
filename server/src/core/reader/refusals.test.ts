import { getNamedType, isInputObjectType, parse } from 'graphql';
import type { Locale } from '@passerelle/shared/locales.ts';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, testEngine } from '../../../test/reader/engine.ts';
import { openClient } from '../../../test/reader/rows.ts';

const engine = testEngine('full');
let client: pg.Client;

beforeAll(async () => {
  client = await openClient(engine().database.owner);
});

afterAll(async () => {
  await client.end();
});

const encoded = (value: unknown): string => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

async function cursorOf(list: string, sort: string, locale: Locale = 'en'): Promise<string> {
  const { data } = await engine().ask(`{ ${list}(first: 1, sort: ${sort}) { edges { cursor } } }`, { locale });
  return at(data, `${list}.edges.0.cursor`);
}

describe('an id', () => {
  it('of any type gives, through node, what the direct path gives', async () => {
    const lists: Readonly<Record<string, string>> = {
      Audience: 'audiences', City: 'cities', Country: 'countries', Institution: 'institutions', Instrument: 'instruments', Language: 'languages', Profession: 'professions', Subtheme: 'subthemes', Theme: 'themes',
      Expert: 'experts { nodes', Organisation: 'organisations { nodes', Recommendation: 'recommendations { nodes', Term: 'terms { nodes', TrainingSession: 'trainingSessions { nodes',
    };
    const nodes = Object.values(engine().schema.getTypeMap()).filter((type) => 'getInterfaces' in type && type.getInterfaces().length > 0);
    // Parts and documents are reached through their session, and tried beside their code.
    // A visitor has no sessions and no keys, and is told nothing of what was done, nor of those who come in or are registered.
    expect([...Object.keys(lists), 'AccessRequest', 'AnswerFile', 'Attendee', 'AuditEntry', 'AvailabilityCall', 'AvailabilityRequest', 'CalendarLink', 'Certificate', 'Clearance', 'CommonNeed', 'Consultation', 'CooperationRequest', 'DataRequest', 'FormQuestion', 'Invitation', 'LikelyDouble', 'Mission', 'MissionLeg', 'MissionPublication', 'Need', 'NeedsApart', 'NetworkMember', 'Participant', 'Passkey', 'PlanSearch', 'Practice', 'Project', 'Publication', 'QueuedJob', 'Registration', 'SessionDocument', 'SessionInvitation', 'SessionPart', 'SessionQuota', 'SignInSession', 'TrainingRecordEntry'].sort()).toEqual(nodes.map(({ name }) => name).sort());
    for (const [type, list] of Object.entries(lists)) {
      const texts = ['Expert', 'Recommendation'].includes(type) ? 'summary' : type === 'Institution' ? 'gloss' : ['TrainingSession', 'Instrument'].includes(type) ? 'title' : 'name';
      const fields = `id kind: __typename text: ${texts} { text locale }`;
      const { data } = await engine().ask(`{ ${list} { ${fields} } ${list.includes('{') ? '}' : ''} }`, { locale: 'hr' });
      const direct = at<{ id: string }[]>(data, list.replace(' { ', '.'))[0]!;
      const through = await engine().ask(`query ($id: ID!) { node(id: $id) { ... on ${type} { ${fields} } } }`, { variables: { id: direct.id }, locale: 'hr' });
      expect(through).toMatchObject({ data: { node: direct }, statements: 1 });
    }
  });

  it('of nothing gives null through node', async () => {
    const ids = ['Country_QQ', 'Expert_00000000-0000-7000-8000-000000000000', 'Nope_1', 'Membership_1', 'CountryFact_AL', 'Query_1', 'Node_1', '__Type_1', 'Locale_fr', 'constructor_1', '__proto___1', '', '_', 'Country', 'country_AL', ' Country_AL'];
    for (const id of ids) {
      expect((await engine().ask('query ($id: ID!) { node(id: $id) { id } }', { variables: { id } })).data, id).toEqual({ node: null });
    }
  });

  it.each([
    'Expert_x', 'Expert_', 'Expert_00000000-0000-7000-8000-00000000000', 'Expert_00000000-0000-7000-8000-00000000000g', 'Expert_ 00000000-0000-7000-8000-000000000000',
    'Expert_{00000000-0000-7000-8000-000000000000}', 'Country_', `Country_${'x'.repeat(101)}`, 'Country_A\0L', 'Country_\ud800',
  ])('that is malformed (%j) is refused as bad input', async (id) => {
    expect(await engine().refusal('query ($id: ID!) { node(id: $id) { id } }', { variables: { id } })).toBe('BAD_USER_INPUT');
  });

  it('of another type, or of none, is refused where a type is asked for', async () => {
    for (const id of ['Country_AL', 'expert', '', 'Expert_x', 'TrainingSession_00000000-0000-7000-8000-000000000000']) {
      expect(await engine().refusal('query ($id: ID!) { expert(id: $id) { id } }', { variables: { id } }), id).toBe('BAD_USER_INPUT');
    }
  });
});

describe('page arguments', () => {
  it.each([
    'first: -1', 'last: -1', 'first: 101', 'last: 101', 'first: 2147483647', 'first: -2147483648', 'first: 1, last: 1', 'first: 0, last: 0', 'first: 1, after: "x"', 'after: ""',
    'before: "x"', 'last: 1, after: "x"', 'last: 1, before: ""', 'first: 1, before: "x"',
  ])('that contradict each other or cannot be met (%s) are refused before anything runs', async (args) => {
    for (const body of ['nodes { id }', 'totalCount', '__typename']) {
      const before = engine().pool.count();
      expect(await engine().refusal(`{ terms(${args}) { ${body} } }`), body).toBe('BAD_USER_INPUT');
      expect(engine().pool.count()).toBe(before);
    }
  });

  it('are not looked at where the field is skipped', async () => {
    const { data } = await engine().ask('{ terms(first: -1, after: "x") @skip(if: true) { totalCount } node(id: "Expert_x") @include(if: false) { id } themes { code @skip(if: true) } }');
    expect(Object.keys(data)).toEqual(['themes']);
  });

  it('with a null for an order, brought by a variable, are refused as bad input', async () => {
    expect(await engine().refusal('query ($sort: TermSort) { terms(sort: $sort) { totalCount } }', { variables: { sort: null } })).toBe('BAD_USER_INPUT');
    expect((await engine().ask('query ($sort: TermSort) { terms(sort: $sort) { totalCount } }')).errors).toEqual([]);
  });

  it('with the cursor of another list or another order are refused', async () => {
    const lists = [['trainingSessions', 'STARTS_AT'], ['trainingSessions', 'LATEST'], ['trainingSessions', 'TITLE'], ['experts', 'PROFESSION'], ['experts', 'LAST_MISSION'], ['terms', 'NAME'], ['organisations', 'NAME'], ['recommendations', 'LATEST']] as const;
    for (const [from, fromSort] of lists) {
      const cursor = await cursorOf(from, fromSort);
      for (const [to, toSort] of lists) {
        for (const args of ['first: 1, after: $cursor', 'last: 1, before: $cursor']) {
          const asked = engine().refusal(`query ($cursor: String) { ${to}(sort: ${toSort}, ${args}) { nodes { id } } }`, { variables: { cursor } });
          expect(await asked, `${from} ${fromSort} in ${to} ${toSort}`).toBe(from === to && fromSort === toSort ? 'answered' : 'BAD_USER_INPUT');
        }
      }
    }
  });

  it('with the cursor of another language are refused where texts are in order, and answered where they are not', async () => {
    for (const [list, sort, expected] of [['trainingSessions', 'TITLE', 'BAD_USER_INPUT'], ['terms', 'NAME', 'BAD_USER_INPUT'], ['trainingSessions', 'LATEST', 'answered']] as const) {
      const cursor = await cursorOf(list, sort, 'bs');
      const ask = (locale: Locale): Promise<string> => engine().refusal(`query ($cursor: String) { ${list}(sort: ${sort}, first: 1, after: $cursor) { nodes { id } } }`, { variables: { cursor }, locale });
      expect(await ask('bs')).toBe('answered');
      // One collation serves both languages; the texts are others.
      expect(await ask('cnr'), sort).toBe(expected);
    }
  });

  it('with a forged cursor are refused, or at worst begin somewhere in the same list', async () => {
    const sort = 'TrainingSession.STARTS_AT';
    const id = '00000000-0000-7000-8000-000000000000';
    const refused = [
      'null', '{}', '[]', '[1]', [sort], [sort, 1], [sort, '2027-01-01'], [sort, '2027-01-01', id, 1], [sort, null, id], [sort, '2027-01-01', null], [sort, [], id], [sort, {}, id], [sort, true, id],
      [sort, 'no instant', id], [sort, '2027-01-01', 'no uuid'], [sort, '2027-01-01', 7], [sort, '2027-01-01\0', id], [sort, '\ud800', id], [sort, '9'.repeat(400), id], ['STARTS_AT', '2027-01-01', id], '"', '[', 'x'.repeat(5_000),
    ];
    for (const forged of refused) {
      expect(await engine().refusal('query ($after: String) { trainingSessions(after: $after) { nodes { id } } }', { variables: { after: encoded(forged) } }), JSON.stringify(forged)).toBe('BAD_USER_INPUT');
    }
    const { data } = await engine().ask('query ($after: String) { trainingSessions(first: 100, after: $after) { totalCount nodes { id } } }', { variables: { after: encoded([sort, '-infinity', id]) } });
    expect(at(data, 'trainingSessions.nodes')).toHaveLength(at(data, 'trainingSessions.totalCount'));
    for (const raw of ['=', '%', '"', 'ñ', '\0', '😀', ' ']) {
      expect(await engine().refusal('query ($after: String) { trainingSessions(after: $after) { totalCount } }', { variables: { after: raw } }), raw).toBe('BAD_USER_INPUT');
    }
  });
});

/** Each argument that takes a text: where a document puts it, and the list whose count shows what it did. */
function textArguments(): { readonly name: string; readonly document: string }[] {
  // These are answered by code beside the reader, whose tests ask the same.
  const roots = Object.values(engine().schema.getQueryType()!.getFields()).filter(({ name }) => !['service', 'trainingFigures', 'commonNeedConcepts', 'commonNeedSuggestions', 'isPlanSearchOutdated', 'planTakeOver'].includes(name));
  return roots.flatMap((field) =>
    field.args.flatMap((argument) => {
      const type = getNamedType(argument.type);
      const isPage = field.args.some(({ name }) => name === 'sort');
      const result = isPage ? (['expertSearch', 'expertSearchCountries', 'projectSuggestions'].includes(field.name) ? '{ totalCount }' : '{ totalCount nodes { id } }') : '{ __typename }';
      if (isInputObjectType(type)) {
        return Object.values(type.getFields())
          .filter((inner) => ['String', 'NonEmptyString', 'ID'].includes(getNamedType(inner.type).name))
          .map((inner) => ({ name: `${field.name}.${inner.name}`, document: `query ($value: ${inner.type}) { it: ${field.name}(filter: { ${inner.name}: $value }) ${result} }` }));
      }
      if (!['String', 'ID', 'NonEmptyString'].includes(type.name)) return [];
      const args = argument.name === 'before' ? 'last: 3, before: $value' : `${argument.name}: $value`;
      return [{ name: `${field.name}.${argument.name}`, document: `query ($value: ${argument.type}) { it: ${field.name}(${args}) ${result} }` }];
    }),
  );
}

const INJECTIONS = [
  `' or true --`, `') or true --`, `'))) or (((true`, `'; drop table expert; --`, `' union select name from expert --`, `\\'; select pg_sleep(60) --`, `$1`, `$1::text or true`, `$$ or true $$`,
  `" or "1"="1`, `/* */ or 1=1`, `E'\\047 or true`, `%' or '1'='1`, `'||(select name from expert limit 1)||'`, `{{1}}`, `Expert_' or true --`, `Country_' or code <> '`,
];

describe('text from outside', () => {
  it('changes neither the statement nor the data, in every argument that takes one', async () => {
    const tables = `select string_agg(relname || ' ' || n_tup_ins + n_tup_upd + n_tup_del, ',' order by relname) as sum from pg_stat_user_tables`;
    const { rows: before } = await client.query(tables);
    const named = textArguments();
    expect(named.length).toBeGreaterThan(25);
    const everything = JSON.stringify((await engine().ask(parse('{ it: terms { totalCount nodes { id } } }'), { variables: {}, trusted: true })).data.it);
    for (const { name, document } of named) {
      const parsed = parse(document);
      // What nothing is called leaves nothing out.
      const harmless = name === 'terms.exceptDomain' ? everything : JSON.stringify(/^(?:expertSearch|projectSuggestions)/.test(name) ? { totalCount: 0 } : { totalCount: 0, nodes: [] });
      for (const value of INJECTIONS) {
        const asked = engine().ask(parsed, { variables: { value }, trusted: true });
        const outcome = await asked.then(({ data }) => data.it, (error: { extensions?: { code?: string } }) => error.extensions?.code);
        expect(['BAD_USER_INPUT', null, harmless], `${name} ${value}`).toContain(typeof outcome === 'object' && outcome !== null ? JSON.stringify(outcome) : outcome);
      }
    }
    expect((await client.query(tables)).rows).toEqual(before);
  }, 40_000);

  it('is refused where it has a NUL or half a surrogate pair, in every argument', async () => {
    for (const { name, document } of textArguments()) {
      for (const value of ['a\0b', '\0', 'a\ud83d', '\ude00b']) {
        const id = name === 'node.id' ? `Theme_${value}` : value;
        expect(await engine().refusal(document, { variables: { value: id } }), `${name} ${JSON.stringify(value)}`).toBe('BAD_USER_INPUT');
      }
    }
  });

  it('cannot be written by the connection that reads at all', async () => {
    await expect(engine().pool.run({ text: `with gone as (delete from expert returning 1) select count(*)::text from gone`, values: [] })).rejects.toThrow(/read-only/);
  });
});

describe('a price', () => {
  const nested = (depth: number, inner: string): string =>
    Array.from({ length: depth }).reduce<string>((below) => `trainingSessions(first: 1) { pageInfo { hasNextPage endCursor } nodes { country { ${below} } } }`, inner);

  it.each([
    ['pages in pages', '{ countries { trainingSessions(first: 100) { nodes { trainers { name trainingSessions(first: 20) { nodes { id } } } } } } }'],
    ['lists in lists without a page', '{ countries { instruments { instrument { countries { country { instruments { instrument { countries { status } } } } } } } } }'],
    ['pages of one with lists between', '{ experts(first: 1) { nodes { countries { experts(first: 1) { nodes { countries { experts(first: 1) { nodes { countries { experts(first: 1) { nodes { countries { experts(first: 1) { nodes { countries { code } } } } } } } } } } } } } } } }'],
    ['many aliases', `{ ${Array.from({ length: 30 }, (_, i) => `a${i}: terms(first: 100) { nodes { names { name locale } } }`).join(' ')} }`],
  ])('above the limit is refused before anything runs: %s', async (_what, document) => {
    const before = engine().pool.count();
    expect(await engine().refusal(document)).toBe('QUERY_TOO_COMPLEX');
    expect(engine().pool.count()).toBe(before);
  });

  it('depends on the sizes that variables bring, not on those a plan was made with', async () => {
    const document = parse('query ($a: Int, $b: Int) { countries { trainingSessions(first: $a) { nodes { trainers { trainingSessions(first: $b) { nodes { id } } } } } } }');
    expect(await engine().refusal(document, { variables: { a: 2, b: 2 } })).toBe('answered');
    expect(await engine().refusal(document, { variables: { a: 100, b: 100 } })).toBe('QUERY_TOO_COMPLEX');
    expect(await engine().refusal(document, { variables: { a: 0, b: 100 } })).toBe('answered');
    expect(await engine().refusal(document, { variables: { b: 100 } })).toBe('QUERY_TOO_COMPLEX');
  });

  it('below the limit is answered soon, however deep pages of one are nested', async () => {
    const started = Date.now();
    const { data, statements } = await engine().ask(`{ country(code: "AL") { ${nested(12, 'code')} } }`);
    expect(statements).toBe(1);
    expect(JSON.stringify(data)).toContain('{"code":"AL"}');
    expect(Date.now() - started).toBeLessThan(2_500);
  });
});
