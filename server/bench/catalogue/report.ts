/** The figures as tables, and what they say of the goals. */
import { table } from '../table.ts';
import type { Question } from './documents.ts';
import { CONNECTIONS, type Figures, type Outcome } from './measure.ts';
import { PEERS } from './peers.ts';

const HEAD = ['at once · peer', 'requests/s', 'p50 ms', 'p99 ms', 'app CPU ms', 'PostgreSQL CPU ms', 'CPU ÷ (d)', 'requests ÷ (d)', 'bytes', 'same bytes'];
const times = (ratio: number): string => (Number.isNaN(ratio) ? '–' : ratio.toFixed(2));
const ms = (value: number): string => value.toFixed(value < 1 ? 3 : 2);

/** The table of one question; `same` are the peers that answer the product's bytes. */
export function questionTable(question: Question, outcome: Outcome, same: ReadonlySet<string>): string {
  const rows = CONNECTIONS.flatMap((connections) => [...outcome].map(([name, byConnections]) => {
    const f = byConnections.get(connections)!;
    return [
      `${String(connections).padStart(2)} · ${PEERS[name]!.label}`, f.perSecond.toFixed(0), ms(f.p50), ms(f.p99), ms(f.appCpu), ms(f.databaseCpu),
      times(f.cpuRatio), times(f.requestsRatio), String(f.bytes), same.has(name) ? 'equal' : name === 'constant' ? '–' : 'different',
    ];
  }));
  return `\n${question.title}\n\n${table(HEAD, rows)}`;
}

/** The number of connections that the goals are about. */
const LOADED = 16;

/** A goal with what was reached. */
export interface Goal {
  readonly says: string;
  readonly isMet: boolean;
}

/** The goals of one question, as far as its peers were measured. */
export function goals(question: Question, outcome: Outcome): Goal[] {
  const product = outcome.get('product')?.get(LOADED);
  if (!product) return [];
  const [most, least] = question.needsCode ? [1.35, 0.7] : [1.2, 0.8];
  const all: [goal: string, reached: keyof Figures, met: (value: number) => boolean][] = [
    [`CPU at most ${most} × (d)`, 'cpuRatio', (value) => value <= most],
    [`requests at least ${least} × (d)`, 'requestsRatio', (value) => value >= least],
    ['requests at least 3 × those of PostGraphile', 'overPostgraphile', (value) => value >= 3],
    ['CPU at most 0.45 × that of PostGraphile', 'cpuOfPostgraphile', (value) => value <= 0.45],
  ];
  return all
    .filter(([, reached]) => !Number.isNaN(product[reached]))
    .map(([goal, reached, met]) => ({ says: `${question.title}: ${goal}: ${times(product[reached])}`, isMet: met(product[reached]) }));
}
