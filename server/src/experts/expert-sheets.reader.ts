/** How the sheets of experts are read whole: by the adviser, and each by the expert whose it is. */
import { PersonReader } from '../accounts/index.ts';
import { acting, code, edge, one, reader, sql } from '../core/reader/index.ts';
import { NetworkMemberReader } from '../members/index.ts';
import { InstitutionReader } from '../vocabulary/index.ts';
import { mayBindSheets, sheetAbilities } from './expert.policy.ts';
import { ExpertReader } from './expert.reader.ts';
import { ExpertSheet } from './expert-sheet.entity.ts';

export const ExpertSheetReader = reader(ExpertSheet, {
  rows: (sheet, actor) => (mayBindSheets(actor) ? undefined : sql<boolean>`${sheet.person} = ${acting.person}`),
  fields: (sheet) => ({
    institution: one(InstitutionReader, (institution) => sql`${institution.code} = ${sheet.institution}`),
    can: code({ person: sheet.person }, ({ person }, actor) => sheetAbilities(person, actor)),
  }),
});

edge(ExpertSheetReader, 'expert', { description: 'The expert, as who asks sees them.', maybe: ExpertReader, on: (expert, sheet) => sql`${expert.uuid} = ${sheet.uuid}` });
edge(ExpertSheetReader, 'account', { description: 'Whose account it belongs to; null while that was not said.', maybe: PersonReader, on: (person, sheet) => sql`${person.uuid} = ${sheet.person}` });

const whole = 'for the adviser and for the expert whose account it belongs to; null for all others';
edge(ExpertReader, 'sheet', { description: `The whole sheet: ${whole}.`, maybe: ExpertSheetReader, on: (sheet, expert) => sql`${sheet.uuid} = ${expert.uuid}` });
edge(PersonReader, 'sheet', { description: `Their sheet as an expert: ${whole}, and where they have none.`, maybe: ExpertSheetReader, on: (sheet, person) => sql`${sheet.person} = ${person.uuid}` });
edge(NetworkMemberReader, 'sheet', { description: `Their sheet as an expert: ${whole}, and where they have none.`, maybe: ExpertSheetReader, on: (sheet, member) => sql`${sheet.person} = ${member.person}` });
