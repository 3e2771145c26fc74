/** The programme of a training session: its parts, day by day. */
export { SessionPart, SessionPartTrainer, SessionPartTranslation } from './session-part.entity.ts';
export { ProgrammeResolver } from './programme.resolver.ts';
import './programme.personal.ts';
import './programme.reader.ts';
