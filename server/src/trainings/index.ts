/** Training sessions. */
export { onSessionChanged, type SessionChange, type SessionChangeKind, type SessionListener, type SessionSnapshot, whenSessionChanges } from './session-changes.ts';
export { AnnouncedSession, SessionAudience, SessionLanguage, SessionTrainer, TrainingSession, TrainingSessionTranslation } from './training-session.entity.ts';
export { SessionStage, SessionState } from './session-stage.ts';
export { abilitiesOn, mayPrepare, type SessionFacts } from './training.policy.ts';
export { TrainingsResolver } from './trainings.resolver.ts';
export { TrainingSessionReader } from './training.reader.ts';
import './training.personal.ts';
