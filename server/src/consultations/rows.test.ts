/** Who sees consultations and opinions on every path, what the tables hold to whatever a service forgets, and whom mails and reminders reach. */
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { transactAs } from '../core/database/index.ts';
import { keyOf, owner, step } from '../missions/world.fixture.ts';
import { ormOptions } from '../orm.ts';
import { remindPosts } from './consultation-mail.ts';
import { BELGRADE, consultationOf, consultedMission, give, TIRANA } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let orm: MikroORM;

/** Of Serbia and of Albania one that counts, and one of before. */
let serbian: string;
let earlier: string[];
let albanian: string;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  await owner(server(), 'delete from mission');
  const both = await consultedMission(server(), headers.adviser);
  const ofBoth = (): Promise<string[]> => Promise.all(both.legs.map(async ({ id }) => (await consultationOf(server(), headers.adviser, id))!.id));
  earlier = await ofBoth();
  await step(server(), headers.adviser, 'replanMission', both.id);
  await owner(server(), 'update mission_leg set ends_on = starts_on');
  await step(server(), headers.adviser, 'consultPosts', both.id);
  [serbian, albanian] = (await ofBoth()) as [string, string];
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});

/** Statements of the application as somebody, in one transaction: how many rows the last one gave, or what the database says. */
async function as(email: string | null, ...statements: string[]): Promise<number | string> {
  const [person] = email === null ? [] : await owner<{ id: string }>(server(), 'select id from person where email = ?', [email]);
  try {
    return await transactAs(orm, person?.id ?? null)(async (em) => {
      let rows = 0;
      for (const statement of statements) rows = (await em.execute<unknown[]>(statement)).length;
      return rows;
    });
  } catch (error) {
    return (error as { cause?: Error }).cause?.message ?? (error as Error).message;
  }
}

const DUE = (): Readonly<Partial<Record<(typeof ROLES)[number], readonly string[]>>> => ({
  scac: [serbian], ssi: [serbian], scacElsewhere: [albanian], adviser: [serbian, albanian, ...earlier], assistant: [serbian, albanian, ...earlier],
});

/** What a role finds: beside the legs that it sees, and by id. */
async function found(role: (typeof ROLES)[number]): Promise<string[]> {
  const { data, text } = await ask(server(), '{ missionLegs(first: 100) { nodes { consultation { id opinions { service } } earlierConsultations { id } } } }', {}, headers[role]);
  if (!data) throw new Error(text);
  const beside = (data.missionLegs as { nodes: { consultation: { id: string; opinions: unknown[] } | null; earlierConsultations: { id: string }[] }[] }).nodes.flatMap(({ consultation, earlierConsultations }) => {
    if (consultation) expect(consultation.opinions).toHaveLength(2);
    return [...(consultation ? [consultation.id] : []), ...earlierConsultations.map(({ id }) => id)];
  });
  for (const id of [serbian, albanian, ...earlier]) {
    const { data: node } = await ask(server(), `{ node(id: "${id}") { id } }`, {}, headers[role]);
    expect([role, id, node!.node !== null]).toEqual([role, id, beside.includes(id)]);
  }
  return beside.sort();
}

test('each role finds what is theirs, on every path, and what is hidden answers as what is not there, byte for byte', async () => {
  for (const role of ROLES) expect([role, await found(role)]).toEqual([role, [...(DUE()[role] ?? [])].sort()]);
  const absent = 'Consultation_00000000-0000-4000-8000-000000000000';
  const told = async (id: string, document: string): Promise<string> => (await ask(server(), document, { id }, headers.scac)).text;
  for (const document of ['query ($id: ID!) { node(id: $id) { id } }', 'mutation ($id: ID!) { giveOpinion(id: $id, input: { service: SCAC, version: 1, purposeVersion: 1, answer: AGREED, remark: "" }) { outcome faults { field } consultation { id } } }']) {
    const bytes = await told(absent, document);
    for (const id of [...earlier, albanian]) expect([document, await told(id, document)]).toEqual([document, bytes]);
  }
});

