/** What the tables hold to, whatever a service forgets: who sees and writes calls for availability, and what is asked by them. */
import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { transactAs } from '../core/database/index.ts';
import { ormOptions } from '../orm.ts';
import { owner } from '../registrations/world.fixture.ts';
import { askExperts as askAs } from './ask.service.ts';
import { askedAt, askExperts, expertAt, keyOf, saveCall } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;
let orm: MikroORM;
/** The sheet that belongs to the account of the expert. */
let own: string;
let others: { readonly call: string; readonly expert: string };

/** Statements of the application as somebody, in one transaction: how many rows the last one gave, or what the database says. */
async function as(email: string | null, ...statements: string[]): Promise<number | string> {
  const [person] = email === null ? [] : await sql<{ id: string }>('select id from person where email = ?', [email]);
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

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  await sql('delete from availability_call');
  const { call } = await saveCall(server(), headers.adviser);
  const [bound] = await sql<{ uuid: string }>('select e.uuid from expert e join person p on p.id = e.person_id where p.email = ?', [PEOPLE.expert]);
  own = bound!.uuid;
  await askExperts(server(), headers.adviser, call!.id, [own]);
  others = await askedAt(server(), headers.adviser, 'rows@expert.example');
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});

const TABLES = ['availability_call', 'availability_call_translation', 'availability_request'];
const OTHERS = [PEOPLE.scac, PEOPLE.ssi, PEOPLE.scacElsewhere, PEOPLE.ngoCoordinator, PEOPLE.ngoMember, PEOPLE.authority, PEOPLE.international, PEOPLE.translator, PEOPLE.suspended, null];

test('the adviser and their team see all; an expert what they are asked, and nothing of what others are; nobody else anything', async () => {
  for (const table of TABLES) {
    for (const [email, count] of [[PEOPLE.adviser, 2], [PEOPLE.assistant, 2], [PEOPLE.expert, 1], ...OTHERS.map((one) => [one, 0] as const)] as const) expect([table, email, await as(email, `select from ${table}`)]).toEqual([table, email, count]);
  }
});

test('an expert whose account is suspended sees nothing of what they are asked', async () => {
  const suspend = (at: string): Promise<unknown> => sql(`update person set suspended_at = ${at} where email = ?`, [PEOPLE.expert]);
  await suspend('now()');
  const [asked] = await sql<{ uuid: string }>('select uuid from availability_request where expert_uuid = ?', [own]);
  for (const table of TABLES) expect([table, await as(PEOPLE.expert, `select from ${table}`)]).toEqual([table, 0]);
  expect(await as(PEOPLE.expert, `select 1 where answer_availability(null, '${asked!.uuid}', 1, '{YES,YES,YES}', null, 'fr', null) = 'GONE'`)).toBe(1);
  // The control: it is the account that is asked for, and nothing else.
  await suspend('null');
  for (const table of TABLES) expect([table, await as(PEOPLE.expert, `select from ${table}`)]).toEqual([table, 1]);
});

test('the adviser asks nobody real by an invented call', async () => {
  const real = await expertAt(server(), null);
  const side = (isInvented: boolean): Promise<unknown> => sql('update expert set is_demonstration = ? where uuid = ?', [isInvented, real]);
  const asks = (): Promise<number | string> => as(PEOPLE.adviser, `insert into availability_request (uuid, call_uuid, expert_uuid, submission) values (gen_random_uuid(), '${keyOf(others.call)}', '${real}', gen_random_uuid()) returning 1`);
  // Somebody real sees both sides.
  await sql('update person set is_demonstration = false where email = ?', [PEOPLE.adviser]);
  await side(false);
  const [adviser] = await sql<{ id: string }>('select id from person where email = ?', [PEOPLE.adviser]);
  const sending = { call: keyOf(others.call), submission: randomUUID(), experts: [real], count: async () => undefined };
  expect(await transactAs(orm, adviser!.id)((em) => askAs(em, { circle: 'adviser', person: adviser!.id, session: null }, 'https://passerelle.example', sending))).toEqual({ outcome: 'DONE', experts: [{ expert: real, outcome: 'UNKNOWN' }] });
  expect(await asks()).toContain('row-level security');
  // The control: the side is what stands in the way.
  await side(true);
  expect(await asks()).toBe(1);
  await sql('update person set is_demonstration = true where email = ?', [PEOPLE.adviser]);
  await sql('delete from expert where uuid = ?', [real]);
});

