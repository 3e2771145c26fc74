/** Who a session belongs to, and what they have shown of themselves in it. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { type Actor, VISITOR } from '../core/reader/index.ts';
import { circleOf, isFresh, isSecondStepDue, mustHaveKey, type Proof, stayOf } from './accounts.policy.ts';
import type { MemberRole } from './member-role.ts';

/** Somebody whose session is good, even if it lets them do nothing yet. */
export interface SignedIn {
  readonly session: string;
  readonly person: string;
  readonly name: string;
  readonly email: string;
  /** The language of their mails; null until they have chosen one. */
  readonly locale: Locale | null;
  readonly isDemonstration: boolean;
  readonly hasPasskeys: boolean;
  readonly hasAuthenticator: boolean;
  /** Whether what they act as asks for a key. */
  readonly isKeyRequired: boolean;
  /** Whether they count as a visitor until they have shown a key, or set one up. */
  readonly isSecondStepDue: boolean;
  /** Whether they have shown within the last ten minutes that it is them. */
  readonly isFresh: boolean;
}

/** Who asks: as whom an operation is done, and whose session came with the request. */
export interface Standing {
  /** A visitor wherever the second step is due. */
  readonly actor: Actor;
  readonly signedIn: SignedIn | null;
}

export const NOBODY: Standing = Object.freeze({ actor: VISITOR, signedIn: null });

/** What the database says of a session: times in minutes. */
export interface SessionRow {
  readonly session: string;
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale | null;
  readonly isDemonstration: boolean;
  readonly isSuspended: boolean;
  readonly isExpired: boolean;
  readonly roles: readonly MemberRole[];
  readonly hasPasskeys: boolean;
  readonly hasAuthenticator: boolean;
  readonly idle: number;
  readonly age: number;
  readonly keyAge: number | null;
}

const minutesSince = (column: string): string => `extract(epoch from now() - ${column})::float8 / 60`;

const select = (more = ''): string => `
  select s.id as session, ${more}p.id as person, p.name, p.email, p.locale, p.is_demonstration as "isDemonstration", p.suspended_at is not null as "isSuspended", s.expires_at <= now() as "isExpired",
    array(select m.role from member m where m.person_id = p.id and m.suspended_at is null
      and current_date >= m.since and current_date <= coalesce(m.until, 'infinity')) as roles,
    exists (select from passkey k where k.person_id = p.id) as "hasPasskeys", exists (select from authenticator a where a.person_id = p.id) as "hasAuthenticator",
    ${minutesSince('s.last_seen_at')} as idle, ${minutesSince('s.created_at')} as age, ${minutesSince('s.key_shown_at')} as "keyAge"
  from sign_in_session s join person p on p.id = s.person_id where `;

/** The row of the session `$1`; of the one whose cookie holds `$1`, which most requests ask for. */
export const SESSION = { name: 'session', text: `${select()}s.id = $1` };
export const SESSION_OF_TOKEN = { name: 'session-of-token', text: `${select()}s.token = $1` };

/** What is asked of several sessions at once: beside the same, which roles they are. */
export interface SessionsRow extends SessionRow {
  readonly memberships: readonly string[];
}

/** The rows of the sessions `$1`, a list. */
export const SESSIONS = `${select(`array(select m.uuid from member m where m.person_id = p.id and m.suspended_at is null
    and current_date >= m.since and current_date <= coalesce(m.until, 'infinity') order by m.uuid) as memberships, `)}s.id = any($1)`;

/** What a session lets its person do: something else once they may do something else; undefined when it is over. */
export function markOf(row: SessionsRow): string | undefined {
  if (row.isSuspended || isOver(row)) return undefined;
  const { actor } = standingOf(row);
  return [actor.circle, actor.person, ...row.memberships].join(' ');
}

/** Whether a session has lasted as long as it may, for what its person acts as. */
export function isOver({ isExpired, roles, idle, age }: SessionRow): boolean {
  const stay = stayOf(roles);
  return isExpired || idle > stay.idle || age > stay.longest;
}

/** Who asks with a good session. */
export function standingOf(row: SessionRow): Standing {
  const { session, person, name, email, locale, isDemonstration, hasPasskeys, hasAuthenticator, roles, keyAge, age } = row;
  const isKeyRequired = mustHaveKey(roles, isDemonstration);
  const proof: Proof = { isRequired: isKeyRequired, hasKey: hasPasskeys || hasAuthenticator, keyAge, age };
  const isDue = isSecondStepDue(proof);
  return {
    actor: isDue ? VISITOR : { circle: circleOf(roles), person, session },
    signedIn: { session, person, name, email, locale, isDemonstration, hasPasskeys, hasAuthenticator, isKeyRequired, isSecondStepDue: isDue, isFresh: isFresh(proof) },
  };
}
