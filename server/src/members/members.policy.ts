/**
 * Who may invite, see and change whom, and decide about those who ask. Pure functions of the roles that somebody acts in
 * today (`Standing`) and of the place that is concerned. The rules of rows in the migration say the same to the database.
 */
import { type MemberRole, rolesInvitedBy } from '../accounts/index.ts';

/** A role that somebody acts in today. */
export interface Standing {
  readonly role: MemberRole;
  /** The code of the country and the slug of the organisation, as they are stored; null where the role is for none. */
  readonly country: string | null;
  readonly organisation: string | null;
}

/** A role that somebody has or would have. `country` is the organisation's own where the role is for one. */
export type Place = Standing;

/** The state of a role that somebody has. */
export interface HeldPlace extends Place {
  readonly isOwn: boolean;
  readonly isSuspended: boolean;
  /** Whether its last day is over. */
  readonly isOver: boolean;
  /** Whether everybody may sign in as them: they are invented, and listed by a demonstration. */
  readonly isListed: boolean;
}

/** What somebody may do with a role that somebody has. */
export interface MemberAbilities {
  readonly suspend: boolean;
  readonly restore: boolean;
  readonly end: boolean;
  readonly changeTo: readonly MemberRole[];
  /** Whoever is an expert has a sheet, or may have one: whoever sees the role is led to it. */
  readonly openSheet: boolean;
}

/** The roles of a non-governmental organisation, of an embassy, of an authority, of an expert, of the adviser's team, as statements ask for them; the higher first. */
export const NGO_ROLES = ['NGO_COORDINATOR', 'NGO_MEMBER'] as const satisfies readonly MemberRole[];
export const POST_ROLES = ['SCAC', 'SSI'] as const satisfies readonly MemberRole[];
export const OFFICIAL: MemberRole = 'AUTHORITY';
export const EXPERT: MemberRole = 'EXPERT';
export const ADVISER_ROLES = ['ADVISER', 'ASSISTANT'] as const satisfies readonly MemberRole[];

/** Who coordinates an organisation: answers for it, and stands first among its people. */
export const COORDINATOR = NGO_ROLES[0];

/** Who is written to of a request: the embassy in its country; where that has nobody, the adviser's team, which is for every country. */
export const WRITTEN_TO = { inCountry: POST_ROLES, else: ADVISER_ROLES } as const;

const among = (roles: readonly MemberRole[]) => (role: MemberRole): boolean => roles.includes(role);
const isNgo = among(NGO_ROLES);
const isPost = among(POST_ROLES);
const isAdviser = among(ADVISER_ROLES);

/** Roles that can take each other's place, the higher first. */
const EXCHANGED: readonly (readonly MemberRole[])[] = [NGO_ROLES, POST_ROLES];

/** Whether a place is somebody's to answer for, with this standing. */
function reaches(standing: Standing, { role, country, organisation }: Place): boolean {
  if (standing.role === 'ADVISER') return true;
  if (standing.role === 'ASSISTANT') return !isAdviser(role);
  if (!isNgo(role) || organisation === null) return false;
  if (isPost(standing.role)) return country !== null && standing.country === country;
  return standing.role === 'NGO_COORDINATOR' && standing.organisation === organisation;
}

/** Whether somebody may change who has this role at this place. */
export function mayManage(standings: readonly Standing[], place: Place): boolean {
  return standings.some((standing) => reaches(standing, place));
}

/** Whether somebody sees who has a role at this place: who answers for it, and the adviser's team everywhere. */
export function maySee(standings: readonly Standing[], place: Place): boolean {
  return standings.some(({ role }) => isAdviser(role)) || mayManage(standings, place);
}

/**
 * Whether somebody may invite others to this place. Advisers invite non-governmental organisations only where no embassy
 * does (`hasPost`: whether one of the country has an account).
 */
export function mayInvite(standings: readonly Standing[], place: Place, hasPost: boolean): boolean {
  return standings.some((standing) => reaches(standing, place) && rolesInvitedBy([standing.role]).includes(place.role)
    && !(isAdviser(standing.role) && isNgo(place.role) && hasPost));
}

/** Whether somebody may decide about requests of organisations of a country. */
export function mayDecide(standings: readonly Standing[], country: string, hasPost: boolean): boolean {
  return standings.some(({ role, country: own }) => (isPost(role) && own === country) || (isAdviser(role) && !hasPost));
}

const NOTHING = { suspend: false, restore: false, end: false, changeTo: [] };

/**
 * What somebody may do with a role that somebody has. With one of their own they may end it or take a lesser one: nobody
 * raises themselves, nor lifts their own suspension. Of those whom a demonstration lists nobody takes anything away: it would be taken from
 * everybody who is to sign in as them. That the last who coordinates or advises cannot go is not known here.
 */
export function memberAbilities(standings: readonly Standing[], member: HeldPlace): MemberAbilities {
  const openSheet = member.role === 'EXPERT';
  if (member.isOver || member.isListed || !mayManage(standings, member)) return { ...NOTHING, openSheet };
  const others = EXCHANGED.find((roles) => roles.includes(member.role)) ?? [];
  const isHigher = (role: MemberRole): boolean => others.indexOf(role) < others.indexOf(member.role);
  const changeTo = others.filter((role) => role !== member.role && mayManage(standings, { ...member, role }) && !(member.isOwn && isHigher(role)));
  if (member.isOwn) return { suspend: false, restore: false, end: true, changeTo, openSheet };
  return { suspend: !member.isSuspended, restore: member.isSuspended, end: true, changeTo, openSheet };
}

/** As what somebody who asked for access comes to an organisation: the first coordinates it, whatever they asked for. `isNamed`: they did not choose it from the directory. */
export function roleAdmitted(asked: MemberRole, { isFirst, isNamed }: { readonly isFirst: boolean; readonly isNamed: boolean }): MemberRole {
  if (isFirst) return 'NGO_COORDINATOR';
  return isNamed ? 'NGO_MEMBER' : asked;
}

/** Whether a role is not given up by the last who has it: the adviser's, and one's own to coordinate an organisation. */
export function mayNotBeLast({ role, isOwn }: Pick<HeldPlace, 'role' | 'isOwn'>): boolean {
  return role === 'ADVISER' || (role === 'NGO_COORDINATOR' && isOwn);
}

/** What somebody may do with an invitation: withdraw one that is pending, send one again that was neither accepted nor withdrawn. */
export function invitationAbilities(standings: readonly Standing[], invitation: Place & { readonly state: string }, hasPost: boolean): { withdraw: boolean; resend: boolean } {
  const isOpen = invitation.state === 'PENDING' || invitation.state === 'EXPIRED';
  return { withdraw: invitation.state === 'PENDING' && mayManage(standings, invitation), resend: isOpen && mayInvite(standings, invitation, hasPost) };
}

/** Whether somebody decides about organisations of a country; null is that of an organisation that works in several. */
export function mayPublish(standings: readonly Standing[], country: string | null): boolean {
  return standings.some(({ role, country: own }) => isAdviser(role) || (isPost(role) && country !== null && own === country));
}

/** What somebody may do with an organisation. One that works in several countries keeps no place secret. */
export function organisationAbilities(standings: readonly Standing[], { country, isPublished, kind }: { readonly country: string | null; readonly isPublished: boolean; readonly kind: string }): { publish: boolean; unpublish: boolean; protect: boolean } {
  const may = mayPublish(standings, country);
  return { publish: may && !isPublished, unpublish: may && isPublished, protect: may && kind !== 'INTERNATIONAL' };
}
