/** Nothing leads to missions: a walk over the schema from what visitors read, and from a leg. */
import { buildSchema, extendSchema, getNamedType, type GraphQLSchema, isInterfaceType, isObjectType, isUnionType, parse, printSchema } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSchema } from '../../src/schema.ts';
import { testDatabase } from '../database.ts';

const database = testDatabase('empty');
let schema: GraphQLSchema;

beforeAll(async () => {
  expect(database()).toBeDefined();
  schema = buildSchema(printSchema(await createSchema()));
});

/** Types of missions, which none leads to but those that are the adviser's or the post's own to ask. */
const SECRET = ['Mission', 'MissionTranslation', 'MissionAbilities', 'MissionObjective', 'MissionObjectiveTranslation', 'MissionTeamRule', 'MissionMember', 'MissionStay', 'MissionBudget', 'MissionCost', 'MissionTravel', 'CostAbilities', 'CostBasis', 'MissionConnection', 'MissionEdge', 'MissionReport', 'MissionReportTranslation', 'ObjectiveResult', 'ObjectiveResultTranslation', 'Finding', 'FindingTranslation', 'PublicationDecision', 'MissionPhoto', 'MissionPhotoTranslation', 'PhotoDecision', 'PlanAlternative', 'PlanAssumptions', 'PlanAttendance', 'PlanCandidate', 'PlanChosenPin', 'PlanCostLine', 'PlanCostSum', 'PlanCosts', 'PlanCurve', 'PlanCurvePoint', 'PlanEffort', 'PlanFormer', 'PlanFormerChanges', 'PlanJourney', 'PlanLeftOut', 'PlanLeg', 'PlanLevel', 'PlanMeeting', 'PlanMoment', 'PlanOpenWorth', 'PlanParty', 'PlanPerson', 'PlanRef', 'PlanSearch', 'PlanSearchAbilities', 'PlanSentence', 'PlanSettings', 'PlanSource', 'PlanCountryHours', 'PlanInterpreter', 'PlanTakeOver', 'PlanTakeOverFault', 'PlanTakeOverLine', 'PlanTakeOverState', 'PlanTerm', 'PlanTraveller', 'PlanUnusedLink', 'PlanWhy', 'PlanWorkRule', 'PlanWorkingHours', 'ProposedPlan'];
/** What is published, which everybody reads and which leads to none of them. */
const PUBLISHED = ['MissionPublication', 'MissionPublicationConnection', 'MissionPublicationEdge', 'PublishedResult', 'PublishedFinding', 'PublishedPhoto'];
const LEG = ['LegPerson', 'MissionLeg', 'MissionLegTranslation', 'MissionLegAbilities', 'MissionLegConnection', 'MissionLegEdge', 'LegContact', 'Meeting', 'MeetingTranslation', 'MeetingWindow', 'MeetingNeed', 'MeetingLanguage', 'MeetingPrecedence', 'MeetingPerson', 'SlotOffer', 'OfferedSlot', 'Consultation', 'ConsultationAbilities', 'Opinion', 'UnservedService', 'MissionPaper', 'PaperChange'];
/** The doors: queries of their own, whose rows are hidden, what mutations answer, what works on a need (`needs/works-on.test.ts`), what bears on a recommendation and is to be followed up (`reports/follow-findings.test.ts`), what serves a project (`missions/objective-projects.test.ts`), what came of a cooperation request (`cooperation-requests/results.test.ts`), about which mission a file was taken out of the site (`exports/plan.test.ts`), and for what a clearance was given (`clearances/for-a-mission.test.ts`). */
const DOORS = ['Query.mission', 'Query.missions', 'Query.missionLeg', 'Query.missionLegs', 'MissionPayload.mission', 'MissionLegPayload.leg', 'MeetingPayload.leg', 'SlotsPayload.leg', 'OpinionPayload.consultation', 'MissionCostPayload.mission', 'PlanSearchPayload.search', 'PlanSearchPayload.gone', 'PlanTakeOverPayload.search', 'PlanTakeOverPayload.faults', 'TriedPinsPayload.refusedBy', 'TriedPinsPayload.refusedInPlan', 'AuditEntry.mission', 'Query.planSearch', 'Query.planTakeOver', 'PaperPayload.paper', 'Query.ownPapers', 'Need.missions', 'Need.missionLegs', 'Need.findings', 'Recommendation.findings', 'Query.dueFindings', 'Clearance.mission', 'CooperationRequest.mission', 'CooperationRequest.missionLegs', 'Recommendation.missions', 'Project.missions'];

