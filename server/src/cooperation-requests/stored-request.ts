/** A cooperation request as it is stored: held while something is done with it, and its steps. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { MemberRole } from '../accounts/index.ts';
import type { TextTable } from '../core/translation/index.ts';
import type { RequestContent } from './read-request.ts';
import type { CooperationRequestStatus, RequestCriterion } from './request-words.ts';
import type { RequestFacts } from './request.policy.ts';

/** Which request, by its key, and who does something with it. */
export interface WhichRequest {
  readonly person: string;
  readonly key: string;
  /** Where people reach the site. */
  readonly origin: string;
}

/** A request as it is stored: what was said of it, and what is done with it depends on. */
export interface StoredRequest extends RequestContent, RequestFacts {
  readonly met: readonly RequestCriterion[];
  readonly notMet: readonly RequestCriterion[];
  /** The keys of the training session and of the mission that came of it. */
  readonly session: string | null;
  readonly mission: string | null;
  readonly isDemonstration: boolean;
  readonly version: number;
  readonly sourceVersion: number;
}

/** Where the texts of requests are. */
export const TEXTS: TextTable = { table: 'cooperation_request_translation', owner: 'request_uuid', columns: ['subject', 'text'] };

const STORED = `
  select r.status, r.sent_as as "sentAs", coalesce(now() < r.due_at, false) as "isOpen", request_is_heard(r.uuid) as "isHeard", r.decision, r.met, r.not_met as "notMet", r.session_uuid as session, r.mission_uuid as mission, r.is_demonstration as "isDemonstration", r.version, r.source_version as "sourceVersion", r.source_locale as "sourceLocale", r.kind, r.country_code as country, r.theme_code as theme, r.criteria, r.wished_from::text as "wishedFrom", r.wished_until::text as "wishedUntil",
    r.need_uuid as need, x.subject, x.text, array(select a.audience_code from cooperation_request_audience a where a.request_uuid = r.uuid order by a.audience_code collate "C") as audiences
  from cooperation_request r join cooperation_request_translation x on x.request_uuid = r.uuid and x.locale = r.source_locale where r.uuid = ?`;

/** A request that who asks sees, held until the transaction ends; undefined for none. */
export async function holdRequest(em: EntityManager, key: string): Promise<StoredRequest | undefined> {
  // Read once it is held: who waited reads what the other has written.
  await em.execute('select from cooperation_request where uuid = ? for update', [key]);
  const [stored] = await em.execute<StoredRequest[]>(STORED, [key]);
  return stored;
}

/** A move of a request: by whom, as what, where to, and why in a language. */
interface Step {
  readonly by: string;
  readonly as: MemberRole;
  readonly to: CooperationRequestStatus;
  readonly reason: string | null;
  readonly locale: Locale;
}

/** Tells a move as the last step of a request. */
export async function tellStep(em: EntityManager, key: string, { by, as, to, reason, locale }: Step): Promise<void> {
  await em.execute(
    `insert into cooperation_request_step (request_uuid, position, by_id, by_role, to_status, reason, locale) select ?::uuid, max(s.position) + 1, ?, ?, ?::text, ?::text, case when ?::text is not null then ? end from cooperation_request_step s where s.request_uuid = ?`,
    [key, by, as, to, reason, reason, locale, key]);
}

/** Why a request came to stand there; null where nothing is said, or where it never came there. */
export async function reasonOf(em: EntityManager, key: string, to: CooperationRequestStatus): Promise<string | null> {
  const [row] = await em.execute<{ reason: string | null }[]>('select reason from cooperation_request_step where request_uuid = ? and to_status = ? order by position desc limit 1', [key, to]);
  return row?.reason ?? null;
}
