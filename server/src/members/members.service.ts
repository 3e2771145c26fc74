/** Changing who belongs to the network. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { MemberRole } from '../accounts/index.ts';
import { UserError } from '../core/errors.ts';
import { type HeldPlace, mayNotBeLast, maySee, memberAbilities } from './members.policy.ts';
import { standingsOf } from './standing.ts';

/** What came of it: LAST when nobody would be left who coordinates or advises; GONE is also said of those that are not for who asks. */
export const MemberOutcome = { DONE: 'DONE', GONE: 'GONE', NOT_ALLOWED: 'NOT_ALLOWED', LAST: 'LAST' } as const;
export type MemberOutcome = keyof typeof MemberOutcome;

/** What can be done with a role that somebody has. */
export type MemberAct = { readonly kind: 'SUSPEND' | 'RESTORE' | 'END' } | { readonly kind: 'CHANGE'; readonly role: MemberRole };

interface Held extends HeldPlace {
  readonly person: string;
  readonly email: string;
}

/** One change at a time, so that of two who would leave at once one stays, and what each may do is known when it is done. */
const ONE_AT_A_TIME = 'select pg_advisory_xact_lock(7266011)';

const HELD = `
  select person_id as person, email, role, country_code as country, organisation_slug as organisation, person_id = ?::uuid as "isOwn",
    suspended_at is not null as "isSuspended", coalesce(until < current_date, false) as "isOver", is_demonstration as "isListed"
  from network_member where uuid = ?`;

/**
 * Does something with a role that somebody has, with effect from their next request. What is so already stays so. What
 * they have invited others to, and may no longer, is withdrawn with it, and so are invitations to the same place in their name. Throws
 * LISTED_PERSON for what would be allowed if a demonstration did not list whose role it is.
 */
export async function changeMember(em: EntityManager, person: string, id: string, act: MemberAct): Promise<MemberOutcome> {
  await em.execute(ONE_AT_A_TIME);
  const [held] = await em.execute<Held[]>(HELD, [person, id]);
  const standings = await standingsOf(em, person);
  if (!held || !(held.isOwn || maySee(standings, held))) return 'GONE';
  if (isSoAlready(held, act)) return 'DONE';
  const can = memberAbilities(standings, { ...held, isListed: false });
  const isAllowed = { SUSPEND: can.suspend, RESTORE: can.restore, END: can.end, CHANGE: act.kind === 'CHANGE' && can.changeTo.includes(act.role) }[act.kind];
  if (!isAllowed) return 'NOT_ALLOWED';
  if (await isLast(em, held, id, act)) return 'LAST';
  if (held.isListed) throw new UserError('LISTED_PERSON', 'Everybody may sign in as this invented person: their role stays as it is');
  await write(em, id, act);
  if (act.kind !== 'RESTORE') await withdrawWhatIsVoid(em, held, act);
  return 'DONE';
}

function isSoAlready({ isSuspended, isOver, role, isOwn }: Held, act: MemberAct): boolean {
  if (act.kind === 'END') return isOver;
  if (isOver || isOwn) return false;
  if (act.kind === 'CHANGE') return role === act.role;
  return isSuspended === (act.kind === 'SUSPEND');
}

/** Whether nobody would be left: one's own role to coordinate an organisation, and the adviser's, are not given up by the last who has it. */
async function isLast(em: EntityManager, { role, organisation, isOwn }: Held, id: string, { kind }: MemberAct): Promise<boolean> {
  const isKept = kind !== 'RESTORE' && mayNotBeLast({ role, isOwn });
  if (!isKept) return false;
  const others = await em.execute<unknown[]>(
    `select from member m join person p on p.id = m.person_id where m.role = ? and m.organisation_slug is not distinct from ? and m.uuid <> ? and p.suspended_at is null
     and m.suspended_at is null and current_date >= m.since and current_date <= coalesce(m.until, 'infinity') limit 1`, [role, organisation, id],
  );
  return others.length === 0;
}

async function write(em: EntityManager, id: string, act: MemberAct): Promise<void> {
  if (act.kind === 'CHANGE') await em.execute('update member set role = ? where uuid = ?', [act.role, id]);
  // The last day is one on which it still gave rights all day.
  else await em.execute(`update member set ${{ SUSPEND: 'suspended_at = now()', RESTORE: 'suspended_at = null', END: 'until = current_date - 1' }[act.kind]} where uuid = ?`, [id]);
}

async function withdrawWhatIsVoid(em: EntityManager, { person, email, country, organisation }: Held, { kind }: MemberAct): Promise<void> {
  await em.execute(
    `update invitation set withdrawn_at = now() where accepted_at is null and withdrawn_at is null and (
       (invited_by_id = ?::uuid and not may_invite(invited_by_id, role, country_code, organisation_slug))
       or (?::boolean and email = ? and (organisation_slug = ? or country_code = ?)))`,
    [person, kind !== 'CHANGE', email, organisation, organisation === null ? country : null],
  );
}
