/** The training record: who sees whose, by the API and without any reader. */
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { asPersonIn } from '../../test/permissions/as-person.ts';
import { type Headers, PEOPLE, ROLES, type Role, signEverybodyIn } from '../../test/permissions/roles.ts';
import { heldSession, issue, record } from '../attendance/world.fixture.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const asPerson = asPersonIn(() => server().database);
let headers: Headers;
let organisation: string;
/** A session of three days that is over, and one that is under way. */
let over: string;
let running: string;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);

interface Entry {
  readonly name: string;
  readonly days: number;
  readonly daysPresent: number;
  readonly certificateNumber: string | null;
  readonly isOwn: boolean;
  readonly session: { readonly id: string };
}

/** What somebody sees of the two sessions of this file. */
async function seenBy(role: Role, filter = '{}'): Promise<Entry[]> {
  const { data } = await ask(server(), `{ trainingRecord(first: 100, filter: ${filter}) { nodes { name days daysPresent certificateNumber isOwn session { id } } } }`, {}, headers[role]);
  return (data!.trainingRecord as { nodes: Entry[] }).nodes.filter(({ session }) => [over, running].some((id) => session.id.endsWith(id))).sort((a, b) => (a.name < b.name ? -1 : 1));
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  organisation = await ngoOf(server(), 'RS');
  const people = [{ email: PEOPLE.translator, name: 'Ana' }, { email: 'record@ngo.example', name: 'Boris' }];
  const past = await heldSession(server(), { country: 'AL', people, began: '4 days', lasts: '50 hours', organisation, coordinator: headers.ngoCoordinator });
  over = past.session;
  ({ session: running } = await heldSession(server(), { country: 'AL', people, organisation, coordinator: headers.ngoCoordinator }));
  const days = (await sql<{ day: string }>('select d::text as day from training_session s, unnest(session_days(s.starts_at, s.ends_at, s.time_zone)) d where s.uuid = ? order by 1', [over])).map(({ day }) => day);
  await record(server(), headers.adviser, ...days.map((day) => ({ registration: past.registrations[0]!, day })), { registration: past.registrations[1]!, day: days[0]! });
  await issue(server(), headers.adviser, over, [past.registrations[0]!]);
});

describe('the record', () => {
  test('says of each session that is over on how many of its days somebody was there, and which certificate they have', async () => {
    const [ana, boris, ...more] = await seenBy('adviser');
    expect(more).toEqual([]);
    expect([ana!.days, ana!.daysPresent, ana!.certificateNumber]).toEqual([3, 3, expect.stringMatching(/^[0-9A-Z]{16}$/)]);
    expect([boris!.days, boris!.daysPresent, boris!.certificateNumber, boris!.isOwn]).toEqual([3, 1, null, false]);
  });

  test('is that of oneself, of those for whom one registers, of one’s country, and of all for the adviser', async () => {
    const expected: Partial<Record<Role, readonly string[]>> = { translator: ['Ana'] };
    for (const role of ['ngoMember', 'ngoCoordinator', 'scac', 'ssi', 'adviser', 'assistant'] as const) expected[role] = ['Ana', 'Boris'];
    for (const role of ROLES) expect([role, (await seenBy(role)).map(({ name }) => name)]).toEqual([role, expected[role] ?? []]);
    expect((await seenBy('translator'))[0]!.isOwn).toBe(true);
  });

  test('says the same without any reader', async () => {
    const count = async (who: keyof typeof PEOPLE): Promise<number> => {
      const [{ id }] = (await sql<{ id: string }>('select id from person where email = ?', [PEOPLE[who]])) as [{ id: string }];
      return asPerson(id, async (client) => (await client.query('select from training_record where session_uuid in ($1, $2)', [over, running])).rowCount!);
    };
    expect([await count('translator'), await count('ngoMember'), await count('scac'), await count('adviser')]).toEqual([1, 2, 2, 2]);
    expect([await count('scacElsewhere'), await count('expert'), await count('authority'), await count('international'), await count('suspended')]).toEqual([0, 0, 0, 0, 0]);
    expect(await asPerson(null, async (client) => (await client.query('select from training_record')).rowCount)).toBe(0);
  });

  test('is asked for in parts', async () => {
    const names = async (filter: string): Promise<string[]> => (await seenBy('adviser', filter)).map(({ name }) => name);
    expect(await names(`{ organisation: "Organisation_${organisation}" }`)).toEqual(['Ana', 'Boris']);
    expect(await names('{ organisation: "Organisation_nobody" }')).toEqual([]);
    expect(await names('{ own: true }')).toEqual([]);
    expect(await names('{ until: "2020-01-01T00:00:00Z" }')).toEqual([]);
    expect((await seenBy('translator', '{ own: true }')).map(({ name }) => name)).toEqual(['Ana']);
  });

  test('has nothing of a session that was called off; one that was put away stays', async () => {
    await sql(`update training_session_translation set cancelled_reason = 'Nobody could come.' where session_uuid = ?`, [over]);
    await sql(`update training_session set stage = 'CANCELLED' where uuid = ?`, [over]);
    expect(await seenBy('adviser')).toEqual([]);
    await sql(`update training_session set stage = 'ARCHIVED' where uuid = ?`, [over]);
    expect(await seenBy('adviser')).toHaveLength(2);
  });
});
