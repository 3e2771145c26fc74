/** What is promised of registering many at once, held against what was measured. */
import type { Method } from './methods.ts';
import type { Order } from './order.ts';

/** What came of one way to decide. */
export interface Outcome {
  readonly method: Method;
  readonly held: number;
  readonly waiting: number;
  /** Who got a place although somebody waited. */
  readonly passed: number;
  readonly order: Order;
  /** Who was not written to, or more than once. */
  readonly misWritten: number;
  readonly failures: number;
  readonly retries: number;
  readonly seconds: number;
  /** Processor time for each person, of the two processes and of the database, in milliseconds: what both do behind the answers is in it. */
  readonly cpu: number;
  readonly databaseCpu: number;
  /** Jobs that were not done yet when the last one had been answered. */
  readonly left: number;
  readonly p50: number;
  readonly p99: number;
}

export interface Promised {
  readonly says: string;
  readonly reached: string;
  /** Null where it was not measured. */
  readonly isKept: boolean | null;
}

const SECONDS = 60;
const RATIO = 0.5;

/** Each promise about `people` people for `places` places, as far as what it is about was measured. */
export function promisesOf(outcomes: readonly Outcome[], people: number, places: number): Promised[] {
  const product = outcomes.find(({ method }) => method === 'counters');
  const naive = outcomes.find(({ method }) => method === 'naive');
  const control = outcomes.find(({ method }) => method === 'unguarded');
  const taken = Math.min(people, places);
  const ofProduct = (says: string, reached: (one: Outcome) => [string, boolean]): Promised => told(says, product && reached(product));
  return [
    ofProduct(`exactly ${taken} have a place, and ${people - taken} wait`, ({ held, waiting }) => [`${held} and ${waiting}`, held === taken && waiting === people - taken]),
    ofProduct('each is told what is kept, and their numbers have no gap and no double', ({ order }) => [`${order.otherwise} otherwise, ${order.gaps} gaps or doubles`, order.otherwise + order.gaps === 0]),
    ofProduct('whoever has been answered is before whoever asks after that', ({ order, passed }) => [`${order.overtaken} overtaken, ${passed} passed over`, order.overtaken + passed === 0]),
    ofProduct('each is written to, once', ({ misWritten }) => [`${misWritten} not so`, misWritten === 0]),
    ofProduct('nobody is answered by a failure (5xx)', ({ failures }) => [`${failures} are`, failures === 0]),
    ofProduct(`all are answered within ${SECONDS} s`, ({ seconds }) => [`${seconds.toFixed(1)} s`, seconds <= SECONDS]),
    told(`p99 is at most ${RATIO} of the naive transaction’s`, product && naive && [(product.p99 / naive.p99).toFixed(2), product.p99 <= RATIO * naive.p99]),
    told(`the control: where nothing guards them, more than ${taken} places are given`, control && [String(control.held), control.held > taken]),
  ];
}

const told = (says: string, reached: [string, boolean] | undefined): Promised => ({ says, reached: reached?.[0] ?? 'not measured', isKept: reached?.[1] ?? null });

/** A line for each. */
export const linesOf = (promises: readonly Promised[]): string => promises.map(({ says, reached, isKept }) => `${isKept === null ? '–' : isKept ? '✓' : '✗'} ${says}: ${reached}`).join('\n');
