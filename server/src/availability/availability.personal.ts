/** What calls for availability say of those who make them, and of the experts who are asked. */
import { kept, noPersons, personalData, proposed, until } from '../core/personal/index.ts';
import { AvailabilityCall, AvailabilityCallTranslation } from './availability-call.entity.ts';
import { AvailabilityRequest } from './availability-request.entity.ts';

const CALL_ENDED = kept('P30D', 'CALL_ENDED');

personalData(AvailabilityCall, {
  of: 'MEMBER',
  category: 'IDENTIFIER',
  purpose: 'FIND_EXPERTS',
  basis: proposed('PUBLIC_TASK'),
  retention: proposed([CALL_ENDED, until('ACCOUNT_CLOSED')]),
  recipients: ['SELF', 'OPERATOR'],
  source: 'SYSTEM',
  about: { shared: { preparedBy: [] } },
  forgotten: { CALL_ENDED: { after: 'untilOn' }, ACCOUNT_CLOSED: { act: 'eraseAccount' } },
  columns: { preparedBy: {} },
  none: ['uuid', 'sourceLocale', 'sourceVersion', 'fromOn', 'untilOn', 'answersUntil', 'version', 'closedAt', 'isDemonstration'],
});

noPersons('EVENTS', [AvailabilityCallTranslation]);

const ASKED = {
  of: 'EXPERT', category: 'ACTIVITY', purpose: 'FIND_EXPERTS', basis: proposed('PUBLIC_TASK'), recipients: ['SELF', 'ADVISER'], source: 'PERSON', retention: proposed([CALL_ENDED]),
} as const;

personalData(AvailabilityRequest, {
  ...ASKED,
  about: { through: 'sheet' },
  forgotten: { CALL_ENDED: { with: AvailabilityCall } },
  columns: {
    uuid: { category: 'IDENTIFIER', source: 'SYSTEM' }, call: { source: 'ADVISER' }, sheet: { category: 'IDENTIFIER', source: 'SYSTEM' }, submission: { category: 'IDENTIFIER', source: 'SYSTEM', recipients: ['OPERATOR'] },
    secretHash: { category: 'CREDENTIALS', source: 'SYSTEM', recipients: ['OPERATOR'] }, formerHash: { category: 'CREDENTIALS', source: 'SYSTEM', recipients: ['OPERATOR'] }, askedAt: { source: 'SYSTEM' }, remindedAt: { source: 'SYSTEM' }, answeredAt: {}, answers: {}, remark: {}, remarkLocale: { category: 'CHOICES' },
    // Whom an expert names has not been asked: a name alone, until the call is forgotten.
    substitute: { of: 'CONTACT', category: 'IDENTITY', source: 'MEMBER' },
  },
  none: ['version'],
});
