/** How legs of missions are read: by the adviser, and each by the post of its country once it is shown. Nothing of a leg leads back to its mission. */
import { GraphQLCountryCode, GraphQLLocalDate } from 'graphql-scalars';
import { CityReader } from '../cities/index.ts';
import { code, connection, edge, keyArgument, localized, many, maybeLocalized, one, optional, query, reader, type Row, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { actingStandings } from '../members/index.ts';
import { MissionLeg, MissionLegTranslation } from './mission-leg.entity.ts';
import { MissionState } from './mission-stage.ts';
import { legAbilities } from './mission.policy.ts';
import { MissionReader } from './mission.reader.ts';
import { seenLegs } from './seen-missions.ts';

const text = (leg: Row<MissionLeg>, name: 'purpose' | 'note') => ({
  from: MissionLegTranslation, text: name, of: (x: Row<MissionLegTranslation>) => sql<boolean>`${x.leg} = ${leg.uuid}`, source: leg.sourceLocale, version: leg.sourceVersion,
});

/**
 * Where it stands at this moment: by its own days, so that it tells nothing of those of the mission. When the mission is reported on and closed is the adviser's: to all others
 * what was agreed stays so, and nothing of it changes any more.
 */
const stateOf = (leg: Row<MissionLeg>, { circle }: RuleActor): Sql<MissionState> => sql<MissionState>`case when ${leg.stage} = 'AGREED'
  and (select (now() at time zone c.time_zone)::date from city c where c.code = ${leg.city}) between ${leg.startsOn} and ${leg.endsOn} then 'UNDER_WAY'
  else ${circle === 'adviser' ? leg.stage : sql`case when ${leg.stage} in ('REPORTED', 'CLOSED') then 'AGREED' else ${leg.stage} end`} end`;

const TextsReader = reader(MissionLegTranslation, {
  fields: (x) => ({
    isSource: sql<boolean>`${x.locale} = (select l.source_locale from mission_leg l where l.uuid = ${x.leg})`,
    isOutdated: sql<boolean>`${x.sourceVersion} < (select l.source_version from mission_leg l where l.uuid = ${x.leg})`,
  }),
});

/** Whether its last day is over where it is. */
const isOver = (leg: Row<MissionLeg>): Sql<boolean> => sql<boolean>`(select (now() at time zone c.time_zone)::date > ${leg.endsOn} from city c where c.code = ${leg.city})`;

export const MissionLegReader = reader(MissionLeg, {
  rows: seenLegs,
  fields: (leg, actor) => ({
    country: one(CountryReader, (country) => sql`${country.code} = ${leg.country}`),
    city: one(CityReader, (city) => sql`${city.code} = ${leg.city}`),
    purpose: localized(text(leg, 'purpose')),
    note: maybeLocalized(text(leg, 'note')),
    state: stateOf(leg, actor),
    texts: many(TextsReader, { on: (x) => sql`${x.leg} = ${leg.uuid}`, order: (x) => [x.locale] }),
    can: code({ stage: leg.stage, country: leg.country, isShown: leg.isShown, isOver: isOver(leg), standings: actingStandings }, ({ standings, ...facts }) => legAbilities(facts, standings)),
  }),
});

export const missionLegs = connection(MissionLegReader, {
  description: 'legs of missions',
  sorts: {
    STARTS_ON: { description: 'The first to begin first.', by: (leg) => leg.startsOn, type: 'date' },
    LATEST: { description: 'The last to begin first.', by: (leg) => leg.startsOn, type: 'date', descending: true },
  },
  filters: {
    country: optional(() => GraphQLCountryCode, 'text', 'In this country.'),
    states: optional(() => [MissionState], 'text[]', 'In one of these states.'),
    from: optional(() => GraphQLLocalDate, 'date', 'Not over before this day.'),
  },
  where: {
    country: (leg, country) => sql`${leg.country} = ${country}`,
    states: (leg, states, _given, actor) => sql`${stateOf(leg, actor)} = any(${states})`,
    from: (leg, from) => sql`${leg.endsOn} >= ${from}`,
  },
});

query('missionLegs', { description: 'The legs of missions that you see: of the adviser all; of a post those in its own country, from the moment each is shown to it; of all others none. A leg that you do not see is as one that is not there.', page: missionLegs });

query('missionLeg', {
  description: 'A leg of a mission by id; null when there is none, or none for you.',
  args: { id: keyArgument('MissionLeg', 'uuid') },
  maybe: MissionLegReader,
  on: (leg, _owner, args) => sql`${leg.uuid} = ${args.id}`,
});

edge(MissionReader, 'legs', {
  description: 'Its legs, in the order of their days.',
  list: MissionLegReader,
  on: (leg, mission) => sql`${leg.mission} = ${mission.uuid}`,
  order: (leg) => [leg.position, leg.uuid],
});
