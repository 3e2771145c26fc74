/** The codes of searches for plans, and of what is said of plans. */
import type { Lacking } from '@passerelle/shared/travelLink.ts';
import type { Block, CostKind, Measure, Pin, Ref } from '@passerelle/shared/planning.ts';
import { registerEnumType } from 'type-graphql';
import type { Sentence } from '../planner/explain/index.ts';
import { names } from '../core/names.ts';

const meant = (name: string, description: string, of: object, meanings: Readonly<Record<string, string>>): void =>
  registerEnumType(of, { name, description, valuesConfig: Object.fromEntries(Object.entries(meanings).map(([key, said]) => [key, { description: said }])) });

export const PlanSearchState = names('QUEUED', 'RUNNING', 'DONE', 'STOPPED', 'FAILED');
export type PlanSearchState = keyof typeof PlanSearchState;
meant('PlanSearchState', 'Where a search for a plan stands.', PlanSearchState, {
  QUEUED: 'It waits for its turn.', RUNNING: 'A plan is searched for, or what is to be said of it.', DONE: 'It is over by itself.', STOPPED: 'It was ended: the best plan so far stays.', FAILED: 'It could not go on: the best plan so far, where there is one, stays.',
});

export const PlanSearchReason = names('ASKED', 'TIME', 'MEMORY', 'TOO_LARGE', 'BROKEN');
export type PlanSearchReason = keyof typeof PlanSearchReason;
meant('PlanSearchReason', 'Why a search for a plan was ended, or could not go on.', PlanSearchReason, {
  ASKED: 'Somebody has stopped it.', TIME: 'It took longer than a search may.', MEMORY: 'It took more memory than a search may.', TOO_LARGE: 'The mission has more meetings than can be planned.', BROKEN: 'The program that searches ended by itself, again and again.',
});

export const PlanSearchOutcome = names('DONE', 'INVALID', 'NOT_THERE', 'CONFLICT', 'TOO_MANY', 'TOO_LATE', 'OUTDATED', 'GONE');
export type PlanSearchOutcome = keyof typeof PlanSearchOutcome;
meant('PlanSearchOutcome', 'What came of asking for a plan, of stopping a search, or of taking a plan over.', PlanSearchOutcome, {
  DONE: 'It is so, or was so already.', INVALID: 'What was chosen is not possible: an amount below nothing, or more than a mission may cost; a goal twice, or with no points; something fixed that does not say of what.', NOT_THERE: 'Something that is fixed is about a meeting or somebody who is not there any more.', CONFLICT: 'Under this key something else was asked, or somebody has changed the mission since it was read.', TOO_MANY: 'So many searches of this mission wait or run already.',
  TOO_LATE: 'The mission, or the search, stands where this is not done any more, or not yet.', OUTDATED: 'What was planned with is not so any more: search again.', GONE: 'There is none, or none for you.',
});

type Taken = Extract<Block['cause'], 'PERHAPS' | 'NOT_ASKED' | 'NOT_CLEARED'>;
export const PlanTaken = { PERHAPS: 'PERHAPS', NOT_ASKED: 'NOT_ASKED', NOT_CLEARED: 'NOT_CLEARED' } as const satisfies { readonly [T in Taken]: T };
export type PlanTaken = Taken;
meant('PlanTaken', 'Who counts as free although nobody knows it.', PlanTaken, { PERHAPS: 'Who has said perhaps, or is engaged by what is not agreed yet.', NOT_ASKED: 'Who was not asked about the day.', NOT_CLEARED: 'Who has no clearance for the day.' });

export const PlanBlockCause = { ENGAGED: 'ENGAGED', ANSWERED_NO: 'ANSWERED_NO', PERHAPS: 'PERHAPS', NOT_ASKED: 'NOT_ASKED', NOT_CLEARED: 'NOT_CLEARED', ABSENT: 'ABSENT' } as const satisfies { readonly [C in Block['cause']]: C };
export type PlanBlockCause = Block['cause'];
meant('PlanBlockCause', 'Why somebody cannot; of what engages them nothing is said.', PlanBlockCause, { ENGAGED: 'They are engaged.', ANSWERED_NO: 'They have said no.', PERHAPS: 'They have said perhaps, or are engaged by what is not agreed yet.', NOT_ASKED: 'They were not asked.', NOT_CLEARED: 'They have no clearance.', ABSENT: 'They are away.' });

