/** What cooperation requests say of persons: who has sent and moved them. Their texts name nobody. */
import { noPersons, personalData, proposed, until } from '../core/personal/index.ts';
import { CooperationRequestOpinion } from './request-opinion.entity.ts';
import { CooperationRequestAudience, CooperationRequestStep } from './request-parts.entity.ts';
import { CooperationRequest, CooperationRequestTranslation } from './request.entity.ts';

const BY_MEMBERS = {
  of: 'MEMBER', category: 'IDENTIFIER', purpose: 'RUN_MISSIONS', basis: proposed('PUBLIC_TASK'), retention: proposed([until('ACCOUNT_CLOSED')]), recipients: ['SELF', 'OPERATOR'], source: 'SYSTEM', forgotten: { ACCOUNT_CLOSED: { act: 'eraseAccount' } },
} as const;

personalData(CooperationRequest, {
  ...BY_MEMBERS,
  about: { shared: { sentBy: [] } },
  columns: { sentBy: {} },
  none: ['uuid', 'sourceLocale', 'sourceVersion', 'kind', 'country', 'theme', 'criteria', 'urgency', 'wishedFrom', 'wishedUntil', 'need', 'status', 'sentAt', 'sentAs', 'dueOn', 'dueAt', 'ruleDays', 'settledAt', 'remindedAt', 'decision', 'met', 'notMet', 'session', 'mission', 'version', 'isDemonstration'],
});

personalData(CooperationRequestStep, {
  ...BY_MEMBERS,
  about: { shared: { by: [] } },
  columns: { by: {} },
  none: ['request', 'position', 'at', 'byRole', 'toStatus', 'reason', 'locale'],
});

personalData(CooperationRequestOpinion, {
  ...BY_MEMBERS,
  about: { shared: { answeredBy: [] } },
  columns: { answeredBy: {} },
  none: ['request', 'service', 'answer', 'reason', 'locale', 'answeredAt', 'silenceAgrees', 'notedSilentAt', 'version'],
});

noPersons('EVENTS', [CooperationRequestTranslation, CooperationRequestAudience]);
