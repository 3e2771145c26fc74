/** How an expert reads the journeys that they make: their own alone, whoever asks. */
import { CityReader } from '../cities/index.ts';
import { acting, one, query, reader, type Row, type RuleActor, type Sql, sql, wallTime } from '../core/reader/index.ts';
import { OwnJourney } from './own-journey.entity.ts';

/** Whose sheet it is: said once more than the view says it. */
const seenOwn = (journey: Row<OwnJourney>, { circle }: RuleActor): Sql<boolean> => (circle === 'visitor' ? sql<boolean>`false` : sql<boolean>`exists (select from expert e where e.uuid = ${journey.expert} and e.person_id = ${acting.person})`);

const OwnJourneyReader = reader(OwnJourney, {
  rows: seenOwn,
  fields: (journey) => ({
    key: journey.uuid,
    fromCity: one(CityReader, (city) => sql`${city.code} = ${journey.fromCity}`),
    toCity: one(CityReader, (city) => sql`${city.code} = ${journey.toCity}`),
    departsAt: wallTime(journey.departsAt), arrivesAt: wallTime(journey.arrivesAt),
  }),
});

query('ownJourneys', { description: 'The journeys that you make as an expert with an account in missions that are agreed, the last first; none for whoever is none.', list: OwnJourneyReader, order: (journey) => [sql`${journey.departsAt} desc`, journey.uuid] });