export const PlanCostKind = { FARE: 'FARE', ALLOWANCE: 'ALLOWANCE', INTERPRETER: 'INTERPRETER', OTHER: 'OTHER' } as const satisfies { readonly [K in CostKind]: K };
export type PlanCostKind = CostKind;
meant('PlanCostKind', 'For what a plan costs something.', PlanCostKind, { FARE: 'Journeys.', ALLOWANCE: 'Nights and meals.', INTERPRETER: 'Interpretation.', OTHER: 'All else.' });

export const PlanMeasure = {
  PROFIT: 'PROFIT', COST_CENTS: 'COST_CENTS', TRAVEL_MINUTES: 'TRAVEL_MINUTES', NIGHTS: 'NIGHTS', PERSON_DAYS: 'PERSON_DAYS', KEPT: 'KEPT', COUNTRIES_SERVED: 'COUNTRIES_SERVED', BALANCE: 'BALANCE', NGO_COUNTRIES: 'NGO_COUNTRIES', SHARED_NEEDS: 'SHARED_NEEDS', SHORT_SLACK: 'SHORT_SLACK', FRESH: 'FRESH', GROUPS: 'GROUPS',
} as const satisfies { readonly [M in Measure]: M };
export type PlanMeasure = Measure;
meant('PlanMeasure', 'What is measured of a plan.', PlanMeasure, {
  PROFIT: 'What its meetings are worth together.', COST_CENTS: 'What it costs, in cents of euros.', TRAVEL_MINUTES: 'How many minutes all persons together travel.', NIGHTS: 'How many nights all persons together are away.', PERSON_DAYS: 'How many days all persons together are away.', KEPT: 'What stays as in the former plan.',
  COUNTRIES_SERVED: 'In how many countries there is a meeting.', BALANCE: 'Meetings with authorities and with organisations, of each country the fewer.', NGO_COUNTRIES: 'In how many countries there is a meeting with victims’ assistance.', SHARED_NEEDS: 'In how many countries a need that they share is answered.',
  SHORT_SLACK: 'How many minutes are missing before flights.', FRESH: 'How many were last on a mission long ago, as far as that is known.', GROUPS: 'How many there are of the group of whom there are fewest.',
});

export const PlanLacking = { VALID_FROM: 'VALID_FROM', MINUTES: 'MINUTES', FARE: 'FARE', WEEKDAYS: 'WEEKDAYS', HOURS: 'HOURS', COUNTRIES: 'COUNTRIES' } as const satisfies { readonly [L in Lacking]: L };
export type PlanLacking = Lacking;
meant('PlanLacking', 'What is not known of a link, so that nothing is planned with it.', PlanLacking, { VALID_FROM: 'Since when it runs.', MINUTES: 'How long it takes.', FARE: 'What it costs.', WEEKDAYS: 'On which days it runs.', HOURS: 'At which hours it leaves.', COUNTRIES: 'In which countries a passport is shown.' });

export const PlanRefKind = {
  MEETING: 'MEETING', WINDOW: 'WINDOW', PERSON: 'PERSON', BLOCK: 'BLOCK', NEED: 'NEED', TRAVEL: 'TRAVEL', RULE: 'RULE', DAY_OFF: 'DAY_OFF', LIMIT: 'LIMIT', BOUND: 'BOUND', PIN: 'PIN', PRECEDENCE: 'PRECEDENCE', PERIOD: 'PERIOD', COUNTRY: 'COUNTRY', HOURS: 'HOURS', PLACE: 'PLACE', PARTY: 'PARTY', INTERPRETER: 'INTERPRETER',
} as const satisfies { readonly [K in Ref['kind']]: K };
export type PlanRefKind = Ref['kind'];
meant('PlanRefKind', 'What something in a sentence about a plan is.', PlanRefKind, {
  MEETING: 'A meeting: `meetingKey`.', WINDOW: 'An hour at which a meeting may be: `meetingKey`, `from`, `until`.', PERSON: 'Somebody: `personKey`.', BLOCK: 'When somebody cannot: `personKey`, `cause`, `from`, `until`.',
  NEED: 'Whom, or which language, the team or a meeting needs: `role` or `languages`, `meetingKey` where it is of one.', TRAVEL: 'A link: `linkCode`, `fromCity`, `toCity`, `mode`.', RULE: 'A rule of a border (`fromCountry`, `toCountry`), of work, an allowance or its rate (`countryCode`), or what is said of a meeting (`meetingKey`) or of somebody (`personKey`): `rule` says which.',
  DAY_OFF: 'A holiday: `countryCode`, `day`.', LIMIT: 'What it may cost: `amount`, of one kind where `costKind` says so.', BOUND: 'How much of something there is at most: `bound`.', PIN: 'What is fixed: `pin`, with `meetingKey` and `personKey`.', PRECEDENCE: 'Which meeting is before which: `meetingKey`, `otherMeetingKey`.', PERIOD: 'When the mission begins or ends: `bound`.',
  COUNTRY: 'A country: `countryCode`.', HOURS: 'The hours in which a country works: `countryCode`, `hours`.', PLACE: 'A city: `fromCity`.', PARTY: 'A group that travels together.', INTERPRETER: 'Somebody who interprets: `languages`; `amount` is what that costs.',
});

