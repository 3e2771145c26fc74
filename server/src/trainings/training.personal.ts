/** What training sessions say of persons: who teaches them, and who has prepared them. Their texts name nobody: trainers stand in their own table. */
import { kept, noPersons, personalData, proposed, until } from '../core/personal/index.ts';
import { SessionAudience, SessionNeed, SessionRecommendation, SessionTrainer, SessionVenue } from './session-links.entity.ts';
import { AnnouncedSession, SessionLanguage, TrainingSession, TrainingSessionTranslation } from './training-session.entity.ts';

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

personalData(TrainingSession, {
  of: 'MEMBER',
  category: 'IDENTIFIER',
  purpose: 'RUN_TRAININGS',
  basis: proposed('PUBLIC_TASK'),
  retention: proposed([until('ACCOUNT_CLOSED')]),
  recipients: ['SELF', 'OPERATOR'],
  source: 'SYSTEM',
  about: { shared: { preparedBy: [] } },
  forgotten: { ACCOUNT_CLOSED: { act: 'eraseAccount' } },
  columns: { preparedBy: {} },
  none: [
    'uuid', 'sourceLocale', 'sourceVersion', 'theme', 'level', 'format', 'country', 'town', 'folded', 'startsAt', 'endsAt', 'timeZone', 'stage', 'registrationUntil', 'needsValidation', 'needsNomination',
    'version', 'sequence', 'changedAt', 'places', 'placesTaken', 'placesShared', 'placesWaiting', 'asksProfession', 'isDemonstration',
  ],
});

noPersons('EVENTS', [AnnouncedSession, TrainingSessionTranslation, SessionAudience, SessionLanguage, SessionRecommendation, SessionNeed, SessionVenue]);
