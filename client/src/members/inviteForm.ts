import type { Locale } from '@passerelle/shared/locales.ts';

import { emailFault, emailSent } from '../accounts/parts/index.ts';
import type { InvitationInput, Office } from './useAnswering.ts';

type Role = InvitationInput['role'];
type Scope = Office['can']['invite'][number]['scope'];

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

/** What it is for as which somebody is invited: a country, an organisation of a kind, or nothing, which is also that of nothing chosen yet. */
export function scopeOf({ can }: Office, asWhat: Role | ''): Scope {
  return new Map<string, Scope>(can.invite.map(({ role, scope }) => [role, scope])).get(asWhat) ?? 'NOWHERE';
}

/** Where somebody invites: organisations and countries for which they may, or `anywhere`. */
export function reachOf({ memberships, can }: Office): { organisations: NonNullable<Office['memberships'][number]['organisation']>[]; countries: string[]; anywhere: boolean } {
  return {
    organisations: memberships.flatMap(({ can: { invite }, organisation }) => (invite && organisation ? [organisation] : [])),
    countries: [...new Set(memberships.flatMap(({ can: { invite }, country }) => (invite && country ? [country.code] : [])))],
    anywhere: can.manageMembersAnywhere,
  };
}

/** The fields that something is wrong with; `asksCountry` where the country of an organisation is chosen first. */
export function inviteFaults(typed: TypedInvitation, scope: Scope, asksCountry: boolean): Partial<Record<InviteField, true>> {
  const wrong: Readonly<Record<InviteField, boolean>> = {
    role: typed.asWhat === '',
    country: typed.country === '' && (scope === 'COUNTRY' || (scope === 'NGO' && asksCountry)),
    organisation: typed.organisation === '' && (scope === 'NGO' || scope === 'INTERNATIONAL'),
    name: typed.name.trim() === '',
    email: emailFault(typed.email) !== undefined,
  };
  return Object.fromEntries(INVITE_FIELDS.filter((field) => wrong[field]).map((field) => [field, true]));
}

/** What is sent of what is typed, but for the key: the place that the role is for, and no other. */
export function invitationOf({ asWhat: role, country, organisation, name, email, locale }: TypedInvitation, scope: Scope): Omit<InvitationInput, 'submission'> {
  return {
    role: role as Role, name: name.trim(), email: emailSent(email), locale,
    country: scope === 'COUNTRY' ? country : null,
    organisation: scope === 'NGO' || scope === 'INTERNATIONAL' ? organisation : null,
  };
}
