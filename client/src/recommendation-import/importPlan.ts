import { MOST_OF_FILE } from '@passerelle/shared/recommendationFile.ts';

import type { Choice, Fault, LineKind, Plan, PlanField, PlanLine } from './useRecommendationImport.ts';

/** In the order in which they are told: what somebody has to do something about comes first. */
export const LINE_KINDS = ['WRONG', 'CONFLICT', 'ADDED', 'CHANGED', 'KEPT', 'REMOVED', 'SAME'] as const satisfies readonly LineKind[];

/** A file as a text, or why it is none; UNREADABLE where the browser does not get at it. */
export type Chosen = { readonly text: string } | { readonly fault: Fault } | 'UNREADABLE';

const fault = (kind: Fault['fault'], maximum: number | null = null): Chosen => ({ fault: { fault: kind, maximum, line: null, column: null, position: null } });

/** Reads a file that was chosen: what is not UTF-8 is no text, however it looks. */
export async function readChosen(file: Pick<File, 'size' | 'arrayBuffer'>): Promise<Chosen> {
  if (file.size > MOST_OF_FILE.bytes) return fault('TOO_LARGE', MOST_OF_FILE.bytes);
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (!bytes) return 'UNREADABLE';
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return fault('NOT_UTF8');
  }
}

/** The lines of a plan by what they would do; kinds without any are left out. */
export function linesByKind(plan: Plan): { readonly kind: LineKind; readonly lines: readonly PlanLine[] }[] {
  return LINE_KINDS.map((kind) => ({ kind, lines: plan.lines.filter((line) => line.kind === kind) })).filter(({ lines }) => lines.length > 0);
}

/** By what a choice is known. */
export const choiceKey = ({ slug }: Pick<PlanLine, 'slug'>, { column }: Pick<PlanField, 'column'>): string => `${slug} ${column}`;

/** What somebody chose of the conflicts that there are; others are left open. */
export function choicesFor(plan: Plan, chosen: ReadonlyMap<string, Choice['take']>): Choice[] {
  return plan.lines.flatMap((line) => line.fields.flatMap((field): Choice[] => {
    const take = field.kind === 'CONFLICT' ? chosen.get(choiceKey(line, field)) : undefined;
    return take ? [{ slug: line.slug, column: field.column, take }] : [];
  }));
}

/** What somebody chose of the fields of which everything is said as it was before; of others they have not read yet what they would overwrite. */
export function stillChosen(before: Plan | undefined, now: Plan, chosen: ReadonlyMap<string, Choice['take']>): ReadonlyMap<string, Choice['take']> {
  const said = new Map((before?.lines ?? []).flatMap((line) => line.fields.map((field) => [choiceKey(line, field), JSON.stringify(field)] as const)));
  return new Map(now.lines.flatMap((line) => line.fields.flatMap((field) => {
    const key = choiceKey(line, field);
    const take = chosen.get(key);
    return take && said.get(key) === JSON.stringify(field) ? [[key, take] as const] : [];
  })));
}

const countOf = (plan: Plan, kind: LineKind): number => plan.lines.filter((line) => line.kind === kind).length;

/** Whether anything can be imported: nothing is wrong, and something would come of it. */
export function canImport(plan: Plan, chosen: ReadonlyMap<string, Choice['take']>): boolean {
  return plan.state !== null && countOf(plan, 'WRONG') === 0 && (countOf(plan, 'ADDED') > 0 || plan.lines.some(({ fields }) => fields.some(({ kind }) => kind === 'CHANGED')) || choicesFor(plan, chosen).length > 0);
}

/** How many recommendations were added and how many changed by what was imported. */
export function importedCounts(plan: Plan, choices: readonly Choice[]): { readonly added: number; readonly changed: number } {
  const changes = ({ slug, kind, fields }: PlanLine): boolean => kind !== 'ADDED' && (fields.some((field) => field.kind === 'CHANGED') || choices.some((one) => one.slug === slug && one.take === 'FILE'));
  return { added: countOf(plan, 'ADDED'), changed: plan.lines.filter(changes).length };
}