test('the tables say the same, and nobody writes an opinion but by the function', async () => {
  for (const [email, count] of [[PEOPLE.scac, 1], [PEOPLE.ssi, 1], [PEOPLE.scacElsewhere, 1], [PEOPLE.adviser, 4], [PEOPLE.expert, 0], [PEOPLE.translator, 0], [PEOPLE.suspended, 0], [null, 0]] as const) {
    expect([email, await as(email, 'select from consultation'), await as(email, 'select from opinion')]).toEqual([email, count, 2 * count]);
  }
  for (const email of [PEOPLE.scac, PEOPLE.adviser]) {
    expect(await as(email, `update opinion set answer = 'AGREED', answered_at = now() where consultation_uuid = '${keyOf(serbian)}' returning 1`)).toBe(0);
    expect(await as(email, `update consultation set due_at = now() + interval '1 year' where uuid = '${keyOf(serbian)}' returning 1`)).toBe(0);
  }
  expect(await as(PEOPLE.scacElsewhere, `select from leg_letter((select uuid from mission_leg where country_code = 'RS')) l where l is not null`)).toBe(0);
  expect(await as(null, 'select from hold_opinions(gen_random_uuid())', 'select from take_reminder(array[]::uuid[]) t(leg) where leg is not null')).toBe(0);
});

test('without the rules of the tables the readers alone hide them', async () => {
  for (const table of ['consultation', 'opinion', 'mission_leg']) await owner(server(), `alter table ${table} disable row level security`);
  for (const role of ROLES) expect([role, await found(role)]).toEqual([role, [...(DUE()[role] ?? [])].sort()]);
  // The control of the rules: here they were what hid.
  expect(await as(PEOPLE.ngoMember, 'select from consultation')).toBe(4);
  for (const table of ['consultation', 'opinion', 'mission_leg']) await owner(server(), `alter table ${table} enable row level security`);
});

test('who has not answered is reminded once, from the morning of the last working day before the deadline', async () => {
  await owner(server(), 'delete from mail');
  await owner(server(), `update consultation set due_on = current_date + 30, due_at = now() + interval '30 days'`);
  const remind = async (): Promise<string[]> => {
    await remindPosts(orm.em.fork(), 'https://passerelle.example');
    return (await owner<{ recipient: string }>(server(), `delete from mail where template = 'opinionDue' returning recipient`)).map(({ recipient }) => recipient).sort();
  };
  expect(await remind()).toEqual([]);
  expect(await give(server(), headers.scac, serbian)).toBe('DONE');
  await owner(server(), `update consultation set due_on = current_date, due_at = now() + interval '1 hour' where is_latest`);
  expect(await remind()).toEqual([PEOPLE.scacElsewhere, ...(await owner<{ email: string }>(server(), `select p.email from person p join member m on m.person_id = p.id where m.role = 'SSI' and m.country_code = 'AL'`)).map(({ email }) => email), PEOPLE.ssi].sort());
  expect(await remind()).toEqual([]);
});

test('nobody invented is written to about a real leg', async () => {
  const { id, legs } = await consultedMission(server(), headers.adviser, [BELGRADE, TIRANA]);
  const readers = async (): Promise<number> => (await owner<{ n: number }>(server(), `with s as (select set_config('passerelle.purpose', 'consultations', true)) select jsonb_array_length(leg_letter(?) -> 'readers') as n from s`, [keyOf(legs[0]!.id)]))[0]!.n;
  expect(await readers()).toBe(2);
  for (const [table, key] of [['mission', 'uuid'], ['mission_leg', 'mission_uuid']]) await owner(server(), `update ${table!} set is_demonstration = false where ${key!} = ?`, [keyOf(id)]);
  expect(await readers()).toBe(0);
});

test('an invented post reads no consultation about a real leg, by the readers alone either', async () => {
  const { id, legs } = await consultedMission(server(), headers.adviser, [BELGRADE]);
  const key = (await consultationOf(server(), headers.adviser, legs[0]!.id))!.id;
  const reads = async (): Promise<unknown> => (await ask(server(), 'query ($id: ID!) { node(id: $id) { id } }', { id: key }, headers.scac)).data?.node;
  expect(await reads()).toEqual({ id: key });
  for (const [table, column] of [['mission', 'uuid'], ['mission_leg', 'mission_uuid']]) await owner(server(), `update ${table!} set is_demonstration = false where ${column!} = ?`, [keyOf(id)]);
  expect(await reads()).toBeNull();
  const rules = async (act: 'disable' | 'enable'): Promise<void> => {
    for (const table of ['mission_leg', 'consultation']) await owner(server(), `alter table ${table} ${act} row level security`);
  };
  await rules('disable');
  expect(await reads()).toBeNull();
  await rules('enable');
});
