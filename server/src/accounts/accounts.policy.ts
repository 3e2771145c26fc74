/** What a role lets somebody do. */
import type { Circle, RuleActor } from '../core/reader/index.ts';
import type { MembershipAbilities } from './member.entity.ts';
import type { MemberRole, RoleScope } from './member-role.ts';
import type { InvitableRole, PersonAbilities } from './person.entity.ts';

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

const SCOPE_OF: Readonly<Record<MemberRole, RoleScope>> = {
  ADVISER: 'NOWHERE', ASSISTANT: 'NOWHERE', TRANSLATOR: 'NOWHERE', EXPERT: 'NOWHERE',
  SCAC: 'COUNTRY', SSI: 'COUNTRY', AUTHORITY: 'COUNTRY',
  NGO_COORDINATOR: 'NGO', NGO_MEMBER: 'NGO', INTERNATIONAL: 'INTERNATIONAL',
};

/** What a role is for: who has it has a country, an organisation of that kind, or neither. */
export function scopeOf(role: MemberRole): RoleScope {
  return SCOPE_OF[role];
}

const BY_ADVISERS: readonly MemberRole[] = ['SCAC', 'SSI', 'AUTHORITY', 'INTERNATIONAL', 'EXPERT', 'TRANSLATOR', 'NGO_COORDINATOR'];

/** As what each role may invite others; for whom, `members` says. */
const INVITES: Readonly<Partial<Record<MemberRole, readonly MemberRole[]>>> = {
  ADVISER: [...BY_ADVISERS, 'ASSISTANT'], ASSISTANT: BY_ADVISERS,
  SCAC: ['NGO_COORDINATOR'], SSI: ['NGO_COORDINATOR'],
  NGO_COORDINATOR: ['NGO_COORDINATOR', 'NGO_MEMBER'],
};

/** Those who register people of their organisation or authority for training sessions. */
export const REGISTERING: readonly MemberRole[] = ['NGO_COORDINATOR', 'NGO_MEMBER', 'INTERNATIONAL', 'AUTHORITY'];

/** Those who take part in training sessions themselves; whoever only prepares, validates or translates them does not. */
const TAKING_PART: readonly MemberRole[] = [...REGISTERING, 'EXPERT'];

/** Whether somebody with these roles takes part in training sessions, and so may register themselves where nobody has to nominate them. */
export function takesPart(roles: readonly MemberRole[]): boolean {
  return roles.some((role) => TAKING_PART.includes(role));
}

/** Whether somebody with these roles registers people for training sessions. */
function registersPeople(roles: readonly MemberRole[]): boolean {
  return roles.some((role) => REGISTERING.includes(role));
}

const DECIDING: readonly MemberRole[] = ['ADVISER', 'ASSISTANT', 'SCAC', 'SSI'];

/** Where each of them prepares sessions, `trainings` says. */
const PREPARING: readonly MemberRole[] = ['ADVISER', 'ASSISTANT', 'SCAC', 'SSI'];

/** Where each of them enters needs, `needs` says. */
const ENTERING_NEEDS: readonly MemberRole[] = ['ADVISER', 'ASSISTANT', 'SCAC', 'SSI'];

/** Where each of them sends cooperation requests, `cooperation-requests` says. */
const SENDING_REQUESTS: readonly MemberRole[] = ['SCAC', 'SSI', 'AUTHORITY'];

/** As what somebody with these roles may invite others, each once. */
export function rolesInvitedBy(roles: readonly MemberRole[]): MemberRole[] {
  return [...new Set(roles.flatMap((role) => INVITES[role] ?? []))];
}

/** The same, each with what it is for. */
function invitableBy(roles: readonly MemberRole[]): InvitableRole[] {
  return rolesInvitedBy(roles).map((role) => ({ role, scope: scopeOf(role) }));
}

/** What somebody may do as one of what they are, at the place that it is for. */
export function membershipAbilities(role: MemberRole): MembershipAbilities {
  return { invite: rolesInvitedBy([role]).length > 0, prepareSessions: PREPARING.includes(role), enterNeeds: ENTERING_NEEDS.includes(role), sendCooperationRequests: SENDING_REQUESTS.includes(role) };
}

