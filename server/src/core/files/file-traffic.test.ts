/** What a process takes at once: what is on its way keeps nobody from having theirs looked at. */
import { setImmediate } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { FileTraffic, type Sender } from './file-traffic.ts';

const held = (): { readonly work: () => Promise<void>; readonly end: () => void } => {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { work: () => promise, end: resolve };
};

/** Whether there is a place, as far as it is known now. */
const now = (place: Promise<unknown>): Promise<unknown> => Promise.race([place.then((given) => given !== undefined), setImmediate('WAITS')]);

/** People, and whoever has a link, in a network. */
const person = (name: number | string) => ({ subject: `person ${name}` });
const link = (name: number | string, network: number | string = 0) => ({ subject: `link ${name}`, network: `network ${network}` });

/** Those of these who have a place at once; the others wait, or are told that there is none. */
async function comingOf(traffic: FileTraffic, senders: readonly Sender[]): Promise<string[]> {
  const places = senders.map((sender) => traffic.enter(sender));
  const came = await Promise.all(places.map(now));
  return senders.filter((_sender, n) => came[n] === true).map(({ subject }) => subject);
}

afterEach(() => void vi.useRealTimers());

test('twelve are on their way at once, and one of a person; who comes then waits until there is room for them, in their order', async () => {
  const traffic = new FileTraffic();
  const places = await Promise.all(Array.from({ length: 12 }, (_, n) => traffic.enter(person(n))));
  expect(places.every((place) => place !== undefined)).toBe(true);
  const [again, other, last] = [traffic.enter(person(1)), traffic.enter(person(12)), traffic.enter(person(13))];
  expect([await now(again), await now(other), await now(last)]).toEqual(['WAITS', 'WAITS', 'WAITS']);
  places[0]!.leave();
  // The place of another is none for who has a file on its way.
  expect([await now(again), await now(other), await now(last)]).toEqual(['WAITS', true, 'WAITS']);
  places[1]!.leave();
  expect([await now(again), await now(last)]).toEqual([true, 'WAITS']);
});

test('a place that somebody has waited for is not taken by who comes at that moment', async () => {
  const traffic = new FileTraffic();
  const place = await traffic.enter(person('who'));
  const waiting = traffic.enter(person('who'));
  place!.leave();
  const late = traffic.enter(person('who'));
  expect([await now(waiting), await now(late)]).toEqual([true, 'WAITS']);
});

test('who goes lets in all who may come then: one of their network, and themselves from another', async () => {
  const traffic = new FileTraffic();
  const [place] = await Promise.all([traffic.enter(link('X')), traffic.enter(link('A')), traffic.enter(link('B'))]);
  const [neighbour, elsewhere] = [traffic.enter(link('Y')), traffic.enter(link('X', 1))];
  expect([await now(neighbour), await now(elsewhere)]).toEqual(['WAITS', 'WAITS']);
  place!.leave();
  expect([await now(neighbour), await now(elsewhere)]).toEqual([true, true]);
});

test('who gives up waiting leaves their place in the line to others', async () => {
  const [traffic, gone] = [new FileTraffic(), new AbortController()];
  const place = await traffic.enter(person('who'));
  const [first, second] = [traffic.enter(person('who'), gone.signal), traffic.enter(person('who'))];
  gone.abort();
  expect([await now(first), await now(second)]).toEqual([false, 'WAITS']);
  place!.leave();
  expect(await now(second)).toBe(true);
});

test('three of a person wait, and twenty-four of all, for eight seconds: others are told at once that there is no place', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const traffic = new FileTraffic();
  for (let n = 0; n < 12; n += 1) await traffic.enter(person(n));
  const own = Array.from({ length: 4 }, () => traffic.enter(person(0)));
  expect(await Promise.all(own.map(now))).toEqual(['WAITS', 'WAITS', 'WAITS', false]);
  const others = Array.from({ length: 22 }, (_, n) => traffic.enter(person(`beside ${n}`)));
  expect((await Promise.all(others.map(now))).filter((place) => place === false)).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(7_900);
  expect(await now(own[0]!)).toBe('WAITS');
  await vi.advanceTimersByTimeAsync(200);
  expect(await Promise.all([...own, ...others].map(now))).toEqual(Array.from({ length: 26 }, () => false));
});

