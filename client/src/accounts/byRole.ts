import type { Locale } from '@passerelle/shared/locales.ts';

import { byName } from '../core/i18n/index.ts';
import { placeOfRole, type Role } from './roles.ts';

interface Actor {
  readonly role: Role;
  readonly country: { readonly name: { readonly text: string } } | null;
  readonly email: string;
}

/** Accounts by what they act as, each group by the names of countries in the reader's language. A role that nobody has is left out. */
export function byRole<Account extends Actor>(accounts: readonly Account[], locale: Locale): { readonly role: Role; readonly accounts: readonly Account[] }[] {
  const place = ({ country, email }: Account): string => country?.name.text ?? email;
  const groups = Map.groupBy(accounts, ({ role }) => role);
  return [...groups].map(([role, group]) => ({ role, accounts: byName(group, place, locale) })).sort((a, b) => placeOfRole(a) - placeOfRole(b));
}
