/** The part of the schema that the reference answers for somebody who is signed in. */
import { buildSchema, type GraphQLSchema, Kind, type NameNode, parse, print, printSchema } from 'graphql';

/** By type, the fields (of an enum, the values) that are left out, or (`only`) all that are left. */
const KEPT: Readonly<Record<string, { readonly only?: readonly string[]; readonly without?: readonly string[] }>> = {
  Query: {
    without: [
      'viewer', 'secondStep', 'accessRequests', 'auditEntries', 'dataRequests', 'myData', 'trainingFigures', 'trainingRecord', 'likelyDoubles', 'queuedJobs', 'recurrentJobs', 'demonstrationAccounts', 'mission', 'missions', 'isPlanSearchOutdated', 'monitoringCycles', 'planSearch', 'planTakeOver', 'missionPublication', 'missionPublications', 'missionLeg', 'missionLegs', 'cooperationRequest', 'cooperationRequests', 'commonNeed', 'commonNeedConcepts', 'commonNeedSuggestions', 'commonNeeds', 'needsApart', 'project', 'projects', 'projectSuggestions', 'withdrawnLeg', 'availabilityCall', 'availabilityCalls', 'availabilityRequests', 'dueFindings', 'ownLegs', 'ownJourneys', 'ownPapers', 'expertSearch', 'expertSearchCountries', 'sheetProposals', 'photoProposals',
    ],
  },
  TrainingSession: { without: ['attendance', 'attendees', 'belongsTo', 'cooperationRequests', 'documents', 'evaluation', 'invitations', 'placeCounts', 'projects', 'questions', 'quotas', 'untoldTrainers'] },
  Instrument: { without: ['provisions'] }, Country: { without: ['holidayChanges', 'monitoringCycles', 'provisions', 'struckHolidays', 'travelNote'] }, Holiday: { without: ['correction'] }, Hotline: { without: ['check'] },
  Recommendation: { without: ['can', 'findings', 'isOverdueDemonstration', 'missions', 'overdueSince', 'progress', 'projects', 'provisions'] }, RecommendationSort: { without: ['OVERDUE'] },
  CountryCoordination: { without: ['canChange'] },
  Need: { without: ['commonNeed', 'cooperationRequests', 'findings', 'missionLegs', 'missions', 'projects'] },
  Expert: { without: ['sheet', 'photo', 'missionsDone'] },
  NetworkMember: { without: ['sheet'] },
  Organisation: { without: ['office', 'people'] },
  Registration: {
    only: ['id', 'country', 'session', 'mode', 'state', 'registeredAt', 'waitsSince', 'offeredUntil', 'decidedAt', 'refusedReason', 'ending', 'endedAt', 'can', 'isDemonstration'],
  },
  RegistrationFilter: { without: ['awaitsYou'] },
};

/** The same for visitors, of whom the reference has a word for nearly all. Missions are tried by every path as every role (`permissions/missions.test.ts`). */
const KEPT_FOR_VISITORS: typeof KEPT = { Query: { without: ['mission', 'missions', 'isPlanSearchOutdated', 'monitoringCycles', 'planSearch', 'planTakeOver', 'missionPublication', 'missionPublications', 'missionLeg', 'missionLegs', 'cooperationRequest', 'cooperationRequests', 'commonNeed', 'commonNeedConcepts', 'commonNeedSuggestions', 'commonNeeds', 'needsApart', 'project', 'projects', 'projectSuggestions', 'withdrawnLeg', 'availabilityCall', 'availabilityCalls', 'availabilityRequests', 'dueFindings', 'ownLegs', 'ownJourneys', 'ownPapers', 'expertSearch', 'expertSearchCountries', 'sheetProposals', 'photoProposals'] }, Instrument: { without: ['provisions'] }, Country: { without: ['holidayChanges', 'monitoringCycles', 'provisions', 'struckHolidays', 'travelNote'] }, Holiday: { without: ['correction'] }, Hotline: { without: ['check'] }, Recommendation: { without: ['can', 'findings', 'isOverdueDemonstration', 'missions', 'overdueSince', 'progress', 'projects', 'provisions'] }, RecommendationSort: { without: ['OVERDUE'] }, Need: { without: ['commonNeed', 'cooperationRequests', 'findings', 'missionLegs', 'missions', 'projects'] }, Expert: { without: ['photo', 'missionsDone'] }, TrainingSession: { without: ['belongsTo', 'cooperationRequests', 'projects', 'questions'] } };

const isKept = (kept: typeof KEPT, type: string, field: string): boolean => {
  const rule = kept[type];
  return rule === undefined || (rule.only?.includes(field) ?? !rule.without!.includes(field));
};

/** What definitions consist of that are kept in part: fields, and the values of an enum. */
const PARTS: Readonly<Partial<Record<Kind, 'fields' | 'values'>>> = { [Kind.OBJECT_TYPE_DEFINITION]: 'fields', [Kind.INPUT_OBJECT_TYPE_DEFINITION]: 'fields', [Kind.ENUM_TYPE_DEFINITION]: 'values' };

/** The schema without the fields that only a service answers, or that the reference has no word for. Throws when it has no such field any more. */
export function seenSchema(schema: GraphQLSchema, isVisitor: boolean): GraphQLSchema {
  const kept = isVisitor ? KEPT_FOR_VISITORS : KEPT;
  const document = parse(printSchema(schema));
  const gone = new Set(Object.entries(kept).flatMap(([type, { only = [], without = [] }]) => [...only, ...without].map((field) => `${type}.${field}`)));
  const definitions = document.definitions.map((definition) => {
    const part = PARTS[definition.kind];
    if (part === undefined) return definition;
    const { name, [part]: parts = [] } = definition as unknown as { readonly name: NameNode } & Readonly<Record<string, readonly { readonly name: NameNode }[]>>;
    for (const one of parts) gone.delete(`${name.value}.${one.name.value}`);
    return { ...definition, [part]: parts.filter((one) => isKept(kept, name.value, one.name.value)) };
  });
  if (gone.size > 0) throw new Error(`The schema has no ${[...gone].join(', ')}`);
  return buildSchema(print({ ...document, definitions }));
}
