/** Every query, every mutation, every subscription and every field about persons × every role, as `expectations.ts` and `field-expectations.ts` say. */
import { extendSchema, type GraphQLSchema, isObjectType, parse } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { declarations } from '../../src/core/personal/declare.ts';
import { createSchema } from '../../src/schema.ts';
import { ask, testServer, UNLIMITED } from '../http/harness.ts';
import { wrongNames } from './consent.ts';
import { subscribe } from '../http/event-stream.ts';
import { MUTATIONS, QUERIES } from './expectations.ts';
import { FIELDS } from './field-expectations.ts';
import { PLAIN } from './plain.ts';
import { SUBSCRIPTIONS } from './subscription-expectations.ts';
import { ADVISERS, type Headers, OUTSIDERS, PEOPLE, type Role, ROLES, signEverybodyIn } from './roles.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  await askAgain();
  await registerTwice();
  // One that waits until tomorrow, so that there is something to see.
  await server().database.orm.em.fork().execute(`select from graphile_worker.add_job('mail.forget', run_at => now() + interval '1 day')`);
});

/** In the country of each embassy here, two participants of one address and two organisations. */
async function registerTwice(): Promise<void> {
  await server().database.orm.em.fork().execute(`
    insert into participant (uuid, organisation_slug, country_code, profession_code, sector, email, name, locale)
    select gen_random_uuid(), o.slug, m.country_code, 'JUDGE', 'CIVIL_SOCIETY', 'twice@ngo.example', 'Somebody', 'en'
    from (select distinct country_code from member where role = 'SCAC' and country_code is not null) m cross join (select slug from organisation order by slug limit 2) o`);
}

/** Somebody whom nobody here signs in as asks something about their data. */
async function askAgain(): Promise<void> {
  await server().database.orm.em.fork().execute(`
    insert into data_request (uuid, person_id, kind, text, due_on) select '00000000-0000-7000-8000-00000000da7a', id, 'OBJECT', 'The list', current_date + 30 from person where email = 'ssi.al@passerelle.example'
    on conflict (uuid) do update set answer = null, answered_at = null`);
}

describe('an expectation', () => {
  test('is there for every query, every mutation and every subscription, and for no other', async () => {
    const schema = await createSchema();
    expect(Object.keys(QUERIES).sort()).toEqual(Object.keys(schema.getQueryType()!.getFields()).sort());
    expect(Object.keys(SUBSCRIPTIONS).sort()).toEqual(Object.keys(schema.getSubscriptionType()!.getFields()).sort());
    expect(Object.keys(MUTATIONS).sort()).toEqual(Object.keys(schema.getMutationType()!.getFields()).sort());
  });

  test('is there for every field of a type whose table holds persons’ data', async () => {
    const schema = await createSchema();
    const entities = new Set(declarations.all.flatMap(({ table, reason }) => (reason === undefined && typeof table !== 'string' ? [table.name] : [])));
    // What the file of a clearance is hangs on one; what it holds is no field.
    const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type)).filter(({ name }) => entities.has(name) || name === 'ClearanceFile');
    expect(types.length).toBeGreaterThan(0);
    const found = Object.fromEntries(types.map((type) => [type.name, Object.keys(type.getFields()).sort()]));
    expect(Object.fromEntries(Object.entries(FIELDS).map(([type, fields]) => [type, Object.keys(fields).sort()]))).toEqual(found);
  });

  /** The fields of all other types but the roots and the pages of lists, that nobody has said anything of; and what is said of none. */
  function unsaid(schema: GraphQLSchema): string[] {
    const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type)).filter(({ name }) => !/^__|^(?:Query|Mutation|Subscription)$|(?:Connection|Edge)$/.test(name) && !(name in FIELDS));
    const there = types.flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
    const said = Object.entries(PLAIN).flatMap(([type, fields]) => fields.split(' ').map((field) => `${type}.${field}`));
    return [...there.filter((field) => !said.includes(field)), ...said.filter((field) => !there.includes(field))];
  }

  test('is there for every field of every other type, and a new one that leads to persons is found out', async () => {
    const schema = await createSchema();
    expect(unsaid(schema)).toEqual([]);
    const planted = extendSchema(schema, parse('extend type Country { officers: [NetworkMember!]! } type Leak { email: String } extend type Service { leak: Leak }'), { assumeValid: true });
    expect(unsaid(planted)).toEqual(['Country.officers', 'Service.leak', 'Leak.email']);
  });
});

