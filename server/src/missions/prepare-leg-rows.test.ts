/** What the tables hold to when a post prepares its leg, whatever a service forgets. */
import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { transactAs } from '../core/database/index.ts';
import { ormOptions } from '../orm.ts';
import { legOf, saveContact, shownLeg } from './prepare-leg.fixture.ts';
import { keyOf, missionWith, owner } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let orm: MikroORM;
let leg: string;
let hidden: string;

/** A statement of the application as somebody: how many rows it gave, or what the database says. */
async function as(email: string | null, statement: string, purpose = ''): Promise<number | string> {
  const [person] = email === null ? [] : await owner<{ id: string }>(server(), 'select id from person where email = ?', [email]);
  try {
    return await transactAs(orm, person?.id ?? null)(async (em) => {
      await em.execute(`select set_config('passerelle.purpose', ?, true)`, [purpose]);
      return (await em.execute<unknown[]>(statement)).length;
    });
  } catch (error) {
    return (error as { cause?: Error }).cause?.message ?? (error as Error).message;
  }
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  await owner(server(), 'delete from mission');
  const shown = await shownLeg(server(), headers.adviser);
  leg = shown.key;
  await saveContact(server(), headers.adviser, shown.leg, { email: 'jovana@post.example' });
  hidden = keyOf((await missionWith(server(), headers.adviser, [{}], ['planMission'])).legs[0]!.id);
  await saveContact(server(), headers.adviser, `MissionLeg_${hidden}`);
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});

const ELSEWHERE = [PEOPLE.scacElsewhere, PEOPLE.ngoCoordinator, PEOPLE.ngoMember, PEOPLE.authority, PEOPLE.expert, PEOPLE.international, PEOPLE.translator, PEOPLE.suspended, null];
const newContact = (of: string): string => `insert into leg_contact (uuid, leg_uuid, name) values ('${randomUUID()}', '${of}', 'N') returning 1`;

test('contacts are seen by the adviser and by the post of a leg that was shown to it, by nobody else; in retention all are', async () => {
  for (const email of [PEOPLE.adviser, PEOPLE.assistant]) expect([email, await as(email, 'select from leg_contact')]).toEqual([email, 2]);
  for (const email of [PEOPLE.scac, PEOPLE.ssi]) expect([email, await as(email, 'select from leg_contact')]).toEqual([email, 1]);
  for (const email of ELSEWHERE) expect([email, await as(email, 'select from leg_contact')]).toEqual([email, 0]);
  expect([await as(null, 'select from leg_contact', 'retention'), await as(null, 'select from leg_contact', 'mail'), await as(PEOPLE.ngoMember, 'select from leg_contact', 'my-data')]).toEqual([2, 0, 0]);
});

test('the post writes in its own leg, and in no other', async () => {
  for (const email of [PEOPLE.scac, PEOPLE.ssi]) expect([email, await as(email, newContact(leg)), await as(email, `update mission_leg set lodging_name = 'x', version = version + 1 where uuid = '${leg}' returning 1`)]).toEqual([email, 1, 1]);
  for (const email of [PEOPLE.scac, ...ELSEWHERE]) {
    expect([email, String(await as(email, newContact(hidden)))]).toEqual([email, expect.stringContaining('row-level security')]);
    expect([email, await as(email, `update mission_leg set lodging_name = 'x' where uuid = '${hidden}' returning 1`), await as(email, `update leg_contact set name = 'x' where leg_uuid = '${hidden}' returning 1`), await as(email, `delete from leg_contact where leg_uuid = '${hidden}' returning 1`)]).toEqual([email, 0, 0, 0]);
  }
  for (const email of ELSEWHERE) expect([email, String(await as(email, newContact(leg)))]).toEqual([email, expect.stringContaining('row-level security')]);
});

test('where and when a leg is stays the adviser’s, and so does in which language it was first written', async () => {
  for (const set of [`city_code = 'belgrade', starts_on = '2098-11-10'`, `ends_on = '2098-11-09'`, `position = 7`, `source_locale = 'en'`, `uuid = '${randomUUID()}'`]) {
    expect([set, String(await as(PEOPLE.scac, `update mission_leg set ${set} where uuid = '${leg}'`))]).toEqual([set, expect.stringContaining('is the adviser’s'.replace('’', "'"))]);
  }
  expect(await as(PEOPLE.adviser, `update mission_leg set ends_on = '2098-11-09' where uuid = '${leg}' returning 1`)).toBe(1);
});

