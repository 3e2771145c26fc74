/** What the tables of meetings hold to, whatever a service forgets: who reads and writes what, said once more in other words. */
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { transactAs } from '../core/database/index.ts';
import { ormOptions } from '../orm.ts';
import { keyOf, owner } from '../missions/world.fixture.ts';
import { namePeople, saveMeeting, tour, type Toured } from './meetings.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let orm: MikroORM;
let shown: Toured;
/** The keys of a meeting that the post was shown, of another in the same leg, and of one that it was not. */
let meeting: string;
let later: string;
let hidden: string;
const people = new Map<string, string>();

/** Statements of the application as somebody, in one transaction that is undone: how many rows the last one gave, or what the database says. */
async function as(email: string | null, ...statements: string[]): Promise<number | string> {
  const undone = new Error('undone');
  let rows = 0;
  try {
    await transactAs(orm, people.get(email ?? '') ?? null)(async (em) => {
      for (const statement of statements) rows = (await em.execute<unknown[]>(statement)).length;
      throw undone;
    });
  } catch (error) {
    if (error === undone) return rows;
    return (error as { cause?: Error }).cause?.message ?? (error as Error).message;
  }
  return rows;
}

beforeAll(async () => {
  const headers = await signEverybodyIn(server());
  await sql('delete from mission');
  for (const { id, email } of await sql<{ id: string; email: string }>('select id, email from person')) people.set(email, id);
  const content = { day: '2098-11-10', starts: '10:00', windows: [{ day: '2098-11-10', from: '09:00', until: '12:00' }], languages: [{ language: 'fr', atLeast: 'B2' }], needs: [{ kind: 'MAGISTRATE', atLeast: 1 }] };
  const fill = async (leg: Toured): Promise<[string, string]> => {
    const after = (await saveMeeting(server(), headers.adviser, leg.leg, { day: '2098-11-10', starts: '14:00' })).key;
    const recommendation = (await sql<{ slug: string }>('select slug from recommendation order by slug limit 1'))[0]!.slug;
    const { key } = await saveMeeting(server(), headers.adviser, leg.leg, { ...content, precedes: [{ meeting: after, gapMinutes: 0 }], recommendations: [`Recommendation_${recommendation}`] });
    expect((await namePeople(server(), headers.adviser, leg.leg, { key, version: 1, people: [{ member: leg.members[0], kind: 'MAGISTRATE', isSubstitute: false }] })).outcome).toBe('DONE');
    return [key, after];
  };
  const other = await tour(server(), headers.adviser, []);
  [hidden] = await fill(other);
  // Of two missions that are both planned nobody can be in both: the one that nobody is shown stays an idea.
  shown = await tour(server(), headers.adviser);
  [meeting, later] = await fill(shown);
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});

const ADVISERS = [PEOPLE.adviser, PEOPLE.assistant];
const POST = [PEOPLE.scac, PEOPLE.ssi];
const OTHERS = [PEOPLE.scacElsewhere, PEOPLE.ngoCoordinator, PEOPLE.ngoMember, PEOPLE.authority, PEOPLE.expert, PEOPLE.international, PEOPLE.translator, PEOPLE.suspended, null];
/** Each table with the column that leads to the meeting. */
const PARTS = { meeting: 'uuid', meeting_translation: 'meeting_uuid', meeting_window: 'meeting_uuid', meeting_language: 'meeting_uuid', meeting_need: 'meeting_uuid', meeting_recommendation: 'meeting_uuid', meeting_precedence: 'before_uuid' } as const;
const rowsOf = (table: keyof typeof PARTS, key: string): string => `select from ${table} where ${PARTS[table]} = '${key}'`;

describe.each(Object.keys(PARTS) as (keyof typeof PARTS)[])('%s', (table) => {
  test('is read by the adviser, and by the post of the leg once it is shown; by nobody else', async () => {
    for (const email of ADVISERS) expect([email, await as(email, rowsOf(table, meeting)), await as(email, rowsOf(table, hidden))]).toEqual([email, 1, 1]);
    for (const email of POST) expect([email, await as(email, rowsOf(table, meeting)), await as(email, rowsOf(table, hidden))]).toEqual([email, 1, 0]);
    for (const email of OTHERS) expect([email, await as(email, `select from ${table}`)]).toEqual([email, 0]);
  });

  test('is neither changed, removed nor held by whoever does not prepare the leg', async () => {
    for (const email of OTHERS) {
      for (const statement of [`update ${table} set ${PARTS[table]} = ${PARTS[table]} returning 1`, `delete from ${table} returning 1`, `select from ${table} for update`]) expect([email, statement, await as(email, statement)]).toEqual([email, statement, 0]);
    }
    for (const email of POST) expect([email, await as(email, `delete from ${table} where ${PARTS[table]} = '${hidden}' returning 1`)]).toEqual([email, 0]);
  });
});

