/** How the missions that an expert has been on are read: by the adviser and by them, and by others as they chose. */
import { visibilitiesOpenTo } from '../core/consent/index.ts';
import { acting, constant, edge, join, reader, type Row, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { ExpertReader } from '../experts/index.ts';
import { DoneMission } from './done-mission.entity.ts';

/** Said once more than the view says it. */
const isOwn = (mission: Row<DoneMission>): Sql<boolean> => sql<boolean>`exists (select from expert e where e.uuid = ${mission.expert} and e.person_id = ${acting.person})`;
const isShown = (mission: Row<DoneMission>, actor: RuleActor): Sql<boolean> =>
  sql<boolean>`(${mission.isPublic} and ${mission.visibility} in (${join(visibilitiesOpenTo(actor).map((visibility) => constant(visibility)), ', ')}))`;

const DoneMissionReader = reader(DoneMission, {
  rows: (mission, actor: RuleActor) => {
    if (actor.circle === 'adviser') return undefined;
    return actor.circle === 'visitor' ? isShown(mission, actor) : sql<boolean>`(${isShown(mission, actor)} or ${isOwn(mission)})`;
  },
});

edge(DoneMissionReader, 'countries', { description: 'In which countries they were, by their codes.', list: CountryReader, on: (country, mission) => sql`${country.code} = any(${mission.countryCodes})`, order: (country) => [country.code] });

edge(ExpertReader, 'missionsDone', {
  description: 'The missions that they have been on, the last first, once each is closed: for the adviser and for them; for others, where they chose so, what is published.',
  list: DoneMissionReader, on: (mission, expert) => sql`${mission.expert} = ${expert.uuid}`, order: (mission) => [sql`${mission.year} desc`, mission.mission],
});
