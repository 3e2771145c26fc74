/** Training sessions. */
export { SessionAudience, SessionLanguage, SessionTrainer, TrainingSession, TrainingSessionTranslation } from './training-session.entity.ts';
export { TrainingSessionReader } from './training.reader.ts';
import './training.personal.ts';
