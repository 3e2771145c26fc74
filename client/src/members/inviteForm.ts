import type { Locale } from '@passerelle/shared/locales.ts';

import { emailFault, emailSent } from '../accounts/parts/index.ts';
import type { InvitationInput, Office } from './useAnswering.ts';

type Role = InvitationInput['role'];

/** What is typed to invite somebody. */
export interface TypedInvitation {
  name: string;
  email: string;
  asWhat: Role | '';
  country: string;
  organisation: string;
  locale: Locale;
}

/** The fields that something can be wrong with, in their order. */
export const INVITE_FIELDS = ['role', 'country', 'organisation', 'name', 'email'] as const;
export type InviteField = (typeof INVITE_FIELDS)[number];

/** What a role is for: a country, an organisation of a kind, or nothing. */
export function scopeOf(role: Role | ''): 'country' | 'ngo' | 'international' | 'none' {
  if (role === 'SCAC' || role === 'SSI' || role === 'AUTHORITY') return 'country';
  if (role === 'NGO_COORDINATOR' || role === 'NGO_MEMBER') return 'ngo';
  return role === 'INTERNATIONAL' ? 'international' : 'none';
}

/** Where somebody invites organisations: those that they coordinate, and the countries for whose embassy they act; `anywhere` for the adviser. */
export function reachOf({ memberships, can }: Office): { organisations: NonNullable<Office['memberships'][number]['organisation']>[]; countries: string[]; anywhere: boolean } {
  return {
    organisations: memberships.flatMap(({ role, organisation }) => (role === 'NGO_COORDINATOR' && organisation ? [organisation] : [])),
    countries: [...new Set(memberships.flatMap(({ role, country }) => ((role === 'SCAC' || role === 'SSI') && country ? [country.code] : [])))],
    anywhere: can.invite.includes('SCAC'),
  };
}

/** The fields that something is wrong with; `asksCountry` where the country of an organisation is chosen first. */
export function inviteFaults(typed: TypedInvitation, asksCountry: boolean): Partial<Record<InviteField, true>> {
  const scope = scopeOf(typed.asWhat);
  const wrong: Readonly<Record<InviteField, boolean>> = {
    role: typed.asWhat === '',
    country: typed.country === '' && (scope === 'country' || (scope === 'ngo' && asksCountry)),
    organisation: typed.organisation === '' && (scope === 'ngo' || scope === 'international'),
    name: typed.name.trim() === '',
    email: emailFault(typed.email) !== undefined,
  };
  return Object.fromEntries(INVITE_FIELDS.filter((field) => wrong[field]).map((field) => [field, true]));
}

/** What is sent of what is typed: the place that the role is for, and no other. */
export function invitationOf({ asWhat: role, country, organisation, name, email, locale }: TypedInvitation): InvitationInput {
  const scope = scopeOf(role);
  return {
    role: role as Role, name: name.trim(), email: emailSent(email), locale,
    country: scope === 'country' ? country : null,
    organisation: scope === 'ngo' || scope === 'international' ? organisation : null,
  };
}
