/** The words for what a project is, where it stands and what is proposed for it. */
import { registerEnumType } from 'type-graphql';
import { names } from '../core/names.ts';

export const ProjectKind = names('REGIONAL', 'BILATERAL');
export type ProjectKind = keyof typeof ProjectKind;
registerEnumType(ProjectKind, {
  name: 'ProjectKind', description: 'With how many countries a project is.',
  valuesConfig: { REGIONAL: { description: 'With two countries or more.' }, BILATERAL: { description: 'With one country.' } },
});

export const ProjectStatus = names('PROPOSED', 'SELECTED', 'GIVEN_UP');
export type ProjectStatus = keyof typeof ProjectStatus;
registerEnumType(ProjectStatus, {
  name: 'ProjectStatus', description: 'Where a project stands.',
  valuesConfig: { PROPOSED: { description: 'It is a proposal.' }, SELECTED: { description: 'The adviser has decided that it is done.' }, GIVEN_UP: { description: 'It is not done, for a reason that is said.' } },
});

export const ProjectSuggestionKind = names('RECOMMENDATION', 'PARTNER', 'EXPERT', 'SESSION');
export type ProjectSuggestionKind = keyof typeof ProjectSuggestionKind;
registerEnumType(ProjectSuggestionKind, {
  name: 'ProjectSuggestionKind', description: 'What is proposed for a project.',
  valuesConfig: {
    RECOMMENDATION: { description: 'A recommendation that is open, to one of the countries, on one of the themes.' }, PARTNER: { description: 'A published organisation of one of the countries, of which it is said that it keeps no place secret.' },
    EXPERT: { description: 'An expert who knows one of the countries and works on one of the themes.' }, SESSION: { description: 'A training session on one of the themes that is over.' },
  },
});
