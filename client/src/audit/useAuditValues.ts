import { useI18n } from 'vue-i18n';

import type { introspection } from '../gql/introspection.d.ts';

type Types = introspection['types'];
/** The values of an enumeration of the API. */
type CodesOf<Name extends keyof Types> = Types[Name] extends { readonly enumValues: infer Values extends string } ? Values : never;
type Words<Code extends string> = Readonly<Record<Code, () => string>>;

/**
 * Says what became of a part that has a code, in the words of the pages it is of: what a mission, a need or a registration stands at, how urgent something is, what was answered. Null for a part that has none, and for a code that is not known.
 */
export function useAuditValues(): (subject: string, part: string, value: string) => string | null {
  const { t } = useI18n();
  const mission: Words<CodesOf<'MissionState'>> = {
    IDEA: () => t('audit.value.mission.IDEA'), PLANNED: () => t('audit.value.mission.PLANNED'), CONSULTED: () => t('audit.value.mission.CONSULTED'), AGREED: () => t('audit.value.mission.AGREED'),
    UNDER_WAY: () => t('audit.value.mission.UNDER_WAY'), REPORTED: () => t('audit.value.mission.REPORTED'), CLOSED: () => t('audit.value.mission.CLOSED'), GIVEN_UP: () => t('audit.value.mission.GIVEN_UP'),
  };
  const need: Words<CodesOf<'NeedStatus'>> = {
    SUBMITTED: () => t('audit.value.need.SUBMITTED'), UNDER_REVIEW: () => t('audit.value.need.UNDER_REVIEW'), TAKEN_UP: () => t('audit.value.need.TAKEN_UP'), ADDRESSED: () => t('audit.value.need.ADDRESSED'),
    DECLINED: () => t('audit.value.need.DECLINED'), WITHDRAWN: () => t('audit.value.need.WITHDRAWN'),
  };
  const urgency: Words<CodesOf<'NeedUrgency'>> = {
    LOW: () => t('audit.value.urgency.LOW'), MEDIUM: () => t('audit.value.urgency.MEDIUM'), HIGH: () => t('audit.value.urgency.HIGH'), CRITICAL: () => t('audit.value.urgency.CRITICAL'),
  };
  const pillar: Words<CodesOf<'NeedPillar'>> = {
    PREVENTION: () => t('audit.value.pillar.PREVENTION'), PROSECUTION: () => t('audit.value.pillar.PROSECUTION'), PROTECTION: () => t('audit.value.pillar.PROTECTION'), PARTNERSHIP: () => t('audit.value.pillar.PARTNERSHIP'),
  };
  const commonNeed: Words<CodesOf<'CommonNeedStatus'>> = { ACCEPTED: () => t('audit.value.commonNeed.ACCEPTED'), CLOSED: () => t('audit.value.commonNeed.CLOSED') };
  const request: Words<CodesOf<'CooperationRequestStatus'>> = {
    SENT: () => t('audit.value.request.SENT'), CONSULTED: () => t('audit.value.request.CONSULTED'), DECIDED: () => t('audit.value.request.DECIDED'), CLOSED: () => t('audit.value.request.CLOSED'), WITHDRAWN: () => t('audit.value.request.WITHDRAWN'),
  };
  const decision: Words<CodesOf<'RequestDecision'>> = {
    GRANTED: () => t('audit.value.decision.GRANTED'), GRANTED_IN_PART: () => t('audit.value.decision.GRANTED_IN_PART'), REFUSED: () => t('audit.value.decision.REFUSED'), REDIRECTED: () => t('audit.value.decision.REDIRECTED'),
  };
  const project: Words<CodesOf<'ProjectStatus'>> = { PROPOSED: () => t('audit.value.project.PROPOSED'), SELECTED: () => t('audit.value.project.SELECTED'), GIVEN_UP: () => t('audit.value.project.GIVEN_UP') };
  const progress: Words<CodesOf<'RecommendationStatus'>> = {
    NOT_STARTED: () => t('audit.value.progress.NOT_STARTED'), UNDER_WAY: () => t('audit.value.progress.UNDER_WAY'), PARTLY_IMPLEMENTED: () => t('audit.value.progress.PARTLY_IMPLEMENTED'),
    IMPLEMENTED: () => t('audit.value.progress.IMPLEMENTED'), NO_LONGER_RELEVANT: () => t('audit.value.progress.NO_LONGER_RELEVANT'),
  };
  const registration: Words<CodesOf<'RegistrationState'>> = {
    AWAITING_VALIDATION: () => t('audit.value.registration.AWAITING_VALIDATION'), CONFIRMED: () => t('audit.value.registration.CONFIRMED'), WAITING: () => t('audit.value.registration.WAITING'),
    OFFERED: () => t('audit.value.registration.OFFERED'), REFUSED: () => t('audit.value.registration.REFUSED'), WITHDRAWN: () => t('audit.value.registration.WITHDRAWN'),
  };
  const presence: Words<CodesOf<'PresenceState'>> = { PRESENT: () => t('audit.value.presence.PRESENT'), ABSENT: () => t('audit.value.presence.ABSENT'), OPEN: () => t('audit.value.presence.OPEN') };
  const opinion: Words<CodesOf<'OpinionAnswer'>> = { AGREED: () => t('audit.value.opinion.AGREED'), OBJECTED: () => t('audit.value.opinion.OBJECTED') };
  const document: Words<CodesOf<'SessionDocumentVisibility'>> = { EVERYBODY: () => t('audit.value.document.EVERYBODY'), REGISTERED: () => t('audit.value.document.REGISTERED'), TRAINERS: () => t('audit.value.document.TRAINERS') };
  const form: Words<CodesOf<'SessionFormat'>> = { ON_SITE: () => t('audit.value.format.ON_SITE'), ONLINE: () => t('audit.value.format.ONLINE'), HYBRID: () => t('audit.value.format.HYBRID') };
  const session: Words<'DRAFT' | 'OPEN' | 'CLOSED' | 'CANCELLED' | 'ARCHIVED'> = {
    DRAFT: () => t('audit.value.session.DRAFT'), OPEN: () => t('audit.value.session.OPEN'), CLOSED: () => t('audit.value.session.CLOSED'), CANCELLED: () => t('audit.value.session.CANCELLED'), ARCHIVED: () => t('audit.value.session.ARCHIVED'),
  };
  const answer: Words<'true' | 'false'> = { true: () => t('audit.value.answer.true'), false: () => t('audit.value.answer.false') };
  const words: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
    'MISSION stage': mission, 'NEED status': need, 'NEED urgency': urgency, 'NEED pillar': pillar, 'COMMON_NEED status': commonNeed, 'COOPERATION_REQUEST status': request, 'COOPERATION_REQUEST decision': decision,
    'PROJECT status': project, 'RECOMMENDATION_PROGRESS status': progress, 'REGISTRATION state': registration, 'PRESENCE state': presence, 'SESSION_DOCUMENT visibility': document,
    'OPINION SCAC': opinion, 'OPINION SSI': opinion, 'OPINION noted.SCAC': opinion, 'OPINION noted.SSI': opinion,
    'TRAINING_SESSION stage': session, 'TRAINING_SESSION format': form, 'TRAINING_SESSION needs_validation': answer, 'TRAINING_SESSION needs_nomination': answer, 'SESSION_PART format': form, 'FORM_QUESTION is_required': answer,
  };
  return (subject, part, value) => {
    const of = words[`${subject} ${part}`];
    return of && Object.hasOwn(of, value) ? of[value]!() : null;
  };
}
