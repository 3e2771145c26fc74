import type { Locale } from '@passerelle/shared/locales.ts';

import { emailFault, emailSent } from '../accounts/parts/index.ts';
import type { AccessRequestInput } from './useJoining.ts';

/** What stands for an organisation that is not in the list. */
export const ELSEWHERE = 'elsewhere';

/** What is typed into the form. */
export interface TypedRequest {
  country: string;
  /** The id of an organisation, or `ELSEWHERE`. */
  organisation: string;
  organisationName: string;
  website: string;
  name: string;
  email: string;
  asWhat: AccessRequestInput['role'];
  message: string;
  locale: Locale;
}

/** The fields that something can be wrong with, in their order. */
export const REQUEST_FIELDS = ['country', 'organisation', 'organisationName', 'website', 'name', 'email'] as const;
export type RequestField = (typeof REQUEST_FIELDS)[number];

/** The fields that something is wrong with. */
export function requestFaults(typed: TypedRequest): Partial<Record<RequestField, true>> {
  const isNew = typed.organisation === ELSEWHERE;
  const wrong: Readonly<Record<RequestField, boolean>> = {
    country: typed.country === '',
    organisation: typed.organisation === '',
    organisationName: isNew && typed.organisationName.trim() === '',
    website: isNew && typed.website.trim() !== '' && websiteOf(typed.website) === undefined,
    name: typed.name.trim() === '',
    email: emailFault(typed.email) !== undefined,
  };
  return Object.fromEntries(REQUEST_FIELDS.filter((field) => wrong[field]).map((field) => [field, true]));
}

/** The address of a website, with https:// where it was left out; undefined when it is none. */
export function websiteOf(typed: string): string | undefined {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
  return url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && url.username === '' ? url.href : undefined;
}

/** What is sent of what is typed. */
export function inputOf(typed: TypedRequest): AccessRequestInput {
  const isNew = typed.organisation === ELSEWHERE;
  return {
    organisation: isNew ? null : typed.organisation,
    organisationName: isNew ? typed.organisationName.trim() : null,
    organisationWebsite: isNew ? websiteOf(typed.website) ?? null : null,
    country: isNew ? typed.country : null,
    name: typed.name.trim(), email: emailSent(typed.email), role: typed.asWhat, message: typed.message, locale: typed.locale,
  };
}
