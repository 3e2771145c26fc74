/** That nobody is in two places at once, whatever engages them; at the database itself, with rows such as missions write. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { asPersonIn } from '../../test/permissions/as-person.ts';
import { ADVISERS, PEOPLE } from '../../test/permissions/roles.ts';
import type { EngagementKind } from './engagement.entity.ts';

const database = testDatabase('full');
const asPerson = asPersonIn(database);
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => database().orm.em.fork().execute<T[]>(text, values);
let expert: string;
let other: string;
let adviser: string;

const ADD = `insert into expert_engagement (source, who, expert_uuid, person_id, kind, place, held, is_firm) values ($1, $2, $3, $4, $5, $6, $7, $8)`;

interface Engaged {
  readonly place?: string | null;
  readonly isFirm?: boolean;
  readonly source?: string;
  /** Whom: the expert, another one, or the adviser. */
  readonly who?: () => { readonly expert: string | null; readonly person: string | null };
}
const theirs = () => ({ expert, person: null });
const others = () => ({ expert: other, person: null });
const advisers = () => ({ expert: null, person: adviser });

/** Hours of a week of 2150, such as `1T09 1T12`: from, and until. */
function held(hours: string): string {
  const [from, until] = hours.split(' ').map((one) => `2150-06-0${one.replace('T', ' ')}:00+00`);
  return `{["${from!}","${until!}")}`;
}

function valuesOf(kind: EngagementKind, hours: string, { place = null, isFirm = true, source = randomUUID(), who = theirs }: Engaged): unknown[] {
  const { expert: of, person } = who();
  return [source, of ?? person, of, person, kind, place, held(hours), isFirm];
}

/** Adds one; null, or the constraint that refuses it. */
async function engage(kind: EngagementKind, hours: string, engaged: Engaged = {}): Promise<string | null> {
  const values = valuesOf(kind, hours, engaged);
  return sql(ADD.replaceAll(/\$\d/g, '?'), values).then(() => null, (error: pg.DatabaseError) => error.constraint ?? error.message);
}

