/** Proposing changes of one's own sheet, and deciding about them: the sheet says what was confirmed until the adviser has decided. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { UserError } from '../core/errors.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import type { Actor } from '../core/reader/index.ts';
import { queueMail } from '../mail/index.ts';
import { changeExpert, differences, type HeldExpert, holdExpert, ownSheet, unknownIn } from './expert-content.ts';
import type { ExpertFault } from './expert-fault.ts';
import { mayKeepSheets } from './expert.policy.ts';
import { changedFields, decisionFaults, MOST_DECISIONS, type ProposalDecision, type ProposedContent, proposedOf, readDecisions, withTaken } from './proposal-content.ts';
import { type ExpertContent, readExpert, tidy } from './read-expert.ts';

/**
 * What came of it: INVALID with what is wrong; CONFLICT when the sheet or the proposal was changed, decided or made since it was read; GONE is also said of what is not for
 * who asks, and of a proposal that was withdrawn.
 */
export const ProposalOutcome = { DONE: 'DONE', INVALID: 'INVALID', CONFLICT: 'CONFLICT', GONE: 'GONE' } as const;
export type ProposalOutcome = keyof typeof ProposalOutcome;

export interface ProposalResult {
  readonly outcome: ProposalOutcome;
  /** What is wrong; empty unless it is INVALID. */
  readonly faults: readonly ExpertFault[];
  /** The key of the sheet that it is about; null where there is none for who asks. */
  readonly expert: string | null;
}

const result = (outcome: ProposalOutcome, expert: string | null, faults: readonly ExpertFault[] = []): ProposalResult => ({ outcome, faults, expert });

interface StoredProposal {
  readonly key: string;
  readonly expert: string;
  readonly version: number;
  readonly base: ProposedContent;
  readonly content: ProposedContent;
  readonly decisions: readonly ProposalDecision[] | null;
  readonly reasonLocale: Locale | null;
}

const STORED = 'select uuid as key, expert_uuid as expert, version, base, content, decisions, reason_locale as "reasonLocale" from expert_proposal';

/** What is proposed, and what of it was read: the `version` of the proposal (0 for a new one) and of the sheet. */
export interface Proposing {
  readonly key: string;
  readonly version: number;
  readonly sheetVersion: number;
  readonly sent: ProposedContent;
}

/**
 * Proposes to change the sheet of who acts, under a key that they have drawn, or changes what they have proposed. What is proposed and stands on the sheet already is no
 * proposal: one that came to say nothing new is withdrawn. Throws VICTIM_DATA for texts that tell who a victim is.
 */
export async function proposeSheet(em: EntityManager, proposing: Proposing): Promise<ProposalResult> {
  const { name, corps, summary } = proposing.sent;
  for (const [field, text] of Object.entries({ name, corps, summary })) refuseVictimsData(`input.${field}`, tidy(text) ?? '');
  const own = await ownSheet(em);
  if (!own) return result('GONE', null);
  const { key: expert, sheet } = own;
  const { vouchedBy, vouchedSince } = sheet;
  const content = readExpert({ ...proposing.sent, vouchedBy, vouchedSince, contact: null }, sheet);
  if (!('name' in content)) return result('INVALID', expert, content);
  const unknown = await unknownIn(em, content);
  if (unknown.length > 0) return result('INVALID', expert, unknown);
  return result(await store(em, own, proposing, proposedOf(content)), expert);
}

async function store(em: EntityManager, { key: expert, sheet }: { readonly key: string; readonly sheet: HeldExpert }, { key, version, sheetVersion }: Proposing, content: ProposedContent): Promise<ProposalOutcome> {
  const [open] = await em.execute<StoredProposal[]>(`${STORED} where expert_uuid = ? and decided_at is null for update`, [expert]);
  const isNew = changedFields(proposedOf(sheet), content).length > 0;
  if (!open) return addNew(em, { expert, key, sheet, content }, isNew, version === 0 && sheetVersion === sheet.version);
  if (open.key !== key) return 'CONFLICT';
  if (isNew && changedFields(open.content, content).length === 0) return 'DONE';
  if (open.version !== version || sheetVersion !== sheet.version) return 'CONFLICT';
  if (isNew) await em.execute('update expert_proposal set version = version + 1, sheet_version = ?, base = ?, content = ?, proposed_at = now() where uuid = ?', [sheet.version, JSON.stringify(proposedOf(sheet)), JSON.stringify(content), key]);
  else await em.execute('delete from expert_proposal where uuid = ?', [key]);
  return 'DONE';
}

interface New {
  readonly expert: string;
  readonly key: string;
  readonly sheet: HeldExpert;
  readonly content: ProposedContent;
}

/** What stands on the sheet already is no proposal. */
async function addNew(em: EntityManager, made: New, isNew: boolean, isRead: boolean): Promise<ProposalOutcome> {
  if (!isNew) return 'DONE';
  return isRead ? add(em, made) : 'CONFLICT';
}

/** A key that has been decided about, or another proposal that came meanwhile, is a conflict. */
async function add(em: EntityManager, { expert, key, sheet, content }: New): Promise<ProposalOutcome> {
  const added = await em.execute<unknown[]>(
    'insert into expert_proposal (uuid, expert_uuid, sheet_version, base, content) values (?, ?, ?, ?, ?) on conflict do nothing returning 1', [key, expert, sheet.version, JSON.stringify(proposedOf(sheet)), JSON.stringify(content)]);
  return added.length > 0 ? 'DONE' : 'CONFLICT';
}

