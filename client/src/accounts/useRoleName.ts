import { useI18n } from 'vue-i18n';

import type { Role } from './roles.ts';

/** The words for a role, in the reader's language. */
export function useRoleName(): (role: Role) => string {
  const { t } = useI18n();
  const names: Readonly<Record<Role, () => string>> = {
    ADVISER: () => t('account.roleName.ADVISER'),
    ASSISTANT: () => t('account.roleName.ASSISTANT'),
    TRANSLATOR: () => t('account.roleName.TRANSLATOR'),
    SCAC: () => t('account.roleName.SCAC'),
    SSI: () => t('account.roleName.SSI'),
    AUTHORITY: () => t('account.roleName.AUTHORITY'),
    INTERNATIONAL: () => t('account.roleName.INTERNATIONAL'),
    NGO_COORDINATOR: () => t('account.roleName.NGO_COORDINATOR'),
    NGO_MEMBER: () => t('account.roleName.NGO_MEMBER'),
    EXPERT: () => t('account.roleName.EXPERT'),
  };
  return (value) => names[value]();
}
