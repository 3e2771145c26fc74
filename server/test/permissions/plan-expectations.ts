/** What the matrices ask of searches for plans: of mutations, who is not signed in is refused, and who plans no mission is told that there is none. */
import { ADVISERS } from './roles.ts';

const NOBODY = '00000000-0000-4000-8000-0000000000c2';

/** What is there: a mission, by its id, and a search that waits, by its id. */
export interface PlanWorld {
  readonly mission: string;
  readonly planSearch: string;
}

const ACTS = {
  searchPlan: ({ mission }) => `mission: "${mission}", key: "${NOBODY}"`,
  stopPlanSearch: ({ planSearch }) => `id: "${planSearch}"`,
} as const satisfies Record<string, (world: PlanWorld) => string>;

/** Of a search that waits nothing is taken over yet, nor asked what money would bring, or why something is left out: who may is told that. */
const LATER_ACTS = { askPlanCurve: ({ planSearch }) => `id: "${planSearch}"`, stopPlanCurve: ({ planSearch }) => `id: "${planSearch}"`, askPlanWhy: ({ planSearch }) => `id: "${planSearch}", meeting: "${NOBODY}"`, stopPlanWhy: ({ planSearch }) => `id: "${planSearch}"`, takeOverPlan: ({ planSearch }) => `id: "${planSearch}", shown: { missionVersion: 1, searchVersion: 1, seal: "" }` } as const satisfies Record<string, (world: PlanWorld) => string>;

/** Of a meeting that the mission does not have nothing is tried. */
const TRIED = { tryPlanPins: ({ planSearch }) => `id: "${planSearch}", pins: [{ pin: IN, meetingKey: "${NOBODY}" }], tried: [{ pin: IN, meetingKey: "${NOBODY}" }]` } as const satisfies Record<string, (world: PlanWorld) => string>;

const OTHERS = 'OTHERS';

export const PLAN_RIGHTS = [
  ...Object.entries(ACTS).map(([does, sent]) => ({ does, with: sent, told: { DONE: ADVISERS, GONE: OTHERS } as const })),
  ...Object.entries(LATER_ACTS).map(([does, sent]) => ({ does, with: sent, told: { TOO_LATE: ADVISERS, GONE: OTHERS } as const })),
  ...Object.entries(TRIED).map(([does, sent]) => ({ does, with: sent, told: { NOT_THERE: ADVISERS, GONE: OTHERS } as const })),
];

export const PLAN_MUTATIONS: Readonly<Record<string, { readonly expect: 'SIGNED_IN'; readonly args: string; readonly select: string }>> = Object.fromEntries(
  Object.entries({ ...ACTS, ...LATER_ACTS, ...TRIED }).map(([does, sent]) => [does, { expect: 'SIGNED_IN', args: sent({ mission: `Mission_${NOBODY}`, planSearch: `PlanSearch_${NOBODY}` }), select: 'outcome' }]));

export const PLAN_QUERIES: Readonly<Record<string, { readonly expect: 'ANYBODY'; readonly args: string; readonly select: string }>> = {
  planSearch: { expect: 'ANYBODY', args: `id: "PlanSearch_${NOBODY}"`, select: 'id' }, isPlanSearchOutdated: { expect: 'ANYBODY', args: `id: "PlanSearch_${NOBODY}"`, select: '' },
  planTakeOver: { expect: 'ANYBODY', args: `id: "PlanSearch_${NOBODY}"`, select: 'seal' },
};

/** The types of plans, which tell of people by keys alone, each with its fields. */
export const PLAN_PLAIN: Readonly<Record<string, string>> = {
  PlanAlternative: 'isProved kind legs plan value',
  PlanAssumptions: 'bufferMinutes candidates countryHours efforts envelopeCents homeAssumedFor homeCity hoursChangeIn interpreters links meetings openWorth people profit transferMinutes tzdata unusedLinks workRules workingHours',
  PlanAttendance: 'personKey roles',
  PlanCandidate: 'city considered countryCode fits invited isLanguageAsked isRoleAsked isThemeAsked meetingKey needs roles speaks themeCode urged worth',
  PlanChosenPin: 'meetingKey personKey pin startsAt',
  PlanCostLine: 'about at cents dinners kind lunches nights permille units',
  PlanCostSum: 'cents kind',
  PlanCosts: 'envelopeCents lines sums totalCents',
  PlanCountryHours: 'countryCode hours sources',
  PlanCurve: 'points reason state',
  PlanCurvePoint: 'costCents envelopeCents isProved meetings value',
  PlanEffort: 'base change perUnit unit',
  PlanFormer: 'as search',
  PlanFormerChanges: 'added attended count dropped moved',
  PlanGoal: 'measure points',
  PlanGoals: 'goals isWeighed',
  TriedPinsPayload: 'outcome refusedBy refusedInPlan',
  PlanInterpreter: 'cents countryCodes isAssumed languageCode people per source',
  PlanJourney: 'arrives departs fareCents fromCity linkCode mode personKeys seats source toCity',
  PlanKindLimit: 'cents kind',
  PlanLeftOut: 'changes exchange isMinimal isOpen isProved meetingKey why witness',
  PlanLeg: 'fromCity isMinimal toCity why',
  PlanLevel: 'bound goal isProved terms value',
  PlanMeeting: 'attends city ends interpreted isFixed meetingKey starts',
  PlanMoment: 'at local timeZone',
  PlanOpenWorth: 'considered invited need urged',
  PlanParty: 'id journeys personKeys',
  PlanPerson: 'expert isMember key name roles',
  PlanRef: 'amount bound cause costKind countryCode day from fromCity fromCountry hours id isChosen kind languages linkCode meetingKey mode otherMeetingKey personKey pin role rule source toCity toCountry until',
  PlanSearchAbilities: 'askCurve askWhy stop stopCurve stopWhy takeOver',
  PlanSearchPayload: 'gone outcome search',
  PlanSentence: 'about amount code day from measure until',
  PlanSettings: 'envelopeCents former goals interpreterCents isIdea isTeamKept kindLimits mostCountries pins seed taken',
  PlanSource: 'checkedOn isVerified text url validFrom validUntil',
  PlanTakeOver: 'faults lines missionVersion outcome seal searchVersion',
  PlanTakeOverFault: 'fault legKey meetingKey part personKey',
  PlanTakeOverLine: 'after becomes before legKey meetingKey part personKey',
  PlanTakeOverPayload: 'faults outcome search',
  PlanTakeOverState: 'carrier cents costKind currency dinners from fromCity isLodgingProvided kind lunches mode personKeys toCity until',
  PlanTerm: 'amount measure points unknown weight',
  PlanTraveller: 'days isStartAssumed journeys nights personKey roles startCity',
  PlanUnusedLink: 'lacking linkCode',
  PlanWhy: 'meetingKey reason state',
  PlanWorkRule: 'maxDutyMinutes maxProgrammeMinutes minRestMinutes source',
  PlanWorkingHours: 'from until weekday',
  ProposedPlan: 'balance costs countries formerChanges meetings nights parties travellers worth',
};
