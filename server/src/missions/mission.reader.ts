/** How missions are read: by the adviser's circle, and by nobody else on any path. */
import { AuditEntryReader } from '../audit/index.ts';
import { code, connection, edge, inReadersOrder, keyArgument, localized, many, maybeLocalized, optional, query, reader, type Row, type Sql, sql } from '../core/reader/index.ts';
import { actingStandings } from '../members/index.ts';
import { MissionState } from './mission-stage.ts';
import { Mission, MissionTranslation } from './mission.entity.ts';
import { missionAbilities } from './mission.policy.ts';
import { seenMissions } from './seen-missions.ts';

const text = (mission: Row<Mission>, name: 'title' | 'purpose' | 'givenUpReason') => ({
  from: MissionTranslation, text: name, of: (x: Row<MissionTranslation>) => sql<boolean>`${x.mission} = ${mission.uuid}`, source: mission.sourceLocale, version: mission.sourceVersion,
});

/** Where it stands at this moment: what is agreed is under way while, in a city that it leads to, today is one of its days. */
const stateOf = (mission: Row<Mission>): Sql<MissionState> => sql<MissionState>`case when ${mission.stage} = 'AGREED' and exists (select from mission_leg l join city c on c.code = l.city_code
  where l.mission_uuid = ${mission.uuid} and (now() at time zone c.time_zone)::date between ${mission.startsOn} and ${mission.endsOn}) then 'UNDER_WAY' else ${mission.stage} end`;

const TextsReader = reader(MissionTranslation, {
  rows: (_text, actor) => seenMissions(actor),
  fields: (x) => ({
    isSource: sql<boolean>`${x.locale} = (select m.source_locale from mission m where m.uuid = ${x.mission})`,
    isOutdated: sql<boolean>`${x.sourceVersion} < (select m.source_version from mission m where m.uuid = ${x.mission})`,
  }),
});

export const MissionReader = reader(Mission, {
  rows: (_mission, actor) => seenMissions(actor),
  fields: (mission) => ({
    title: localized(text(mission, 'title')),
    purpose: maybeLocalized(text(mission, 'purpose')),
    givenUpReason: maybeLocalized(text(mission, 'givenUpReason')),
    state: stateOf(mission),
    texts: many(TextsReader, { on: (x) => sql`${x.mission} = ${mission.uuid}`, order: (x) => [x.locale] }),
    can: code({ stage: mission.stage, isOver: sql<boolean>`is_mission_over(${mission.uuid})`, hasReport: sql<boolean>`exists (select from mission_report r where r.mission_uuid = ${mission.uuid})`, standings: actingStandings }, ({ standings, ...facts }) => missionAbilities(facts, standings)),
  }),
});

export const missions = connection(MissionReader, {
  description: 'missions',
  sorts: {
    LATEST: { description: 'The last to begin first.', by: (mission) => mission.startsOn, type: 'date', descending: true },
    STARTS_ON: { description: 'The first to begin first.', by: (mission) => mission.startsOn, type: 'date' },
    TITLE: { description: 'By title, in the order of the reader’s language.', by: (mission) => inReadersOrder(text(mission, 'title')), type: 'text', collated: true },
  },
  filters: { states: optional(() => [MissionState], 'text[]', 'In one of these states.') },
  where: { states: (mission, states) => sql`${stateOf(mission)} = any(${states})` },
});

query('missions', { description: 'The missions: the adviser’s alone; none for others.', page: missions });

query('mission', {
  description: 'A mission by id; null when there is none, or none for you.',
  args: { id: keyArgument('Mission', 'uuid') },
  maybe: MissionReader,
  on: (mission, _owner, args) => sql`${mission.uuid} = ${args.id}`,
});

edge(AuditEntryReader, 'mission', {
  description: 'The mission that a file is about which somebody took out of the site; null where it is about something else, or the mission is gone.', maybe: MissionReader, on: (mission, entry) => sql`${entry.subject} = 'EXPORT' and ${mission.uuid} = ${entry.object}`,
});