export const PlanPin = { IN: 'IN', OUT: 'OUT', AT: 'AT', ATTENDS: 'ATTENDS', ABSENT: 'ABSENT', GOES: 'GOES', STAYS: 'STAYS', TRAVELS: 'TRAVELS', ORDER: 'ORDER' } as const satisfies { readonly [P in Pin['pin']]: P };
export type PlanPin = Pin['pin'];
meant('PlanPin', 'What is fixed.', PlanPin, { IN: 'The meeting is in.', OUT: 'It is not.', AT: 'It is at this hour.', ATTENDS: 'Somebody is at it.', ABSENT: 'Somebody is not.', GOES: 'Somebody goes.', STAYS: 'Somebody stays.', TRAVELS: 'Somebody makes this journey.', ORDER: 'Cities are visited in this order.' });

export const PlanRule = names('BORDER', 'WORK', 'ALLOWANCE', 'RATE', 'MANDATORY', 'ONLY_ADVISER', 'SUBSTITUTE');
export type PlanRule = keyof typeof PlanRule;
meant('PlanRule', 'Which rule it is.', PlanRule, { BORDER: 'Of a border.', WORK: 'Of work and rest.', ALLOWANCE: 'By which nights and meals count.', RATE: 'What a day in a country gives.', MANDATORY: 'That a meeting is to take place.', ONLY_ADVISER: 'That a meeting is for the adviser and the adviser’s team alone.', SUBSTITUTE: 'That somebody goes in the place of another alone.' });

export const PlanBoundName = names('NIGHTS', 'PARTIES', 'COUNTRIES', 'TEAM', 'FIRST_DAY', 'LAST_DAY');
export type PlanBoundName = keyof typeof PlanBoundName;
meant('PlanBound', 'Of what there is so much at most.', PlanBoundName, { NIGHTS: 'Nights away.', PARTIES: 'Groups that travel apart.', COUNTRIES: 'Countries with a meeting.', TEAM: 'People who go.', FIRST_DAY: 'The mission begins on its first day.', LAST_DAY: 'It ends with its last day.' });

export const PlanAlternativeKind = names('CHEAPEST', 'SHORTEST', 'WIDEST');
export type PlanAlternativeKind = keyof typeof PlanAlternativeKind;
meant('PlanAlternativeKind', 'In what another plan is the best, of those whose meetings are worth three quarters of the best plan’s.', PlanAlternativeKind, { CHEAPEST: 'It costs least.', SHORTEST: 'It has the fewest nights away.', WIDEST: 'It leads to most countries.' });

export const PlanTakenAs = names('BEST', 'CHEAPEST', 'SHORTEST', 'WIDEST');
export type PlanTakenAs = keyof typeof PlanTakenAs;
meant('PlanTakenAs', 'Which plan of a search was taken over.', PlanTakenAs, { BEST: 'The best.', CHEAPEST: 'The cheapest.', SHORTEST: 'The one with the fewest nights away.', WIDEST: 'The one that leads to most countries.' });

