/** What consultations say of persons: who has consulted a post, who has answered for it, and what they have written. */
import { noPersons, personalData, proposed, until } from '../core/personal/index.ts';
import { Consultation, Opinion } from './consultation.entity.ts';
import { UnservedService } from './unserved-service.entity.ts';

const BY_MEMBERS = {
  of: 'MEMBER', category: 'IDENTIFIER', purpose: 'RUN_MISSIONS', basis: proposed('PUBLIC_TASK'), retention: proposed([until('ACCOUNT_CLOSED')]), source: 'SYSTEM', forgotten: { ACCOUNT_CLOSED: { act: 'eraseAccount' } },
} as const;

/** What is written in an opinion is emptied with the account of who wrote it; what was answered stays. */
const WORDS = { category: 'MESSAGES', source: 'PERSON', recipients: ['SELF', 'ADVISER', 'POST'] } as const;

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
  columns: { answeredBy: {}, answeredAt: { category: 'ACTIVITY' }, remark: WORDS, reason: WORDS, locale: { ...WORDS, category: 'CHOICES' } },
  none: ['consultation', 'service', 'answer', 'silenceAgrees', 'sourceVersion', 'notedSilentAt', 'version'],
});

// Which services of a country have no account: of nobody.
noPersons('EVENTS', [UnservedService]);
