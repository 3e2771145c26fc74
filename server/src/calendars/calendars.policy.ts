/** What the calendars of somebody list. Pure functions of the roles that they act in today; which rows they see there, the readers say. */
import type { MemberRole } from '../accounts/index.ts';

/** A role that somebody acts in today. */
export interface HeldRole {
  readonly role: MemberRole;
  /** The code of the country that it is for, or of that of its organisation; null where it has none. */
  readonly country: string | null;
}

/** Sessions that a calendar lists: of a country and a theme by their codes, or by an expert by their id; their own (`mine`), or all where nothing is said. */
export interface Shelf {
  readonly country?: string | undefined;
  readonly theme?: string | undefined;
  readonly expert?: string | undefined;
  /** Those that they teach in, take part in, or have registered people for. */
  readonly mine?: true;
}

/** As many addresses as somebody may have at a time: whoever has more devices gives two of them the same. */
export const MOST_LINKS = 10;

const isPost = (role: MemberRole): boolean => role === 'SCAC' || role === 'SSI';

/** Whether somebody may have a calendar: that of the embassy in a country where they act for it, their own and that of a theme where they have any role. */
export function mayFollow(roles: readonly Pick<HeldRole, 'role' | 'country'>[], post: string | null): boolean {
  return roles.some(({ role, country }) => post === null || (isPost(role) && country === post));
}

/** Of what a calendar is: of the embassy in a country, of a theme, or, where neither is said, somebody's own. */
export interface CalendarOf {
  readonly country: string | null;
  readonly theme: string | null;
}

/**
 * What a calendar lists: somebody's own, that of the embassy in a country, or that of a theme, which has all of its sessions that they may see. Their own has their sessions, wherever they are held, and those of
 * the countries that they act for; all, where one of their roles is for none, as the adviser's is. Experts have their sessions alone: they act for nobody.
 * Nothing where it is not, or no longer, for them.
 */
export function shelvesOf(roles: readonly HeldRole[], { country: post, theme }: CalendarOf): readonly Shelf[] {
  if (!mayFollow(roles, post)) return [];
  if (post !== null) return [{ country: post }];
  if (theme !== null) return [{ theme }];
  const acting = roles.filter(({ role }) => role !== 'EXPERT').map(({ country }) => country);
  const around = acting.includes(null) ? [{}] : [...new Set(acting)].sort().map((country) => ({ country: country! }));
  return [{ mine: true }, ...around];
}
