/** What people decide about a session: announcing it, closing and opening registration, calling it off, putting it away; and its translations. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { standingsOf } from '../members/index.ts';
import { type Preparing, result, type SessionResult } from './prepare.service.ts';
import { onSessionChanged, type SessionChangeKind } from './session-changes.ts';
import { type HeldSession, holdSession, holdToTranslate, noteTranslation } from './session-content.ts';
import { textFault, tidy } from './read-session.ts';
import { fault, type SessionFault } from './session-fault.ts';
import type { SessionTextsInput } from './session-input.type.ts';
import type { SessionStage } from './session-stage.ts';
import { abilitiesOf } from './training.policy.ts';

/** What can be decided about a session, without a word. */
export type SessionAct = 'open' | 'close' | 'reopen' | 'archive';

const STEPS: Readonly<Record<SessionAct | 'cancel', { readonly to: SessionStage; readonly kind: SessionChangeKind }>> = {
  open: { to: 'OPEN', kind: 'OPENED' }, close: { to: 'CLOSED', kind: 'CLOSED' }, reopen: { to: 'OPEN', kind: 'REOPENED' }, archive: { to: 'ARCHIVED', kind: 'ARCHIVED' },
  cancel: { to: 'CANCELLED', kind: 'CANCELLED' },
};

/** Does something with a session that is held, if who asks may: what is so already stays so. */
async function whereAllowed(
  em: EntityManager, { person }: Preparing, key: string, { need, to }: { need: keyof ReturnType<typeof abilitiesOf>; to?: SessionStage }, work: (held: HeldSession) => Promise<SessionResult>,
): Promise<SessionResult> {
  const held = await (need === 'translate' ? holdToTranslate(em, key) : holdSession(em, key));
  if (typeof held === 'string') return result(held);
  if (held.stage === to) return result('DONE');
  return abilitiesOf(held, await standingsOf(em, person))[need] ? work(held) : result('TOO_LATE');
}

/** Takes a session one step further. Those whom it concerns are told in the same transaction. */
export function stepSession(em: EntityManager, doing: Preparing, key: string, act: SessionAct): Promise<SessionResult> {
  return whereAllowed(em, doing, key, { need: act, to: STEPS[act].to }, async (held) => {
    await step(em, doing, key, { held, act });
    return result('DONE');
  });
}

/** Takes a step, writes what belongs to it, and tells of both. */
async function step(em: EntityManager, { person, origin }: Preparing, key: string, { held, act, write }: { held: HeldSession; act: SessionAct | 'cancel'; write?: () => Promise<void> }): Promise<void> {
  const { to, kind } = STEPS[act];
  const raised = act === 'cancel' ? 1 : 0;
  await em.execute('update training_session set stage = ?, version = version + 1, sequence = sequence + ? where uuid = ?', [to, raised, key]);
  await write?.();
  await onSessionChanged(em, key, { by: person, origin, kinds: [kind], before: held, after: { ...held, stage: to, sequence: held.sequence + raised } });
}

/** The same text in some languages. */
export type InLanguages = readonly { readonly locale: Locale; readonly text: string }[];

/**
 * Calls a session off, for a reason that is said in its source language, in English or in French at least, so that everybody
 * finds it. Throws VICTIM_DATA for a reason that tells who a person is.
 */
export async function cancelSession(em: EntityManager, doing: Preparing, key: string, reasons: InLanguages): Promise<SessionResult> {
  const said = reasons.map(({ locale, text }) => ({ locale, text: tidy(text) ?? '' })).filter(({ text }) => text !== '');
  const faults = said.flatMap(({ text }) => textFault('CANCELLED_REASON', text, false));
  if (new Set(said.map(({ locale }) => locale)).size < said.length) faults.push(fault('CANCELLED_REASON', 'REPEATED'));
  if (faults.length > 0) return result('INVALID', faults);
  for (const { text } of said) refuseVictimsData('reasons', text);
  return whereAllowed(em, doing, key, { need: 'cancel', to: 'CANCELLED' }, async (held) => {
    if (!said.some(({ locale }) => [held.sourceLocale, 'en', 'fr'].includes(locale))) return result('INVALID', [fault('CANCELLED_REASON', 'MISSING')]);
    await step(em, doing, key, { held, act: 'cancel', write: () => writeReasons(em, key, held, said) });
    return result('DONE');
  });
}

async function writeReasons(em: EntityManager, key: string, { sourceVersion }: HeldSession, said: InLanguages): Promise<void> {
  for (const { locale, text } of said) {
    await em.execute(
      `insert into training_session_translation (session_uuid, locale, cancelled_reason, source_version) values (?, ?, ?, ?)
       on conflict (session_uuid, locale) do update set cancelled_reason = excluded.cancelled_reason`, [key, locale, text, sourceVersion],
    );
  }
}

/** Throws a draft away. */
export function discardSession(em: EntityManager, doing: Preparing, key: string): Promise<SessionResult> {
  return whereAllowed(em, doing, key, { need: 'discard' }, async () => {
    await em.execute('delete from training_session where uuid = ?', [key]);
    return result('DONE');
  });
}