/** Withdraws what who acts has proposed, as they have read it: one that was changed or decided meanwhile is shown to them first. */
export async function withdrawSheetProposal(em: EntityManager, key: string, version: number): Promise<ProposalResult> {
  const own = await ownSheet(em);
  if (!own) return result('GONE', null);
  const [stored] = await em.execute<StoredProposal[]>(`${STORED} where uuid = ? and expert_uuid = ?`, [key, own.key]);
  if (!stored) return result('DONE', own.key);
  const gone = await em.execute<unknown[]>('delete from expert_proposal where uuid = ? and version = ? and decided_at is null returning 1', [key, version]);
  return result(gone.length > 0 ? 'DONE' : 'CONFLICT', own.key);
}

/** What is decided about a proposal, and what was read: its `version` and that of the sheet. */
export interface Deciding {
  readonly key: string;
  readonly version: number;
  readonly sheetVersion: number;
  readonly sent: readonly ProposalDecision[];
  /** In which language the reasons are written. */
  readonly locale: Locale;
}

/** Takes or declines each field of a proposal, and tells its expert. For the adviser. Throws VICTIM_DATA for reasons that tell who a victim is. */
export async function decideSheetProposal(em: EntityManager, actor: Actor, deciding: Deciding, origin: string): Promise<ProposalResult> {
  if (!mayKeepSheets(actor)) return result('GONE', null);
  refuseReasons(deciding.sent);
  const [known] = await em.execute<{ expert: string }[]>('select expert_uuid as expert from expert_proposal where uuid = ?', [deciding.key]);
  // The sheet first, as all who change one hold it.
  const held = known && (await holdExpert(em, known.expert));
  const [stored] = held ? await em.execute<StoredProposal[]>(`${STORED} where uuid = ?`, [deciding.key]) : [];
  if (!held || !stored) return result('GONE', null);
  return result(...(await decide(em, held, stored, deciding, origin)));
}

/** What is wrong with what is decided; what was taken may have become unknown since it was proposed. */
async function faultsOf(em: EntityManager, stored: StoredProposal, decisions: readonly ProposalDecision[], content: ExpertContent): Promise<readonly ExpertFault[]> {
  const faults = decisionFaults(changedFields(stored.base, stored.content), decisions);
  return faults.length > 0 ? faults : unknownIn(em, content);
}

function isSame(stored: StoredProposal, decisions: readonly ProposalDecision[], reasonLocale: Locale | null): boolean {
  return JSON.stringify(readDecisions(stored.decisions!)) === JSON.stringify(decisions) && stored.reasonLocale === reasonLocale;
}

/** There are no more reasons than fields, or somebody could have us read for long. Throws BAD_USER_INPUT, VICTIM_DATA. */
function refuseReasons(sent: readonly ProposalDecision[]): void {
  if (sent.length > MOST_DECISIONS) throw new UserError('BAD_USER_INPUT', `${MOST_DECISIONS} fields at most are decided about`, { field: 'decisions', maximum: MOST_DECISIONS });
  for (const { field, reason } of sent) refuseVictimsData(`decisions.${field}`, tidy(reason) ?? '');
}

async function decide(em: EntityManager, held: HeldExpert, stored: StoredProposal, { version, sheetVersion, sent, locale }: Deciding, origin: string): Promise<[ProposalOutcome, string, (readonly ExpertFault[])?]> {
  const { key, expert } = stored;
  const decisions = readDecisions(sent);
  const reasonLocale = decisions.some(({ isTaken }) => !isTaken) ? locale : null;
  if (stored.decisions) return [isSame(stored, decisions, reasonLocale) ? 'DONE' : 'CONFLICT', expert];
  if (version !== stored.version || sheetVersion !== held.version) return ['CONFLICT', expert];
  const content = withTaken(held, stored.content, decisions);
  const faults = await faultsOf(em, stored, decisions, content);
  if (faults.length > 0) return ['INVALID', expert, faults];
  // Its expert may have changed or withdrawn it since it was read: it is written by its version alone.
  const decided = await em.execute<unknown[]>('update expert_proposal set decided_at = now(), decisions = ?, reason_locale = ? where uuid = ? and version = ? and decided_at is null returning 1', [JSON.stringify(decisions), reasonLocale, key, version]);
  if (decided.length === 0) return ['CONFLICT', expert];
  if (differences(held, content).size > 0) await changeExpert(em, expert, held, content);
  await tellExpert(em, expert, origin);
  return ['DONE', expert];
}

/** Tells an expert, in their language, that it was decided; what was decided stands on their page. */
async function tellExpert(em: EntityManager, expert: string, origin: string): Promise<void> {
  const [person] = await em.execute<{ id: string; email: string; locale: Locale }[]>(`select p.id, p.email, coalesce(p.locale, 'fr') as locale from person p join expert e on e.person_id = p.id where e.uuid = ? and p.suspended_at is null`, [expert]);
  if (person) await queueMail(em, { to: person.email, locale: person.locale, template: 'proposalDecided', params: { link: `${origin}/${person.locale}/own-sheet` }, person: person.id });
}
