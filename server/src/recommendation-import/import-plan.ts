/** What importing a file would do, line by line: a three-way merge of what the file says, what was imported last, and what stands in the register. Pure functions. */
import { createHash } from 'node:crypto';
import type { Locale } from '@passerelle/shared/locales.ts';
import { names } from '../core/names.ts';
import { CONTENT_FIELDS, type Content, type ContentField, FIXED } from './content.ts';
import { type FileFault, fileFault } from './import-fault.ts';
import type { SaidLine } from './read-line.ts';

export const RecommendationLineKind = names('ADDED', 'CHANGED', 'CONFLICT', 'KEPT', 'SAME', 'REMOVED', 'WRONG');
export type RecommendationLineKind = keyof typeof RecommendationLineKind;

export const RecommendationFieldKind = names('CHANGED', 'CONFLICT', 'KEPT');
export type RecommendationFieldKind = keyof typeof RecommendationFieldKind;

export const RecommendationTake = names('FILE', 'REGISTER');
export type RecommendationTake = keyof typeof RecommendationTake;

/** What stands in the register of a recommendation. */
export interface Stored {
  readonly slug: string;
  readonly content: Content;
  readonly isInvented: boolean;
}

/** What was imported last of one, as far as it was. */
export type Base = Partial<Content>;

/** A field of which the file says something else than the register. */
export interface FieldPlan {
  readonly column: ContentField;
  readonly kind: RecommendationFieldKind;
  /** What was imported last; null where nothing was. */
  readonly imported: string | null;
  /** What stands in the register; null where the recommendation is not in it. */
  readonly register: string | null;
  readonly file: string;
}

export interface LinePlan {
  readonly line: number;
  readonly slug: string;
  readonly kind: RecommendationLineKind;
  /** That of its summary; null where it cannot be read. */
  readonly language: Locale | null;
  readonly fields: readonly FieldPlan[];
  readonly faults: readonly FileFault[];
}

/** What is known of a line's recommendation; undefined for nothing. */
export interface Sides {
  readonly stored: Stored | undefined;
  readonly base: Base | undefined;
  /** Whether who asks is invented. */
  readonly isInvented: boolean;
}

/**
 * Decides on a line. A field follows the file as long as the register has what was imported last. Where somebody has changed it since, it stays while the file says what it said then, and is a conflict
 * once the file says something else. What was imported and is no more was taken out of the register, and stays out of it.
 */
export function planLine(said: SaidLine, { stored, base, isInvented }: Sides): LinePlan {
  const { line, slug, content, positions } = said;
  const language = content.language as Locale;
  if (!stored) return { line, slug, language, faults: [], ...(base ? { kind: 'REMOVED', fields: [] } : { kind: 'ADDED', fields: CONTENT_FIELDS.filter((column) => content[column] !== '').map((column) => ({ column, kind: 'CHANGED', imported: null, register: null, file: content[column] })) }) };
  const faults = [
    ...(stored.isInvented === isInvented ? [] : [fileFault('APART', { line, column: 'slug', position: positions.slug })]),
    ...FIXED.filter((column) => content[column] !== stored.content[column]).map((column) => fileFault('FIXED', { line, column, position: positions[column] })),
  ];
  const fields = CONTENT_FIELDS.flatMap((column) => fieldPlan(column, content[column], stored.content[column], base?.[column]));
  // Whoever changes nothing of a recommendation may name it, be it of the other side.
  if (fields.length > 0 && faults.length > 0) return { line, slug, language, kind: 'WRONG', fields: [], faults };
  return { line, slug, language, kind: kindOf(fields), fields, faults: [] };
}

function fieldPlan(column: ContentField, file: string, register: string, base: string | undefined): FieldPlan[] {
  if (file === register) return [];
  return [{ column, kind: register === base ? 'CHANGED' : file === base ? 'KEPT' : 'CONFLICT', imported: base ?? null, register, file }];
}

const kindOf = (fields: readonly FieldPlan[]): RecommendationLineKind => (['CONFLICT', 'CHANGED', 'KEPT'] as const).find((kind) => fields.some((field) => field.kind === kind)) ?? 'SAME';

/** What tells whether a plan is the one that somebody has read: once anything would come otherwise it is another. */
export const stateOf = (plan: readonly LinePlan[]): string => createHash('sha256').update(JSON.stringify(plan)).digest('base64url');

/** Which side of a conflict holds, by the key of the recommendation and the column. */
export type Choices = ReadonlyMap<string, RecommendationTake>;
export const choiceOf = (slug: string, column: ContentField): string => `${slug} ${column}`;

/** What is to be written of a line. */
export interface Writing {
  readonly slug: string;
  readonly isNew: boolean;
  /** By field, what it becomes. */
  readonly changes: Partial<Content>;
  /** What is imported from now on; undefined where it is so already. */
  readonly base: Base | undefined;
}

/** What is to be written of a line: nothing of a conflict on which nobody has decided, which is one the next time too. */
export function writingOf({ slug, kind, fields }: LinePlan, content: Content, base: Base | undefined, choices: Choices): Writing | null {
  if (kind === 'WRONG' || kind === 'REMOVED') return null;
  const chosen = (field: FieldPlan): RecommendationTake | undefined => (field.kind === 'CHANGED' ? 'FILE' : choices.get(choiceOf(slug, field.column)));
  const open = fields.filter((field) => field.kind === 'CONFLICT' && chosen(field) === undefined).map(({ column }) => column);
  const taken = fields.filter((field) => field.kind !== 'KEPT' && chosen(field) === 'FILE').map(({ column }) => [column, content[column]]);
  const imported = Object.fromEntries(CONTENT_FIELDS.flatMap((column) => (open.includes(column) ? (base?.[column] === undefined ? [] : [[column, base[column]]]) : [[column, content[column]]]))) as Base;
  const isKnown = base !== undefined && CONTENT_FIELDS.every((column) => imported[column] === base[column]);
  if (taken.length === 0 && isKnown) return null;
  return { slug, isNew: kind === 'ADDED', changes: Object.fromEntries(taken) as Partial<Content>, base: isKnown ? undefined : imported };
}
