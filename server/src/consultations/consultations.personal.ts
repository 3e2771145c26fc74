/** What consultations say of persons: who has consulted a post, and who has answered for it. Their texts name nobody. */
import { personalData, proposed, until } from '../core/personal/index.ts';
import { Consultation, Opinion } from './consultation.entity.ts';

const BY_MEMBERS = {
  of: 'MEMBER', category: 'IDENTIFIER', purpose: 'RUN_MISSIONS', basis: proposed('PUBLIC_TASK'), retention: proposed([until('ACCOUNT_CLOSED')]), source: 'SYSTEM', forgotten: { ACCOUNT_CLOSED: { act: 'eraseAccount' } },
} as const;

personalData(Consultation, {
  ...BY_MEMBERS,
  recipients: ['SELF', 'OPERATOR'],
  about: { shared: { askedBy: [] } },
  columns: { askedBy: {} },
  none: ['uuid', 'leg', 'country', 'round', 'askedAt', 'sourceVersion', 'askedVersion', 'dueOn', 'dueAt', 'silenceAgrees', 'ruleCode', 'ruleDays', 'remindedAt', 'closedAt', 'isVoid', 'isLatest'],
});

personalData(Opinion, {
  ...BY_MEMBERS,
  recipients: ['SELF', 'ADVISER'],
  about: { shared: { answeredBy: ['answeredAt'] } },
  columns: { answeredBy: {}, answeredAt: { category: 'ACTIVITY' } },
  none: ['consultation', 'service', 'answer', 'remark', 'reason', 'locale', 'silenceAgrees', 'sourceVersion', 'notedSilentAt', 'version'],
});
