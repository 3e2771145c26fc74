import { describe, expect, it } from 'vitest';

import { invitationOf, inviteFaults, reachOf, scopeOf, type TypedInvitation } from './inviteForm.ts';
import type { Office } from './useAnswering.ts';

const typed: TypedInvitation = { name: ' Ana ', email: 'ana@ngo.example', asWhat: 'NGO_COORDINATOR', country: 'RS', organisation: 'Organisation_astra', locale: 'el' };

describe('whom to invite', () => {
  it('is sent with the place that the role is for, and no other', () => {
    expect(invitationOf(typed)).toEqual({ role: 'NGO_COORDINATOR', name: 'Ana', email: 'ana@ngo.example', locale: 'el', country: null, organisation: 'Organisation_astra' });
    expect(invitationOf({ ...typed, asWhat: 'SSI' })).toMatchObject({ country: 'RS', organisation: null });
    expect(invitationOf({ ...typed, asWhat: 'TRANSLATOR' })).toMatchObject({ country: null, organisation: null });
  });

  it('is asked for as the role needs', () => {
    expect(Object.keys(inviteFaults({ ...typed, asWhat: '', country: '', organisation: '', name: '', email: '' }, true))).toEqual(['role', 'name', 'email']);
    expect(Object.keys(inviteFaults({ ...typed, asWhat: 'AUTHORITY', country: '' }, true))).toEqual(['country']);
    expect(Object.keys(inviteFaults({ ...typed, country: '', organisation: '' }, true))).toEqual(['country', 'organisation']);
    expect(Object.keys(inviteFaults({ ...typed, country: '' }, false))).toEqual([]);
    expect(['EXPERT', 'INTERNATIONAL', 'NGO_MEMBER', 'SCAC'].map((role) => scopeOf(role as TypedInvitation['asWhat']))).toEqual(['none', 'international', 'ngo', 'country']);
  });
});

it('where somebody invites is what they act for', () => {
  const astra = { id: 'Organisation_astra', name: { text: 'Astra', locale: 'sr-Latn', isFallback: false, isOutdated: false } };
  const country = { id: 'Country_RS', code: 'RS', name: astra.name };
  const office = (memberships: object[], invite: string[]): Office => ({ memberships, can: { invite, manageMembers: true, decideAccessRequests: true } }) as unknown as Office;
  expect(reachOf(office([{ role: 'NGO_COORDINATOR', country: null, organisation: astra }, { role: 'NGO_MEMBER', country: null, organisation: { ...astra, id: 'other' } }], ['NGO_MEMBER'])))
    .toEqual({ organisations: [astra], countries: [], anywhere: false });
  expect(reachOf(office([{ role: 'SCAC', country, organisation: null }, { role: 'SSI', country, organisation: null }], ['NGO_COORDINATOR']))).toEqual({ organisations: [], countries: ['RS'], anywhere: false });
  expect(reachOf(office([{ role: 'ADVISER', country: null, organisation: null }], ['SCAC', 'EXPERT']))).toMatchObject({ countries: [], anywhere: true });
});
