/** Pairs who are made one by two processes at once, either way round, while others come: each has one seat then, and as many as became free are offered to who waits, in their order. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../../test/http/harness.ts';
import { type Processes, signInAt, startProcesses } from './processes.fixture.ts';
import { addSession, type Cookies, owner, register, rowsOf, takenOf } from './world.fixture.ts';

const PAIRS = 6;
const MERGE = 'mutation ($input: MergeParticipantsInput!) { mergeParticipants(input: $input) { outcome } }';

let processes: Processes;
let adviser: Cookies;
let coordinator: Cookies;
let organisation: string;
let serial = 0;

beforeAll(async () => {
  processes = await startProcesses(2);
  const email = 'ngo-coordinator.rs@passerelle.example';
  [adviser, coordinator] = [await signInAt(processes.servers[0]!, processes.database, 'adviser@passerelle.example'), await signInAt(processes.servers[1]!, processes.database, email)];
  organisation = (await owner<{ slug: string }>(processes, 'select m.organisation_slug as slug from member m join person p on p.id = m.person_id where p.email = ?', [email]))[0]!.slug;
}, 60_000);
afterAll(() => processes?.close());

const at = (n: number) => processes.servers[n % 2]!;
const enter = (session: string, email: string, n: number) => register(at(n), coordinator, { session, organisation, people: [{ email }] });
const liveOf = async (session: string): Promise<number> => (await rowsOf(processes, session)).filter(({ state }) => state === 'CONFIRMED').length;

/** Six pairs have all places of a session, eight wait; all pairs are made one at once, and two more come meanwhile. What came of each pair, by whom each way was asked. */
async function mergedAtOnce(): Promise<{ readonly session: string; readonly outcomes: readonly (readonly string[])[]; readonly waited: readonly string[] }> {
  const session = await addSession(processes, { places: 2 * PAIRS, inDays: 30 + (serial += 1) });
  const address = (who: string): string => `${who}.${serial}@ngo.example`;
  for (let n = 0; n < PAIRS; n += 1) for (const side of ['one', 'other']) await enter(session, address(`${side}${n}`), n);
  const waited = Array.from({ length: PAIRS + 2 }, (_, n) => address(`waits${n}`));
  for (const [n, email] of waited.entries()) await enter(session, email, n);
  const whoIs = async (email: string): Promise<string> => `Participant_${(await owner<{ id: string }>(processes, 'select uuid as id from participant where email = ? and organisation_slug = ?', [email, organisation]))[0]!.id}`;
  const pairs = await Promise.all(Array.from({ length: PAIRS }, async (_, n) => [await whoIs(address(`one${n}`)), await whoIs(address(`other${n}`))] as const));
  const merge = async (n: number, kept: string, gone: string): Promise<string> => {
    const answer = await ask(at(n), MERGE, { input: { key: randomUUID(), kept, gone, takes: [] } }, adviser);
    return answer.code ?? (answer.data!.mergeParticipants as { outcome: string }).outcome;
  };
  const coming = [enter(session, address('late0'), 0), enter(session, address('late1'), 1)];
  const outcomes = await Promise.all(pairs.map(([one, other]) => Promise.all([merge(0, one, other), merge(1, other, one)])));
  await Promise.all(coming);
  return { session, outcomes, waited };
}

test('each pair has one place of two, and the six who have waited for longest are offered the others', { timeout: 60_000 }, async () => {
  const { session, outcomes, waited } = await mergedAtOnce();
  expect(outcomes.map((both) => both.toSorted())).toEqual(Array.from({ length: PAIRS }, () => ['ALREADY', 'DONE']));
  const rows = await rowsOf(processes, session);
  expect(rows.filter(({ state }) => state === 'OFFERED').map(({ email }) => email).toSorted()).toEqual(waited.slice(0, PAIRS));
  expect([await liveOf(session), rows.filter(({ ending }) => ending === 'MERGED').length, rows.filter(({ state }) => state === 'WAITING').length]).toEqual([PAIRS, PAIRS, 4]);
  expect(await takenOf(processes, session)).toEqual({ counter: 2 * PAIRS, rows: 2 * PAIRS });
});

test('the control: where the other registration does not end, each pair keeps two places', { timeout: 60_000 }, async () => {
  const [row] = await owner<{ is: string }>(processes, `select pg_get_functiondef('end_twin(uuid, uuid)'::regprocedure) as is`);
  await owner(processes, 'drop index registration_once');
  await owner(processes, `create or replace function end_twin(stays uuid, ends uuid) returns void language sql as 'select'`);
  try {
    expect(await liveOf((await mergedAtOnce()).session)).toBe(2 * PAIRS);
  } finally {
    await owner(processes, row!.is);
  }
});
