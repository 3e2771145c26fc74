/** Importing recommendations from a file: what it would do, and doing it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { names } from '../core/names.ts';
import { standingsOf } from '../members/index.ts';
import type { Content } from './content.ts';
import { type FileFault, fileFault } from './import-fault.ts';
import { type Base, type Choices, type LinePlan, planLine, stateOf, writingOf } from './import-plan.ts';
import { importAlone, placesIn, readBases, readKnown, readStored, writeAll } from './import-stored.ts';
import { mayImportRecommendations } from './import.policy.ts';
import { readFile } from './read-file.ts';
import { readLines, type SaidLine } from './read-line.ts';

export const RecommendationImportOutcome = names('TRIED', 'DONE', 'INVALID', 'CONFLICT', 'NOT_ALLOWED');
export type RecommendationImportOutcome = keyof typeof RecommendationImportOutcome;

export interface ImportResult {
  readonly outcome: RecommendationImportOutcome;
  /** What is wrong with the file as a whole; nothing else is known then. */
  readonly faults: readonly FileFault[];
  readonly lines: readonly LinePlan[];
  /** What tells that the plan is the one that was read; null where there is none. */
  readonly state: string | null;
}

interface Work {
  readonly lines: readonly LinePlan[];
  readonly contents: ReadonlyMap<string, Content>;
  readonly bases: ReadonlyMap<string, Base>;
  /** The keys of those that are of the other side: real, where who imports is invented, or the other way round. */
  readonly apart: ReadonlySet<string>;
}

const refused = (outcome: RecommendationImportOutcome, faults: readonly FileFault[] = []): ImportResult => ({ outcome, faults, lines: [], state: null });

/** What importing a file would do; it writes nothing. `parts` make the text of the file. */
export async function tryRecommendationImport(em: EntityManager, person: string, parts: readonly string[]): Promise<ImportResult> {
  if (!mayImportRecommendations(await standingsOf(em, person))) return refused('NOT_ALLOWED');
  const work = await workOf(em, parts);
  return 'lines' in work ? { outcome: 'TRIED', faults: [], lines: work.lines, state: stateOf(work.lines) } : refused('INVALID', work);
}

/**
 * Imports a file as it was tried, all of it or nothing. `state` is the one of the plan that was read: once anything would come otherwise nothing is written, and the answer has what would come of it now; unless nothing is left to be
 * imported. A conflict that is in no `choices` stays as it is.
 */
export async function importRecommendations(em: EntityManager, person: string, { parts, state, choices }: { readonly parts: readonly string[]; readonly state: string; readonly choices: Choices }): Promise<ImportResult> {
  if (!mayImportRecommendations(await standingsOf(em, person))) return refused('NOT_ALLOWED');
  await importAlone(em);
  const work = await workOf(em, parts);
  if (!('lines' in work)) return refused('INVALID', work);
  const [{ lines }, now] = [work, stateOf(work.lines)];
  if (lines.some(({ kind }) => kind === 'WRONG')) return { outcome: 'INVALID', faults: [], lines, state: now };
  if (now !== state && lines.some(({ kind }) => kind === 'ADDED' || kind === 'CHANGED' || kind === 'CONFLICT')) return { outcome: 'CONFLICT', faults: [], lines, state: now };
  await writeAll(em, lines.flatMap((line) => (work.apart.has(line.slug) ? [] : writingOf(line, work.contents.get(line.slug)!, work.bases.get(line.slug), choices) ?? [])));
  const after = await workOf(em, parts);
  if (!('lines' in after)) throw new Error('A file that was imported cannot be read');
  return { outcome: 'DONE', faults: [], lines: after.lines, state: stateOf(after.lines) };
}

/** What the file says, beside what stands in the register and what was imported last. */
async function workOf(em: EntityManager, parts: readonly string[]): Promise<Work | readonly FileFault[]> {
  const read = readFile(parts.join(''));
  if (!('lines' in read)) return read;
  const known = await readKnown(em);
  const { said, faults } = readLines(read.lines, known);
  const slugs = said.map(({ slug }) => slug);
  const [stored, bases] = [new Map((await readStored(em, slugs)).map((one) => [one.slug, one])), await readBases(em, slugs)];
  const places = await placeFaults(em, said);
  const plans = said.map((line) => withPlaces(planLine(line, { stored: stored.get(line.slug), base: bases.get(line.slug), isInvented: known.isInvented }), places));
  return {
    lines: [...plans, ...wrongLines([...read.broken, ...faults])].toSorted((one, other) => one.line - other.line), contents: new Map(said.map(({ slug, content }) => [slug, content])), bases,
    apart: new Set([...stored.values()].filter(({ isInvented }) => isInvented !== known.isInvented).map(({ slug }) => slug)),
  };
}

/** A plan that would write a text that tells a place is wrong; what stays as it is was there before the place was protected. */
function withPlaces(plan: LinePlan, places: readonly FileFault[]): LinePlan {
  const faults = places.filter((fault) => fault.line === plan.line && plan.fields.some(({ column, kind }) => column === fault.column && kind !== 'KEPT'));
  return faults.length > 0 ? { ...plan, kind: 'WRONG', fields: [], faults } : plan;
}

/** A line each of those with which something is wrong, with all that is. */
function wrongLines(faults: readonly FileFault[]): LinePlan[] {
  return [...Map.groupBy(faults, ({ line }) => line!)].map(([line, all]) => ({ line, slug: '', language: null, kind: 'WRONG', fields: [], faults: all }));
}

const TOLD = ['body', 'summary', 'source', 'note'] as const;

/** Where a line tells the place of an organisation whose place nobody may learn. */
async function placeFaults(em: EntityManager, said: readonly SaidLine[]): Promise<FileFault[]> {
  const told = said.flatMap(({ line, content, positions }) => TOLD.map((column) => ({ text: content[column], fault: fileFault('PROTECTED_PLACE', { line, column, position: positions[column] }) })));
  return (await placesIn(em, told.map(({ text }) => text))).map((n) => told[n]!.fault);
}
