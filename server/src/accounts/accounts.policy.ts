/** What a role lets somebody do. */
import type { Circle, RuleActor } from '../core/reader/index.ts';
import type { MemberRole } from './member.entity.ts';
import type { PersonAbilities } from './person.entity.ts';

const CIRCLE_OF: Readonly<Record<MemberRole, Circle>> = {
  ADVISER: 'adviser', ASSISTANT: 'adviser',
  SCAC: 'post', SSI: 'post',
  TRANSLATOR: 'network', NGO_COORDINATOR: 'network', NGO_MEMBER: 'network', AUTHORITY: 'network', INTERNATIONAL: 'network', EXPERT: 'network',
};

const INWARDS: readonly Circle[] = ['visitor', 'network', 'post', 'adviser'];

/** The innermost circle that these roles reach; without any, somebody sees what a visitor sees. */
export function circleOf(roles: readonly MemberRole[]): Circle {
  return INWARDS.findLast((circle) => roles.some((role) => CIRCLE_OF[role] === circle)) ?? 'visitor';
}

/** Whether somebody may know who has an account, and not themselves alone. */
export function mayKnowEverybody({ circle }: RuleActor): boolean {
  return circle === 'adviser';
}

/** What somebody may do beside what everybody may. */
export function abilitiesOf(actor: RuleActor): PersonAbilities {
  return { readAuditEntries: mayReadAudit(actor), readJobs: mayReadJobs(actor) };
}

/** Whether somebody may read who did what. */
export function mayReadAudit({ circle }: RuleActor): boolean {
  return circle === 'adviser';
}

/** Whether somebody may see what the service does by itself, and look after it. */
export function mayReadJobs({ circle }: RuleActor): boolean {
  return circle === 'adviser';
}

/** How long somebody stays signed in, in minutes: unused, and at most. */
export interface Stay {
  readonly idle: number;
  readonly longest: number;
}

const HOUR = 60;
const PRIVILEGED: readonly MemberRole[] = ['ADVISER', 'ASSISTANT', 'TRANSLATOR', 'SCAC', 'SSI'];

/** Whoever sees or changes what concerns others is signed out sooner. */
export function stayOf(roles: readonly MemberRole[]): Stay {
  return roles.some((role) => PRIVILEGED.includes(role)) ? { idle: 30, longest: 12 * HOUR } : { idle: 12 * HOUR, longest: 7 * 24 * HOUR };
}
