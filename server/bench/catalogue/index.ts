/** The catalogue bench: how dear the product's reads are, beside SQL by hand, and beside what others would have run. */
import { availableParallelism, loadavg } from 'node:os';
import { askOnce } from '../load.ts';
import type { BenchOptions } from '../options.ts';
import { type Running, start } from '../processes.ts';
import { openStage } from '../stage.ts';
import { type Question, type QuestionName, QUESTIONS } from './documents.ts';
import { type Contestant, measure, sameBytes } from './measure.ts';
import { type Peer, PEERS, programOf } from './peers.ts';
import { layOutProduct } from './product.ts';
import { type Goal, goals, questionTable } from './report.ts';

/** Runs the bench and prints its tables. Whatever happens, nothing is left running. */
export async function benchCatalogue(options: BenchOptions, signal: AbortSignal): Promise<boolean> {
  const chosen = choosePeers(options.peers);
  const closers: (() => Promise<void>)[] = [];
  try {
    const product = await layOutProduct();
    closers.push(product.remove);
    const stage = await openStage((line) => console.log(line), signal);
    closers.push(stage.close);
    const processes = new Map<Peer['program'], Running>();
    for (const name of new Set(chosen.map((peer) => PEERS[peer]!.program))) {
      signal.throwIfAborted();
      const running = await start(programOf(name, stage, product.folder));
      closers.push(running.stop);
      processes.set(name, running);
    }
    const said = processes.get('hand')?.said().trim();
    if (said) console.log(said);
    console.log(`${availableParallelism()} processors, load before the start ${loadavg()[0]!.toFixed(1)}: compare inside this run only.`);
    const reached: Goal[] = [];
    for (const [name, question] of Object.entries(QUESTIONS) as [QuestionName, Question][]) {
      if (options.only && !options.only.some((letter) => name.startsWith(letter))) continue;
      const contestants = await contestantsFor(name, question, chosen, processes);
      const same = await sameBytes(contestants);
      const outcome = await measure(contestants, { ...options, postmaster: stage.postmaster, signal });
      console.log(questionTable(question, outcome, same));
      reached.push(...goals(question, outcome));
    }
    console.log(`\nGoals, with 16 at once\n\n${reached.map(({ says, isMet }) => `${isMet ? '✓' : '✗'} ${says}`).join('\n')}`);
    return reached.every(({ isMet }) => isMet);
  } finally {
    for (const closer of closers.reverse()) await closer();
  }
}

function choosePeers(asked: readonly string[] | undefined): string[] {
  const unknown = asked?.find((name) => !(name in PEERS));
  if (unknown !== undefined) throw new Error(`There is no peer ${unknown}: ${Object.keys(PEERS).join(', ')}`);
  return Object.keys(PEERS).filter((name) => !asked || asked.includes(name));
}

async function contestantsFor(name: QuestionName, question: Question, chosen: readonly string[], processes: ReadonlyMap<string, Running>): Promise<Contestant[]> {
  let size = 0;
  const found: Contestant[] = [];
  for (const peer of chosen) {
    const { program, request } = PEERS[peer]!;
    const asked = request(name, question, size);
    if (!asked) continue;
    const running = processes.get(program)!;
    if (size === 0) size = Buffer.byteLength(await askOnce(running.port, asked));
    found.push({ name: peer, running, request: asked });
  }
  return found;
}
