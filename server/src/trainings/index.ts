/** Training sessions. */
export { AnnouncedSession, SessionAudience, SessionLanguage, SessionTrainer, TrainingSession, TrainingSessionTranslation } from './training-session.entity.ts';
export { SessionStage, SessionState } from './session-stage.ts';
export { abilitiesOn, mayPrepare, type SessionFacts } from './training.policy.ts';
export { TrainingSessionReader } from './training.reader.ts';
import './training.personal.ts';