interface Texts {
  readonly title: string | null;
  readonly summary: string | null;
  readonly programme: string | null;
  readonly objectives: string | null;
  readonly cancelledReason: string | null;
}

function textFaults({ title, summary, programme, objectives, cancelledReason }: Texts): SessionFault[] {
  return [...textFault('TITLE', title, true), ...textFault('SUMMARY', summary, false), ...textFault('PROGRAMME', programme, false), ...textFault('OBJECTIVES', objectives, false), ...textFault('CANCELLED_REASON', cancelledReason, false)];
}

/**
 * Says a session in another language than its own; from then on that translation counts as one of the source as it is. `version` as for
 * a change. Throws VICTIM_DATA for texts that tell who a person is.
 */
export async function translateSession(em: EntityManager, doing: Preparing, key: string, { version, texts: sent }: { version: number; texts: SessionTextsInput }): Promise<SessionResult> {
  const { locale } = sent;
  const said: Texts = { title: tidy(sent.title), summary: tidy(sent.summary), programme: tidy(sent.programme.join('\n')), objectives: tidy(sent.objectives?.join('\n')), cancelledReason: tidy(sent.cancelledReason) };
  const faults = textFaults(said);
  if (faults.length > 0) return result('INVALID', faults);
  for (const [field, text] of Object.entries(said)) refuseVictimsData(`texts.${field}`, (text as string | null) ?? '');
  return whereAllowed(em, doing, key, { need: 'translate' }, async (held) => {
    if (locale === held.sourceLocale) return result('INVALID', [fault('LOCALE', 'NOT_HERE')]);
    const texts = sent.objectives === undefined ? { ...said, objectives: await objectivesIn(em, key, locale) } : said;
    if (texts.cancelledReason !== null && held.stage !== 'CANCELLED') return result('INVALID', [fault('CANCELLED_REASON', 'NOT_HERE')]);
    if (await isSaid(em, key, held, locale, texts)) return result('DONE');
    if (held.stage === 'CANCELLED' && texts.cancelledReason === null && !(await hasReasonBesides(em, key, held, locale))) return result('INVALID', [fault('CANCELLED_REASON', 'MISSING')]);
    if (version !== held.version) return result('CONFLICT');
    await noteTranslation(em, { session: key });
    await writeTranslation(em, key, held, locale, texts);
    return result('DONE');
  });
}

/** What is said of its objectives in a language. */
async function objectivesIn(em: EntityManager, key: string, locale: Locale): Promise<string | null> {
  const [row] = await em.execute<{ objectives: string | null }[]>('select objectives from training_session_translation where session_uuid = ? and locale = ?', [key, locale]);
  return row?.objectives ?? null;
}

/** Whether why a session was called off is said in another language of those in which everybody finds it. */
async function hasReasonBesides(em: EntityManager, key: string, { sourceLocale }: HeldSession, locale: Locale): Promise<boolean> {
  const [row] = await em.execute<{ isThere: boolean }[]>(
    `select exists (select from training_session_translation where session_uuid = ? and locale in (?, 'en', 'fr') and locale <> ? and coalesce(cancelled_reason, '') <> '') as "isThere"`, [key, sourceLocale, locale]);
  return row!.isThere;
}

const isEmpty = (texts: Texts): boolean => Object.values(texts).every((text) => text === null);

async function isSaid(em: EntityManager, key: string, { sourceVersion }: HeldSession, locale: Locale, texts: Texts): Promise<boolean> {
  const [row] = await em.execute<(Texts & { sourceVersion: number })[]>(
    `select title, summary, programme, objectives, cancelled_reason as "cancelledReason", source_version as "sourceVersion" from training_session_translation where session_uuid = ? and locale = ?`, [key, locale]);
  if (!row) return isEmpty(texts);
  return row.sourceVersion === sourceVersion && (['title', 'summary', 'programme', 'objectives', 'cancelledReason'] as const).every((name) => (row[name] ?? '') === (texts[name] ?? ''));
}

async function writeTranslation(em: EntityManager, key: string, { sourceVersion }: HeldSession, locale: Locale, texts: Texts): Promise<void> {
  const { title, summary, programme, objectives, cancelledReason } = texts;
  // Emptied first, so that the trail tells what was there.
  await em.execute(
    `insert into training_session_translation (session_uuid, locale, title, summary, programme, objectives, cancelled_reason, source_version) values (?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (session_uuid, locale) do update set title = excluded.title, summary = excluded.summary, programme = excluded.programme, objectives = excluded.objectives, cancelled_reason = excluded.cancelled_reason,
       source_version = excluded.source_version`, [key, locale, title, summary, programme, objectives, cancelledReason, sourceVersion],
  );
  if (isEmpty(texts)) await em.execute('delete from training_session_translation where session_uuid = ? and locale = ?', [key, locale]);
}
