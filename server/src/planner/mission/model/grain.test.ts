/** What bounds where departures stand for others: small problems, of which every plan can be asked about, with the grain of large ones. */
import { expect, test, vi } from 'vitest';
import { atAnyMinute } from '../fixtures/any-minute.fixture.ts';
import { randomTeam } from '../fixtures/random-team.fixture.ts';
import { exceeded } from '../fixtures/relaxation.fixture.ts';
import { drawn, tightness } from '../fixtures/tightened.fixture.ts';
import { best, wrongWithin } from '../fixtures/within-limits.fixture.ts';
import { frameOf } from '../relaxation/frame.ts';
import { outlayOf } from '../relaxation/outlay.ts';
import { looseOf } from './loose.ts';
import { modelOf } from './model.ts';
import { staysOf } from './stays.ts';

vi.mock(import('./grain.ts'), async (original) => ({ ...(await original()), grainOf: (_, step) => 4 * step }));

test('no plan of random problems brings more than the relaxation says', () => {
  const { seeds, asked } = exceeded(100, { of: (seed) => atAnyMinute(seed) });
  expect(seeds).toEqual([]);
  expect(asked).toBeGreaterThan(30);
}, 120_000);

test('no plan that keeps to a limit brings more than is said to be possible within it', () => {
  const { wrong, tight } = wrongWithin(120, { of: (seed) => best(seed, atAnyMinute) });
  expect(wrong).toEqual([]);
  expect(tight).toBeGreaterThan(5);
}, 120_000);

test('nothing is claimed that a plan refutes', () => {
  expect(tightness(20, drawn).bad).toEqual([]);
}, 120_000);

/** Stays that are said to cost more than the shortest one that departures stand for; and how many were asked about. */
function tooDear(seed: number): { readonly wrong: readonly string[]; readonly asked: number } {
  const model = modelOf(atAnyMinute(seed, randomTeam(seed)));
  const [loose, persons] = [looseOf(model), model.problem.persons];
  const frame = frameOf(loose, loose.tasks, persons);
  const [outlay, stays] = [outlayOf(frame, persons, 1), staysOf(model, persons)];
  const isLodged = (id: string): boolean => persons.some(({ lodgedAt }) => lodgedAt.includes(id));
  const wrong: string[] = [];
  let asked = 0;
  for (const node of frame.table.nodes) {
    const known = outlay.stays(node);
    for (const [n, { at }] of loose.departures[node.place]!.entries()) {
      if (at < node.at) continue;
      if (known[n]! < 0) known[n] = outlay.stay(node, at);
      const arrives = Math.min(node.at + model.spread, model.until);
      const least = stays.centsOf(node.place, arrives, Math.max(arrives, at - model.spread), { isLodged: isLodged(model.places[node.place]!.id), meal: null });
      asked += 1;
      if (known[n]! > least) wrong.push(`${seed} ${node.place} ${node.at} ${at}: ${known[n]!}, not ${least}`);
    }
  }
  return { wrong, asked };
}

test('no stay is paid for longer than departures that stand for others let it be, whichever is asked first', () => {
  const all = Array.from({ length: 30 }, (_, seed) => tooDear(seed));
  expect(all.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(all.reduce((sum, { asked }) => sum + asked, 0)).toBeGreaterThan(1_000);
}, 60_000);
