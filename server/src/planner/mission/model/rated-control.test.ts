/** The control of mission.test.ts and rated.test.ts: whoever comes and goes between two meals is paid nothing, so that no rate is needed. Where that is forgotten, asking about every plan finds more. */
import { afterEach, expect, test, vi } from 'vitest';
import { agreement } from '../fixtures/agreement.fixture.ts';
import { halfRated } from '../fixtures/rated.fixture.ts';

const forgets = vi.hoisted(() => ({ hours: false, stays: false }));

vi.mock('./rated.ts', async (original) => {
  const [{ withHours }, { ratedOf, staysUntil }] = [await import('./model.ts'), await original<typeof import('./rated.ts')>()];
  const isRated = ({ problem, facts }: Parameters<typeof ratedOf>[0], placeId: string): boolean => problem.allowances === null || problem.allowances.rates.some(({ countryId }) => countryId === facts.places.get(placeId)!.countryId);
  return {
    ratedOf: ((model) => (forgets.hours ? { ...model, tasks: model.tasks.map((task) => (isRated(model, task.meeting.placeId) ? task : withHours(task, []))) } : ratedOf(model))) satisfies typeof ratedOf,
    staysUntil: ((model) => {
      const until = staysUntil(model);
      return until && forgets.stays ? (place, at) => (until(place, at) === Infinity ? Infinity : at) : until;
    }) satisfies typeof staysUntil,
  };
});

afterEach(() => { [forgets.hours, forgets.stays] = [false, false]; });

test('a search that holds nothing where no rate is known misses optima', () => {
  forgets.hours = true;
  expect(agreement(400, { maxAsked: 1_000, isFirstEnough: true }).bad).not.toEqual([]);
}, 180_000);

test('a bound by which nobody goes on from where no rate is known is below what is possible', () => {
  expect(halfRated(3)).toSatisfy(({ found, bound }) => found <= bound);
  forgets.stays = true;
  expect(halfRated(3)).toSatisfy(({ found, bound }) => found > bound);
}, 60_000);
