import { parse } from 'graphql';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, testEngine } from '../../../test/reader/engine.ts';
import { put, putTerm } from '../../../test/reader/fixture.ts';
import { openClient } from '../../../test/reader/rows.ts';
import { VISITOR } from './index.ts';

const engine = testEngine('full');
let client: pg.Client;

beforeAll(async () => {
  client = await openClient(engine().database.owner);
});

afterAll(async () => {
  await client.end();
});

/** Every kind of place in which a field that code makes can stand. */
const EVERYWHERE = `{
  trainingSessions(first: 3) {
    nodes { may: can { yes: register kind: __typename } can { register } trainers { trainingSessions(first: 1) { nodes { can { register } } } } }
    edges { node { country { name { text } trainingSessions(first: 1) { edges { node { can { ...Abilities } } } } } } }
  }
  trainingSession(id: $id) { startsAt can { register } endsAt }
  node(id: $id) { ... on TrainingSession { can { register } } }
}
fragment Abilities on TrainingSessionAbilities { register register2: register }`;

describe('an answer', () => {
  it('takes one statement whatever its nesting', async () => {
    const { data, statements, errors } = await engine().ask(`{
      countries { name { text } organisations(first: 2) { totalCount nodes { name { text } country { capital { text } } } }
        experts(first: 2) { edges { cursor node { languages { level language { name { text } } } trainingSessions(first: 1, sort: LATEST) { nodes { theme { name { text } } } } } } } }
      instruments { countries { status country { code } } } terms(first: 3) { nodes { names { locale name } } pageInfo { hasNextPage } } themes { code } }`);
    expect({ statements, errors }).toEqual({ statements: 1, errors: [] });
    expect(at<unknown[]>(data, 'countries')).toHaveLength(16);
    expect(at(data, 'terms.nodes.0.names')).toHaveLength(16);
  });

  it('is the text of the database when no code is needed, without a byte between its values', async () => {
    const { raw, data } = await engine().ask('{ themes { code position name { text locale isFallback } } service: __typename }');
    expect(raw).toBe(`${JSON.stringify({ data })}\n`);
  });

  it('is valid JSON with quotes, backslashes, control characters, line separators and emoji in the data', async () => {
    const hostile = '"quoted" \\ \\u0041 \\" \n \r \t \b \f \u0001 \u001f \u007f \u2028 \u2029 \ufeff 😀 é</script>{}[],:null';
    await putTerm(client, 'HOSTILE', { en: hostile }, { definition: hostile, domain: 'hostile' });
    const { raw, data } = await engine().ask('{ terms(filter: { domain: "hostile" }) { nodes { definition name { text } } edges { cursor } } }');
    expect(at(data, 'terms.nodes')).toEqual([{ definition: hostile, name: { text: hostile } }]);
    expect(raw!.trimEnd()).not.toMatch(/[\n\r\t]/);
    const after = at<string>(data, 'terms.edges.0.cursor');
    const next = await engine().ask('query ($after: String) { terms(filter: { domain: "hostile" }, after: $after) { nodes { code } } }', { variables: { after } });
    expect(next.data).toEqual({ terms: { nodes: [] } });
  });

  it('has the values that code makes in lists, below other objects and under aliases', async () => {
    const { data: some } = await engine().ask('{ trainingSessions(first: 1) { nodes { id startsAt endsAt } } }');
    const { id, startsAt, endsAt } = at<{ id: string; startsAt: string; endsAt: string }>(some, 'trainingSessions.nodes.0');
    const { data, raw, statements } = await engine().ask(`query ($id: ID!) ${EVERYWHERE}`, { variables: { id } });
    expect({ raw, statements }).toEqual({ raw: `${JSON.stringify({ data })}\n`, statements: 1 });
    expect(at(data, 'trainingSessions.nodes.2.may')).toEqual({ yes: false, kind: 'TrainingSessionAbilities' });
    expect(at(data, 'trainingSessions.nodes.2.can')).toEqual({ register: false });
    expect(at(data, 'trainingSessions.nodes.0.trainers.0.trainingSessions.nodes')).toEqual([{ can: { register: false } }]);
    expect(JSON.stringify(at(data, 'trainingSessions.edges'))).toContain('{"can":{"register":false,"register2":false}}');
    expect(JSON.stringify(data.trainingSession)).toBe(JSON.stringify({ startsAt, can: { register: false }, endsAt }));
    expect(data.node).toEqual({ can: { register: false } });
    expect(JSON.stringify(data)).not.toContain('hasBegun');
  });

  it('has null, and no value of code, where the object is missing', async () => {
    const { data } = await engine().ask('{ trainingSession(id: "TrainingSession_00000000-0000-7000-8000-000000000000") { can { register } } }');
    expect(data).toEqual({ trainingSession: null });
  });

  it('takes any name that GraphQL allows as a response key, however long', async () => {
    const long = 'a'.repeat(200);
    const { data, errors } = await engine().ask(`{
      __proto__: trainingSessions(first: 1) { constructor: nodes { __proto__: can { __proto__: register toString: __typename } ${long}: places } }
      hasOwnProperty: service { __proto__: locale } }`);
    expect(errors).toEqual([]);
    expect(Object.keys(data)).toEqual(['__proto__', 'hasOwnProperty']);
    const text = JSON.stringify(data);
    expect(text).toContain('"constructor":[{"__proto__":{"__proto__":false,"toString":"TrainingSessionAbilities"}');
    expect(text).toContain(`"${long}":`);
    expect(text).toContain('"hasOwnProperty":{"__proto__":"en"}');
  });

  it('holds what is read and what is not side by side, in the order of the document', async () => {
    const document = `query ($skip: Boolean!) { z: service { locale locales { tag fallback } } ...Rest __schema { queryType { name } } kind: __typename service @skip(if: $skip) { locale } }
      fragment Rest on Query { organisations(first: 60) { nodes { website kind } } node(id: "Country_XK") { id ... on Country { code timeZone } } trainingSessions(first: 1) { nodes { startsAt can { register } } } a: service { locale } }`;
    const { data, errors, statements } = await engine().ask(document, { locale: 'tr', variables: { skip: true } });
    expect({ errors, statements }).toEqual({ errors: [], statements: 1 });
    expect(Object.keys(data)).toEqual(['z', 'organisations', 'node', 'trainingSessions', 'a', '__schema', 'kind']);
    expect(at(data, 'z.locales.3')).toEqual({ tag: 'bs', fallback: ['hr', 'sr-Latn', 'en', 'fr'] });
    expect(data).toMatchObject({ a: { locale: 'tr' }, __schema: { queryType: { name: 'Query' } }, kind: 'Query' });
    const alone = await engine().ask('{ organisations(first: 60) { nodes { website kind } } node(id: "Country_XK") { id ... on Country { code timeZone } } trainingSessions(first: 1) { nodes { startsAt can { register } } } }', { locale: 'tr' });
    expect(data).toMatchObject(alone.data);
  });

  it('is no data and an error when a field that is not read and may not be null fails beside what was read', async () => {
    const document = parse('{ themes { code } service { hasDemonstrationData } }');
    const context = { locale: 'en', actor: VISITOR, hasDemonstrationData: () => Promise.reject(new Error('gone')) } as const;
    const { data, errors } = await engine().engine.execute({ document, context, trusted: false });
    expect({ data, paths: errors!.map(({ path }) => path) }).toEqual({ data: null, paths: [['service']] });
  });

  it('is empty objects where everything is skipped, and runs nothing where nothing is read', async () => {
    const { data } = await engine().ask(`{ country(code: "AL") { name { text @skip(if: true) } hotlines { number @include(if: false) } id @skip(if: true) }
      experts(first: 2) { nodes { name @skip(if: true) } pageInfo { hasNextPage @skip(if: true) } edges { cursor @skip(if: true) } } terms { totalCount @skip(if: true) } }`);
    expect(data.country).toMatchObject({ name: {} });
    expect(data).toMatchObject({ experts: { nodes: [{}, {}], pageInfo: {}, edges: [{}, {}] }, terms: {} });
    const nothing = await engine().ask('{ themes @skip(if: true) { code } __typename }');
    expect(nothing).toMatchObject({ data: { __typename: 'Query' }, statements: 0 });
  });

  it('has the page info that needs no rows without reading any', async () => {
    const document = 'query ($before: String, $after: String) { a: terms(first: 2, after: $after) { pageInfo { hasPreviousPage __typename } } b: terms(last: 2, before: $before) { pageInfo { hasNextPage } totalCount } }';
    const { data } = await engine().ask(document);
    expect(data).toMatchObject({ a: { pageInfo: { hasPreviousPage: false, __typename: 'PageInfo' } }, b: { pageInfo: { hasNextPage: false } } });
  });

  it('answers the operation that is named among several', async () => {
    const document = 'query A { themes { code } } query B { theme: themes { position } }';
    expect(Object.keys((await engine().ask(document, { operationName: 'B' })).data)).toEqual(['theme']);
    expect(Object.keys((await engine().ask(document, { operationName: 'A' })).data)).toEqual(['themes']);
    expect((await engine().ask(document)).errors).toHaveLength(1);
  });

  it('writes instants in UTC to the millisecond, days as days and numbers as they are', async () => {
    await put(client, {
      training_session: [{ uuid: '00000000-0000-7000-8000-0000000000aa', theme_code: 'ASSISTANCE', source_locale: 'en', format: 'ONLINE', country_code: null, town: null, starts_at: '2031-07-01T23:59:59.999999+02:00', ends_at: '2031-07-02T00:00:00.5+02:00', time_zone: 'Europe/Paris', places: 1, places_taken: 3 }],
      training_session_translation: [{ session_uuid: '00000000-0000-7000-8000-0000000000aa', locale: 'en', title: 'late' }],
    });
    const { data } = await engine().ask('{ trainingSession(id: "TrainingSession_00000000-0000-7000-8000-0000000000aa") { startsAt endsAt placesLeft country { id } } country(code: "AL") { capitalCoordinates { latitude } holidays(year: 2027) { date } } }');
    expect(data.trainingSession).toEqual({ startsAt: '2031-07-01T21:59:59.999Z', endsAt: '2031-07-01T22:00:00.500Z', placesLeft: 0, country: null });
    expect(at(data, 'country.capitalCoordinates.latitude')).toBeCloseTo(41.33, 1);
    expect(at(data, 'country.holidays.0.date')).toMatch(/^2027-\d\d-\d\d$/);
  });
});
