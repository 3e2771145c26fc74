/** What groups of needs say of persons: who has made and changed them. Their texts name nobody. */
import { noPersons, personalData, proposed, until } from '../core/personal/index.ts';
import { CommonNeedMember, CommonNeedStep, NeedsApart } from './common-need-parts.entity.ts';
import { CommonNeed, CommonNeedTranslation } from './common-need.entity.ts';

const BY_MEMBERS = {
  of: 'MEMBER', category: 'IDENTIFIER', purpose: 'RUN_MISSIONS', basis: proposed('PUBLIC_TASK'), retention: proposed([until('ACCOUNT_CLOSED')]), recipients: ['SELF', 'OPERATOR'], source: 'SYSTEM', forgotten: { ACCOUNT_CLOSED: { act: 'eraseAccount' } },
} as const;

personalData(CommonNeed, { ...BY_MEMBERS, about: { shared: { acceptedBy: [] } }, columns: { acceptedBy: {} }, none: ['uuid', 'sourceLocale', 'sourceVersion', 'status', 'acceptedAt', 'acceptedAs', 'version', 'isDemonstration'] });

personalData(CommonNeedStep, { ...BY_MEMBERS, about: { shared: { by: [] } }, columns: { by: {} }, none: ['commonNeed', 'position', 'at', 'byRole', 'act', 'need', 'other', 'reason', 'locale'] });

personalData(NeedsApart, { ...BY_MEMBERS, about: { shared: { by: [] } }, columns: { by: {} }, none: ['uuid', 'one', 'other', 'at', 'byRole', 'reason', 'locale'] });

noPersons('EVENTS', [CommonNeedTranslation, CommonNeedMember]);
