/** Preparing the questions of a session: adding and changing them, saying them in other languages, ordering, closing, taking away. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { withoutWay } from '@passerelle/shared/questions.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { standingsOf } from '../members/index.ts';
import { abilitiesOf, holdSession, holdToTranslate, noteTranslation } from '../trainings/index.ts';
import { asked, type FormLine, holdForm, readForm } from './form.ts';
import { fault, type QuestionFault } from './question-fault.ts';
import { MOST, type QuestionContent, type QuestionTexts, readQuestion, readTexts, type Sent } from './read-question.ts';
import { addQuestion, changeQuestion, sayQuestion } from './write-question.ts';

/**
 * What came of it: INVALID with what is wrong; CONFLICT when somebody else has changed the question since it was read; ANSWERED when
 * it has answers and can be closed but not taken away; TOO_LATE when the session is over, called off or put away; GONE is also said of
 * what is not for who asks.
 */
export const QuestionOutcome = {
  DONE: 'DONE', INVALID: 'INVALID', CONFLICT: 'CONFLICT', ANSWERED: 'ANSWERED', NOT_ALLOWED: 'NOT_ALLOWED', TOO_LATE: 'TOO_LATE', GONE: 'GONE',
} as const;
export type QuestionOutcome = keyof typeof QuestionOutcome;

export interface QuestionResult {
  readonly outcome: QuestionOutcome;
  /** What is wrong; empty unless it is INVALID. */
  readonly faults: readonly QuestionFault[];
}

/** Which question of which session, by their keys, and who does it. */
export interface Which {
  readonly person: string;
  readonly session: string;
  readonly key: string;
}

const result = (outcome: QuestionOutcome, faults: readonly QuestionFault[] = []): QuestionResult => ({ outcome, faults });
const invalid = (...faults: QuestionFault[]): QuestionResult => result('INVALID', faults);

interface Allowing {
  /** What who asks must be let do with the session. */
  readonly need?: 'edit' | 'translate';
  /** What is so already stays so, whatever may still be done. */
  readonly isSo?: (line: FormLine | undefined) => boolean;
}

/** Does something with the form of a session that is held, if who asks may. */
async function whereAllowed(
  em: EntityManager, { person, session, key }: Which, work: (form: FormLine[], line: FormLine | undefined) => Promise<QuestionResult>, { need = 'edit', isSo = () => false }: Allowing = {},
): Promise<QuestionResult> {
  await holdForm(em, session);
  const held = await (need === 'translate' ? holdToTranslate(em, session) : holdSession(em, session));
  if (typeof held === 'string') return result(held);
  const form = await readForm(em, session);
  const line = form.find((one) => one.key === key);
  if (isSo(line)) return result('DONE');
  return abilitiesOf(held, await standingsOf(em, person))[need] ? work(form, line) : result('TOO_LATE');
}

/** What would be wrong with the conditions of a form that is to be: of the question itself, or of those that depend on it. */
function wayFaults(form: readonly FormLine[], key: string, changed: 'KIND' | 'CHOICES' | 'POSITION' | 'CONDITION'): QuestionFault[] {
  const stuck = withoutWay(form.map(asked));
  if (stuck.includes(key)) return [fault('CONDITION', 'NO_WAY')];
  return stuck.length > 0 ? [fault(changed, 'NEEDED')] : [];
}

async function isAnswered(em: EntityManager, session: string, key: string): Promise<boolean> {
  const [row] = await em.execute<{ found: boolean }[]>(
    'select exists (select from registration_answer a join form_question q on q.uuid = a.question_uuid where q.session_uuid = ? and q.key = ?) as found', [session, key]);
  return row!.found;
}

const FIELDS = ['kind', 'sourceLocale', 'label', 'help', 'choices', 'isRequired', 'condition', 'retentionDays'] as const;
const plain = (content: QuestionContent): string => JSON.stringify(FIELDS.map((field) => {
  const value = content[field];
  if (field === 'choices') return content.choices.map(({ code, label }) => [code, label]);
  return field === 'condition' && content.condition ? [content.condition.question, content.condition.answer] : value;
}));

/**
 * Adds a question under a key that its author has drawn (`version` 0), or changes it. `version` is the one that was read: once somebody
 * else has changed it nothing is written, unless it is so already. Throws VICTIM_DATA for texts that tell who a person is.
 */
export async function saveQuestion(em: EntityManager, which: Which, { version, input }: { version: number; input: Sent<QuestionContent> }): Promise<QuestionResult> {
  const content = readQuestion(input);
  if (!('kind' in content)) return invalid(...content);
  for (const text of [content.label, content.help ?? '', ...content.choices.map(({ label }) => label)]) refuseVictimsData('input.label', text);
  const { session, key } = which;
  return whereAllowed(em, which, async (form, line) => {
    if ((line?.version ?? 0) !== version) return result(line ? 'CONFLICT' : 'GONE');
    const next = line ? { ...line, ...content } : newLine(form, key, content);
    const faults = saveFaults(form, line, next);
    if (faults.length > 0) return invalid(...faults);
    if (line) await changeQuestion(em, line, content, await isAnswered(em, session, key));
    else await addQuestion(em, { session, key, position: next.position, content });
    return result('DONE');
  }, { isSo: (line) => line !== undefined && plain(line) === plain(content) });
}

