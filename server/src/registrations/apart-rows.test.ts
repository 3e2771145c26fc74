/** What the rules of the table let each role see, say and take away of those who are said to be two, asked without any reader. */
import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { asPersonIn } from '../../test/permissions/as-person.ts';
import { PEOPLE } from '../../test/permissions/roles.ts';

const database = testDatabase('full');
const asPerson = asPersonIn(database);
type Person = keyof typeof PEOPLE;
const ids = new Map<Person, string>();
const DENIED = '42501';
const PAIRS = ['RS RS', 'AL AL', 'RS AL'] as const;
type Pair = (typeof PAIRS)[number];
/** The keys of two participants, the smaller one first. */
const pairs = new Map<Pair, readonly [string, string]>();
const owner = <T>(text: string): Promise<T[]> => database().orm.em.fork().execute<T[]>(text);

/** Does something as somebody, and undoes it: how many rows, or the code with which it was refused. */
const as = (who: Person | null, statement: string, purpose = ''): Promise<number | string> => asPerson(who && ids.get(who), async (client) => {
  await client.query(`select set_config('passerelle.purpose', $1, true)`, [purpose]);
  return client.query(statement).then(({ rowCount }) => rowCount ?? 0, (error: pg.DatabaseError) => error.code!);
});
const says = ([first, second]: readonly [string, string], by: Person): string => `insert into participant_apart (first_uuid, second_uuid, said_by_id) values ('${first}', '${second}', '${ids.get(by)}')`;
const SEEN = 'select from participant_apart';
const CHANGES = ['delete from participant_apart', 'update participant_apart set said_by_id = null'];

beforeAll(async () => {
  for (const [role, email] of Object.entries(PEOPLE)) ids.set(role as Person, (await owner<{ id: string }>(`select id from person where email = '${email}'`))[0]!.id);
  await owner(`update person set suspended_at = now() where email = '${PEOPLE.suspended}'`);
  const whoIs = async (n: number, country: string): Promise<string> => (await owner<{ id: string }>(`select uuid as id from participant where email = 'colleague${n}.${country.toLowerCase()}@ngo.example'`))[0]!.id;
  for (const pair of PAIRS) {
    const [one, other] = pair.split(' ') as [string, string];
    const [first, second] = [await whoIs(1, one), await whoIs(2, other)].sort();
    pairs.set(pair, [first!, second!]);
  }
});

/** Whose pairs each may make one, and so say of that they are two. */
const MERGES: Readonly<Record<Person, readonly Pair[]>> = {
  adviser: PAIRS, assistant: PAIRS, scac: ['RS RS'], ssi: ['RS RS'], scacElsewhere: ['AL AL'],
  ngoMember: [], ngoCoordinator: [], expert: [], authority: [], international: [], translator: [], suspended: [],
};

describe.each(Object.entries(MERGES) as [Person, readonly Pair[]][])('%s', (who, merges) => {
  test('says it of those whom they may make one, in their own name, and of no others', async () => {
    const other = who === 'adviser' ? 'assistant' : 'adviser';
    for (const [pair, keys] of pairs) expect([pair, await as(who, says(keys, who)), await as(who, says(keys, other))]).toEqual([pair, merges.includes(pair) ? 1 : DENIED, DENIED]);
  });
});

describe('once it is said', () => {
  beforeAll(async () => {
    for (const keys of pairs.values()) await owner(says(keys, 'expert'));
  });

  test.each(Object.entries(MERGES) as [Person, readonly Pair[]][])('%s sees it of those whom they may make one, and neither takes it back nor changes it', async (who, merges) => {
    expect(await as(who, SEEN)).toBe(merges.length);
    for (const change of CHANGES) expect(await as(who, change)).toBe(0);
  });

  test('a visitor sees none, says none and changes none', async () => {
    expect([await as(null, SEEN), await as(null, says(pairs.get('RS RS')!, 'adviser'))]).toEqual([0, DENIED]);
    for (const change of CHANGES) expect(await as(null, change)).toBe(0);
  });

  test('whoever said it sees it among their own data, also where they may no longer make them one; others do not', async () => {
    expect([await as('expert', SEEN, 'my-data'), await as('translator', SEEN, 'my-data')]).toEqual([PAIRS.length, 0]);
    expect(await as('expert', CHANGES[0]!, 'my-data')).toBe(0);
  });

  test('the rules are what keeps it: without them anybody sees it all, takes it away, and says it in the name of others', async () => {
    await owner('alter table participant_apart disable row level security');
    expect([await as(null, SEEN), await as('expert', CHANGES[0]!), await as('ngoMember', CHANGES[1]!)]).toEqual([PAIRS.length, PAIRS.length, PAIRS.length]);
    await owner('delete from participant_apart');
    expect(await as('expert', says(pairs.get('RS RS')!, 'adviser'))).toBe(1);
    await owner('alter table participant_apart enable row level security');
  });
});