test('the post writes what it prepares, and nothing of what the adviser decides', async () => {
  const [day, order] = [`'2098-11-10'`, `('${later}', '${meeting}', 0)`];
  const OWN = [
    `update meeting set place_name = 'Bureau' where uuid = '${meeting}' returning 1`, `update meeting_translation set note = 'Vu.' where meeting_uuid = '${meeting}' returning 1`,
    `insert into meeting_window (meeting_uuid, day, from_time, until_time) values ('${later}', ${day}, '13:00', '17:00') returning 1`, `delete from meeting_language where meeting_uuid = '${meeting}' returning 1`,
  ];
  const DECIDED = [
    `delete from meeting where uuid = '${later}' returning 1`, `update meeting set is_mandatory = true where uuid = '${meeting}' returning 1`, `update meeting set is_only_adviser = true where uuid = '${meeting}' returning 1`,
    `insert into meeting_need (meeting_uuid, role, at_least) values ('${later}', 'POLICE', 1) returning 1`, `delete from meeting_recommendation where meeting_uuid = '${meeting}' returning 1`,
    `insert into meeting_precedence (before_uuid, after_uuid, gap_minutes) values ${order} returning 1`, `delete from meeting_member where meeting_uuid = '${meeting}' returning 1`,
  ];
  for (const email of POST) {
    for (const statement of OWN) expect([email, statement, await as(email, statement)]).toEqual([email, statement, 1]);
    // Nothing is found, or it is refused in words.
    for (const statement of DECIDED) expect([email, statement, await as(email, statement)]).not.toEqual([email, statement, 1]);
  }
  for (const statement of [...OWN, ...DECIDED.filter((one) => !one.includes('meeting_precedence (before'))]) expect([statement, await as(PEOPLE.adviser, statement)]).toEqual([statement, 1]);
});

test('who goes is written and read by the adviser; a post reads the names of those of whom it was told, by the view alone', async () => {
  const ofMeeting = (table: string): string => `select from ${table} where meeting_uuid = '${meeting}'`;
  for (const email of ADVISERS) expect([email, await as(email, ofMeeting('meeting_member')), await as(email, ofMeeting('meeting_person'))]).toEqual([email, 1, 1]);
  for (const email of POST) expect([email, await as(email, 'select from meeting_member'), await as(email, ofMeeting('meeting_person')), await as(email, `select from meeting_person where meeting_uuid = '${hidden}'`)]).toEqual([email, 0, 1, 0]);
  for (const email of OTHERS) expect([email, await as(email, 'select from meeting_member'), await as(email, 'select from meeting_person')]).toEqual([email, 0, 0]);
});

test('the database refuses what leads out of the leg: another leg, somebody who does not stay there, an order with a meeting elsewhere', async () => {
  const [{ leg }] = (await sql<{ leg: string }>('select leg_uuid as leg from meeting where uuid = ?', [hidden])) as [{ leg: string }];
  const [stranger] = await sql<{ uuid: string }>('select m.uuid from mission_member m join mission_stay s on s.member_uuid = m.uuid where s.leg_uuid = ? limit 1', [leg]);
  expect([
    await as(PEOPLE.adviser, `update meeting set leg_uuid = '${leg}' where uuid = '${meeting}' returning 1`), await as(PEOPLE.adviser, `insert into meeting_member (meeting_uuid, member_uuid, role) values ('${meeting}', '${stranger!.uuid}', 'POLICE') returning 1`),
    await as(PEOPLE.adviser, `insert into meeting_precedence (before_uuid, after_uuid, gap_minutes) values ('${meeting}', '${hidden}', 0) returning 1`),
  ]).toEqual([expect.stringContaining('a meeting stays in its leg'), expect.stringContaining('stays in its leg'), expect.stringContaining('are of one leg')]);
});

test('the meetings of a real leg are no invented adviser’s, nor its post’s', async () => {
  const counts = (): Promise<(number | string)[]> => Promise.all([PEOPLE.adviser, PEOPLE.scac].map((email) => as(email, rowsOf('meeting', meeting))));
  expect(await counts()).toEqual([1, 1]);
  for (const [table, key] of [['mission', keyOf(shown.mission)], ['mission_leg', shown.legKey]]) await sql(`update ${table!} set is_demonstration = false where uuid = ?`, [key]);
  expect(await counts()).toEqual([0, 0]);
  for (const [table, key] of [['mission', keyOf(shown.mission)], ['mission_leg', shown.legKey]]) await sql(`update ${table!} set is_demonstration = true where uuid = ?`, [key]);
});

test('the rules are what hides meetings: without them all are seen', async () => {
  await sql('alter table meeting disable row level security');
  expect(Number(await as(PEOPLE.ngoMember, 'select from meeting'))).toBeGreaterThan(2);
  await sql('alter table meeting enable row level security');
});
