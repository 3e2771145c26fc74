/** Entering experts: adding a sheet, changing it, saying it in other languages, taking it away. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import type { Actor } from '../core/reader/index.ts';
import { addExpert, changeExpert, differences, type HeldExpert, holdExpert, sayExpert, unknownIn } from './expert-content.ts';
import { type ExpertFault, fault } from './expert-fault.ts';
import { mayKeepSheets, sheetAbilities } from './expert.policy.ts';
import { type ExpertContent, readExpert, type SentExpert, textFaults, tidy } from './read-expert.ts';

/**
 * What came of it: INVALID with what is wrong; CONFLICT when somebody else has changed it since it was read; TEACHES for whoever teaches in a session or is to;
 * BOUND where it belongs to an account.
 */
export const ExpertOutcome = { DONE: 'DONE', INVALID: 'INVALID', CONFLICT: 'CONFLICT', NOT_ALLOWED: 'NOT_ALLOWED', TEACHES: 'TEACHES', BOUND: 'BOUND', GONE: 'GONE' } as const;
export type ExpertOutcome = keyof typeof ExpertOutcome;

export interface ExpertResult {
  readonly outcome: ExpertOutcome;
  /** What is wrong; empty unless it is INVALID. */
  readonly faults: readonly ExpertFault[];
}

const result = (outcome: ExpertOutcome, faults: readonly ExpertFault[] = []): ExpertResult => ({ outcome, faults });

/** Does something with a sheet that is held, if who asks may. */
async function whereAllowed(em: EntityManager, actor: Actor, key: string, work: (held: HeldExpert) => Promise<ExpertResult>): Promise<ExpertResult> {
  if (!mayKeepSheets(actor)) return result('NOT_ALLOWED');
  const held = await holdExpert(em, key);
  return held ? work(held) : result('GONE');
}

/** Throws VICTIM_DATA for texts that tell who a victim is. */
function refuseTexts({ name, corps, summary, vouchedBy }: ExpertContent): void {
  for (const [field, text] of Object.entries({ name, corps, summary, vouchedBy })) refuseVictimsData(`input.${field}`, text ?? '');
}

/** What is sent as it can be stored, or what is wrong with it. Throws VICTIM_DATA. */
async function readContent(em: EntityManager, sent: SentExpert, held?: HeldExpert): Promise<ExpertContent | ExpertResult> {
  const content = readExpert(sent, held);
  if (!('name' in content)) return result('INVALID', content);
  refuseTexts(content);
  const unknown = await unknownIn(em, content);
  return unknown.length > 0 ? result('INVALID', unknown) : content;
}

/** Adds the sheet of an expert under a key that its author has drawn: sent again, it is the same sheet, with what was sent last. Throws VICTIM_DATA. */
export async function createExpert(em: EntityManager, actor: Actor, key: string, sent: SentExpert): Promise<ExpertResult> {
  if (!mayKeepSheets(actor)) return result('NOT_ALLOWED');
  const content = await readContent(em, sent);
  if ('outcome' in content) return content;
  return (await addExpert(em, key, content)) ? result('DONE') : updateExpert(em, actor, key, { version: 1, sent });
}

/**
 * Changes the sheet of an expert. `version` is the one that who changes it has read: once somebody else has changed it nothing is written, unless it is so already.
 * Throws VICTIM_DATA.
 */
export async function updateExpert(em: EntityManager, actor: Actor, key: string, { version, sent }: { readonly version: number; readonly sent: SentExpert }): Promise<ExpertResult> {
  return whereAllowed(em, actor, key, async (held) => {
    const content = await readContent(em, sent, held);
    if ('outcome' in content) return content;
    if (differences(held, content).size === 0) return result('DONE');
    if (version !== held.version) return result('CONFLICT');
    await changeExpert(em, key, held, content);
    return result('DONE');
  });
}

/** Says an expert in another language than the one in which they were first described; an empty summary takes that language away. Throws VICTIM_DATA. */
export async function translateExpert(em: EntityManager, actor: Actor, key: string, { version, texts: { locale, summary: typed } }: { readonly version: number; readonly texts: { readonly locale: Locale; readonly summary: string } }): Promise<ExpertResult> {
  const summary = tidy(typed);
  const faults = textFaults('SUMMARY', summary);
  if (faults.length > 0) return result('INVALID', faults);
  return whereAllowed(em, actor, key, async (held) => {
    refuseVictimsData('texts.summary', summary ?? '');
    if (locale === held.sourceLocale) return result('INVALID', [fault('LOCALE', 'NOT_HERE')]);
    const [said] = await em.execute<{ summary: string | null; version: number }[]>('select summary, source_version as version from expert_translation where expert_uuid = ? and locale = ?', [key, locale]);
    if ((said?.summary ?? null) === summary && (!said || said.version === held.sourceVersion)) return result('DONE');
    if (version !== held.version) return result('CONFLICT');
    await em.execute('update expert set version = version + 1 where uuid = ?', [key]);
    if (summary === null) await em.execute('delete from expert_translation where expert_uuid = ? and locale = ?', [key, locale]);
    else await sayExpert(em, key, { locale, summary }, held.sourceVersion);
    return result('DONE');
  });
}

/** Takes away the sheet, which was read at `version`, of an expert who teaches in no session and is to teach in none, and whose it is not by an account. */
export async function removeExpert(em: EntityManager, actor: Actor, key: string, version: number): Promise<ExpertResult> {
  // Before the sheet, as whoever plans one of them does.
  await em.execute('select hold_missions_of(?)', [key]);
  return whereAllowed(em, actor, key, async ({ teaches, isBound, version: now }) => {
    if (teaches) return result('TEACHES');
    if (!sheetAbilities({ isBound, isOwn: false, teaches }, actor).remove) return result('BOUND');
    if (version !== now) return result('CONFLICT');
    await em.execute('delete from expert where uuid = ?', [key]);
    return result('DONE');
  });
}
