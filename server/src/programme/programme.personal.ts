/** What parts of sessions say of persons: who teaches them. Their titles and rooms name nobody. */
import { kept, noPersons, personalData, proposed } from '../core/personal/index.ts';
import { SessionPart, SessionPartTrainer, SessionPartTranslation } from './session-part.entity.ts';

personalData(SessionPartTrainer, {
  of: 'EXPERT',
  category: 'ACTIVITY',
  purpose: 'RUN_TRAININGS',
  basis: proposed('PUBLIC_TASK'),
  retention: proposed([kept('P3Y', 'SESSION_ENDED')]),
  recipients: ['PUBLIC'],
  source: proposed('ADVISER'),
  about: { through: 'expert' },
  forgotten: { SESSION_ENDED: { after: 'endsAt', of: 'session' } },
  columns: { part: {}, session: {}, expert: { category: 'IDENTIFIER', source: 'SYSTEM' } },
});

noPersons('EVENTS', [SessionPart, SessionPartTranslation]);
