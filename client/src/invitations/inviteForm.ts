import { emailFault, emailSent } from '../accounts/parts/index.ts';
import type { InviteInput } from './useSessionInvitations.ts';

/** As what somebody would take part. */
export const CAPACITIES = ['ORGANISATION', 'AUTHORITY', 'THEMSELVES'] as const;
export type InvitedAs = (typeof CAPACITIES)[number];

/** What is typed of somebody to invite; `key` tells them apart while they are typed. */
export interface TypedInvited {
  readonly key: number;
  name: string;
  email: string;
  locale: InviteInput['people'][number]['locale'];
  capacity: InvitedAs | '';
  /** The id of an organisation. */
  organisation: string;
  /** A code. */
  country: string;
}

/** Whether something was typed of somebody, which would be lost. */
export const isTyped = ({ name, email, organisation, country }: TypedInvited): boolean => [name, email, organisation, country].some((typed) => typed.trim() !== '');

/** What is wrong with it. */
export interface InvitedFaults {
  readonly name?: true;
  readonly email?: 'empty' | 'wrong' | 'twice';
  readonly capacity?: true;
  readonly organisation?: true;
  readonly country?: true;
}

export const INVITED_FIELDS = ['name', 'email', 'capacity', 'country', 'organisation'] as const satisfies readonly (keyof InvitedFaults)[];

const addressOf = (email: string): string => emailSent(email).toLowerCase();

function emailFaultOf({ email, key }: TypedInvited, people: readonly TypedInvited[]): InvitedFaults['email'] {
  const fault = emailFault(email);
  if (fault) return fault;
  return people.some((other) => other.key < key && addressOf(other.email) === addressOf(email)) ? 'twice' : undefined;
}

/** What is wrong with each, in their order; nothing with those that can be sent. */
export function invitedFaults(people: readonly TypedInvited[]): InvitedFaults[] {
  return people.map((one) => {
    const email = emailFaultOf(one, people);
    return {
      ...(one.name.trim() === '' && { name: true as const }), ...(email && { email }), ...(one.capacity === '' && { capacity: true as const }), ...(one.country === '' && { country: true as const }),
      ...(one.capacity === 'ORGANISATION' && one.organisation === '' && { organisation: true as const }),
    };
  });
}

/** What is sent of them, for a session by its id. */
export function inviteInput(session: string, people: readonly TypedInvited[], submission: string): InviteInput {
  return {
    session, submission,
    people: people.map(({ name, email, locale, capacity, organisation, country }) => ({
      name: name.trim(), email: emailSent(email), locale, organisation: capacity === 'ORGANISATION' ? organisation : null, isAuthority: capacity === 'AUTHORITY', country,
    })),
  };
}
