/** Invented rates, fares, journeys and all else that the first invented mission costs. No invented rate counts for a real mission. */
import type { EntityManager } from '@mikro-orm/postgresql';

const SOURCE = 'Montant inventé pour la démonstration';
const RATES = [['BA', 11_000], ['RS', 13_000], ['XK', 12_000], ['AL', 10_000]] as const;

/** The legs of the mission that costs are shown of, in their order: Sarajevo, Belgrade, Pristina. */
const MISSION = '6f1c8b3e-52d7-4c0a-9e41-7ab0d2c95e10';

/** Each way by its mode, its cities and its hours, by which of its legs people are there for. */
const JOURNEYS = [
  ['FLIGHT', 'paris', 'sarajevo', '2027-11-08 05:30', '2027-11-08 08:30', 'XX 100 (inventé)', 0], ['ROAD', 'sarajevo', 'belgrade', '2027-11-10 03:00', '2027-11-10 08:30', null, 1], ['ROAD', 'belgrade', 'pristina', '2027-11-10 20:30', '2027-11-11 01:30', null, 2],
] as const;

const COSTS = [['FARE', 'Vols aller et retour de l’équipe (montant inventé)', 168_000, 'EUR'], ['INTERPRETER', 'Interprétation à Belgrade, un jour (montant inventé)', 4_700_000, 'RSD'], ['OTHER', 'Location d’une voiture (montant inventé)', 42_500, 'EUR']] as const;

/** Writes them; `em` is the owner's. Allowances follow by themselves. */
export async function fillCosts(em: EntityManager): Promise<void> {
  for (const [country, cents] of RATES) {
    await em.execute(`insert into allowance_rate (uuid, country_code, valid_from, cents_per_day, currency, source, is_verified, is_demonstration) values (gen_random_uuid(), ?, '2027-01-01', ?, 'EUR', ?, false, true)`, [country, cents, SOURCE]);
  }
  await em.execute(`insert into exchange_rate (uuid, currency, valid_from, micros, source, is_verified, is_demonstration) values (gen_random_uuid(), 'RSD', '2027-01-01', 8500, ?, false, true)`, [SOURCE]);
  for (const [mode, from, to, departs, arrives, carrier, leg] of JOURNEYS) {
    await em.execute(
      `with t as (insert into mission_travel (uuid, mission_uuid, mode, from_city_code, to_city_code, departs_at, arrives_at, carrier) values (gen_random_uuid(), ?, ?, ?, ?, ?::timestamp, ?::timestamp, ?) returning uuid, mission_uuid)
       insert into mission_traveller (travel_uuid, member_uuid) select t.uuid, s.member_uuid from t join mission_leg l on l.mission_uuid = t.mission_uuid and l.position = ? join mission_stay s on s.leg_uuid = l.uuid`,
      [MISSION, mode, from, to, departs, arrives, carrier, leg + 1]);
  }
  for (const [kind, label, cents, currency] of COSTS) {
    await em.execute(`insert into mission_cost (uuid, mission_uuid, kind, label, label_locale, unit_cents, currency, on_day) values (gen_random_uuid(), ?, ?, ?, 'fr', ?, ?, '2027-11-08')`, [MISSION, kind, label, cents, currency]);
  }
}
