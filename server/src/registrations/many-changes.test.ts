/** Many who change the places of one session at once, in two processes: whoever has read what is no longer so is told, and no change is lost. A thousand of them by `pnpm --filter @passerelle/server model`. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../../test/http/harness.ts';
import { type Processes, signInAt, startProcesses } from './processes.fixture.ts';
import { addSession, type Cookies, owner } from './world.fixture.ts';

const isWhole = process.env.MODEL === 'whole';
/** So many changes, by so many at once. */
const [CHANGES, AT_ONCE] = [isWhole ? 1_000 : 40, 8];
const CHANGE = 'mutation ($input: ChangePlacesInput!) { changePlaces(input: $input) { outcome session { version places } } }';

interface Seen {
  readonly version: number;
  readonly places: number;
}

let processes: Processes;
let adviser: Cookies;

beforeAll(async () => {
  processes = await startProcesses(2);
  adviser = await signInAt(processes.servers[0]!, processes.database, 'adviser@passerelle.example');
}, 60_000);
afterAll(() => processes?.close());

/** Adds one place to what was read, with a quota that no other change has: what is so already would be no change. Of a conflict `next` makes what is sent then. How many changes were refused first. */
async function addOne(session: string, n: number, serial: number, next: (mine: number, now: Seen) => number): Promise<number> {
  let [seen] = await owner<Seen>(processes, 'select version, places from training_session where uuid = ?', [session]);
  let places = seen!.places + 1;
  for (let refused = 0; ; refused += 1) {
    const { data, text } = await ask(processes.servers[n % 2]!, CHANGE, { input: { session: `TrainingSession_${session}`, version: seen!.version, places, quotas: [{ kind: 'SECTOR', key: 'OTHER', places: serial }] } }, adviser);
    if (!data) throw new Error(text);
    const { outcome, session: now } = data.changePlaces as { readonly outcome: string; readonly session: Seen };
    if (outcome === 'DONE') return refused;
    expect(outcome).toBe('CONFLICT');
    seen = now;
    places = next(places, now);
  }
}

/** As many as are told, eight at once: how many places there are more, and how many changes were refused first. */
async function addMany(changes: number, next: (mine: number, now: Seen) => number): Promise<{ readonly more: number; readonly refused: number }> {
  const session = await addSession(processes, { places: 1, inDays: 40 });
  let [left, refused] = [changes, 0];
  await Promise.all(Array.from({ length: AT_ONCE }, async (_, n) => {
    while (left > 0) {
      left -= 1;
      refused += await addOne(session, n, left, next);
    }
  }));
  const [row] = await owner<{ places: number }>(processes, 'select places from training_session where uuid = ?', [session]);
  return { more: row!.places - 1, refused };
}

test(`${CHANGES} changes, each of what was read: none is lost`, { timeout: isWhole ? 1_200_000 : 120_000 }, async () => {
  const { more, refused } = await addMany(CHANGES, (_mine, now) => now.places + 1);
  expect(more).toBe(CHANGES);
  // They were in each other’s way.
  expect(refused).toBeGreaterThan(0);
});

test('the control: where what is the case now is not looked at, changes are lost', { timeout: 120_000 }, async () => {
  expect((await addMany(40, (mine) => mine)).more).toBeLessThan(40);
});
