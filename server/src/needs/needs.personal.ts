/** What needs say of persons: who has entered and moved them. Their texts name nobody. */
import { noPersons, personalData, proposed, until } from '../core/personal/index.ts';
import { NeedAudience, NeedLink, NeedStep, NeedTheme } from './need-parts.entity.ts';
import { Need, NeedTranslation } from './need.entity.ts';

const BY_MEMBERS = {
  of: 'MEMBER', category: 'IDENTIFIER', purpose: 'RUN_MISSIONS', basis: proposed('PUBLIC_TASK'), retention: proposed([until('ACCOUNT_CLOSED')]), recipients: ['SELF', 'OPERATOR'], source: 'SYSTEM', forgotten: { ACCOUNT_CLOSED: { act: 'eraseAccount' } },
} as const;

personalData(Need, {
  ...BY_MEMBERS,
  about: { shared: { enteredBy: [] } },
  columns: { enteredBy: {} },
  none: ['uuid', 'sourceLocale', 'sourceVersion', 'country', 'theme', 'subthemeCode', 'pillar', 'criteria', 'urgency', 'status', 'enteredAt', 'enteredAs', 'version', 'isDemonstration'],
});

personalData(NeedStep, {
  ...BY_MEMBERS,
  about: { shared: { by: [] } },
  columns: { by: {} },
  none: ['need', 'position', 'at', 'byRole', 'fromStatus', 'toStatus', 'reason', 'locale'],
});

noPersons('EVENTS', [NeedTranslation, NeedTheme, NeedAudience, NeedLink]);
