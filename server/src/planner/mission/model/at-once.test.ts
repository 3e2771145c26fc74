import type { Person } from '@passerelle/shared/planning.ts';
import { Draw } from '@passerelle/shared/planning/random-problem.fixture.ts';
import { WORKED } from '@passerelle/shared/planning/worked-example.fixture.ts';
import { expect, test } from 'vitest';
import { atOnceOf } from './at-once.ts';
import { type Model, modelOf, type Task } from './model.ts';

const HOUR = 60;

interface Drawn {
  readonly model: Model;
  readonly able: readonly Person[];
  readonly from: number;
  readonly until: number;
}

/** Meetings in one place, at some hours of a short day, of which some need somebody of the police, and one may have to come before another. */
function drawn(seed: number): Drawn {
  const draw = new Draw(seed);
  const compiled = modelOf(WORKED);
  const link = draw.once(2) ? { index: 0, gap: HOUR * draw.below(2), requires: false } : undefined;
  const tasks = compiled.tasks.slice(0, 2 + draw.below(3)).map((task, index): Task => {
    const starts = [0, 1, 2, 3, 4, 5].filter(() => draw.once(2)).map((n) => n * HOUR);
    return {
      ...task, index, place: 0, starts, meeting: { ...task.meeting, serviceMinutes: HOUR * (1 + draw.below(2)), needs: draw.once(2) ? [{ id: 'police', kind: 'POLICE', atLeast: 1 }] : [] },
      before: index === 0 && link ? [{ ...link, other: 1 }] : [], after: index === 1 && link ? [{ ...link, other: 0 }] : [],
    };
  });
  const person = (n: number): Person => ({ ...WORKED.persons[0]!, id: `p${n}`, roles: [n === 0 ? 'POLICE' : 'NGO'], mayCountForSeveral: false });
  const model: Model = { ...compiled, tasks, problem: { ...WORKED, teamRule: [], maxTeam: 1 + draw.below(3) }, places: compiled.places.map((place) => ({ ...place, transfer: HOUR * draw.below(2) })) };
  return { model, able: [0, 1, 2, 3].slice(0, 1 + draw.below(4)).map(person), from: HOUR * draw.below(2), until: HOUR * (4 + draw.below(4)) };
}

/** Every way to hold them, by somebody each: whether there is one. */
function canBeHeld(tasks: readonly Task[], { model, able, from, until }: Drawn): boolean {
  const team = Math.min(model.problem.maxTeam!, able.length);
  const { transfer } = model.places[0]!;
  const held: { readonly task: Task; readonly at: number; readonly end: number; readonly who: number }[] = [];
  const isRight = (task: Task, at: number, who: number): boolean => {
    const end = at + task.meeting.serviceMinutes;
    const isApart = held.every((one) => one.who !== who || one.end + transfer <= at || end + transfer <= one.at);
    const isInOrder = held.every((one) => [...task.after.map(({ other, gap }) => one.task.index !== other || one.end + gap <= at), ...task.before.map(({ other, gap }) => one.task.index !== other || end + gap <= one.at)].every(Boolean));
    return at >= from && end <= until && isApart && isInOrder && (task.meeting.needs.length === 0 || who === 0);
  };
  const onward = (n: number): boolean => n === tasks.length || tasks[n]!.starts.some((at) => Array.from({ length: team }, (_, who) => who).some((who) => {
    if (!isRight(tasks[n]!, at, who)) return false;
    held.push({ task: tasks[n]!, at, end: at + tasks[n]!.meeting.serviceMinutes, who });
    const isDone = onward(n + 1);
    held.pop();
    return isDone;
  }));
  return onward(0);
}

const subsets = <T>(list: readonly T[]): T[][] => list.reduce<T[][]>((all, one) => [...all, ...all.map((some) => [...some, one])], [[]]);

test('what people can hold at once, asked about in every way, is within one of the sets, and most sets can be held', () => {
  let [possible, told] = [0, 0];
  for (let seed = 0; seed < 600; seed += 1) {
    const one = drawn(seed);
    const { model, able, from, until } = one;
    const sets = atOnceOf(model, able).sets(0, model.tasks.filter((task) => task.starts.some((at) => at >= from && at + task.meeting.serviceMinutes <= until)), { from, until }, null);
    for (const some of subsets(model.tasks)) if (canBeHeld(some, one)) expect(sets.some((set) => some.every((task) => set.includes(task))), `${seed}: ${some.map(({ index }) => index).join()}`).toBe(true);
    told += sets.length;
    possible += sets.filter((set) => canBeHeld(set, one)).length;
  }
  expect(possible).toBeGreaterThan(told * 0.8);
});
