/** What an expert goes on from, and what is said of a field that has become another since. */
import { describe, expect, test } from 'vitest';

import { isChangedSince, openProposal, proposalInput, typedDraft, typedSheet } from './proposalForm.ts';
import type { Proposal, Proposed } from './useProposals.ts';

const CONTENT: Proposal['content'] = { sourceLocale: 'fr', name: 'Ariane', profession: 'JUDGE', corps: null, institution: 'ENM', summary: 'Juge.', languages: [{ language: 'el', level: 'C1' }], themes: ['ASSISTANCE'], countries: ['GR'] };
const PROPOSAL: Proposal = { key: '1', version: 1, proposedAt: '2027-01-01T10:00:00Z', decidedAt: null, fields: ['CORPS'], reasonLocale: null, decisions: null, base: CONTENT, content: { ...CONTENT, corps: 'Corps judiciaire' } };
const SHEET: Proposed = {
  id: 'Expert_1', profession: { id: 'p', code: 'JUDGE', name: { text: 'Judge', locale: 'en', isFallback: false, isOutdated: false } }, languages: [{ level: 'C1', language: { id: 'l', code: 'el' } }], themes: [{ id: 't', code: 'ASSISTANCE' }], countries: [{ id: 'c', code: 'GR' }],
  version: 1, name: 'Ariane', corps: null, institution: { id: 'i', code: 'ENM' }, vouchedBy: null, vouchedSince: null, nameVisibility: 'ADVISER', institutionVisibility: 'ADVISER', emailVisibility: 'ADVISER', missionsVisibility: 'ADVISER', consentedOn: null, contact: null, account: { email: 'a@expert.example' },
  texts: [{ locale: 'fr', isSource: true, isOutdated: false, summary: 'Juge.' }], can: { edit: false, remove: false }, proposal: PROPOSAL,
} as never;

describe('what an expert goes on from', () => {
  test('is the sheet as it stands, with what is proposed of it: what the adviser has changed beside it stays', () => {
    expect(typedDraft({ ...SHEET, name: 'Ariane Q.' })).toMatchObject({ name: 'Ariane Q.', corps: 'Corps judiciaire' });
  });

  test('is the sheet alone once that is decided', () => {
    const decided = { ...SHEET, proposal: { ...PROPOSAL, decidedAt: '2027-01-02T10:00:00Z' } };
    expect(openProposal(decided)).toBeUndefined();
    expect(typedDraft(decided)).toEqual(typedSheet(decided));
  });
});

test('a field is said to be another where the adviser has changed it since it was proposed', () => {
  expect(isChangedSince('CORPS', SHEET, PROPOSAL)).toBe(false);
  expect(isChangedSince('CORPS', { ...SHEET, corps: 'Police nationale' }, PROPOSAL)).toBe(true);
  expect(isChangedSince('NAME', { ...SHEET, corps: 'Police nationale' }, PROPOSAL)).toBe(false);
});

test('what is sent is what its expert proposes, and nothing of who vouches, who sees what and where to write', () => {
  expect(proposalInput({ ...typedSheet(SHEET), corps: ' ' })).toEqual({ ...CONTENT, corps: null });
});