async function connected<T>(work: (...clients: [pg.Client, pg.Client]) => Promise<T>): Promise<T> {
  const clients = [new pg.Client({ connectionString: database().owner }), new pg.Client({ connectionString: database().owner })] as [pg.Client, pg.Client];
  await Promise.all(clients.map((client) => client.connect()));
  try {
    return await work(...clients);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

beforeAll(async () => {
  expert = (await sql<{ uuid: string }>('select e.uuid from expert e join person p on p.id = e.person_id where p.email = ?', [PEOPLE.expert]))[0]!.uuid;
  other = (await sql<{ uuid: string }>('select uuid from expert where uuid <> ? order by uuid limit 1', [expert]))[0]!.uuid;
  adviser = (await sql<{ id: string }>('select id from person where email = ?', [PEOPLE.adviser]))[0]!.id;
});
afterEach(() => sql(`delete from expert_engagement where held && '{[2150-01-01,2151-01-01)}'::tstzmultirange`));

describe('somebody', () => {
  test('is in one training, meeting or journey at a time; one ends where the next begins', async () => {
    expect(await engage('MEETING', '1T09 1T11')).toBeNull();
    for (const kind of ['MEETING', 'TRAINING', 'TRAVEL'] as const) expect([kind, await engage(kind, '1T10 1T12')]).toEqual([kind, kind === 'MEETING' ? 'expert_engaged_once' : 'expert_kinds_apart']);
    expect([await engage('TRAVEL', '1T11 1T13'), await engage('MEETING', '1T10 1T12', { who: others })]).toEqual([null, null]);
  });

  test('stays in one place at a time, whether or not it is said where', async () => {
    expect(await engage('STAY', '1T09 3T18', { place: 'RS' })).toBeNull();
    expect([await engage('STAY', '3T10 5T12', { place: 'RS' }), await engage('STAY', '2T10 2T12'), await engage('STAY', '3T18 5T12', { place: 'MK' })]).toEqual(['expert_stays_once', 'expert_stays_once', null]);
  });

  test('meets, teaches and travels while they stay: in that country, or where nothing says which', async () => {
    expect(await engage('STAY', '1T09 3T18', { place: 'RS' })).toBeNull();
    expect([await engage('MEETING', '1T10 1T12', { place: 'RS' }), await engage('TRAINING', '2T09 2T17', { place: 'RS' }), await engage('TRAINING', '3T09 3T11'), await engage('TRAVEL', '3T15 3T18')]).toEqual([null, null, null, null]);
    expect([await engage('MEETING', '1T14 1T15', { place: 'MK' }), await engage('TRAINING', '2T17 2T19', { place: 'AL' })]).toEqual(['expert_in_one_country', 'expert_in_one_country']);
  });

  test('who is no expert is held to the same', async () => {
    expect(await engage('STAY', '1T09 3T18', { place: 'RS', who: advisers })).toBeNull();
    expect([await engage('MEETING', '2T09 2T10', { place: 'MK', who: advisers }), await engage('MEETING', '2T09 2T10', { place: 'RS', who: advisers })]).toEqual(['expert_in_one_country', null]);
  });

  test('is kept by nothing that is not firm, until it is', async () => {
    const source = randomUUID();
    expect([await engage('MEETING', '1T09 1T11', { isFirm: false, source }), await engage('MEETING', '1T10 1T12')]).toEqual([null, null]);
    await expect(sql('update expert_engagement set is_firm = true where source = ?', [source])).rejects.toThrow('expert_engaged_once');
  });

  test('is somebody, and is engaged for some time, in a country', async () => {
    const row = valuesOf('STAY', '1T09 1T10', {});
    const put = (changes: Record<number, unknown>): Promise<string | null> => sql(ADD.replaceAll(/\$\d/g, '?'), row.map((value, at) => (at in changes ? changes[at] : value))).then(() => null, (error: pg.DatabaseError) => error.constraint ?? error.message);
    expect([await put({ 1: other }), await put({ 3: adviser }), await put({ 2: null }), await put({ 6: '{}' }), await put({ 5: 'Београд' }), await put({ 4: 'HOLIDAY' })])
      .toEqual(['expert_engagement_is_of_one', 'expert_engagement_is_of_one', 'expert_engagement_is_of_one', 'expert_engagement_is_held', 'expert_engagement_place', 'expert_engagement_kind_check']);
  });
});

describe('a change', () => {
  test('is compared at its end: two that change places are one', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    await engage('MEETING', '1T09 1T10', { source: first });
    await engage('MEETING', '1T10 1T11', { source: second });
    const swap = async (client: pg.Client): Promise<void> => {
      await client.query('begin');
      for (const [source, hours] of [[first, '1T10 1T11'], [second, '1T09 1T10']] as const) await client.query('update expert_engagement set held = $2 where source = $1', [source, held(hours)]);
      await client.query('commit');
    };
    await connected(swap);
    // The control: compared at once, the first of both is refused.
    await connected(async (client) => {
      await client.query('begin');
      await client.query('set constraints all immediate');
      await expect(client.query('update expert_engagement set held = $2 where source = $1', [first, held('1T09 1T10')])).rejects.toThrow('expert_engaged_once');
    });
  });

  /** Two who engage somebody at once, neither of whom sees the other: how many of both come through. */
  const atOnce = (): Promise<number> => connected(async (one, two) => {
    for (const client of [one, two]) {
      await client.query('begin');
      await client.query(ADD, valuesOf('MEETING', '1T09 1T11', {}));
    }
    const came = await Promise.allSettled([one.query('commit'), two.query('commit')]);
    for (const { reason } of came.filter((result) => result.status === 'rejected')) expect(['23P01', '40P01']).toContain((reason as pg.DatabaseError).code);
    return came.filter(({ status }) => status === 'fulfilled').length;
  });

  test('of two at once is the only one', async () => {
    expect(await atOnce()).toBe(1);
  });

  test('without the constraint both are made: the control', async () => {
    await sql('alter table expert_engagement drop constraint expert_engaged_once');
    expect(await atOnce()).toBe(2);
    await sql(`delete from expert_engagement where held && '{[2150-01-01,2151-01-01)}'::tstzmultirange`);
    await sql(`alter table expert_engagement add constraint expert_engaged_once exclude using gist (who with =, kind with =, held with &&) where (is_firm and kind <> 'STAY') deferrable initially deferred`);
  });
});

describe('who reads it', () => {
  let everybody: number;
  beforeEach(async () => {
    for (const who of [theirs, others, advisers]) await engage('STAY', '1T09 3T18', { place: 'RS', who });
    everybody = (await sql('select from expert_engagement')).length;
  });

  const idOf = async (email: string): Promise<string> => (await sql<{ id: string }>('select id from person where email = ?', [email]))[0]!.id;
  const seenBy = (person: string | null, purpose = ''): Promise<number> => asPerson(person, async (client) => {
    await client.query(`select set_config('passerelle.purpose', $1, true)`, [purpose]);
    return (await client.query('select from expert_engagement')).rowCount!;
  });

  test('is the adviser with their team, and nobody else', async () => {
    expect(everybody).toBeGreaterThan(100);
    expect(await seenBy(null)).toBe(0);
    for (const [role, email] of Object.entries(PEOPLE)) expect([role, await seenBy(await idOf(email))]).toEqual([role, ADVISERS.includes(role as never) ? everybody : 0]);
    // The control: without the rules, anybody.
    await sql('alter table expert_engagement disable row level security');
    expect(await seenBy(null)).toBe(everybody);
    await sql('alter table expert_engagement enable row level security');
  });

  test('is whoever asks for their own data, of themselves, and of what is firm: of an idea of a mission nobody is told', async () => {
    const idea = '00000000-0000-4000-8000-0000000000ff';
    await sql(`insert into expert_engagement (source, who, expert_uuid, kind, place, held, is_firm) values (?, ?, ?, 'STAY', 'RS', '{[2199-01-01, 2199-01-02)}', false)`, [idea, expert, expert]);
    const [{ count }] = (await sql<{ count: number }>('select count(*)::int as count from expert_engagement where who = ? and is_firm', [expert])) as [{ count: number }];
    expect([await seenBy(await idOf(PEOPLE.expert), 'my-data'), await seenBy(await idOf(PEOPLE.scac), 'my-data'), count > 0]).toEqual([count, 0, true]);
    await sql('delete from expert_engagement where source = ?', [idea]);
  });

  test.each(['insert into expert_engagement select gen_random_uuid(), who, expert_uuid, person_id, kind, place, held, false from expert_engagement limit 1', 'update expert_engagement set is_firm = false', 'delete from expert_engagement', 'select engage_trainers(uuid) from training_session'])(
    'writes nothing: %s', async (statement) => {
      const done = await asPerson(await idOf(PEOPLE.adviser), (client) => client.query(statement).then(({ rowCount }) => rowCount, (error: pg.DatabaseError) => error.code));
      expect([0, '42501']).toContain(done);
    });
});

test('who is erased leaves no engagement', async () => {
  for (const who of [others, advisers]) await engage('STAY', '1T09 3T18', { place: 'RS', who });
  const left = await connected(async (client) => {
    await client.query('begin');
    await client.query('delete from expert where uuid = $1', [other]);
    await client.query('delete from person where id = $1', [adviser]);
    const { rowCount } = await client.query('select from expert_engagement where who in ($1, $2)', [other, adviser]);
    await client.query('rollback');
    return rowCount;
  });
  expect(left).toBe(0);
});