test('an expert writes nothing but by the function that knows what they are asked', async () => {
  expect(await as(PEOPLE.expert, `update availability_request set answers = '{YES,YES,YES}', answered_at = now() returning 1`)).toBe(0);
  expect(await as(PEOPLE.expert, 'update availability_call set closed_at = now() returning 1')).toBe(0);
  expect(await as(PEOPLE.expert, `insert into availability_request (uuid, call_uuid, expert_uuid, submission) select gen_random_uuid(), '${keyOf(others.call)}', e.uuid, gen_random_uuid() from expert e`)).toContain('row-level security');
  const [theirs] = await sql<{ uuid: string }>('select uuid from availability_request where expert_uuid = ?', [others.expert]);
  expect(await as(PEOPLE.expert, `select 1 where answer_availability(null, '${theirs!.uuid}', 1, '{YES,YES,YES}', null, 'fr', null) = 'GONE'`)).toBe(1);
  expect(await sql('select from availability_request where answered_at is not null')).toEqual([]);
});

test('an adviser answers for nobody, and takes no answer away', async () => {
  expect(await as(PEOPLE.adviser, `update availability_request set answers = '{YES,YES,YES}', answered_at = now() returning 1`)).toContain('row-level security');
  await sql(`update availability_request set answers = '{NO,NO,NO}', answered_at = now() where expert_uuid = ?`, [others.expert]);
  expect(await as(PEOPLE.adviser, `update availability_request set answers = '{}', answered_at = null where expert_uuid = '${others.expert}' returning 1`)).toBe(0);
  expect(await as(PEOPLE.adviser, 'delete from availability_request returning 1')).toBe(0);
});

test('somebody invented sees no call that somebody real has made, and makes none that is not invented', async () => {
  const call = randomUUID();
  await sql(`with made as (insert into availability_call (uuid, source_locale, from_on, until_on, answers_until) values (?, 'fr', '2098-11-08', '2098-11-10', '2098-11-01') returning uuid)
    insert into availability_call_translation (call_uuid, locale, title) select uuid, 'fr', 'Vraie' from made`, [call]);
  expect(await as(PEOPLE.adviser, `select from availability_call where uuid = '${call}'`)).toBe(0);
  expect(await as(PEOPLE.adviser, `select from availability_call_translation where title = 'Vraie'`)).toBe(0);
  expect(await as(PEOPLE.adviser, `insert into availability_call (uuid, source_locale, from_on, until_on, answers_until) values (gen_random_uuid(), 'fr', '2098-11-08', '2098-11-10', '2098-11-01')`)).toContain('row-level security');
});

test('a call has 62 days at most, and is answered before they begin; what is answered is an answer', async () => {
  const wrong = (column: string, day: string): Promise<unknown> => sql(`update availability_call set ${column} = '${day}' where not exists (select from availability_request r where r.call_uuid = availability_call.uuid)`);
  await expect(wrong('until_on', '2099-01-09')).rejects.toThrow('availability_call_period');
  await expect(wrong('answers_until', '2098-11-09')).rejects.toThrow('availability_call_deadline');
  await expect(sql(`update availability_request set answers = '{MAYBE}', answered_at = now()`)).rejects.toThrow('availability_request_answers');
  await expect(sql(`update availability_request set answers = '{}', answered_at = now()`)).rejects.toThrow('availability_request_answered');
});
