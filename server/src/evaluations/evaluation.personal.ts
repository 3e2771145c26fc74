/** What is kept about those who are asked what a session was like. What they answer leads to nobody. */
import { kept, personalData, proposed, unlinked, until } from '../core/personal/index.ts';
import { EvaluationInvitation, EvaluationResult, SessionEvaluation } from './evaluation.entity.ts';

const ASKED = { of: 'PARTICIPANT', purpose: 'RUN_TRAININGS', basis: proposed('CONSENT'), source: 'SYSTEM' } as const;

personalData(EvaluationInvitation, {
  ...ASKED,
  category: 'ACTIVITY',
  retention: [until('EVALUATION_CLOSED')],
  recipients: ['SELF', 'OPERATOR'],
  about: { own: ['email'], shared: {} },
  forgotten: { EVALUATION_CLOSED: { by: 'evaluations.close' } },
  columns: { registration: { category: 'IDENTIFIER' }, session: {}, email: { category: 'CONTACT_DETAILS' }, secretHash: { category: 'CREDENTIALS', recipients: ['OPERATOR'] }, hasAnswered: {} },
});

personalData(EvaluationResult, {
  ...ASKED,
  category: 'MESSAGES',
  retention: proposed([kept('P3Y', 'SESSION_ENDED')]),
  recipients: ['TRAINER', 'POST', 'ADVISER', 'OPERATOR'],
  source: 'PERSON',
  about: unlinked('ANONYMOUS'),
  forgotten: { SESSION_ENDED: { after: 'endsAt', of: 'session' } },
  columns: { comments: {} },
  none: ['session', 'question', 'answered', 'counts'],
});

personalData(SessionEvaluation, {
  of: 'MEMBER', category: 'IDENTIFIER', purpose: 'RUN_TRAININGS', basis: proposed('PUBLIC_TASK'), source: 'SYSTEM', recipients: ['SELF', 'OPERATOR'],
  retention: proposed([until('ACCOUNT_CLOSED')]),
  about: { shared: { openedBy: [] } },
  forgotten: { ACCOUNT_CLOSED: { act: 'eraseAccount' } },
  columns: { openedBy: {} },
  none: ['session', 'questions', 'openedAt', 'closesAt', 'closedAt', 'asked', 'answered', 'isDemonstration'],
});
