/** The schema: the features' types, with everything that is read attached to its reader. */
import type { GraphQLSchema } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { buildSchema } from 'type-graphql';
import { DataRegisterResolver } from './core/personal/index.ts';
import { ProofChallengeResolver } from './core/proof-of-work/index.ts';
import { attachReaders, declaredResolvers } from './core/reader/index.ts';
import { ServiceResolver } from './core/service/index.ts';
import { AccountsResolver } from './accounts/index.ts';
import { AgentsResolver } from './agents/index.ts';
import { AttendanceLiveResolver, AttendanceResolver, NameChoiceResolver } from './attendance/index.ts';
import './audit/index.ts';
import { AskExpertsResolver, AvailabilityAnswersResolver, AvailabilityCallsResolver } from './availability/index.ts';
import { CalendarsResolver } from './calendars/index.ts';
import { ClearancesResolver } from './clearances/index.ts';
import './cities/index.ts';
import { CommonNeedsResolver, CommonNeedSuggestionsResolver } from './common-needs/index.ts';
import { OpinionsResolver } from './consultations/index.ts';
import './countries/index.ts';
import { EvaluationsResolver } from './evaluations/index.ts';
import { DocumentsResolver } from './documents/index.ts';
import { EnterExpertsResolver, ExpertSheetsResolver, SheetProposalsResolver } from './experts/index.ts';
import './expert-search/index.ts';
import { FiguresResolver } from './figures/index.ts';
import './glossary/index.ts';
import './instruments/index.ts';
import { SessionInvitationsResolver } from './invitations/index.ts';
import { JobsResolver } from './jobs/index.ts';
import { KeysResolver } from './keys/index.ts';
import { MailboxResolver } from './mail/index.ts';
import { AccessRequestsResolver, InvitationsResolver, MembersResolver, PublishingResolver } from './members/index.ts';
import { MeetingsResolver } from './meetings/index.ts';
import { AllowancesResolver } from './allowances/index.ts';
import { CooperationRequestsResolver } from './cooperation-requests/index.ts';
import { CostsResolver } from './costs/index.ts';
import { MissionsResolver, PrepareLegResolver, TeamResolver } from './missions/index.ts';
import { MonitoringResolver } from './monitoring/index.ts';
import { CoordinationResolver } from './coordination/index.ts';
import { ProvisionsResolver } from './provisions/index.ts';
import { MyDataResolver } from './my-data/index.ts';
import { NeedsResolver } from './needs/index.ts';
import './organisations/index.ts';
import { PapersResolver } from './papers/index.ts';
import { ExpertPhotosResolver, MissionPhotosResolver } from './photos/index.ts';
import { PlanSearchesResolver, PlanTakeOverResolver, TryPlanPinsResolver } from './plans/index.ts';
import { PracticesResolver } from './practices/index.ts';
import { ProgrammeResolver } from './programme/index.ts';
import { OwnSessionsResolver, ProjectsResolver } from './projects/index.ts';
import { QuestionsResolver } from './questions/index.ts';
import { RecommendationImportResolver } from './recommendation-import/index.ts';
import { RecommendationProgressResolver } from './recommendations/index.ts';
import './records/index.ts';
import { AnswerFilesResolver, DoublesResolver, LiveResolver, OneselfResolver, PlacesResolver, RegistrationsResolver } from './registrations/index.ts';
import { ReportsResolver } from './reports/index.ts';
import { HostAnswersResolver, SlotsResolver } from './slots/index.ts';
import { TrainingsResolver } from './trainings/index.ts';
import { TravelResolver } from './travel/index.ts';
import { UpkeepResolver } from './upkeep/index.ts';
import './vocabulary/index.ts';

let built: Promise<GraphQLSchema> | undefined;

/** The schema, which is built once, however many servers a process has. The tables must be known (`useMetadata`). Throws when a declaration does not fit. */
export async function createSchema(): Promise<GraphQLSchema> {
  built ??= build().catch((error: unknown) => {
    built = undefined;
    throw error;
  });
  return built;
}

async function build(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      ServiceResolver, AccountsResolver, AgentsResolver, AllowancesResolver, ProvisionsResolver, AnswerFilesResolver, AskExpertsResolver, AvailabilityAnswersResolver, AvailabilityCallsResolver, CalendarsResolver, ClearancesResolver, CommonNeedsResolver, CommonNeedSuggestionsResolver, CooperationRequestsResolver, CostsResolver, DataRegisterResolver, EvaluationsResolver, DocumentsResolver, DoublesResolver, EnterExpertsResolver, ExpertPhotosResolver, ExpertSheetsResolver, SheetProposalsResolver, FiguresResolver, HostAnswersResolver, JobsResolver, KeysResolver, AttendanceResolver, AttendanceLiveResolver, LiveResolver, MailboxResolver, MeetingsResolver, MissionPhotosResolver, MissionsResolver, TeamResolver, MonitoringResolver, CoordinationResolver, ProvisionsResolver, MyDataResolver, NameChoiceResolver, NeedsResolver, OneselfResolver, OpinionsResolver, PapersResolver, ProofChallengeResolver, AccessRequestsResolver, InvitationsResolver, MembersResolver, PublishingResolver, PlacesResolver, PlanSearchesResolver, PlanTakeOverResolver, TryPlanPinsResolver, PracticesResolver, PrepareLegResolver, RecommendationImportResolver, RecommendationProgressResolver, RegistrationsResolver, ReportsResolver, ProgrammeResolver, OwnSessionsResolver, ProjectsResolver, QuestionsResolver, SessionInvitationsResolver, SlotsResolver, TrainingsResolver, TravelResolver, UpkeepResolver, ...declaredResolvers(),
    ] as never,
    scalarsMap: [{ type: Date, scalar: GraphQLDateTimeISO }],
    // No class says anything for class-validator to hold it to: asking it would load it anew for each argument.
    validate: false,
    // What subscriptions tell comes from the database: nothing is published here.
    pubSub: { publish: () => undefined, subscribe: () => { throw new Error('There are no topics'); } },
  });
  for (const [root, description] of [[schema.getQueryType(), 'What can be read.'], [schema.getMutationType(), 'What can be done.'], [schema.getSubscriptionType(), 'What is told as it happens.']] as const) root!.description = description;
  return attachReaders(schema);
}