/** What somebody may do beside what everybody may. `roles` are those they act in today. */
export function abilitiesOf(actor: RuleActor, roles: readonly MemberRole[]): PersonAbilities {
  return {
    readAuditEntries: mayReadAudit(actor),
    answerDataRequests: mayAnswerDataRequests(actor),
    manageMembers: roles.some((role) => INVITES[role] !== undefined),
    manageMembersAnywhere: roles.some((role) => CIRCLE_OF[role] === 'adviser'),
    invite: invitableBy(roles),
    decideAccessRequests: roles.some((role) => DECIDING.includes(role)),
    readJobs: mayReadJobs(actor),
    registerParticipants: registersPeople(roles),
    takePart: takesPart(roles),
    validateRegistrations: roles.some((role) => DECIDING.includes(role)),
    prepareSessions: roles.some((role) => PREPARING.includes(role)),
    prepareSessionsAnywhere: roles.some((role) => CIRCLE_OF[role] === 'adviser'),
    translateSessions: roles.includes('TRANSLATOR'),
    planMissions: roles.some((role) => CIRCLE_OF[role] === 'adviser'),
    readLegs: roles.some((role) => CIRCLE_OF[role] === 'post'),
    followRecommendations: roles.some((role) => CIRCLE_OF[role] === 'post' || CIRCLE_OF[role] === 'adviser'),
    importRecommendations: roles.some((role) => CIRCLE_OF[role] === 'adviser'),
    enterNeeds: roles.some((role) => ENTERING_NEEDS.includes(role)),
    sendCooperationRequests: roles.some((role) => SENDING_REQUESTS.includes(role)),
    readCooperationRequests: roles.some((role) => SENDING_REQUESTS.includes(role) || CIRCLE_OF[role] === 'adviser'),
    answerCooperationRequests: roles.some((role) => CIRCLE_OF[role] === 'adviser'),
    enterNeedsAnywhere: roles.some((role) => CIRCLE_OF[role] === 'adviser'),
    groupNeeds: roles.some((role) => CIRCLE_OF[role] === 'adviser'),
    proposeProjects: roles.some((role) => CIRCLE_OF[role] === 'adviser'),
    askExperts: roles.some((role) => CIRCLE_OF[role] === 'adviser'),
    answerAvailability: roles.includes('EXPERT'),
    enterExperts: roles.some((role) => CIRCLE_OF[role] === 'adviser'),
  };
}

/** Whether somebody may read who did what. */
export function mayReadAudit({ circle }: RuleActor): boolean {
  return circle === 'adviser';
}

/** Whether somebody reads and answers what others ask about the data kept about them. */
export function mayAnswerDataRequests({ circle }: RuleActor): boolean {
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

/** Whether somebody with these roles sees or changes what concerns others: they must have a key, and giving such a role is not done in somebody's absence. */
export function isPrivileged(roles: readonly MemberRole[]): boolean {
  return roles.some((role) => PRIVILEGED.includes(role));
}

/** Whether somebody must have a key beside their mail: whoever sees or changes what concerns others. Not who is invented: their mailbox is everybody's. */
export function mustHaveKey(roles: readonly MemberRole[], isDemonstration: boolean): boolean {
  return !isDemonstration && isPrivileged(roles);
}

/** For how many minutes somebody who has shown that it is them may do what needs that. */
const FRESH = 10;

/** What is known of how somebody has signed in: times in minutes. */
export interface Proof {
  readonly isRequired: boolean;
  readonly hasKey: boolean;
  /** How long ago a key was shown in this session; null when none was. */
  readonly keyAge: number | null;
  /** How long ago the session began. */
  readonly age: number;
}

/** Whether nothing can be done yet: a key is shown by whoever has one, and set up by whoever must have one. */
export function isSecondStepDue({ isRequired, hasKey, keyAge }: Proof): boolean {
  return keyAge === null && (hasKey || isRequired);
}

/** Whether somebody has shown just now that it is them: by a key where they have one, else by a link. */
export function isFresh({ hasKey, keyAge, age }: Proof): boolean {
  return (hasKey ? (keyAge ?? Infinity) : Math.min(keyAge ?? Infinity, age)) <= FRESH;
}

/** Whoever sees or changes what concerns others is signed out sooner. */
export function stayOf(roles: readonly MemberRole[]): Stay {
  return isPrivileged(roles) ? { idle: 30, longest: 12 * HOUR } : { idle: 12 * HOUR, longest: 7 * 24 * HOUR };
}
