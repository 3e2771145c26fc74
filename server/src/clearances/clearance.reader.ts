/** How clearances are read: by the adviser, and by the expert whose they are. One that is for a mission tells of it: its expert reads it as long as they read a leg of theirs of that mission. */
import { AuditEntryReader } from '../audit/index.ts';
import { checkFields } from '../core/files/index.ts';
import { acting, edge, maybe, reader, sql } from '../core/reader/index.ts';
import { ExpertReader, ExpertSheetReader, mayClear } from '../experts/index.ts';
import { MissionMemberReader, MissionReader } from '../missions/index.ts';
import { Clearance, ClearanceFile } from './clearance.entity.ts';

export const ClearanceReader = reader(Clearance, {
  rows: (clearance, actor) => (mayClear(actor) ? undefined : sql<boolean>`(exists (select from expert e where e.uuid = ${clearance.expert} and e.person_id = ${acting.person}) and (${clearance.mission} is null or is_told_of_mission(${clearance.mission}, ${clearance.expert})))`),
  fields: (clearance) => ({ mission: maybe(MissionReader, (mission) => sql`${mission.uuid} = ${clearance.mission}`), isForMission: sql<boolean>`${clearance.mission} is not null` }),
});

/** Reached through its clearance alone. */
const ClearanceFileReader = reader(ClearanceFile, { fields: (file) => checkFields(sql`c.clearance_uuid = ${file.clearance}`) });

edge(ClearanceReader, 'file', {
  description: 'Its document; null while there is none.',
  maybe: ClearanceFileReader,
  on: (file, clearance) => sql`${file.clearance} = ${clearance.uuid}`,
});

edge(ExpertSheetReader, 'clearances', {
  description: 'Their clearances, the one that begins last first.',
  list: ClearanceReader,
  on: (clearance, sheet) => sql`${clearance.expert} = ${sheet.uuid}`,
  order: (clearance) => [sql`${clearance.fromOn} desc`, clearance.uuid],
});

edge(MissionMemberReader, 'clearances', {
  description: 'The clearances that count for this mission: those that count for all of them, and, unless it was given up, those that were given for it; none of somebody of the adviser’s team. The one that begins last first.',
  list: ClearanceReader,
  on: (clearance, member) => sql`(${clearance.expert} = ${member.sheet} and (${clearance.mission} is null or (${clearance.mission} = ${member.mission} and exists (select from mission m where m.uuid = ${member.mission} and m.stage <> 'GIVEN_UP'))))`,
  order: (clearance) => [sql`${clearance.fromOn} desc`, clearance.uuid],
});

edge(AuditEntryReader, 'cleared', {
  description: 'Whose clearance it was done on; null where it is about something else, or their sheet is gone.',
  maybe: ExpertReader,
  on: (expert, entry) => sql`${entry.subject} = 'CLEARANCE' and ${expert.uuid} = ${entry.object}`,
});