/** A question at the end of a form. */
function newLine(form: readonly FormLine[], key: string, content: QuestionContent): FormLine {
  return { ...content, uuid: '', key, version: 1, edition: 1, position: (form.at(-1)?.position ?? 0) + 1, sourceVersion: 1, isClosed: false };
}

/** What would be wrong with a form in which `next` takes the place of `line`, or comes at the end. */
function saveFaults(form: readonly FormLine[], line: FormLine | undefined, next: FormLine): QuestionFault[] {
  if (!line && form.length >= MOST.questions) return [fault('POSITION', 'TOO_LONG', MOST.questions)];
  if (next.kind === 'FILE' && form.filter(({ kind, key }) => kind === 'FILE' && key !== next.key).length >= MOST.files) return [fault('KIND', 'TOO_LONG', MOST.files)];
  return wayFaults(line ? form.map((one) => (one === line ? next : one)) : [...form, next], next.key, line?.kind === next.kind ? 'CHOICES' : 'KIND');
}

/** Says a question in another language than its own; from then on that translation counts as one of the source as it is. Throws VICTIM_DATA. */
export async function translateQuestion(em: EntityManager, which: Which, { version, texts: sent }: { version: number; texts: Sent<QuestionTexts> }): Promise<QuestionResult> {
  const texts = readTexts(sent);
  if (!('locale' in texts)) return invalid(...texts);
  for (const text of [texts.label ?? '', texts.help ?? '', ...texts.choices.map(({ label }) => label)]) refuseVictimsData('texts.label', text);
  return whereAllowed(em, which, async (_form, line) => {
    if (!line) return result('GONE');
    if (texts.locale === line.sourceLocale) return invalid(fault('LOCALE', 'NOT_HERE'));
    if (await isSaid(em, line, texts)) return result('DONE');
    if (line.version !== version) return result('CONFLICT');
    await noteTranslation(em, { session: which.session, question: line.uuid });
    await sayQuestion(em, line.uuid, texts, line.sourceVersion);
    return result('DONE');
  }, { need: 'translate' });
}

async function isSaid(em: EntityManager, { uuid, sourceVersion }: FormLine, { locale, label, help, choices }: QuestionTexts): Promise<boolean> {
  const rows = await em.execute<{ code: string; label: string | null; version: number }[]>(
    `select c.code, x.label, x.source_version as version from form_choice c join form_choice_translation x on x.choice_uuid = c.uuid and x.locale = ? where c.question_uuid = ?
     union all select 'LABEL', label, source_version from form_question_translation where question_uuid = ? and locale = ?
     union all select 'HELP', help, source_version from form_question_translation where question_uuid = ? and locale = ?`, [locale, uuid, uuid, locale, uuid, locale]);
  const sorted = (list: readonly (readonly [string, string | null])[]): string => JSON.stringify(list.filter(([, words]) => words !== null).map((pair) => [...pair]).sort());
  return rows.every((row) => row.version === sourceVersion)
    && sorted(rows.map((row) => [row.code, row.label])) === sorted([['LABEL', label], ['HELP', help], ...choices.map((choice) => [choice.code, choice.label] as const)]);
}

/** Moves a question to a place of the form, from 1; the others keep their order. */
export function moveQuestion(em: EntityManager, which: Which, to: number): Promise<QuestionResult> {
  return whereAllowed(em, which, async (form, line) => {
    if (!line) return result('GONE');
    const moved = form.filter((one) => one !== line);
    moved.splice(Math.max(to, 1) - 1, 0, line);
    const faults = wayFaults(moved, which.key, 'POSITION');
    if (faults.length > 0) return invalid(...faults);
    for (const [n, { uuid, position }] of moved.entries()) if (position !== n + 1) await em.execute('update form_question set position = ? where uuid = ?', [n + 1, uuid]);
    return result('DONE');
  });
}

/** Closes a question, which is then asked of nobody, or opens it again. */
export function closeQuestion(em: EntityManager, which: Which, isClosed: boolean): Promise<QuestionResult> {
  return whereAllowed(em, which, async (form, line) => {
    if (!line) return result('GONE');
    const faults = wayFaults(form.map((one) => (one === line ? { ...one, isClosed } : one)), which.key, 'CONDITION');
    if (faults.length > 0) return invalid(...faults);
    await em.execute(`update form_question set closed_at = case when ? then now() end, version = version + 1 where uuid = ?`, [isClosed, line.uuid]);
    return result('DONE');
  }, { isSo: (line) => line?.isClosed === isClosed });
}

/** Takes away a question that nobody has answered. One that is not there any more stays so. */
export function removeQuestion(em: EntityManager, which: Which): Promise<QuestionResult> {
  const { session, key } = which;
  return whereAllowed(em, which, async (form, line) => {
    const faults = wayFaults(form.filter((one) => one !== line), key, 'CONDITION');
    if (faults.length > 0) return invalid(...faults);
    if (await isAnswered(em, session, key)) return result('ANSWERED');
    await em.execute('delete from form_question where session_uuid = ? and key = ?', [session, key]);
    return result('DONE');
  }, { isSo: (line) => line === undefined });
}