/** Every path from some types to others, as `Type.field … Type`; interfaces lead to none of those that implement them, as `node` asks the rules of each. */
function paths(of: GraphQLSchema, from: readonly string[], to: readonly string[]): string[] {
  const found: string[] = [];
  const seen = new Set(from);
  const queue = from.map((name) => [name, name] as const);
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [name, path] = next;
    const type = of.getType(name);
    if (isUnionType(type)) for (const { name: member } of type.getTypes()) found.push(...(to.includes(member) ? [`${path} ${member}`] : []));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (DOORS.includes(`${name}.${field.name}`)) continue;
      const target = getNamedType(field.type).name;
      if (to.includes(target)) found.push(`${path}.${field.name} ${target}`);
      if (!seen.has(target)) {
        seen.add(target);
        queue.push([target, `${path}.${field.name} ${target}`]);
      }
    }
  }
  return found;
}

describe('no path leads', () => {
  test('from any query, mutation or subscription to missions or legs, but by their own doors', () => {
    expect(paths(schema, ['Query', 'Mutation', 'Subscription'], [...SECRET, ...LEG])).toEqual([]);
  });

  test('from any other type to missions or legs', () => {
    const others = Object.values(schema.getTypeMap()).filter(isObjectType).map(({ name }) => name).filter((name) => ![...SECRET, ...LEG, 'MissionPayload', 'MissionLegPayload', 'MissionCostPayload', 'MeetingPayload', 'SlotsPayload', 'OpinionPayload', 'PaperPayload', 'PlanSearchPayload', 'PlanTakeOverPayload', 'TriedPinsPayload'].includes(name));
    expect(others.length).toBeGreaterThan(100);
    // From what is published of them, and from how somebody was found there, neither.
    expect(others).toEqual(expect.arrayContaining([...PUBLISHED, 'Appraisal']));
    expect(paths(schema, others, [...SECRET, ...LEG])).toEqual([]);
  });

  test('from a leg to its mission, or to other legs', () => {
    for (const type of ['MissionLeg', 'MissionLegPayload', 'MeetingPayload', 'SlotsPayload', 'LegContact', 'Meeting', 'SlotOffer', 'OfferedMeeting', 'Consultation', 'MissionPaper', 'PaperPayload']) expect(paths(schema, [type], [...SECRET, 'MissionLeg', 'MissionLegConnection'])).toEqual([]);
    // Nor from what an expert reads of their own leg, which no type but a query of its own leads to.
    for (const type of ['OwnLeg', 'OwnMeeting', 'OwnMeetingLanguage', 'OwnJourney', 'DoneMission']) expect(paths(schema, [type], [...SECRET, ...LEG])).toEqual([]);
    expect(paths(schema, ['Query', 'Mutation', 'Subscription'], ['OwnLeg', 'OwnMeeting', 'OwnMeetingLanguage', 'OwnJourney']).sort()).toEqual(['Query.ownJourneys OwnJourney', 'Query.ownLegs OwnLeg', 'Query.ownLegs OwnLeg.meetings OwnMeeting', 'Query.ownLegs OwnLeg.meetings OwnMeeting.languages OwnMeetingLanguage']);
    // Nor from who comes to what they are elsewhere.
    for (const type of ['LegPerson', 'MeetingPerson']) expect(paths(schema, [type], [...SECRET, 'MissionLeg', 'Expert', 'ExpertSheet', 'Person'])).toEqual([]);
  });

  test('the types are all of those that say Mission: a new one is secret too, or has its word here', () => {
    const known = [...SECRET, ...LEG, ...PUBLISHED, 'MissionPayload', 'MissionLegPayload', 'MissionCostPayload', 'MissionFault'];
    expect(Object.values(schema.getTypeMap()).filter(isObjectType).map(({ name }) => name).filter((name) => name.startsWith('Mission') && !known.includes(name))).toEqual([]);
  });
});

describe('the control', () => {
  test.each([
    ['Country', 'extend type Country { missionLegs: [MissionLeg!]! }'], ['Expert', 'extend type Expert { legs: MissionLegConnection! }'], ['City', 'extend type City { lastMission: Mission }'], ['Recommendation', 'extend type Recommendation { objectives: [MissionObjective!]! }'],
  ])('a field of %s that leads there is found', (_type, field) => {
    expect(paths(extendSchema(schema, parse(field)), ['Query'], [...SECRET, ...LEG])).not.toEqual([]);
  });

  test('a field of who comes that leads to the sheet, or to the team, is found', () => {
    expect(paths(extendSchema(schema, parse('extend type LegPerson { expert: Expert, member: MissionMember }')), ['LegPerson'], [...SECRET, 'Expert'])).toEqual(expect.arrayContaining(['LegPerson.expert Expert', 'LegPerson.member MissionMember']));
  });

  test('a field of a leg that leads to its mission or to others is found', () => {
    expect(paths(extendSchema(schema, parse('extend type MissionLeg { mission: Mission, siblings: [MissionLeg!]! }')), ['MissionLeg'], [...SECRET, 'MissionLeg'])).toEqual(expect.arrayContaining(['MissionLeg.mission Mission', 'MissionLeg.siblings MissionLeg']));
  });
});