describe.each(ROLES)('%s', (role: Role) => {
  const isOutside = OUTSIDERS.includes(role);

  test.each(Object.entries(QUERIES))('asks %s', async (name, { expect: expectation, args, select, own, seenBy = ADVISERS }) => {
    const document = `{ ${name}${args ? `(${args})` : ''}${select && ` { ${select} }`} }`;
    const answer = await ask(server(), document, {}, headers[role]);
    expect(answer.errors).toBeUndefined();
    if (expectation === 'ADVISER' || expectation === 'THEIRS') {
      const found = answer.data![name] as { nodes?: unknown[] } | unknown[] | null;
      // What is one thing is there or not.
      const rows = Array.isArray(found) ? found : found === null ? [] : (found.nodes ?? [found]);
      if (seenBy.includes(role)) expect(rows).not.toEqual([]);
      else expect(rows).toEqual([]);
    } else if (expectation === 'MINE') expect(answer.data![name] === null).toBe(isOutside);
    else if (expectation !== 'OWN') expect(answer.text).toBe((await ask(server(), document)).text);
    else expect(answer.data![name]).toEqual(isOutside ? null : (own ?? { email: PEOPLE[role as keyof typeof PEOPLE] }));
  });

  test.each(Object.entries(SUBSCRIPTIONS))('subscribes to %s', async (name, { expect: expectation, args, select }) => {
    const stream = await subscribe(server(), `subscription { ${name}${args} ${select} }`, {}, headers[role]);
    if (expectation === 'ANYBODY') {
      await stream.until(1);
      expect(stream.told).toEqual([{ data: { [name]: null } }]);
    } else if (isOutside && expectation === 'SIGNED_IN') {
      await stream.until(1);
      expect(stream.told[0]!.errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
    } else expect([stream.status, stream.isEnded(), stream.told]).toEqual([200, false, []]);
    stream.close();
  });

  test.each(Object.keys(PEOPLE) as (keyof typeof PEOPLE)[])('does not reach what is %s’s alone', async (other) => {
    const [row] = (await server().database.orm.em.fork().execute('select s.id from sign_in_session s join person p on p.id = s.person_id where p.email = ?', [PEOPLE[other]])) as { id: string }[];
    const node = (id: string) => ask(server(), 'query ($id: ID!) { node(id: $id) { id ... on SignInSession { userAgent createdAt } } }', { id: `SignInSession_${id}` }, headers[role]);
    const absent = await node('00000000-0000-0000-0000-000000000000');
    // Whoever was suspended has none left.
    expect(row === undefined).toBe(other === 'suspended');
    if (!row) return;
    if (role === other && !isOutside) expect((await node(row.id)).data!.node).not.toBeNull();
    else expect((await node(row.id)).text).toBe(absent.text);
  });
});

test('names of experts come by every path to those alone whom the expert chose', { timeout: 60_000 }, async () => {
  expect(await wrongNames(server(), headers)).toEqual([]);
});

// Last: some of these end sessions.
describe.each(ROLES)('%s', (role: Role) => {
  test.each(Object.entries(MUTATIONS))('does %s', async (name, { expect: expectation, args, select, outcome }) => {
    await askAgain();
    const answer = await ask(server(), `mutation { ${name}${args ? `(${args})` : ''} { ${select} } }`, {}, headers[role]);
    const isOutside = OUTSIDERS.includes(role);
    const insiders = expectation === 'REAL' ? 'INVENTED_PERSON' : undefined;
    const isRefused = isOutside && ['SIGNED_IN', 'REAL', 'ADVISER'].includes(expectation);
    expect(answer.code).toBe(isRefused ? 'UNAUTHENTICATED' : insiders);
    if (outcome && !isRefused) expect((answer.data![name] as Record<string, unknown>)[outcome]).toBe(ADVISERS.includes(role));
  });
});
