/** Training sessions. */
export { holdTrainers, refuseBusyTrainers } from './busy-trainers.ts';
export { SessionAudience, SessionNeed, SessionRecommendation, SessionTrainer, SessionVenue } from './session-links.entity.ts';
export { AnnouncedSession, SessionFormat, SessionLanguage, TrainingSession, TrainingSessionTranslation } from './training-session.entity.ts';
export { SessionState } from './session-stage.ts';
export { TrainingsResolver } from './trainings.resolver.ts';
export { TrainingSessionReader } from './training.reader.ts';
/** @public Other features are told of changes by it. */
export { onSessionChanged, type SessionChange, type SessionChangeKind, type SessionListener, whenSessionChanges, whenTimesChange } from './session-changes.ts';
/** @public Whoever prepares a session answers for those who take part. */
export { abilitiesOf, isRegistrationOpen, mayPrepare, type SessionFacts } from './training.policy.ts';
export { type HeldSession, holdSession, holdToTranslate, noteTranslation } from './session-content.ts';
import './training.personal.ts';
