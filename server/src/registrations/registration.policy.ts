/**
 * Who may register whom, validate, withdraw and answer offers. Pure functions of the roles that somebody acts in today
 * (`Standing`). The rules of rows in the migration say the same to the database.
 */
import type { MemberRole } from '../accounts/index.ts';
import type { Standing } from '../members/index.ts';
import type { Sector } from './participant.entity.ts';
import type { RegistrationAbilities, RegistrationState } from './registration.entity.ts';

/** For whom somebody takes part: an organisation by its slug, or, without one, an authority of the country; of another sector, without one, for themselves alone. */
export interface PartyPlace {
  readonly organisation: string | null;
  /** The code of the country that they work in. */
  readonly country: string;
  readonly sector: Sector;
}

/** The roles that register people of their organisation. */
const OF_ORGANISATION: readonly MemberRole[] = ['NGO_COORDINATOR', 'NGO_MEMBER', 'INTERNATIONAL'];

/** How long an offered place is kept, in hours; never longer than until the session begins. */
export const OFFER_HOURS = 48;

/** How many people are registered at once, at most. */
export const PEOPLE_AT_ONCE = 20;

/** Whether somebody may register people of this place, and withdraw them. */
export function mayRegister(standings: readonly Standing[], { organisation, country, sector }: PartyPlace): boolean {
  return standings.some((standing) => (organisation !== null
    ? OF_ORGANISATION.includes(standing.role) && standing.organisation === organisation
    : sector === 'AUTHORITY' && standing.role === 'AUTHORITY' && standing.country === country));
}

/** Whether somebody may withdraw a registration, and answer its offer: who made it of themselves (`isMine`), and who registers people of the same place. */
export function mayAnswerFor(standings: readonly Standing[], registration: PartyPlace & { readonly isMine: boolean }): boolean {
  return registration.isMine || mayRegister(standings, registration);
}

/** Whether somebody may validate or refuse those of a country: its embassy; the adviser where none has an account (`hasPost`). */
export function mayValidate(standings: readonly Standing[], country: string, hasPost: boolean): boolean {
  return standings.some(({ role, country: own }) =>
    ((role === 'SCAC' || role === 'SSI') && own === country) || ((role === 'ADVISER' || role === 'ASSISTANT') && !hasPost));
}

/** Whether somebody may make participants of these countries one, or say that they are not: the adviser and their team; an embassy where all are of its country. */
export function mayMerge(standings: readonly Standing[], countries: readonly (string | null)[]): boolean {
  return standings.some(({ role }) => role === 'ADVISER' || role === 'ASSISTANT')
    || countries.every((country) => country !== null && standings.some(({ role, country: own }) => (role === 'SCAC' || role === 'SSI') && own === country));
}

/** Whom people of an organisation of this kind work for; of an authority, which is no organisation (null), an authority. */
export function sectorOf(kind: string | null): Sector {
  if (kind === null || kind === 'AUTHORITY' || kind === 'COORDINATOR') return 'AUTHORITY';
  return kind === 'NGO' || kind === 'NETWORK' ? 'CIVIL_SOCIETY' : 'OTHER';
}

/** What abilities depend on. `isServed`: whether the session has not begun and was not called off; `isMine`: whether who asks made it of themselves. */
export interface RegistrationFacts extends PartyPlace {
  readonly isMine: boolean;
  readonly state: RegistrationState;
  readonly isServed: boolean;
}

const ACTIVE: readonly RegistrationState[] = ['AWAITING_VALIDATION', 'CONFIRMED', 'WAITING', 'OFFERED'];

/** What somebody may do with a registration, until the session begins. */
export function registrationAbilities(standings: readonly Standing[], registration: RegistrationFacts, hasPost: boolean): RegistrationAbilities {
  const { state, isServed, country, isMine } = registration;
  const registers = isServed && mayAnswerFor(standings, registration);
  return {
    // Nobody validates themselves.
    validate: !isMine && isServed && state === 'AWAITING_VALIDATION' && mayValidate(standings, country, hasPost),
    withdraw: registers && ACTIVE.includes(state),
    answerOffer: registers && state === 'OFFERED',
  };
}
