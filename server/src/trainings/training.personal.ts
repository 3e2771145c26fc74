/** What training sessions say of persons: who teaches them. Their texts name nobody: trainers stand in their own table. */
import { kept, noPersons, personalData, proposed } from '../core/personal/index.ts';
import { SessionAudience, SessionLanguage, SessionTrainer, TrainingSession, TrainingSessionTranslation } from './training-session.entity.ts';

personalData(SessionTrainer, {
  of: 'EXPERT',
  category: 'ACTIVITY',
  purpose: 'RUN_TRAININGS',
  basis: proposed('PUBLIC_TASK'),
  retention: proposed([kept('P3Y', 'SESSION_ENDED')]),
  recipients: ['PUBLIC'],
  source: proposed('ADVISER'),
  about: { through: 'expert' },
  forgotten: { SESSION_ENDED: { after: 'endsAt', of: 'session' } },
  columns: { session: {}, expert: { category: 'IDENTIFIER', source: 'SYSTEM' }, position: {} },
});

noPersons('EVENTS', [TrainingSession, TrainingSessionTranslation, SessionAudience, SessionLanguage]);
