/** What the rules of rows hold to, whatever a service forgets: who sees what hosts are offered, and that nobody answers for one. */
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { transactAs } from '../core/database/index.ts';
import { type Toured, tour } from '../meetings/meetings.fixture.ts';
import { owner } from '../missions/world.fixture.ts';
import { ormOptions } from '../orm.ts';
import { at, offered } from './slots.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let toured: Toured;
let orm: MikroORM;
let key: string;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});
beforeEach(async () => {
  await owner(server(), 'delete from mission');
  toured = await tour(server(), headers.adviser);
  ({ key } = await offered(server(), headers.scac, toured));
});

/** A statement of the application as somebody: how many rows it gave, or what the database says. */
async function as(role: string, statement: string, values: unknown[] = []): Promise<number | string> {
  const [person] = await owner<{ id: string }>(server(), 'select id from person where email = ?', [(PEOPLE as Readonly<Record<string, string | null>>)[role] ?? null]);
  try {
    return await transactAs(orm, person?.id ?? null)(async (em) => (await em.execute<unknown[]>(statement, values)).length);
  } catch (error) {
    return (error as { cause?: Error }).cause?.message ?? (error as Error).message;
  }
}

test('what hosts are offered is seen by the adviser and by the post of the leg, and nothing says of a slot whether it is free to anybody else', async () => {
  const rows = async (role: string): Promise<unknown[]> => [await as(role, 'select from slot_offer where meeting_uuid = ?', [key]), await as(role, 'select from offered_slot where meeting_uuid = ?', [key]), await as(role, `select where is_slot_free(?, '2098-11-10', '10:00')`, [key])];
  expect([await rows('scac'), await rows('ssi'), await rows('adviser'), await rows('assistant')]).toEqual([[1, 2, 1], [1, 2, 1], [1, 2, 1], [1, 2, 1]]);
  for (const role of ['visitor', 'scacElsewhere', 'expert', 'ngoCoordinator', 'translator', 'authority']) expect([role, ...(await rows(role))]).toEqual([role, 0, 0, 0]);
  expect([await as('adviser', 'select from ended_slot_link'), await as('scac', 'select slot_fault(?, ?, ?, true, true)', [key, at('10:00').day, '10:00'])]).toEqual([0, expect.stringContaining('permission denied')]);
  // The control: without the rule of the table its rows are anybody's.
  await owner(server(), 'alter table slot_offer disable row level security');
  expect(await as('scacElsewhere', 'select from slot_offer where meeting_uuid = ?', [key])).toBe(1);
  await owner(server(), 'alter table slot_offer enable row level security');
});

test('nobody answers for a host, writes a time in their name, or offers as the adviser who is none', async () => {
  const taken = `update slot_offer set answer = 'TAKEN', answered_at = now(), taken_day = '2098-11-10', taken_starts = '10:00' where meeting_uuid = ? returning 1`;
  for (const role of ['adviser', 'scac']) expect([role, await as(role, taken, [key])]).toEqual([role, expect.stringContaining('what a host answers')]);
  expect(await as('scac', `insert into offered_slot (meeting_uuid, day, starts, is_by_host) values (?, '2098-11-10', '16:00', true)`, [key])).toContain('row-level security');
  expect(await as('scac', `update slot_offer set ended = 'WITHDRAWN', ended_at = now() where meeting_uuid = ? returning 1`, [key])).toBe(1);
  expect(await as('scacElsewhere', 'delete from slot_offer where meeting_uuid = ? returning 1', [key])).toBe(0);
  await owner(server(), 'delete from slot_offer where meeting_uuid = ?', [key]);
  const made = (byAdviser: boolean) => as('scac', `insert into slot_offer (meeting_uuid, leg_uuid, submission, name, locale, by_adviser, answers_until) values (?, ?, gen_random_uuid(), 'N', 'fr', ?, '2098-11-01') returning 1`, [key, toured.legKey, byAdviser]);
  expect([await made(true), await made(false)]).toEqual([expect.stringContaining('row-level security'), 1]);
});

test('an offer stays as it was made: neither whose it is, nor to whom it goes, nor a link of their own is written by who prepares the leg; taken back it is', async () => {
  await owner(server(), 'delete from slot_offer');
  ({ key } = await offered(server(), headers.adviser, toured));
  const change = (what: string) => as('scac', `update slot_offer set ${what} where meeting_uuid = ? returning 1`, [key]);
  const changes = ['by_adviser = false', `secret_hash = 'mine'`, `email = 'mine@host.example'`, 'leg_uuid = gen_random_uuid()', `answers_until = '2098-11-09'`, `override_reason = 'Mine'`];
  for (const what of changes) expect([what, await change(what)]).toEqual([what, expect.stringContaining('stays as it was made')]);
  // The control: without the trigger whoever prepares the leg makes the link their own.
  await owner(server(), 'alter table slot_offer disable trigger slot_offer_kept');
  expect(await change(`secret_hash = 'mine', by_adviser = false`)).toBe(1);
  await owner(server(), 'alter table slot_offer enable trigger slot_offer_kept');
  expect([await change('secret_hash = null'), await change(`ended = 'WITHDRAWN', ended_at = now(), version = version + 1`)]).toEqual([1, 1]);
});
