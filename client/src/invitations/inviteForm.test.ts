import { describe, expect, it } from 'vitest';

import { invitedFaults, inviteInput, type TypedInvited } from './inviteForm.ts';

const typed = (key: number, more: Partial<TypedInvited> = {}): TypedInvited => ({ key, name: 'Ana', email: `ana${key}@ministry.example`, locale: 'mk', capacity: 'AUTHORITY', organisation: '', country: 'MK', ...more });

describe('what is wrong with people to invite', () => {
  it('is nothing where all is said', () => {
    expect(invitedFaults([typed(1), typed(2, { capacity: 'THEMSELVES' }), typed(3, { capacity: 'ORGANISATION', organisation: 'Organisation_x' })])).toEqual([{}, {}, {}]);
  });

  it('is said by field: who they are, as what, in which country, and for which organisation', () => {
    expect(invitedFaults([typed(1, { name: ' ', email: '', capacity: '', country: '' }), typed(2, { email: 'ana', capacity: 'ORGANISATION' })])).toEqual([{ name: true, email: 'empty', capacity: true, country: true }, { email: 'wrong', organisation: true }]);
  });

  it('is said of the second of two with one address, however it is written', () => {
    expect(invitedFaults([typed(1), typed(2, { email: ' ANA1@ministry.example ' })])).toEqual([{}, { email: 'twice' }]);
  });
});

describe('what is sent of them', () => {
  it('has an organisation only where they would take part for one', () => {
    const people = [typed(1, { name: ' Ana ', organisation: 'Organisation_x' }), typed(2, { capacity: 'ORGANISATION', organisation: 'Organisation_x' }), typed(3, { capacity: 'THEMSELVES' })];
    expect(inviteInput('TrainingSession_1', people, 'key')).toEqual({
      session: 'TrainingSession_1', submission: 'key',
      people: [
        { name: 'Ana', email: 'ana1@ministry.example', locale: 'mk', organisation: null, isAuthority: true, country: 'MK' }, { name: 'Ana', email: 'ana2@ministry.example', locale: 'mk', organisation: 'Organisation_x', isAuthority: false, country: 'MK' },
        { name: 'Ana', email: 'ana3@ministry.example', locale: 'mk', organisation: null, isAuthority: false, country: 'MK' },
      ],
    });
  });
});