test('by links six are on their way, three of them from one network; the other places are for who is signed in', async () => {
  const traffic = new FileTraffic();
  expect(await comingOf(traffic, [1, 2, 3, 4].map((n) => link(n, 'a')))).toEqual(['link 1', 'link 2', 'link 3']);
  expect(await comingOf(traffic, [5, 6, 7, 8].map((n) => link(n, n)))).toEqual(['link 5', 'link 6', 'link 7']);
  expect(await comingOf(traffic, Array.from({ length: 7 }, (_, n) => person(n)))).toEqual(['person 0', 'person 1', 'person 2', 'person 3', 'person 4', 'person 5']);
});

test('the control: were they counted as who is signed in, twelve by links would have every place', async () => {
  expect(await comingOf(new FileTraffic(), [...Array.from({ length: 12 }, (_, n) => ({ subject: link(n).subject })), person(1)])).toEqual(Array.from({ length: 12 }, (_, n) => `link ${n}`));
});

test('by links twelve wait, six of them from one network; who is signed in waits beside them', async () => {
  const traffic = new FileTraffic();
  for (let n = 0; n < 6; n += 1) await traffic.enter(link(n, n));
  for (let n = 0; n < 6; n += 1) await traffic.enter(person(n));
  const tried = [...Array.from({ length: 7 }, (_, n) => link(`a${n}`, 'a')), ...Array.from({ length: 7 }, (_, n) => link(`b${n}`, `b${n}`)), ...Array.from({ length: 13 }, (_, n) => person(`c${n}`))];
  const told = await Promise.all(tried.map((sender) => now(traffic.enter(sender))));
  expect([told.slice(0, 7), told.slice(7, 14), told.slice(14)].map((part) => part.filter((one) => one === 'WAITS').length)).toEqual([6, 6, 12]);
});

test('whoever has sent for half a minute gives way to who waits for their place, and to nobody else', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const traffic = new FileTraffic();
  const slow = await Promise.all([1, 2, 3].map((n) => traffic.enter(link(n, 'a'))));
  const [elsewhere, member] = [await traffic.enter(link(4, 'b')), await traffic.enter(person(1))];
  const due = () => [...slow, elsewhere, member].map((place) => place!.isDue());
  vi.advanceTimersByTime(30_001);
  // What somebody brings beside their own does not wait for others.
  const own = traffic.enter(person(1));
  expect(due()).toEqual([false, false, false, false, false]);
  const waiting = traffic.enter(link(5, 'a'));
  expect(due()).toEqual([true, true, true, false, false]);
  slow[1]!.leave();
  expect([await now(waiting), due(), await now(own)]).toEqual([true, [false, false, false, false, false], 'WAITS']);
  void traffic.enter(link(6, 'a'));
  // Who has come since has their time.
  expect([slow[0]!.isDue(), (await waiting)!.isDue()]).toEqual([true, false]);
});

test('three are looked at, whoever came first is first, and a file that breaks gives its place to the next', async () => {
  const traffic = new FileTraffic();
  const [files, begun]: [ReturnType<typeof held>[], number[]] = [Array.from({ length: 5 }, held), []];
  const done = files.map(({ work }, n) => traffic.check(async () => {
    begun.push(n);
    await work();
    if (n === 0) throw new Error('Broken');
  }));
  await Promise.resolve();
  expect(begun).toEqual([0, 1, 2]);
  files[0]!.end();
  await expect(done[0]).rejects.toThrow('Broken');
  await expect.poll(() => begun).toEqual([0, 1, 2, 3]);
  for (const { end } of files) end();
  await Promise.all(done.slice(1));
  expect(begun).toEqual([0, 1, 2, 3, 4]);
});
