/** How the missions that an expert has been on are read: on their sheet, by the adviser and by them. */
import { acting, edge, reader, type Row, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { ExpertSheetReader } from '../experts/index.ts';
import { DoneMission } from './done-mission.entity.ts';

/** Said once more than the view says it. */
const isOwn = (mission: Row<DoneMission>): Sql<boolean> => sql<boolean>`exists (select from expert e where e.uuid = ${mission.expert} and e.person_id = ${acting.person})`;

const DoneMissionReader = reader(DoneMission, {
  rows: (mission, { circle }: RuleActor) => (circle === 'adviser' ? undefined : circle === 'visitor' ? sql<boolean>`false` : isOwn(mission)),
});

edge(DoneMissionReader, 'countries', { description: 'In which countries they were, by their codes.', list: CountryReader, on: (country, mission) => sql`${country.code} = any(${mission.countryCodes})`, order: (country) => [country.code] });

edge(ExpertSheetReader, 'missionsDone', {
  description: 'The missions that they have been on, the last first, once each is closed: for the adviser and for them.',
  list: DoneMissionReader, on: (mission, sheet) => sql`${mission.expert} = ${sheet.uuid}`, order: (mission) => [sql`${mission.year} desc`, mission.mission],
});
