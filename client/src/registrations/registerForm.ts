import type { Locale } from '@passerelle/shared/locales.ts';

import { emailFault, emailSent } from '../accounts/parts/index.ts';
import type { Registrar, RegisterInput } from './useRegistrations.ts';

/** Somebody as they are typed; `key` tells them apart while they are. */
export interface TypedPerson {
  readonly key: number;
  name: string;
  email: string;
  locale: Locale;
  profession: string;
  mode: string;
}

/** What is wrong with what was typed of somebody. */
export interface PersonFaults {
  readonly name?: true;
  readonly email?: 'empty' | 'wrong' | 'twice';
  readonly mode?: true;
}

/** For whom people are registered, as a choice: the id of the organisation, or the code of the country of an authority. */
export interface Party {
  readonly value: string;
  readonly registrar: Registrar;
}

/** The choices, each once. */
export function partiesOf(registrars: readonly Registrar[]): Party[] {
  const all = registrars.flatMap((registrar): Party[] => {
    const value = registrar.organisation?.id ?? registrar.country?.code;
    return value === undefined ? [] : [{ value, registrar }];
  });
  return [...new Map(all.map((party) => [party.value, party])).values()];
}

/** The country that people of a party work in, where it is known; an international organisation says it itself. */
export function countryOf(party: Party | undefined): NonNullable<Registrar['country']> | undefined {
  return party?.registrar.organisation?.country ?? party?.registrar.country ?? undefined;
}

const same = (email: string): string => emailSent(email).toLowerCase();

/** What is wrong with each, in their order. `asksMode` where the session is held in both ways. */
export function peopleFaults(people: readonly TypedPerson[], asksMode: boolean): PersonFaults[] {
  return people.map(({ name, email, mode }, n) => {
    const isTwice = people.slice(0, n).some((other) => same(other.email) === same(email));
    const fault = emailFault(email) ?? (isTwice ? 'twice' : undefined);
    return { ...(name.trim() === '' && { name: true as const }), ...(fault && { email: fault }), ...(asksMode && mode === '' && { mode: true as const }) };
  });
}

/** What is sent of what was typed. `country` where the party has none of its own. */
export function registerInput(session: string, party: Party, country: string, people: readonly TypedPerson[], submission: string): RegisterInput {
  const { organisation } = party.registrar;
  return {
    session, submission, hasConsent: true, organisation: organisation?.id ?? null, country: organisation?.country ? null : (countryOf(party)?.code ?? country),
    people: people.map(({ name, email, locale, profession, mode }) => ({
      name: name.trim(), email: emailSent(email), locale, profession: profession === '' ? null : profession, mode: mode === '' ? null : (mode as 'ON_SITE' | 'ONLINE'),
    })),
  };
}
