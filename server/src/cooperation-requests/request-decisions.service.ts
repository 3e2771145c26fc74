/** Deciding about cooperation requests against what they are held to, and closing those that are done. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { alongChain, inMail, type InWords } from '../core/translation/index.ts';
import { queueMails } from '../mail/index.ts';
import { standingsOf } from '../members/index.ts';
import { readReason } from './read-request.ts';
import { type CooperationRequestFault, type CooperationRequestResult, fault, invalid, result } from './request-fault.ts';
import { RequestCriterion, type RequestDecision } from './request-words.ts';
import { answersAs, requestAbilities } from './request.policy.ts';
import { holdRequest, reasonOf, type StoredRequest, tellStep, type WhichRequest } from './stored-request.ts';

/** A decision as it is sent. `version`: of the request that its author has read; `locale`: the language of the reasons. */
export interface SentDecision {
  readonly version: number;
  readonly decision: RequestDecision;
  readonly met: readonly RequestCriterion[];
  readonly notMet: readonly RequestCriterion[];
  readonly reason: string;
  readonly locale: Locale;
}

interface DecisionLetter extends InWords<'subject'> {
  readonly readers: readonly { readonly email: string; readonly locale: Locale }[];
}

/** What is decided of a request, each criterion once and in the order in which they are looked at. */
interface Decision {
  readonly decision: RequestDecision;
  readonly met: readonly RequestCriterion[];
  readonly notMet: readonly RequestCriterion[];
  readonly reason: string | null;
}

const inOrder = (criteria: readonly RequestCriterion[]): RequestCriterion[] => (Object.keys(RequestCriterion) as RequestCriterion[]).filter((one) => criteria.includes(one));

function readDecision({ decision, reason, ...sent }: SentDecision): Decision | readonly CooperationRequestFault[] {
  const [met, notMet] = [inOrder(sent.met), inOrder(sent.notMet)];
  const repeated = met.some((one) => notMet.includes(one)) ? [fault('NOT_MET', 'REPEATED')] : [];
  const read = readReason(reason, true, 'input.reason');
  if (!('reason' in read)) return [...repeated, ...read];
  return repeated.length > 0 ? repeated : { decision, met, notMet, reason: read.reason };
}

async function isDecidedSo(em: EntityManager, key: string, stored: StoredRequest, { decision, met, notMet, reason }: Decision): Promise<boolean> {
  return JSON.stringify([stored.decision, stored.met, stored.notMet, await reasonOf(em, key, 'DECIDED')]) === JSON.stringify([decision, met, notMet, reason]);
}

/**
 * Decides about a request, once: the adviser, when its post was heard. Of two who decide otherwise at once the second is told a CONFLICT, and the first decision stays; the same decision once more is DONE. Those who have sent it and
 * its post are written to. Throws VICTIM_DATA for reasons that tell who a victim is.
 */
export async function decideCooperationRequest(em: EntityManager, which: WhichRequest, sent: SentDecision): Promise<CooperationRequestResult> {
  const read = readDecision(sent);
  if (!('met' in read)) return invalid(...read);
  const { person, key } = which;
  const stored = await holdRequest(em, key);
  if (!stored) return result('GONE');
  const standings = await standingsOf(em, person);
  const as = answersAs(standings);
  if (!as) return result('NOT_ALLOWED');
  if (stored.decision !== null) return result((await isDecidedSo(em, key, stored, read)) ? 'DONE' : 'CONFLICT');
  if (!requestAbilities(stored, standings).decide) return result(stored.status === 'WITHDRAWN' ? 'TOO_LATE' : 'TOO_EARLY');
  if (stored.version !== sent.version) return result('CONFLICT');
  const { decision, met, notMet, reason } = read;
  await em.execute(`update cooperation_request set status = 'DECIDED', decision = ?, met = ?::text[], not_met = ?::text[], version = version + 1 where uuid = ?`, [decision, `{${met.join(',')}}`, `{${notMet.join(',')}}`, key]);
  await tellStep(em, key, { by: person, as, to: 'DECIDED', reason, locale: sent.locale });
  await writeOfDecision(em, which, decision);
  return result('DONE');
}

