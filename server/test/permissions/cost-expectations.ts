/** What the matrices ask of costs, journeys and rates: of mutations, who is not signed in is refused, and who keeps no accounts of missions is told that there is none. */
import { ADVISERS } from './roles.ts';
import type { Right } from './rights.ts';

const NOBODY = '00000000-0000-4000-8000-0000000000c0';
const NONE = 'Mission_00000000-0000-0000-0000-000000000000';
const SOURCE = 'source: { source: "S", sourceUrl: "https://n.example", readOn: "2026-01-01" }';
const RATE = `input: { country: "RS", validFrom: "2097-01-01", centsPerDay: 100, currency: "EUR", ${SOURCE} }`;
const EXCHANGE = `input: { currency: "RSD", validFrom: "2097-01-01", micros: 8500, ${SOURCE} }`;
const RULE = `input: { validFrom: "2097-01-01", nightPermille: 600, nightFrom: "00:00", nightUntil: "05:00", isNightWhole: true, lunchPermille: 200, lunchFrom: "12:00", lunchUntil: "14:00", dinnerPermille: 200, dinnerFrom: "19:00", dinnerUntil: "21:00", ${SOURCE} }`;
const COST = 'input: { kind: OTHER, label: "L", labelLocale: "fr", unitCents: 100, currency: "EUR", onDay: "2098-11-01" }';
const TRAVEL = 'input: { mode: TRAIN, fromCity: "paris", toCity: "belgrade", departsAt: "2098-11-08T08:00", arrivesAt: "2098-11-08T20:00", carrier: "C", travellers: [] }';

/** What is there: a mission that is planned, a line of its costs, a journey, and a rate. */
export interface CostWorld {
  readonly mission: string;
  readonly missionCost: string;
  readonly missionTravel: string;
  readonly allowanceRate: string;
}

const ACTS = {
  saveMissionCost: ({ mission }) => `mission: "${mission}", key: "${NOBODY}", version: 0, ${COST}`,
  noteActualCost: ({ mission, missionCost }) => `mission: "${mission}", key: "${missionCost}", version: 1, actualCents: 1`,
  removeMissionCost: ({ mission, missionCost }) => `mission: "${mission}", key: "${missionCost}", version: 1`,
  saveMissionTravel: ({ mission }) => `mission: "${mission}", key: "${NOBODY}", version: 0, ${TRAVEL}`,
  removeMissionTravel: ({ mission, missionTravel }) => `mission: "${mission}", key: "${missionTravel}", version: 1`,
  saveAllowanceRate: () => `key: "${NOBODY}", version: 0, ${RATE}`,
  saveExchangeRate: () => `key: "${NOBODY}", version: 0, ${EXCHANGE}`,
  saveAllowanceRule: () => `code: "${NOBODY}", version: 0, ${RULE}`,
  removeAllowanceBasis: ({ allowanceRate }) => `kind: RATE, key: "${allowanceRate}", version: 1`,
} as const satisfies Record<string, (world: CostWorld) => string>;

/** By mutation, what is sent. */
const COST_ACTS: readonly (readonly [does: string, sent: (world: CostWorld) => string])[] = Object.entries(ACTS);

/** Costs and rates are known to nobody but those who keep accounts of missions. */
export const COST_RIGHTS: readonly Right[] = COST_ACTS.map(([does, sent]) => ({ does, with: sent, told: { DONE: ADVISERS, GONE: 'OTHERS' } }));

const ABSENT: CostWorld = { mission: NONE, missionCost: NOBODY, missionTravel: NOBODY, allowanceRate: NOBODY };

export const COST_MUTATIONS: Readonly<Record<string, { readonly expect: 'SIGNED_IN'; readonly args: string; readonly select: string }>> = Object.fromEntries(COST_ACTS.map(([does, sent]) => [does, { expect: 'SIGNED_IN', args: sent(ABSENT), select: 'outcome' }]));

export const COST_QUERIES: Readonly<Record<string, { readonly expect: 'ADVISER'; readonly select: string }>> = {
  allowanceRates: { expect: 'ADVISER', select: 'key' }, allowanceRules: { expect: 'ADVISER', select: 'code' }, exchangeRates: { expect: 'ADVISER', select: 'key' },
};
