import { expect, it } from 'vitest';

import { byRole } from './byRole.ts';

const account = (role: 'SSI' | 'SCAC' | 'ADVISER', text?: string) => ({ role, country: text === undefined ? null : { name: { text } }, email: `${role}@passerelle.example` });

it('accounts stand by role, then by country as the language sorts them', () => {
  const groups = byRole([account('SSI', 'Srbija'), account('SCAC', 'Ζ'), account('SSI', 'Čad'), account('SSI', 'Cipar'), account('ADVISER')], 'hr');
  expect(groups.map(({ role: name, accounts }) => [name, accounts.map(({ country }) => country?.name.text)])).toEqual([
    ['ADVISER', [undefined]], ['SCAC', ['Ζ']], ['SSI', ['Cipar', 'Čad', 'Srbija']],
  ]);
});

it('nobody makes no group', () => {
  expect(byRole([], 'fr')).toEqual([]);
});
