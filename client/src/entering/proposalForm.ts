/** What an expert proposes for their own sheet, as it is typed, compared and sent. */
import type { Locale } from '@passerelle/shared/locales.ts';

import { type SheetFieldName, typedOf, type TypedSheet } from './sheetForm.ts';
import type { Proposal, ProposalInput, Proposed, ProposedFieldName } from './useProposals.ts';

/** The fields of the form in which each field is typed that is decided about; a summary has its language. */
export const TYPED: Readonly<Partial<Record<ProposedFieldName, readonly SheetFieldName[]>>> = {
  NAME: ['name'], PROFESSION: ['profession'], CORPS: ['corps'], INSTITUTION: ['institution'], SUMMARY: ['sourceLocale', 'summary'], LANGUAGES: ['languages'], THEMES: ['themes'], COUNTRIES: ['countries'],
};

/** What is said of a field; nothing of those that nobody proposes. */
export const typedFields = (field: ProposedFieldName): readonly SheetFieldName[] => TYPED[field] ?? [];

const sorted = (codes: readonly string[]): string[] => codes.toSorted((one, other) => (one < other ? -1 : 1));
const bySkill = (skills: TypedSheet['languages']): TypedSheet['languages'] => skills.toSorted((one, other) => (one.language < other.language ? -1 : 1));

/** A sheet with what is said of it elsewhere, as if it were typed. */
export function typedContent(sheet: TypedSheet, { corps, sourceLocale, languages, themes, countries, name, profession, institution, summary }: Proposal['content']): TypedSheet {
  return {
    ...sheet, name, profession, institution, summary, corps: corps ?? '', sourceLocale: sourceLocale as Locale, languages: bySkill(languages.map(({ language, level }) => ({ language, level }))), themes: sorted(themes), countries: sorted(countries),
  };
}

/** The sheet that stands there, as if it were typed. */
export const typedSheet = (sheet: Proposed): TypedSheet => {
  const typed = typedOf(sheet);
  return { ...typed, languages: bySkill(typed.languages) };
};

/** What is open: proposed, and not decided about. */
export const openProposal = ({ proposal }: Pick<Proposed, 'proposal'>): Proposal | undefined => (proposal && proposal.decidedAt === null ? proposal : undefined);

/** What its expert goes on from: the sheet as it stands, with what they propose of it. */
export function typedDraft(sheet: Proposed): TypedSheet {
  const [now, open] = [typedSheet(sheet), openProposal(sheet)];
  if (!open) return now;
  const proposed = typedContent(now, open.content);
  return { ...now, ...Object.fromEntries(open.fields.flatMap(typedFields).map((field) => [field, proposed[field]])) };
}

/** What is sent of what is typed. */
export function proposalInput({ sourceLocale, name, profession, corps, institution, summary, languages, themes, countries }: TypedSheet): ProposalInput {
  return {
    sourceLocale, name, profession, corps: corps.trim() === '' ? null : corps, institution, summary, themes: sorted(themes), countries: sorted(countries),
    languages: languages.flatMap(({ language, level }) => (level === '' ? [] : [{ language, level }])),
  };
}

/** Whether a field of the sheet has become another since it was proposed to change. */
export function isChangedSince(field: ProposedFieldName, sheet: Proposed, { base }: Pick<Proposal, 'base'>): boolean {
  const now = typedSheet(sheet);
  const then = typedContent(now, base);
  return typedFields(field).some((one) => JSON.stringify(now[one]) !== JSON.stringify(then[one]));
}