type Coded<C extends string> = C extends `${infer A}.${infer B}` ? `${A}_${B}` : C;
export type PlanSentenceCode = Coded<Sentence['code']>;
const SENTENCES: Readonly<Record<PlanSentenceCode, string>> = {
  LEFT_OUT_NO_COMMON_DAY: 'A meeting is out: there is no day on which all whom it needs can.', LEFT_OUT_DAY_OFF: 'It is out: the day is a holiday there, or nobody works.', LEFT_OUT_ENVELOPE: 'It is out: it would cost more than may be spent.', LEFT_OUT_BOUND: 'It is out: there would be more nights, people, groups or countries than may be, or the mission would be longer.',
  LEFT_OUT_NO_LINK: 'It is out: no way leads there in time.', LEFT_OUT_BORDER: 'It is out: a border could not be crossed.', LEFT_OUT_WORK: 'It is out: somebody would work too long, or rest too little.', LEFT_OUT_NOBODY_FOR_NEED: 'It is out: nobody who is free is, or speaks, what it needs.',
  LEFT_OUT_RATE_UNKNOWN: 'It is out: what a day there gives is not known.', LEFT_OUT_ORDER: 'It is out: of the order in which meetings are.', LEFT_OUT_PINNED: 'It is out: of what is fixed.', LEFT_OUT_DISPLACED: 'It is out: others that are worth more together would fall out.', LEFT_OUT_AS_MUCH: 'It is out: with it others would fall out, and the plan would be worth as much by the first goal, and less by a later one: `amount` is by how much, of `measure`.',
  LEFT_OUT_LESS_WORTH: 'It is out: with it the plan would be worth less: `amount` is by how much, of `measure`, where one thing is measured.', LEFT_OUT_AS_GOOD: 'It is out: a plan with it is as good.', LEFT_OUT_BETTER: 'It is out: a plan with it is better, and was found while the reason was looked for.', LEFT_OUT_UNPROVED: 'It is out: nothing was found out of why within the work that was allowed.',
  CHANGE_RAISE_LIMIT: 'So many cents more (`amount`).', CHANGE_RAISE_NIGHTS: 'So many nights more (`amount`).', CHANGE_MORE_PARTIES: 'So many groups more (`amount`).', CHANGE_MORE_COUNTRIES: 'So many countries more (`amount`).', CHANGE_LARGER_TEAM: 'So many people more (`amount`).', CHANGE_EXTEND_PERIOD: 'The mission is so many minutes longer (`amount`).',
  CHANGE_ADD_WINDOW: 'The meeting may be on another day (`day`), or from then until then.', CHANGE_FREE_PERSON: 'Somebody is free from then until then.', CHANGE_MORE_DAYS_AWAY: 'Somebody may be away so many days more (`amount`).', CHANGE_ADMIT_PERSON: 'Somebody who takes another’s place goes.', CHANGE_OFFER_SERVICE: 'A link is taken that nobody takes otherwise.', CHANGE_ALLOW_INTERPRETER: 'Somebody interprets.',
  CHANGE_LOWER_NEED: 'So many fewer are needed (`amount`).', CHANGE_DROP_PIN: 'Something is not fixed any more.', CHANGE_MAKE_OPTIONAL: 'Another meeting need not be.', CHANGE_EXCUSE_DAY_OFF: 'It is on a day off all the same (`day`).', CHANGE_ADD_PIN: 'Something is fixed.',
  WITNESS_CHEAPEST: 'What follows is the cheapest change that brings it in, and no less of it does; `amount` is its price in points.', WITNESS_AMOUNT_OPEN: 'What follows is the cheapest change that brings it in; whether less of it does is not proved.', WITNESS_FOUND: 'What follows brings it in; whether anything cheaper does is not proved.', WITNESS_NOTHING_NEEDED: 'It can be in as things are.', WITNESS_NONE: 'Nothing that can be offered brings it in.', WITNESS_UNPROVED: 'Whether anything brings it in was not found out.',
  EXCHANGE: 'It can be in at the price of the meetings that follow.', CONFLICT_MINIMAL: 'These cannot be had together, and each of them is needed for that.', CONFLICT_FOUND: 'These cannot be had together.', CONFLICT_EACH: 'There are several of these before: one of each has to go.', CONFLICT_OPEN: 'That there is a plan without all of these is not proved.',
  LEG_REFUSED: 'The other order of two cities is not possible with what is named.', LEG_WORSE: 'The other order is worse: `amount` is by how much, of `measure`; neither is there where goals are weighed, or where it is only proved that none is as good.', LEG_EQUAL: 'The other order is as good.', LEG_UNPROVED: 'Whether the other order is as good was not found out.',
};
export const PlanSentenceCode = Object.fromEntries(Object.keys(SENTENCES).map((code) => [code, code])) as { readonly [C in PlanSentenceCode]: C };
meant('PlanSentenceCode', 'What a sentence about a plan says; `about` is what it is about, in the order in which it is said.', PlanSentenceCode, SENTENCES);