/** Writes to those who have sent a request, and to its post, what was decided: not why. */
async function writeOfDecision(em: EntityManager, { key, origin }: WhichRequest, decision: RequestDecision): Promise<void> {
  const [row] = await em.execute<{ letter: DecisionLetter }[]>('select request_decision_letter(?) as letter', [key]);
  const { letter } = row!;
  await queueMails(em, letter.readers.map(({ email, locale }) => ({
    to: email, locale, template: 'requestDecided' as const, params: { topic: inMail(alongChain(letter, 'subject', locale)!), decision, link: `${origin}/${locale}/cooperation-requests/CooperationRequest_${key}` },
  })));
}

/** What is sent when a request is closed. `version`: of the request that was read; `reason`: what was done, in `locale`; `session`, `mission`: the keys of what came of it, null for none. */
export interface SentClosing {
  readonly version: number;
  readonly reason: string;
  readonly locale: Locale;
  readonly session: string | null;
  readonly mission: string | null;
}

/** What is wrong with what came of a request: nothing that who closes it sees, something that was called off, or what is invented of what is real. */
async function resultFaults(em: EntityManager, { isDemonstration }: StoredRequest, { session, mission }: SentClosing): Promise<CooperationRequestFault[]> {
  const [found] = (await em.execute(
    `select (select s.stage <> 'CANCELLED' and (s.is_demonstration or exists (select from demonstration)) = ? from training_session s where s.uuid = ?::uuid) as session,
       (select m.stage <> 'GIVEN_UP' and m.is_demonstration = ? from mission m where m.uuid = ?::uuid) as mission`, [isDemonstration, session, isDemonstration, mission])) as [Record<'session' | 'mission', boolean | null>];
  const asked = [['SESSION', session, found.session], ['MISSION', mission, found.mission]] as const;
  return asked.filter(([, key, fits]) => key !== null && fits !== true).map(([field, , fits]) => fault(field, fits === null ? 'UNKNOWN' : 'NOT_HERE'));
}

/** What comes of closing what is closed: it is so already, or it was closed in another way. */
async function closeAgain(em: EntityManager, key: string, stored: StoredRequest, { reason, session, mission }: Pick<SentClosing, 'session' | 'mission'> & { readonly reason: string | null }): Promise<CooperationRequestResult> {
  return result(JSON.stringify([await reasonOf(em, key, 'CLOSED'), stored.session, stored.mission]) === JSON.stringify([reason, session, mission]) ? 'DONE' : 'CONFLICT');
}

/**
 * Closes a request once what was granted is done: the adviser. What was done is said in `locale`, or nothing, and by the training session or the mission that came of it, where there is one. Closed already in another way is a
 * CONFLICT. Throws VICTIM_DATA.
 */
export async function closeCooperationRequest(em: EntityManager, { person, key }: WhichRequest, sent: SentClosing): Promise<CooperationRequestResult> {
  const read = readReason(sent.reason);
  if (!('reason' in read)) return invalid(...read);
  const stored = await holdRequest(em, key);
  if (!stored) return result('GONE');
  const standings = await standingsOf(em, person);
  const as = answersAs(standings);
  if (!as) return result('NOT_ALLOWED');
  if (stored.status === 'CLOSED') return closeAgain(em, key, stored, { ...sent, reason: read.reason });
  if (!requestAbilities(stored, standings).close) return result(stored.decision === null && stored.status !== 'WITHDRAWN' ? 'TOO_EARLY' : 'TOO_LATE');
  if (stored.version !== sent.version) return result('CONFLICT');
  const faults = await resultFaults(em, stored, sent);
  if (faults.length > 0) return invalid(...faults);
  await em.execute(`update cooperation_request set status = 'CLOSED', session_uuid = ?, mission_uuid = ?, version = version + 1 where uuid = ?`, [sent.session, sent.mission, key]);
  await tellStep(em, key, { by: person, as, to: 'CLOSED', reason: read.reason, locale: sent.locale });
  return result('DONE');
}
