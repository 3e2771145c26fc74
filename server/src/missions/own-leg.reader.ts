/** How an expert reads the legs on which they come: their own alone, whoever asks. */
import { CityReader } from '../cities/index.ts';
import { acting, edge, localized, one, query, reader, type Row, type RuleActor, type Sql, sql, wallTime } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { OwnLeg, OwnLegContact, OwnLegText } from './own-leg.entity.ts';
import type { MissionState } from './mission-stage.ts';

/** Whose sheet it is, once it is agreed: said once more than the views say it. */
const isOwn = (leg: Row<OwnLeg>): Sql<boolean> => sql<boolean>`(${leg.stage} in ('AGREED', 'REPORTED', 'CLOSED') and exists (select from expert e where e.uuid = ${leg.expert} and e.person_id = ${acting.person}) and (${leg.isDemonstration} or not (select acts_invented())))`;
const seenOwn = (leg: Row<OwnLeg>, { circle }: RuleActor): Sql<boolean> => (circle === 'visitor' ? sql<boolean>`false` : isOwn(leg));

export const OwnLegReader = reader(OwnLeg, {
  rows: seenOwn,
  fields: (leg) => ({
    key: leg.uuid,
    country: one(CountryReader, (country) => sql`${country.code} = ${leg.country}`),
    city: one(CityReader, (city) => sql`${city.code} = ${leg.city}`),
    purpose: localized({ from: OwnLegText, text: 'purpose', of: (x: Row<OwnLegText>) => sql<boolean>`${x.leg} = ${leg.uuid}`, source: leg.sourceLocale, version: leg.sourceVersion }),
    // When the mission is reported on and closed is the adviser's: what was agreed stays so.
    state: sql<MissionState>`case when ${leg.stage} = 'AGREED' and (select (now() at time zone c.time_zone)::date from city c where c.code = ${leg.city}) between ${leg.startsOn} and ${leg.endsOn} then 'UNDER_WAY' else 'AGREED' end`,
    arrivesAt: wallTime(leg.arrivesAt), leavesAt: wallTime(leg.leavesAt),
  }),
});

/** Contacts are read with the leg alone. */
const OwnLegContactReader = reader(OwnLegContact, { rows: (_contact, { circle }) => (circle === 'visitor' ? sql<boolean>`false` : undefined) });

edge(OwnLegReader, 'contacts', { description: 'Whom to turn to there, by name.', list: OwnLegContactReader, on: (contact, leg) => sql`${contact.leg} = ${leg.uuid}`, order: (contact) => [contact.name, contact.uuid] });

query('ownLegs', { description: 'The legs of missions on which you come as an expert with an account, once they are agreed, the last first; none for whoever is none.', list: OwnLegReader, order: (leg) => [sql`${leg.startsOn} desc`, leg.uuid] });
