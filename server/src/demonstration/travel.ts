/** Invented links between the cities that the invented missions lead to, and prices of interpreting there: none of them runs, nobody asks them. Rules of borders are those of the world. */
import type { EntityManager } from '@mikro-orm/postgresql';

const SOURCE = 'Liaison inventée pour la démonstration';

const EVERY_DAY = '1 2 3 4 5 6 7';
const WEEK = '1 2 3 4 5';

interface Way {
  readonly mode: 'FLIGHT' | 'TRAIN' | 'COACH' | 'ROAD';
  readonly between: readonly [from: string, to: string];
  readonly countries: string;
  readonly minutes: number;
  readonly cents: number;
  readonly seats?: number;
  readonly days?: string;
  /** The hours there, and back; by road at any minute of the day. */
  readonly leaves?: readonly [there: string, back: string];
  readonly isRest?: boolean;
}

const WAYS: readonly Way[] = [
  { mode: 'FLIGHT', between: ['paris', 'sarajevo'], countries: 'FR BA', minutes: 180, cents: 21_000, leaves: ['05:30 13:10', '09:20 17:00'] }, { mode: 'FLIGHT', between: ['paris', 'belgrade'], countries: 'FR RS', minutes: 165, cents: 19_500, leaves: ['06:40 17:20', '10:15 20:50'] },
  { mode: 'FLIGHT', between: ['sarajevo', 'belgrade'], countries: 'BA RS', minutes: 75, cents: 14_000, days: WEEK, leaves: ['18:30', '16:40'] }, { mode: 'ROAD', between: ['sarajevo', 'belgrade'], countries: 'BA RS', minutes: 330, cents: 18_000, seats: 4 },
  { mode: 'ROAD', between: ['belgrade', 'pristina'], countries: 'RS XK', minutes: 300, cents: 17_000, seats: 4 }, { mode: 'FLIGHT', between: ['paris', 'pristina'], countries: 'FR XK', minutes: 190, cents: 22_000, days: '1 5', leaves: ['07:10', '18:05'] },
  { mode: 'FLIGHT', between: ['vienna', 'sarajevo'], countries: 'AT BA', minutes: 80, cents: 16_000, leaves: ['12:45', '14:35'] }, { mode: 'FLIGHT', between: ['vienna', 'belgrade'], countries: 'AT RS', minutes: 80, cents: 15_500, leaves: ['07:20 19:10', '09:10 21:00'] },
  { mode: 'FLIGHT', between: ['vienna', 'pristina'], countries: 'AT XK', minutes: 100, cents: 17_500, leaves: ['10:05', '13:00'] }, { mode: 'FLIGHT', between: ['bucharest', 'sarajevo'], countries: 'RO BA', minutes: 110, cents: 16_500, days: '1 3 5', leaves: ['06:15', '19:25'] },
  { mode: 'FLIGHT', between: ['bucharest', 'belgrade'], countries: 'RO RS', minutes: 85, cents: 14_500, leaves: ['08:00', '21:15'] }, { mode: 'FLIGHT', between: ['paris', 'tirana'], countries: 'FR AL', minutes: 160, cents: 18_500, leaves: ['06:55', '18:20'] },
  { mode: 'FLIGHT', between: ['paris', 'sofia'], countries: 'FR BG', minutes: 180, cents: 19_000, leaves: ['05:30', '20:10'] }, { mode: 'FLIGHT', between: ['sofia', 'athens'], countries: 'BG GR', minutes: 80, cents: 13_000, leaves: ['20:30', '07:05'] },
  { mode: 'FLIGHT', between: ['paris', 'athens'], countries: 'FR GR', minutes: 200, cents: 20_500, leaves: ['09:15', '17:45'] }, { mode: 'TRAIN', between: ['chisinau', 'bucharest'], countries: 'MD RO', minutes: 800, cents: 6_500, leaves: ['17:00', '19:10'], isRest: true },
  { mode: 'COACH', between: ['skopje', 'pristina'], countries: 'MK XK', minutes: 150, cents: 1_200, leaves: ['08:00 12:00 16:00', '08:30 12:30 16:30'] },
];

/** Invented prices of interpreting, for half a day and one person: of Serbian none. */
const PRICES: readonly (readonly [language: string, country: string, cents: number])[] = [['sq', 'XK', 22_000], ['bs', 'BA', 24_000], ['el', 'GR', 31_000]];

const turned = (list: string): string => list.split(' ').reverse().join(' ');

/** One direction of a link, as it is stored. */
type Direction = readonly [from: string, to: string, countries: string, hours: string | undefined];

/** Writes each of them there and back, the prices, and when one country works; `em` is the owner's. */
export async function fillTravel(em: EntityManager): Promise<void> {
  for (const way of WAYS) {
    const { between: [one, other], countries, leaves } = way;
    await fillLink(em, way, [one, other, countries, leaves?.[0]]);
    await fillLink(em, way, [other, one, turned(countries), leaves?.[1]]);
  }
  for (const [language, country, cents] of PRICES) {
    await em.execute(
      `insert into interpretation_price (code, language_code, country_code, per, price_cents, people, valid_from, source, is_verified, is_demonstration) values (?, ?, ?, 'HALF_DAY', ?, 2, '2027-01-01', ?, false, true)`,
      [`invented-${language}-${country.toLowerCase()}`, language, country, cents, 'Tarif inventé pour la démonstration']);
  }
  await em.execute(
    `insert into country_hours (code, country_code, weekdays, from_hour, until_hour, valid_from, source, is_verified, is_demonstration) values ('invented-hours-cy', 'CY', '1 2 3 4 5', '08:00', '15:00', '2027-01-01', 'Horaires inventés pour la démonstration', false, true)`);
}

async function fillLink(em: EntityManager, { mode, minutes, cents, seats, days = EVERY_DAY, isRest = false }: Way, [from, to, countries, hours]: Direction): Promise<void> {
  const leaves = hours === undefined ? [null, '06:00', '20:00'] : [hours, null, null];
  await em.execute(
    `insert into travel_link (code, from_city_code, to_city_code, mode, minutes, fare_cents, seats, weekdays, departures, first_departure, last_departure, country_codes, is_rest, valid_from, source, is_verified, is_demonstration)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '2027-01-01', ?, false, true)`,
    [`invented-${from}-${to}-${mode.toLowerCase()}`, from, to, mode, minutes, cents, seats ?? null, days, ...leaves, countries, isRest, SOURCE]);
}
