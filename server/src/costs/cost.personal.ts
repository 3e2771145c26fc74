/** What the journeys and costs of missions say of persons: who travels when, and what somebody's stay gives. */
import { Person } from '../accounts/index.ts';
import { kept, noPersons, personalData, proposed, unlinked, until } from '../core/personal/index.ts';
import { ExpertSheet } from '../experts/index.ts';
import { MissionBudget } from './mission-budget.entity.ts';
import { MissionCost } from './mission-cost.entity.ts';
import { MissionTravel, MissionTraveller } from './mission-travel.entity.ts';
import { OwnJourney } from './own-journey.entity.ts';

const COSTS = {
  of: ['EXPERT', 'MEMBER'], category: 'ACTIVITY', purpose: 'RUN_MISSIONS', basis: proposed('PUBLIC_TASK'), retention: proposed([kept('P3Y', 'LAST_MISSION'), until('ACCOUNT_CLOSED')]), recipients: ['SELF', 'ADVISER'], source: 'ADVISER',
  forgotten: { LAST_MISSION: { with: ExpertSheet }, ACCOUNT_CLOSED: { with: Person } },
} as const;
const IDENTIFIER = { category: 'IDENTIFIER' } as const;

personalData(MissionTraveller, {
  ...COSTS,
  about: { through: 'expert', own: ['person'] },
  columns: { expert: IDENTIFIER, person: IDENTIFIER },
  none: ['travel', 'member'],
});

// Of whom is erased the amount stays, and nothing that leads to them.
personalData(MissionCost, {
  ...COSTS,
  about: { through: 'expert', own: ['person'] },
  columns: { expert: IDENTIFIER, person: IDENTIFIER, label: {}, since: {}, nights: {}, lunches: {}, dinners: {}, basis: {}, plannedCents: {}, actualCents: {} },
  none: ['uuid', 'mission', 'kind', 'isComputed', 'isOfPlan', 'leg', 'member', 'travel', 'labelLocale', 'onDay', 'unitCents', 'currency', 'version'],
});

// A view: what an expert reads of their own.
personalData(OwnJourney, {
  ...COSTS,
  recipients: ['SELF'],
  about: unlinked('VIEW'),
  columns: { expert: IDENTIFIER, departsAt: {}, arrivesAt: {} },
  none: ['uuid', 'mode', 'fromCity', 'toCity', 'carrier', 'isDemonstration'],
});

noPersons('EVENTS', [MissionTravel, MissionBudget]);
