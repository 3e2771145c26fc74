import { expect, test } from 'vitest';

import { projectFilter } from './projectFilter.ts';
import { draftProject, lineOf, projectFaults, projectInput, themesOf, totalOf, type TypedProject } from './projectForm.ts';
import { type Choice, choicesOf, proposedChoices } from './proposals.ts';
import type { ProjectDraft, ProjectSuggestion } from './useProjects.ts';

const need = (key: string, country: string, theme: string, ...further: string[]) => ({
  id: `Need_${key}`, status: 'SUBMITTED', title: { text: key, locale: 'sq', isFallback: true, isOutdated: false }, country: { id: `Country_${country}`, code: country }, theme: { id: theme, code: theme }, furtherThemes: further.map((code) => ({ id: code, code })),
});
const GROUP = {
  id: 'CommonNeed_1', title: { text: 'Groupe', locale: 'fr' }, texts: [{ locale: 'el', isSource: false, title: 'Ομάδα', why: null }, { locale: 'fr', isSource: true, title: 'Groupe', why: 'Parce que' }],
  needs: [need('2', 'RS', 'ASSISTANCE'), need('1', 'AL', 'ASSISTANCE', 'REFERRAL'), need('3', 'RS', 'PREVENTION')],
} as unknown as NonNullable<ProjectDraft['node']>;

test('a project of a group begins with its countries, each once, its needs, and what was first said of it, in its language and in no other', () => {
  expect(draftProject(GROUP, 'el')).toMatchObject({ sourceLocale: 'fr', title: 'Groupe', purpose: 'Parce que', countries: ['AL', 'RS'], needs: ['Need_1', 'Need_2', 'Need_3'], recommendations: [], partners: [], experts: [], sessions: [], budget: [] });
});

test('a project of a need begins with it and its country, and with nothing that its post has written', () => {
  expect(draftProject(need('1', 'AL', 'ASSISTANCE') as never, 'tr')).toMatchObject({ sourceLocale: 'tr', title: '', purpose: '', countries: ['AL'], needs: ['Need_1'] });
});

test('what is sought are the themes of its needs, each once', () => {
  expect(themesOf([need('1', 'AL', 'REFERRAL', 'ASSISTANCE'), need('2', 'RS', 'ASSISTANCE')])).toEqual(['ASSISTANCE', 'REFERRAL']);
});

const typed = (changes: Partial<TypedProject>): TypedProject => ({ ...draftProject(null, 'fr'), title: 'T', purpose: 'P', countries: ['AL'], ...changes });

test('a project of which nothing is said lacks what it needs, in the order of the fields', () => {
  expect(projectFaults(draftProject(undefined, 'sq')).map(({ field }) => field)).toEqual(['TITLE', 'PURPOSE', 'COUNTRIES']);
});

test('lines of the budget of which nothing is typed are not sent; what is none is told at its line', () => {
  const budget = [{ label: '', amount: ' ' }, { label: 'Formation', amount: '1 250,50' }, { label: 'Voyage', amount: 'beaucoup' }, { label: '', amount: '3' }];
  expect(projectFaults(typed({ budget })).map(({ fault, position }) => [fault, lineOf(budget, position!)])).toEqual([['OUT_OF_RANGE', 2], ['MISSING', 3]]);
  expect(projectInput(typed({ budget: budget.slice(0, 2) }), 'CommonNeed_1')).toMatchObject({ commonNeed: 'CommonNeed_1', budget: [{ label: 'Formation', cents: 125_050 }] });
});

test('the sum is that of the amounts, and not known where one of them is none', () => {
  expect([totalOf([]), totalOf([{ label: 'A', amount: '1,10' }, { label: 'B', amount: '2' }]), totalOf([{ label: 'A', amount: 'x' }])]).toEqual([0, 310, undefined]);
});

test('what is ticked and no longer proposed stays to be seen, without a reason; nothing is ticked by itself', () => {
  const suggestion = { kind: 'PARTNER', partner: { id: 'Organisation_a' } } as unknown as ProjectSuggestion;
  const proposed = proposedChoices('partners', [suggestion]);
  expect(proposedChoices('experts', [suggestion])).toEqual([]);
  const known = new Map<string, Choice>([['Organisation_b', { id: 'Organisation_b', suggestion, partner: { id: 'Organisation_b' } as never }]]);
  expect(choicesOf(proposed, ['Organisation_a', 'Organisation_b'], known)).toEqual([{ id: 'Organisation_a', suggestion, partner: { id: 'Organisation_a' } }, { id: 'Organisation_b', partner: { id: 'Organisation_b' } }]);
  expect(choicesOf(proposed, [], known)).toHaveLength(1);
});

test('what an address holds is asked for, and what it holds wrongly is not', () => {
  const none = { search: '', country: '', kind: '', status: '' };
  expect(projectFilter(none)).toEqual({});
  expect(projectFilter({ ...none, kind: 'REGIONAL', status: 'X' })).toEqual({ kind: 'REGIONAL' });
});
