/** What coordinates action against trafficking in a country, as it is typed and sent; each kind is shown, also where nothing is known of it. */
import { expect, test } from 'vitest';

import { byKind, coordinationFaults, coordinationInput, emptyCoordination, typedCoordination } from './coordinationForm.ts';
import type { Coordination } from './useCoordination.ts';

const KNOWN: Coordination = {
  key: 'ro-coordinator', kind: 'COORDINATOR', name: null, locale: 'ro', legalBasis: null, website: 'https://example.org', startsOn: null, endsOn: null, changedAt: null, isByPost: null, version: 1, isDemonstration: false, canChange: true,
  organisation: { id: 'Organisation_anitp', name: { text: 'ANITP', locale: 'ro', isFallback: false, isOutdated: false } }, provenance: { source: 'S', sourceUrl: null, checkedOn: '2026-11', isVerified: true },
};

test('what is stored is typed and sent as it is; a month in which the files were checked is no day', () => {
  const typed = typedCoordination(KNOWN);
  expect(typed).toEqual({ ...emptyCoordination('COORDINATOR', 'ro'), organisation: 'Organisation_anitp', website: 'https://example.org', source: 'S' });
  expect(coordinationInput('RO')(typed)).toEqual({ country: 'RO', kind: 'COORDINATOR', organisation: 'Organisation_anitp', name: '', locale: 'ro', legalBasis: '', website: 'https://example.org', startsOn: null, endsOn: null, source: 'S', sourceUrl: '', checkedOn: null });
  expect(typedCoordination({ ...KNOWN, provenance: { ...KNOWN.provenance, checkedOn: '2026-11-02' } }).checkedOn).toBe('2026-11-02');
});

test('it is an organisation or has a name, a source, and an end that is not before its beginning', () => {
  const wrong = coordinationFaults({ ...emptyCoordination('STRATEGY', 'en'), startsOn: '2026-01-02', endsOn: '2026-01-01' });
  expect(wrong.map(({ field, fault }) => `${field} ${fault}`)).toEqual(['NAME MISSING', 'ENDS_ON NOT_AFTER', 'SOURCE MISSING']);
  expect(coordinationFaults(typedCoordination(KNOWN))).toEqual([]);
});

test('each kind is there, in its order', () => {
  expect(byKind([KNOWN]).map(({ kind, entries }) => [kind, entries.length])).toEqual([['COORDINATOR', 1], ['REFERRAL_MECHANISM', 0], ['RAPPORTEUR', 0], ['STRATEGY', 0]]);
});
