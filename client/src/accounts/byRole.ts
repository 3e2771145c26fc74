import { LOCALES, type Locale } from '@passerelle/shared/locales.ts';

import { type Role, ROLES } from './roles.ts';

interface Actor {
  readonly role: Role;
  readonly country: { readonly name: { readonly text: string } } | null;
  readonly email: string;
}

/** Accounts by what they act as, each group by the names of countries in the reader's language. A role that nobody has is left out. */
export function byRole<Account extends Actor>(accounts: readonly Account[], locale: Locale): { readonly role: Role; readonly accounts: readonly Account[] }[] {
  const { compare } = new Intl.Collator(LOCALES[locale].intl);
  const place = ({ country, email }: Account): string => country?.name.text ?? email;
  return ROLES.map((role) => ({
    role,
    accounts: accounts.filter((account) => hasRole(account, role)).sort((a, b) => compare(place(a), place(b))),
  })).filter((group) => group.accounts.length > 0);
}

const hasRole = ({ role: own }: Actor, role: Role): boolean => own === role;
