/** What documents say of persons: who has added them, and whom their pages may name. */
import { kept, noPersons, personalData, proposed, until } from '../core/personal/index.ts';
import { SessionDocument, SessionDocumentFile, SessionDocumentTranslation } from './session-document.entity.ts';

personalData(SessionDocument, {
  of: 'MEMBER',
  category: 'IDENTIFIER',
  purpose: 'RUN_TRAININGS',
  basis: proposed('PUBLIC_TASK'),
  retention: proposed([until('ACCOUNT_CLOSED'), kept('P3Y', 'SESSION_ENDED')]),
  recipients: ['SELF', 'OPERATOR'],
  source: 'SYSTEM',
  about: { shared: { addedBy: [] } },
  forgotten: { ACCOUNT_CLOSED: { act: 'eraseAccount' }, SESSION_ENDED: { after: 'endsAt', of: 'session' } },
  columns: { addedBy: {} },
  none: ['uuid', 'session', 'version', 'sourceLocale', 'sourceVersion', 'kind', 'visibility', 'size', 'addedAt'],
});

// Whoever is named on a page is an author or a trainer: the page asks to leave everybody else out.
personalData(SessionDocumentFile, {
  of: 'EXPERT',
  category: 'ACTIVITY',
  purpose: 'RUN_TRAININGS',
  basis: proposed('PUBLIC_TASK'),
  retention: proposed([kept('P3Y', 'SESSION_ENDED')]),
  recipients: ['PUBLIC'],
  source: proposed('ADVISER'),
  about: { unlinked: 'CONTENT' },
  forgotten: { SESSION_ENDED: { with: SessionDocument } },
  columns: { bytes: {} },
  none: ['document'],
});

// What a document is called names nobody.
noPersons('EVENTS', [SessionDocumentTranslation]);