test('whoever may not prepare a leg holds nothing by asking to', async () => {
  const missionOf = async (of: string): Promise<string> => (await owner<{ uuid: string }>(server(), 'select mission_uuid as uuid from mission_leg where uuid = ?', [of]))[0]!.uuid;
  const holds = async (email: string | null, of: string): Promise<boolean> => {
    const [[person], its] = [email === null ? [] : await owner<{ id: string }>(server(), 'select id from person where email = ?', [email]), await missionOf(of)];
    const em = orm.em.fork();
    await em.begin();
    await em.execute(`select set_config('passerelle.person', ?, true), hold_leg(?)`, [person?.id ?? '', of]);
    const free = await owner(server(), 'select from mission where uuid = ? for update skip locked', [its]);
    await em.rollback();
    return free.length === 0;
  };
  for (const email of [PEOPLE.scac, PEOPLE.adviser]) expect([email, await holds(email, leg)]).toEqual([email, true]);
  for (const email of ELSEWHERE) expect([email, await holds(email, leg)]).toEqual([email, false]);
  expect([await holds(PEOPLE.scac, hidden), await holds(PEOPLE.adviser, hidden)]).toEqual([false, true]);
});

test('an invented post reads and changes no real leg, by the rules and by the readers alone', async () => {
  const seen = async (): Promise<unknown[]> => [await as(PEOPLE.scac, `select from mission_leg where uuid = '${leg}'`), (await as(PEOPLE.scac, `select from leg_contact where leg_uuid = '${leg}'`)) !== 0, await as(PEOPLE.scac, `select from leg_person where leg_uuid = '${leg}'`), (await legOf(server(), headers.scac, `MissionLeg_${leg}`)) !== null];
  await owner(server(), `insert into mission_member (uuid, mission_uuid, expert_uuid, role) select '${leg}', l.mission_uuid, (select uuid from expert where is_demonstration and person_id is null limit 1), 'OTHER' from mission_leg l where l.uuid = '${leg}'`);
  await owner(server(), `insert into mission_stay (member_uuid, leg_uuid, arrives_at, leaves_at) select l.uuid, l.uuid, l.starts_on + time '09:00', l.starts_on + time '10:00' from mission_leg l where l.uuid = '${leg}'`);
  expect(await seen()).toEqual([1, true, 1, true]);
  await owner(server(), 'alter table mission_leg disable trigger user');
  await owner(server(), 'update mission_leg set is_demonstration = false where uuid = ?', [leg]);
  expect([await as(PEOPLE.scac, `update mission_leg set lodging_name = 'x' where uuid = '${leg}' returning 1`), String(await as(PEOPLE.scac, newContact(leg)))]).toEqual([0, expect.stringContaining('row-level security')]);
  expect(await seen()).toEqual([0, false, 0, false]);
  for (const table of ['mission_leg', 'mission_leg_translation', 'leg_contact']) await owner(server(), `alter table ${table} disable row level security`);
  expect(await seen()).toEqual([1, true, 0, false]);
  for (const table of ['mission_leg', 'mission_leg_translation', 'leg_contact']) await owner(server(), `alter table ${table} enable row level security`);
  await owner(server(), 'update mission_leg set is_demonstration = true where uuid = ?', [leg]);
  await owner(server(), 'alter table mission_leg enable trigger user');
  expect(await as(PEOPLE.scac, newContact(leg))).toBe(1);
});

test('whom one thinks of turning to in an idea is not told with their data; in what is planned they are: the control', async () => {
  const idea = keyOf((await missionWith(server(), headers.adviser, [{}], [])).legs[0]!.id);
  for (const of of [idea, hidden]) await saveContact(server(), headers.adviser, `MissionLeg_${of}`, { email: PEOPLE.ngoMember });
  const of = (one: string): Promise<number | string> => as(PEOPLE.ngoMember, `select from leg_contact where leg_uuid = '${one}'`, 'my-data');
  expect([await of(idea), await of(hidden)]).toEqual([0, 1]);
});

test('nothing but a number is one of a telephone, and an address is in small letters', async () => {
  for (const [column, text] of [['phone', 'rue 5'], ['email', 'N@post.example']] as const) expect(String(await as(PEOPLE.scac, `update leg_contact set ${column} = '${text}' where leg_uuid = '${leg}'`))).toContain(`leg_contact_${column}`);
});

test('the rules are what hides contacts: without them all are seen', async () => {
  await owner(server(), 'alter table leg_contact disable row level security');
  expect(Number(await as(PEOPLE.ngoMember, 'select from leg_contact'))).toBeGreaterThan(1);
  await owner(server(), 'alter table leg_contact enable row level security');
});
