import { expect, test } from 'vitest';

import { emptyProvision, lawRows, provisionFaults, provisionInput, typedProvision } from './provisionForm.ts';
import type { Provision } from './useProvisions.ts';
import { keepsLawIn } from './useProvisions.ts';

const provision = (key: string, numbers: readonly string[], recommendations: readonly string[] = []): Provision =>
  ({ key, kind: 'PROVISION', locale: 'sq', text: 'T', reference: 'R', startsOn: '2019-03-01', endsOn: null, instrument: { code: 'coe-197' }, articles: numbers.map((number) => ({ number })), recommendations: recommendations.map((id) => ({ id })), provenance: { source: 'S', sourceUrl: null, isVerified: false, checkedOn: null } }) as unknown as Provision;

test('an entry of which nothing is said lacks what it needs, in the order of the fields; one that ends before it begins is wrong', () => {
  expect(provisionFaults(emptyProvision('coe-197', 'sq')).map(({ field }) => field)).toEqual(['REFERENCE', 'TEXT', 'SOURCE']);
  expect(provisionFaults({ ...typedProvision(provision('a', [])), endsOn: '2019-02-01' })).toEqual([{ field: 'ENDS_ON', fault: 'NOT_AFTER', maximum: null }]);
});

test('what is stored is sent as it is: days that nobody knows are unknown, not empty', () => {
  expect(provisionInput('AL')(typedProvision(provision('a', ['18'], ['Recommendation_x'])))).toEqual({
    country: 'AL', kind: 'PROVISION', instrument: 'coe-197', articles: ['18'], recommendations: ['Recommendation_x'], locale: 'sq', text: 'T', reference: 'R', startsOn: '2019-03-01', endsOn: null, source: 'S', sourceUrl: '', checkedOn: null,
  });
});

test('each article has a row, also where nothing was entered; what is about the whole stands before them', () => {
  const rows = lawRows([{ number: '18' }, { number: '19' }], [provision('a', ['18'], ['x']), provision('b', ['18'], ['x', 'y']), provision('c', [])]);
  expect(rows.map(({ article, provisions }) => [article?.number, provisions.map(({ key }) => key)])).toEqual([[undefined, ['c']], ['18', ['a', 'b']], ['19', []]]);
  expect(lawRows([{ number: '18' }], []).map(({ article }) => article?.number)).toEqual(['18']);
});

test('national law is kept by the post of the country and by the adviser, and by no post elsewhere', () => {
  const viewer = (can: object, ...codes: string[]) => ({ can: { enterNeedsAnywhere: false, followRecommendations: true, ...can }, memberships: codes.map((code) => ({ can: { enterNeeds: true }, country: { id: code, code } })) });
  expect([keepsLawIn(viewer({}, 'AL'), 'AL'), keepsLawIn(viewer({}, 'AL'), 'RS'), keepsLawIn(viewer({ enterNeedsAnywhere: true }), 'RS'), keepsLawIn(viewer({ followRecommendations: false }, 'AL'), 'AL'), keepsLawIn(null, 'AL')]).toEqual([true, false, true, false, false]);
});
