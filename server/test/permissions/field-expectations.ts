/** Who may see what: a line for every field of a type about persons, and what each role sees of what is shown by consent. A field without a line fails the tests. */
import type { Visibility } from '../../src/core/consent/index.ts';
import type { Expectation } from './expectations.ts';
import type { Role } from './roles.ts';

const all = (fields: string, expectation: Expectation): Record<string, Expectation> => Object.fromEntries(fields.split(' ').map((field) => [field, expectation]));

/** The fields of the types whose entities hold persons' data. */
export const FIELDS: Readonly<Record<string, Readonly<Record<string, Expectation>>>> = {
  // Its expert sees theirs too, and others what they chose: tried with it (`done-missions.test.ts`).
  DoneMission: all('countries year', 'CONSENT'),
  // The expert finds it in the file of their own data alone.
  Appraisal: all('exchange expertise expertKey locale reliability text title version writtenAt', 'ADVISER'),
  AnswerFile: all('check checkedAt id kind name size', 'THEIRS'),
  AccessRequest: all('alike can confirmedAt country decidedAt decision email id isDemonstration locale message name organisation organisationName organisationWebsite reason role', 'THEIRS'),
  Authenticator: all('addedAt lastUsedAt', 'OWN'),
  Attendee: all('certificates code country hasAttended id isDemonstration mode name organisation presences registration token', 'THEIRS'),
  AuditEntry: all('about aboutKey action after asked at before by byKey cleared id mission organisation part session subject trainer', 'ADVISER'),
  AvailabilityCall: all('answered answersUntil asked can closedAt fromOn id isDemonstration note remindsOn requests state texts title untilOn version', 'ADVISER'),
  // Its expert sees theirs too.
  AvailabilityRequest: all('answeredAt answers answersUntil askedAt canBeAsked canBeReminded expert fromOn id isOpen note remark remarkLocale remindedAt remindsAt substitute title untilOn version', 'ADVISER'),
  CalendarLink: all('country createdAt id lastUsedOn locale theme', 'OWN'),
  Certificate: all('can id isDemonstration issuedAt locale name number revokedAt revokedReason', 'THEIRS'),
  // Its expert sees theirs too.
  Clearance: all('file fromOn givenBy givenOn id isForMission locale mission remark untilOn version', 'ADVISER'),
  ClearanceFile: all('check checkedAt kind size', 'ADVISER'),
  // The post of its country sees the last one of a leg.
  Consultation: all('askedOn can dueAt dueOn id opinions purposeVersion round ruleDays silenceAgrees state', 'THEIRS'),
  ContactPerson: all('email isCoordinator isDemonstration name role', 'CONSENT'),
  DataRequest: all('answer answeredAt askedAt daysLeft dueOn id kind person text', 'ADVISER'),
  Expert: {
    ...all('corps countries id isDemonstration languages lastMissionOn practices profession publications summary themes trainingSessions vouchedBy vouchedSince', 'ANYBODY'),
    ...all('email institution missionsDone name photo', 'CONSENT'), sheet: 'ADVISER',
  },
  // Its expert sees it too, where it belongs to their account.
  ExpertSheet: all('account appraisals can chosenAt clearances consentedOn contact corps emailVisibility expert institution institutionVisibility missionsVisibility name nameVisibility photos profession proposal texts version vouchedBy vouchedSince', 'ADVISER'),
  // Whether there is one is by consent, and what is said of the consent the adviser’s and its expert’s: tried with it (`photos/expert-photos.test.ts`).
  ExpertPhoto: all('chosenAt consentedOn declineReason declinedAt expert height isConfirmed key reasonLocale visibility width', 'CONSENT'),
  ExpertContact: all('email locale', 'ADVISER'),
  // Its expert sees it too: tried with it (`experts/proposals.test.ts`).
  SheetProposal: all('base content decidedAt decisions expert fields key proposedAt reasonLocale sheetVersion version', 'ADVISER'),
  ExpertLanguage: all('language level', 'ANYBODY'),
  // On the sheet, with what is said in each language; what it says everybody reads as the summary.
  ExpertTranslation: all('isOutdated isSource locale summary', 'ADVISER'),
  Invitation: all('can country email expiresAt id isDemonstration locale name organisation role sentAt state', 'THEIRS'),
  // Whom of which leg who is told of is tried with them (`leg-people.test.ts`).
  LegPerson: all('arrivesAt kind languages leavesAt memberKey name profession', 'THEIRS'),
  // With whom they go to what, in a leg that is theirs to see (`meetings.test.ts`).
  MeetingPerson: all('inPlaceOf inPlaceOfKey isAway isEngagedElsewhere isSubstitute kind languages memberKey name', 'THEIRS'),
  // Who the host of a meeting is, and what they answer, in a leg that is theirs to see (`slots.test.ts`).
  SlotOffer: all('answer answeredAt answersUntil askedAt email endedAt locale name overrideReason proposals remark remarkLocale remindedAt slots state takenDay takenStarts version', 'THEIRS'),
  // To whom their leg is open: tried with it (`missions.test.ts`).
  LegContact: all('email function key name organisation phone version', 'THEIRS'),
  // Whose which is is tried with them (`papers-rights.long.test.ts`).
  MissionPaper: all('aboutKey changes countryCode isRenewed key kind madeAt number state', 'THEIRS'),
  LikelyDouble: all('first firstRegistrations id isSameAddress lastAt second secondLastAt secondRegistrations', 'THEIRS'),
  Member: all('can country organisation role since until', 'OWN'),
  // Whose they are of several is tried with them (`needs/rows.test.ts`).
  CommonNeed: all('acceptedAs acceptedAt can countries history id isDemonstration needs projects status texts title version why', 'ADVISER'),
  CommonNeedStep: all('act at byRole locale need other reason', 'ADVISER'),
  NeedsApart: all('at byRole id locale one other reason', 'ADVISER'),
  Need: all('audiences can commonNeed cooperationRequests country criteria enteredAs enteredAt findings furtherThemes history id isDemonstration links missionLegs missions pillar projects status subtheme text texts theme title trainingSessions urgency version', 'THEIRS'),
  Project: all('budget can commonNeed countries experts history id isDemonstration kind missions needs ownSessions partners proposedAs proposedAt purpose recommendations sessions status texts title version', 'ADVISER'),
  ProjectStep: all('at byRole locale reason toStatus', 'ADVISER'),
  CooperationRequest: all('audiences can country criteria decision dueOn history id isDemonstration kind met mission missionLegs need notMet opinions sentAs sentAt session status subject text texts theme urgency version wishedFrom wishedUntil', 'THEIRS'),
  CooperationRequestOpinion: all('answer answeredAt locale reason service silenceAgrees state version', 'THEIRS'),
  CooperationRequestStep: all('at byRole locale reason toStatus', 'THEIRS'),
  RecommendationProgress: all('asOf enteredAs enteredAt isDemonstration key links seen status texts version', 'THEIRS'),
  NeedStep: all('at byRole fromStatus locale reason toStatus', 'THEIRS'),
  Mission: all('appraisals can cooperationRequests endsOn envelopeCents findings givenUpOn givenUpReason id isDemonstration legs members objectives planSearches planTaken publication purpose report startsOn state team texts title version budget costs journeys papers photos', 'ADVISER'),
  MissionCost: all('actualCents basis currency dinners isComputed key kind label labelLocale legKey lunches memberKey nights onDay plannedCents travelKey unitCents version', 'ADVISER'),
  MissionReport: all('evaluation summary texts version', 'ADVISER'),
  // What is public of them everybody sees as `PublishedPhoto`.
  MissionPhoto: all('caption credit creditLocale decision height key texts version width', 'ADVISER'),
  PhotoDecision: all('confirmedAt confirmedByName photoVersion', 'ADVISER'),
  PublishedPhoto: all('caption credit creditLocale height key width', 'ANYBODY'),
  PublicationDecision: all('countries decidedAt findings hasDays hasSummary publication results', 'ADVISER'),
  Meeting: all('category day hostName isDayOff isMandatory isOnlyAdviser isPlaceSecret key languages minutes needs note organisation overrideReason people placeAddress placeName precedes recommendations slotOffer starts status subject texts version windows', 'THEIRS'),
  PlanSearch: all('alternatives askedAt assumptions can cities conflicts curve endedAt id isOptimal isSolved key leftOut legs links meetings openPercent people plan problemHash reason settings startedAt state takenAs takenAt value version why work', 'ADVISER'),
  MissionMember: all('clearances daysAway expert homeCity isEngagedElsewhere isLead key kind mostDays name stays substituteForKey version', 'ADVISER'),
  MissionStay: all('arrivesAt dinnersProvided isLodgingProvided leavesAt legKey lunchesProvided', 'ADVISER'),
  NetworkMember: { ...all('can country id isDemonstration isOwn name organisation role sheet since state until', 'THEIRS'), email: 'CONSENT' },
  Opinion: all('answer answeredAt answeredByName locale reason remark service silenceAgrees state version', 'THEIRS'),
  OwnLeg: all('arrivesAt city contacts country dinnersProvided endsOn isDemonstration isLodgingProvided key leavesAt lodgingAddress lodgingName lunchesProvided meetings purpose sourceLocale startsOn state transport', 'THEIRS'),
  OwnLegContact: all('email function name organisation phone', 'THEIRS'),
  OwnJourney: all('arrivesAt carrier departsAt fromCity isDemonstration key mode toCity', 'THEIRS'),
  OwnMeetingLanguage: all('atLeast isFollowed language', 'THEIRS'),
  OwnMeeting: all('day hostName isSubstitute key kind languages minutes organisation placeAddress placeName sourceLocale starts status subject', 'THEIRS'),
  OwnCapacity: all('country organisation profession role sector', 'OWN'),
  Participant: all('country email id isDemonstration locale name organisation profession sector', 'THEIRS'),
  Passkey: all('addedAt id lastUsedAt name', 'OWN'),
  // The adviser knows who others are, not where they are signed in.
  Person: { ...all('can contactChosenAt contactVisibility email emailVisibility isDemonstration locale name', 'ADVISER'), ...all('agentIdentity authenticator calendarLinks calendarPosts memberships passkeys registersFor sessions takesPartAs', 'OWN'), dataRequests: 'ADVISER', sheet: 'ADVISER' },
  TrainingSession: { ...all('asksProfession audiences can cancelledReason changedAt country documents endsAt format id isDemonstration languages needsNomination needsValidation parts placesLeft places programme registrationUntil sequence startsAt state summary texts theme timeZone title town trainers version', 'ANYBODY'), ...all('level modePlaces objectives questions recommendations', 'ANYBODY'), ...all('attendance attendees belongsTo cooperationRequests evaluation invitations needs placeCounts projects quotas untoldTrainers venue', 'THEIRS') },
  // Whom each document is for is tried with the documents.
  SessionDocument: all('addedAt check checkedAt id kind locale size texts title version visibility', 'ANYBODY'),
  // What is not shown is tried with it (`practices/practices.test.ts`).
  Practice: all('audience can consentedOn country expert id isDemonstration isPublic result shownOn texts theme title version', 'ANYBODY'),
  PracticeTranslation: all('audience isOutdated isSource locale result title', 'ANYBODY'),
  Publication: all('can consentedOn id isPublic locale title url version year', 'ANYBODY'),
  Presence: all('day decidedAt state', 'THEIRS'),
  Registration: all('answers attendee can country decidedAt ending endedAt hasTwin id isDemonstration isOwn mode offeredUntil participant passedOver position refusedReason registeredAt session state waitsSince', 'THEIRS'),
  RegistrationAnswer: all('choices country day file isYes language level locale needs needsText question registration text', 'THEIRS'),
  // Of what was answered nobody’s name is known.
  SessionEvaluation: all('answered asked can closedAt closesAt openedAt questions results state', 'THEIRS'),
  EvaluationResult: all('answered comments counts question', 'THEIRS'),
  SessionInvitation: all('acceptedAt can country declinedAt email id isDemonstration locale name organisation revokedAt sector sentAt state', 'THEIRS'),
  SignInAccount: all('createdAt refusedAt', 'OWN'),
  SignInSession: all('createdAt expiresAt id isCurrent lastSeenAt userAgent', 'OWN'),
  TrainingRecordEntry: all('certificateNumber country days daysPresent id isDemonstration isOwn name organisation profession session', 'THEIRS'),
  // To whoever has the number; the name by consent.
  VerifiedCertificate: { ...all('session state', 'ANYBODY'), name: 'CONSENT' },
};

const NETWORK: readonly Visibility[] = ['PUBLIC', 'NETWORK'];
const POST: readonly Visibility[] = [...NETWORK, 'POST'];
const ADVISER: readonly Visibility[] = [...POST, 'ADVISER'];

/** What each role sees of what somebody shows by consent. */
export const CONSENT: Readonly<Record<Role, readonly Visibility[]>> = {
  visitor: ['PUBLIC'], suspended: ['PUBLIC'],
  ngoMember: NETWORK, ngoCoordinator: NETWORK, expert: NETWORK, authority: NETWORK, international: NETWORK, translator: NETWORK,
  scac: POST, ssi: POST, scacElsewhere: POST,
  assistant: ADVISER, adviser: ADVISER,
};
