import { describe, expect, it } from 'vitest';

import { invitationOf, inviteFaults, reachOf, scopeOf, type TypedInvitation } from './inviteForm.ts';
import type { Office } from './useAnswering.ts';

const typed: TypedInvitation = { name: ' Ana ', email: 'ana@ngo.example', asWhat: 'NGO_COORDINATOR', country: 'RS', organisation: 'Organisation_astra', locale: 'el' };

describe('whom to invite', () => {
  it('is sent with the place that the role is for, and no other', () => {
    expect(invitationOf(typed, 'NGO')).toEqual({ role: 'NGO_COORDINATOR', name: 'Ana', email: 'ana@ngo.example', locale: 'el', country: null, organisation: 'Organisation_astra' });
    expect(invitationOf({ ...typed, asWhat: 'SSI' }, 'COUNTRY')).toMatchObject({ country: 'RS', organisation: null });
    expect(invitationOf({ ...typed, asWhat: 'TRANSLATOR' }, 'NOWHERE')).toMatchObject({ country: null, organisation: null });
  });

  it('is asked for as the role needs', () => {
    expect(Object.keys(inviteFaults({ ...typed, asWhat: '', country: '', organisation: '', name: '', email: '' }, 'NOWHERE', true))).toEqual(['role', 'name', 'email']);
    expect(Object.keys(inviteFaults({ ...typed, asWhat: 'AUTHORITY', country: '' }, 'COUNTRY', true))).toEqual(['country']);
    expect(Object.keys(inviteFaults({ ...typed, country: '', organisation: '' }, 'NGO', true))).toEqual(['country', 'organisation']);
    expect(Object.keys(inviteFaults({ ...typed, country: '' }, 'NGO', false))).toEqual([]);
    const office = { can: { invite: [{ role: 'SCAC', scope: 'COUNTRY' }, { role: 'NGO_MEMBER', scope: 'NGO' }] } } as unknown as Office;
    expect((['SCAC', 'NGO_MEMBER', 'EXPERT', ''] as const).map((asWhat) => scopeOf(office, asWhat))).toEqual(['COUNTRY', 'NGO', 'NOWHERE', 'NOWHERE']);
  });
});

it('where somebody invites is what they act for', () => {
  const astra = { id: 'Organisation_astra', name: { text: 'Astra', locale: 'sr-Latn', isFallback: false, isOutdated: false } };
  const country = { id: 'Country_RS', code: 'RS', name: astra.name };
  const office = (memberships: object[], manageMembersAnywhere = false): Office => ({ memberships, can: { manageMembersAnywhere } }) as unknown as Office;
  const [can, cannot] = [{ invite: true }, { invite: false }];
  expect(reachOf(office([{ can, country: null, organisation: astra }, { can: cannot, country: null, organisation: { ...astra, id: 'other' } }])))
    .toEqual({ organisations: [astra], countries: [], anywhere: false });
  expect(reachOf(office([{ can, country, organisation: null }, { can, country, organisation: null }, { can: cannot, country: { ...country, code: 'AL' }, organisation: null }]))).toEqual({ organisations: [], countries: ['RS'], anywhere: false });
  expect(reachOf(office([{ can, country: null, organisation: null }], true))).toMatchObject({ countries: [], anywhere: true });
});
