/** Trainers whom no mail reaches: named to who prepares the session before and after what changes, and in the trail when they were not told. */
import { beforeAll, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, type Role, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { cancel, create, keyOf, owner, step, update } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
/** The keys of an expert with an account and of one without any. */
let reached: string;
let silent: string;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  [reached, silent] = (await sql<{ id: string }>(
    `(select e.uuid as id from expert e join person p on p.id = e.person_id where p.email = ?) union all (select uuid from expert where person_id is null and name is not null order by name limit 1)`, [PEOPLE.expert])).map(({ id }) => id) as [string, string];
});

const trainers = (): string[] => [reached, silent].map((key) => `Expert_${key}`);

/** An announced session in Skopje in which both teach. */
async function announced(changes: Readonly<Record<string, unknown>> = {}): Promise<{ readonly id: string; readonly version: number }> {
  const { session } = await create(server(), headers.adviser, { trainers: trainers(), ...changes });
  return (await step(server(), headers.adviser, 'openSession', session!.id)).session!;
}

/** Whom a role is told that no mail reaches; null for who does not see the session. */
async function untoldOf(id: string, role: Role): Promise<string[] | null> {
  const { data } = await ask(server(), 'query ($id: ID!) { trainingSession(id: $id) { untoldTrainers { id } } }', { id }, headers[role]);
  return (data!.trainingSession as { untoldTrainers: { id: string }[] } | null)?.untoldTrainers.map((expert) => expert.id) ?? null;
}

const trail = (id: string) => sql<{ after: string }>(`select after from audit_entry where subject = 'TRAINING_SESSION' and object = ? and part = 'untold_trainer' order by at`, [keyOf(id)]);

test('are named to who prepares the session, and to nobody else', async () => {
  const { id } = await announced({ country: 'RS', timeZone: 'Europe/Belgrade', starts: '2099-04-10T09:00', ends: '2099-04-11T17:00' });
  const theirs: readonly Role[] = ['adviser', 'assistant', 'scac', 'ssi'];
  for (const role of ROLES) expect([role, await untoldOf(id, role)]).toEqual([role, theirs.includes(role) ? [`Expert_${silent}`] : []]);
});

test('are those whose account is suspended or in which they do not teach, too', async () => {
  const { id } = await announced({ starts: '2099-05-10T09:00', ends: '2099-05-11T17:00' });
  const whileSo = async (so: string, back: string): Promise<string[] | null> => {
    await sql(so, [PEOPLE.expert]);
    const found = await untoldOf(id, 'adviser');
    await sql(back, [PEOPLE.expert]);
    return found;
  };
  const [suspended, restored] = ['update person set suspended_at = now() where email = ?', 'update person set suspended_at = null where email = ?'];
  expect(await whileSo(suspended, restored)).toEqual(trainers());
  const role = `update member set until = %s where role = 'EXPERT' and person_id = (select id from person where email = ?)`;
  expect(await whileSo(role.replace('%s', `current_date - 1, since = current_date - 2`), role.replace('%s', 'null'))).toEqual(trainers());
  expect(await untoldOf(id, 'adviser')).toEqual([`Expert_${silent}`]);
});

test('stand in the trail when they could not be told that it was moved or called off, and are read there by the adviser', async () => {
  const { id, version } = await announced({ starts: '2099-06-10T09:00', ends: '2099-06-11T17:00' });
  // They are first told of it when it is announced.
  expect(await trail(id)).toEqual([{ after: silent }]);
  const moved = await update(server(), headers.adviser, id, version, { trainers: trainers(), starts: '2099-06-12T09:00', ends: '2099-06-13T17:00' });
  expect([moved.outcome, (await trail(id)).length]).toEqual(['DONE', 2]);
  // What concerns no trainer is told to none, and so is missed by none.
  const more = await update(server(), headers.adviser, id, moved.session!.version, { trainers: trainers(), starts: '2099-06-12T09:00', ends: '2099-06-13T17:00', places: 30 });
  expect([more.outcome, (await trail(id)).length]).toEqual(['DONE', 2]);
  expect((await cancel(server(), headers.adviser, id, { fr: 'La salle est prise.' })).outcome).toBe('DONE');
  expect(await trail(id)).toEqual([{ after: silent }, { after: silent }, { after: silent }]);
  expect(await untoldOf(id, 'adviser')).toEqual([`Expert_${silent}`]);
  const { data } = await ask(server(), '{ auditEntries(first: 20, sort: LATEST) { nodes { part trainer { id } session { id } by { email } } } }', {}, headers.adviser);
  const entry = (data!.auditEntries as { nodes: { part: string | null; session: { id: string } | null }[] }).nodes.find(({ part, session }) => part === 'untold_trainer' && session?.id === id);
  expect(entry).toEqual({ part: 'untold_trainer', trainer: { id: `Expert_${silent}` }, session: { id }, by: { email: PEOPLE.adviser } });
});

test('where all trainers are reached, nothing stands in the trail', async () => {
  const { id } = await announced({ trainers: [`Expert_${reached}`], starts: '2099-07-10T09:00', ends: '2099-07-11T17:00' });
  await cancel(server(), headers.adviser, id, { fr: 'La salle est prise.' });
  expect([await untoldOf(id, 'adviser'), await trail(id)]).toEqual([[], []]);
});

test('nobody writes of a trainer into the trail who does not prepare the session, nor of one who is reached', async () => {
  const { id } = await announced({ starts: '2099-08-10T09:00', ends: '2099-08-11T17:00' });
  const before = (await trail(id)).length;
  const record = (role: Exclude<Role, 'visitor'>) => sql(
    `with acting as materialized (select set_config('passerelle.person', (select id::text from person where email = ?), true) as person) select record_untold_trainers(?, array[?, ?]::uuid[]) from acting where person <> ''`, [PEOPLE[role], keyOf(id), silent, reached]);
  await record('ngoCoordinator');
  expect((await trail(id)).length).toBe(before);
  // The control: who prepares it does, of the one whom no mail reaches.
  await record('adviser');
  expect((await trail(id)).length).toBe(before + 1);
});
