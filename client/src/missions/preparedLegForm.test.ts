import { describe, expect, it } from 'vitest';

import { contactComparing, contactFaults, contactInput, emptyContact, preparationComparing, preparationFaults, typedContact, typedPreparation } from './preparedLegForm.ts';

const LEG = {
  texts: [{ locale: 'sr-Latn', isSource: false, isOutdated: false, purpose: 'Razgovori', note: null }, { locale: 'fr', isSource: true, isOutdated: false, purpose: 'Échanges', note: 'Dès 8 h' }],
  lodgingName: 'Hôtel', lodgingAddress: null, transport: null,
} as const;
const typed = typedPreparation(LEG as never);

describe('what a post types of its leg', () => {
  it('is what was first written, in no other language', () => {
    expect(typed).toEqual({ purpose: 'Échanges', note: 'Dès 8 h', lodgingName: 'Hôtel', lodgingAddress: '', transport: '' });
    expect(preparationFaults(typed)).toEqual([]);
    expect(preparationFaults({ ...typed, purpose: ' ' })).toEqual([{ field: 'PURPOSE', fault: 'MISSING', maximum: null }]);
  });

  it('loses nothing where two have written: mine stays where both have, and is told of', () => {
    const merged = preparationComparing.merge(typed, { ...typed, note: 'De moi', transport: 'À pied' }, { ...typed, note: 'De l’autre', lodgingAddress: '2, rue inventée' });
    expect(merged).toEqual({ typed: { ...typed, note: 'De moi', transport: 'À pied', lodgingAddress: '2, rue inventée' }, conflicts: ['note'] });
  });
});

describe('what is typed of a contact', () => {
  const contact = typedContact({ name: 'Jovana Primer', function: null, organisation: 'Ambassade', email: 'jovana@post.example', phone: null });

  it('needs a name; an address and a number are such where they are there', () => {
    expect([contactFaults(contact), contactFaults({ ...contact, email: '' })]).toEqual([[], []]);
    expect(contactFaults({ ...emptyContact(), email: 'jovana', phone: 'demain' }).map(({ field, fault }) => `${field} ${fault}`)).toEqual(['NAME MISSING', 'EMAIL UNREADABLE', 'PHONE UNREADABLE']);
    for (const phone of ['+381 11 302 35 00', '+381\u00A011\u202F302 3500', '(011) 302-3500', '112']) expect([phone, contactFaults({ ...contact, phone })]).toEqual([phone, []]);
    for (const phone of ['12', '+381 11 302 3500, rue 5', '++381']) expect([phone, contactFaults({ ...contact, phone }).length]).toEqual([phone, 1]);
  });

  it('is sent with nothing for what is empty, and compared field by field', () => {
    expect(contactInput({ ...contact, email: ' ' })).toEqual({ name: 'Jovana Primer', function: '', organisation: 'Ambassade', email: null, phone: '' });
    expect(contactComparing.merge(contact, { ...contact, phone: '112' }, { ...contact, phone: '113', function: 'Attachée' })).toEqual({ typed: { ...contact, phone: '112', function: 'Attachée' }, conflicts: ['phone'] });
  });
});
