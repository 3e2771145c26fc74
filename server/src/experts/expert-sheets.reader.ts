/** How the sheets of experts are read whole: by the adviser, and each by the expert whose it is. */
import { PersonReader } from '../accounts/index.ts';
import { acting, code, edge, one, reader, sql } from '../core/reader/index.ts';
import { NetworkMemberReader } from '../members/index.ts';
import { InstitutionReader, ProfessionReader } from '../vocabulary/index.ts';
import { ExpertContact } from './expert-contact.entity.ts';
import { mayBindSheets, mayKeepSheets, sheetAbilities } from './expert.policy.ts';
import { ExpertReader } from './expert.reader.ts';
import { ExpertSheet } from './expert-sheet.entity.ts';
import { ExpertTranslation } from './expert.entity.ts';

const ExpertTextsReader = reader(ExpertTranslation, {
  fields: (x) => ({
    isSource: sql<boolean>`${x.locale} = (select e.source_locale from listed_expert e where e.uuid = ${x.expert})`,
    isOutdated: sql<boolean>`${x.sourceVersion} < (select e.source_version from listed_expert e where e.uuid = ${x.expert})`,
  }),
});

const ExpertContactReader = reader(ExpertContact, { rows: (_contact, actor) => (mayKeepSheets(actor) ? undefined : sql<boolean>`false`) });

export const ExpertSheetReader = reader(ExpertSheet, {
  rows: (sheet, actor) => (mayBindSheets(actor) ? undefined : sql<boolean>`${sheet.person} = ${acting.person}`),
  fields: (sheet) => ({
    institution: one(InstitutionReader, (institution) => sql`${institution.code} = ${sheet.institution}`),
    profession: one(ProfessionReader, (profession) => sql`${profession.code} = ${sheet.profession}`),
    can: code({ person: sheet.person, teaches: sql<boolean>`teaches(${sheet.uuid})` }, ({ person, teaches }, actor) => sheetAbilities({ isBound: person !== null, isOwn: person !== null && person === actor.person, teaches }, actor)),
  }),
});

edge(ExpertSheetReader, 'expert', { description: 'The expert, as who asks sees them.', maybe: ExpertReader, on: (expert, sheet) => sql`${expert.uuid} = ${sheet.uuid}` });
edge(ExpertSheetReader, 'account', { description: 'Whose account it belongs to; null while that was not said.', maybe: PersonReader, on: (person, sheet) => sql`${person.uuid} = ${sheet.person}` });

edge(ExpertSheetReader, 'contact', {
  description: 'Where they are written to while it belongs to no account: for the adviser; null for all others, and where that was not said.', maybe: ExpertContactReader, on: (contact, sheet) => sql`${contact.expert} = ${sheet.uuid}`,
});
edge(ExpertSheetReader, 'texts', {
  description: 'What is said of them in every language in which anything is, and nowhere from another.', list: ExpertTextsReader, on: (text, sheet) => sql`${text.expert} = ${sheet.uuid}`, order: (text) => [text.locale],
});

const whole = 'for the adviser and for the expert whose account it belongs to; null for all others';
edge(ExpertReader, 'sheet', { description: `The whole sheet: ${whole}.`, maybe: ExpertSheetReader, on: (sheet, expert) => sql`${sheet.uuid} = ${expert.uuid}` });
edge(PersonReader, 'sheet', { description: `Their sheet as an expert: ${whole}, and where they have none.`, maybe: ExpertSheetReader, on: (sheet, person) => sql`${sheet.person} = ${person.uuid}` });
edge(NetworkMemberReader, 'sheet', { description: `Their sheet as an expert: ${whole}, and where they have none.`, maybe: ExpertSheetReader, on: (sheet, member) => sql`${sheet.person} = ${member.person}` });
