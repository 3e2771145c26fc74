/** The entities, and how the ORM reaches their tables. */
import { defineConfig, type Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { DemonstrationAccount, LinkRequest, Member, Person, SignInAccount, SignInNetwork, SignInSession, SignInVerification } from './accounts/index.ts';
import { SignInAttempt } from './agents/index.ts';
import { Attendee, Certificate, Presence, SessionAttendance, VerifiedCertificate } from './attendance/index.ts';
import { AuditEntry } from './audit/index.ts';
import { CalendarLink } from './calendars/index.ts';
import { RateLimit } from './core/limits/index.ts';
import { connectionWith, PLANNED_ONCE, PreparingClient, takeBackWhatEnds } from './core/database/index.ts';
import { SpentProof } from './core/proof-of-work/index.ts';
import { JOBS_SCHEMA } from './core/jobs/index.ts';
import { City, CityTranslation } from './cities/index.ts';
import { Consultation, Opinion, UnservedService } from './consultations/index.ts';
import { CountryCoordination } from './coordination/index.ts';
import { Country, CountryFact, CountryLanguage, CountryNameNote, CountryNameNoteTranslation, CountryTranslation, Holiday, HolidayTranslation, Hotline, Membership, NameContextBody } from './countries/index.ts';
import { AvailabilityCall, AvailabilityCallTranslation, AvailabilityRequest } from './availability/index.ts';
import { Demonstration } from './demonstration/index.ts';
import { EvaluationInvitation, EvaluationResult, SessionEvaluation } from './evaluations/index.ts';
import { FileCheck } from './file-checks/index.ts';
import { SessionDocument, SessionDocumentFile, SessionDocumentTranslation } from './documents/index.ts';
import { Clearance, ClearanceFile, ClearanceFileContent } from './clearances/index.ts';
import { CommonNeed, CommonNeedMember, CommonNeedStep, CommonNeedTranslation, NeedsApart } from './common-needs/index.ts';
import { CooperationRequest, CooperationRequestAudience, CooperationRequestOpinion, CooperationRequestStep, CooperationRequestTranslation } from './cooperation-requests/index.ts';
import { CandidateCountry, ExpertCandidate } from './expert-search/index.ts';
import { Expert, ExpertContact, ExpertCountry, ExpertEngagement, ExpertLanguage, ExpertSheet, ExpertTheme, ExpertTranslation, SheetProposal } from './experts/index.ts';
import { Term, TermName } from './glossary/index.ts';
import { SessionInvitation } from './invitations/index.ts';
import { CountryInstrument, Instrument, InstrumentArticle, InstrumentArticleTranslation, InstrumentTranslation } from './instruments/index.ts';
import { Authenticator, Passkey, RecoveryCodes } from './keys/index.ts';
import { QueuedJob } from './jobs/index.ts';
import { Mail, UnreachableMail } from './mail/index.ts';
import { Meeting, MeetingLanguage, MeetingMember, MeetingNeed, MeetingPerson, MeetingPrecedence, MeetingRecommendation, MeetingTranslation, MeetingWindow, OwnMeeting, OwnMeetingLanguage, OwnMeetingText } from './meetings/index.ts';
import { AccessRequest, ContactPerson, Invitation, NetworkMember, OrganisationOffice } from './members/index.ts';
import { AddressChange, DataRequest, ErasedPerson } from './my-data/index.ts';
import { AllowanceRate, AllowanceRule, ExchangeRate } from './allowances/index.ts';
import { MissionBudget, MissionCost, MissionTravel, MissionTraveller, OwnJourney } from './costs/index.ts';
import { DoneMission, LegContact, LegPerson, Mission, MissionLeg, MissionLegTranslation, MissionMember, MissionObjective, MissionObjectiveNeed, MissionObjectiveProject, MissionObjectiveRecommendation, MissionObjectiveTranslation, MissionStay, MissionTeamRule, MissionTranslation, NeedLeg, OwnLeg, OwnLegContact, OwnLegText, WithdrawnLeg } from './missions/index.ts';
import { MonitoringCycle, MonitoringReminder } from './monitoring/index.ts';
import { migrations } from './migrations/index.ts';
import { Need, NeedAudience, NeedLink, NeedStep, NeedTheme, NeedTranslation } from './needs/index.ts';
import { Organisation, OrganisationTranslation, PublishedOrganisation, PublishedOrganisationTranslation } from './organisations/index.ts';
import { MissionPaper, MissionPaperPerson } from './papers/index.ts';
import { PlanSearch } from './plans/index.ts';
import { Practice, PracticeTranslation, Publication } from './practices/index.ts';
import {
  Appraisal, Finding, FindingNeed, FindingRecommendation, FindingTranslation, MissionPublication, MissionPublicationCountry, MissionPublicationTranslation, MissionReport,
  MissionReportTranslation, ObjectiveResult, ObjectiveResultTranslation, PublicationDecision, PublishedFinding, PublishedFindingRecommendation, PublishedFindingTranslation, PublishedResult, PublishedResultTranslation,
} from './reports/index.ts';
import { SessionPart, SessionPartTrainer, SessionPartTranslation } from './programme/index.ts';
import { Project, ProjectBudgetLine, ProjectCountry, ProjectExpert, ProjectNeed, ProjectOwnSession, ProjectPartner, ProjectRecommendation, ProjectSession, ProjectStep, ProjectSuggestion, ProjectTranslation } from './projects/index.ts';
import { NationalProvision, NationalProvisionArticle, NationalProvisionRecommendation, PublicProvision } from './provisions/index.ts';
import { FormChoice, FormChoiceTranslation, FormQuestion, FormQuestionTranslation } from './questions/index.ts';
import { ExpertPhoto, ExpertPhotoFile, MissionPhoto, MissionPhotoTranslation, PhotoDecision, PublishedPhoto, PublishedPhotoTranslation } from './photos/index.ts';
import { RecommendationImportRow } from './recommendation-import/index.ts';
import { Recommendation, RecommendationProgress, RecommendationProgressLink, RecommendationProgressTranslation, RecommendationTheme, RecommendationTranslation } from './recommendations/index.ts';
import { AnswerFile, AnswerFileContent, LikelyDouble, ModePlaces, OwnCapacity, Participant, ParticipantApart, PlaceCount, QuotaCount, Registration, RegistrationAnswer, SessionQuota } from './registrations/index.ts';
import { TrainingRecordEntry } from './records/index.ts';
import { ReferenceRow } from './reference/index.ts';
import { EndedSlotLink, OfferedSlot, SlotOffer } from './slots/index.ts';
import { BorderRule, CountryHours, InterpretationPrice, TravelLink } from './travel/index.ts';
import { HolidayChange, HotlineCheck, TravelNote, TravelNoteTranslation } from './upkeep/index.ts';
import { AnnouncedSession, SessionAudience, SessionLanguage, SessionNeed, SessionRecommendation, SessionTrainer, SessionVenue, TrainingSession, TrainingSessionTranslation } from './trainings/index.ts';
import {
  Audience, AudienceTranslation, Institution, InstitutionTranslation, Language, LanguageTranslation, Profession, ProfessionTranslation, Subtheme, SubthemeTranslation, Theme, ThemeTranslation,
} from './vocabulary/index.ts';

export const entities = [
  AccessRequest, AddressChange, AnnouncedSession, AnswerFile, AnswerFileContent, Attendee, Audience, AudienceTranslation, AuditEntry, Authenticator, AvailabilityCall, AvailabilityCallTranslation, AvailabilityRequest, CalendarLink, Certificate, CandidateCountry, Clearance, ClearanceFile, ClearanceFileContent, City, CityTranslation, CommonNeed, CommonNeedMember, CommonNeedStep, CommonNeedTranslation, Consultation, ContactPerson, CooperationRequest, CooperationRequestAudience, CooperationRequestOpinion, CooperationRequestStep, CooperationRequestTranslation, Country, CountryFact,
  CountryCoordination, CountryInstrument, CountryLanguage, CountryNameNote, CountryNameNoteTranslation, NameContextBody, CountryTranslation, DataRequest, Demonstration, DemonstrationAccount, ErasedPerson, EvaluationInvitation, EvaluationResult, Expert, ExpertCandidate, ExpertContact, ExpertCountry, ExpertEngagement, ExpertLanguage, ExpertSheet,
  ExpertTheme, ExpertTranslation, FileCheck, FormChoice, FormChoiceTranslation, FormQuestion, FormQuestionTranslation, Holiday, HolidayTranslation, Hotline, Institution, InstitutionTranslation,
  Instrument, InstrumentArticle, InstrumentArticleTranslation, InstrumentTranslation, Invitation, Language, LanguageTranslation, LegContact, LegPerson, LikelyDouble, DoneMission, OwnJourney, OwnMeeting, OwnMeetingLanguage, OwnMeetingText, LinkRequest, Mail, Meeting, MeetingLanguage, MeetingMember, MeetingNeed, MeetingPerson, MeetingPrecedence, MeetingRecommendation, MeetingTranslation, MeetingWindow, Member, Membership, Mission, MissionLeg, MissionLegTranslation, MissionMember, MissionObjective, MissionObjectiveRecommendation, MissionObjectiveTranslation, MissionObjectiveNeed, MissionObjectiveProject, NeedLeg, MissionStay, MissionTeamRule, MissionTranslation, MissionBudget, MissionCost, MissionTravel, MissionTraveller, AllowanceRate, AllowanceRule, ExchangeRate, ModePlaces, Need, NeedAudience, NeedLink, NeedStep, NeedTheme, NeedTranslation, NeedsApart, NetworkMember, Opinion, Organisation, OrganisationOffice, OrganisationTranslation, OwnCapacity, OwnLeg, OwnLegContact, OwnLegText, WithdrawnLeg,
  Participant, ParticipantApart, Passkey, Person, PlaceCount, Practice, PracticeTranslation, Presence, Profession, ProfessionTranslation, Publication, PublishedOrganisation, PublishedOrganisationTranslation, QueuedJob, QuotaCount, RateLimit,
  MonitoringCycle, MonitoringReminder, NationalProvision, NationalProvisionArticle, NationalProvisionRecommendation, PublicProvision, Recommendation, RecommendationImportRow, RecommendationProgress, RecommendationProgressLink, RecommendationProgressTranslation, RecommendationTheme, RecommendationTranslation, RecoveryCodes, ReferenceRow, Registration, RegistrationAnswer, SessionAttendance, SessionAudience, SessionDocument, SessionDocumentFile, SessionDocumentTranslation, SessionEvaluation, SessionInvitation, SessionLanguage, SessionPart, SessionPartTrainer, SessionPartTranslation,
  SessionNeed, SessionQuota, SessionRecommendation, SessionTrainer, SessionVenue, SheetProposal, SignInAccount, SignInAttempt, SignInNetwork, SignInSession, SignInVerification, SpentProof, Subtheme, SubthemeTranslation, Term, TermName, Theme, ThemeTranslation, TrainingRecordEntry, TrainingSession,
  TrainingSessionTranslation, UnreachableMail, UnservedService, VerifiedCertificate,
  BorderRule, CountryHours, HolidayChange, HotlineCheck, TravelNote, TravelNoteTranslation, EndedSlotLink, InterpretationPrice, OfferedSlot, SlotOffer, TravelLink,
  Appraisal, Finding, FindingNeed, FindingRecommendation, FindingTranslation, MissionPublication, MissionPublicationCountry, MissionPublicationTranslation, MissionReport,
  MissionPaper, MissionPaperPerson, MissionReportTranslation, ObjectiveResult, ObjectiveResultTranslation, PublicationDecision, PublishedFinding, PublishedFindingRecommendation, PublishedFindingTranslation, PublishedResult, PublishedResultTranslation,
  Project, ProjectBudgetLine, ProjectCountry, ProjectExpert, ProjectNeed, ProjectOwnSession, ProjectPartner, ProjectRecommendation, ProjectSession, ProjectStep, ProjectSuggestion, ProjectTranslation,
  ExpertPhoto, ExpertPhotoFile, MissionPhoto, MissionPhotoTranslation, PhotoDecision, PublishedPhoto, PublishedPhotoTranslation, PlanSearch,
];

/** Days are those of UTC. */
const DAYS = ['TimeZone=UTC'];

/** In milliseconds, for what answers people: to get a connection, for what somebody else holds, and for a statement. */
const PATIENCE = { connectionTimeoutMillis: 8_000, lock_timeout: 5_000, statement_timeout: 30_000 };

/** The same for what serves: nobody waits without end. */
export function servingOptions(clientUrl: string): Options {
  const { driverOptions, ...options } = ormOptions(clientUrl);
  return { ...options, driverOptions: { ...(driverOptions as object), ...connectionWith(clientUrl, [...DAYS, ...PLANNED_ONCE]), ...PATIENCE, Client: PreparingClient, onPoolCreated: takeBackWhatEnds } };
}

/**
 * The ORM's options for the database at `clientUrl`. The ORM reads of it who and where, and nothing of what stands behind the
 * `?`: whether the connection speaks TLS, and as which role it acts. So the driver is given the whole of it. Days are those of
 * UTC, as on all other connections.
 */
export function ormOptions(clientUrl: string): Options {
  return defineConfig({
    clientUrl,
    driverOptions: connectionWith(clientUrl, DAYS),
    entities,
    extensions: [Migrator],
    discovery: { warnWhenNoEntities: false },
    forceUtcTimezone: true,
    schemaGenerator: { ignoreSchema: [JOBS_SCHEMA] },
    migrations: { migrationsList: migrations, snapshot: false, silent: true },
  });
}
