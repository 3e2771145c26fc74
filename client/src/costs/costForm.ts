import type { Locale } from '@passerelle/shared/locales.ts';
import { isWallTime } from '@passerelle/shared/wallTime.ts';

import { comparing } from '../core/editing/index.ts';
import { format } from '../core/i18n/index.ts';
import { centsOf, typedAmount } from './money.ts';
import { CURRENCY } from './rateForm.ts';
import type { Costs, CostFault, CostInput, Journey, Line, TravelInput } from './useCosts.ts';

/** What can be typed as a line: an allowance is computed. */
export const KINDS = ['FARE', 'INTERPRETER', 'OTHER'] as const;
export const MODES = ['FLIGHT', 'TRAIN', 'COACH', 'ROAD'] as const;

/** A line as it is typed: keys of what it is about are empty for nothing. */
export interface TypedCost {
  kind: Line['kind'];
  label: string;
  labelLocale: Locale;
  amount: string;
  currency: string;
  onDay: string;
  leg: string;
  member: string;
  travel: string;
}

const COST_FIELDS = ['kind', 'label', 'labelLocale', 'amount', 'currency', 'onDay', 'leg', 'member', 'travel'] as const satisfies readonly (keyof TypedCost)[];
export type CostFieldName = (typeof COST_FIELDS)[number];
export const costComparing = comparing<TypedCost, CostFieldName>(COST_FIELDS);

/** A line of which nothing is said yet, with the exchange of the first day of the mission. */
export const emptyCost = ({ startsOn }: Pick<Costs, 'startsOn'>, locale: Locale): TypedCost => ({ kind: 'FARE', label: '', labelLocale: locale, amount: '', currency: 'EUR', onDay: startsOn, leg: '', member: '', travel: '' });

/** A line that is stored, as if it were typed. */
export const typedCost = (line: Line, locale: Locale): TypedCost => ({
  kind: line.kind, label: line.label ?? '', labelLocale: (line.labelLocale as Locale | null) ?? locale, amount: typedAmount(format.value, line.unitCents), currency: line.currency ?? 'EUR', onDay: line.onDay ?? '',
  leg: line.legKey ?? '', member: line.memberKey ?? '', travel: line.travelKey ?? '',
});

/** What is sent of what is typed. */
export const costInput = ({ amount, currency, leg, member, travel, ...typed }: TypedCost): CostInput => ({ ...typed, unitCents: centsOf(amount)!, currency: currency.trim().toUpperCase(), leg: leg || null, member: member || null, travel: travel || null });

const wrong = (field: CostFault['field'], fault: CostFault['fault']): CostFault => ({ field, fault, maximum: null });

/** What is wrong with what is typed, as far as the page can know. */
export const costFaults = ({ amount, currency, onDay }: TypedCost): CostFault[] => [
  ...(centsOf(amount) === undefined ? [wrong('AMOUNT', 'UNREADABLE')] : []), ...(CURRENCY.test(currency.trim()) ? [] : [wrong('CURRENCY', 'UNREADABLE')]), ...(onDay === '' ? [wrong('DAY', 'MISSING')] : []),
];

/** A journey as it is typed; keys of who travels. */
export interface TypedTravel {
  mode: Journey['mode'];
  fromCity: string;
  toCity: string;
  departsAt: string;
  arrivesAt: string;
  carrier: string;
  travellers: string[];
}

const TRAVEL_FIELDS = ['mode', 'fromCity', 'toCity', 'departsAt', 'arrivesAt', 'carrier', 'travellers'] as const satisfies readonly (keyof TypedTravel)[];
export type TravelFieldName = (typeof TRAVEL_FIELDS)[number];
export const travelComparing = comparing<TypedTravel, TravelFieldName>(TRAVEL_FIELDS);

/** A journey of which nothing is said yet: from where the one before ends. */
export function emptyTravel({ startsOn, journeys, legs }: Pick<Costs, 'startsOn' | 'journeys' | 'legs'>): TypedTravel {
  const last = journeys.at(-1);
  const at = last?.arrivesAt ?? `${startsOn}T08:00`;
  const next = legs.find(({ city }) => journeys.every(({ toCity }) => toCity.code !== city.code));
  return { mode: 'FLIGHT', fromCity: last?.toCity.code ?? 'paris', toCity: next?.city.code ?? '', departsAt: at, arrivesAt: at, carrier: '', travellers: [...(last?.travellers ?? [])] };
}

/** A journey that is stored, as if it were typed. */
export const typedTravel = ({ mode, fromCity, toCity, departsAt, arrivesAt, carrier, travellers }: Journey): TypedTravel => ({ mode, fromCity: fromCity.code, toCity: toCity.code, departsAt, arrivesAt, carrier: carrier ?? '', travellers: [...travellers].sort() });

/** What is sent of what is typed. */
export const travelInput = (typed: TypedTravel): TravelInput => typed;

/** What is wrong with what is typed, as far as the page can know. */
export const travelFaults = ({ fromCity, toCity, departsAt, arrivesAt }: TypedTravel): CostFault[] => [
  ...(fromCity === '' || toCity === '' ? [wrong('CITIES', 'MISSING')] : fromCity === toCity ? [wrong('CITIES', 'REPEATED')] : []),
  ...(isWallTime(departsAt) ? [] : [wrong('DEPARTS', 'MISSING')]), ...(isWallTime(arrivesAt) ? [] : [wrong('ARRIVES', 'MISSING')]),
];
