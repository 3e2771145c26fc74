import { useI18n } from 'vue-i18n';

import type { Invitation, MemberOutcome, NetworkMember } from './useAnswering.ts';

/** The words for members and invitations, in the reader's language. */
export interface MemberWords {
  readonly state: (value: NetworkMember['state']) => string;
  readonly invitationState: (value: Invitation['state']) => string;
  /** Why nothing was changed; undefined when it was. */
  readonly obstacle: (outcome: MemberOutcome | 'TOO_LATE' | 'LIKE_ANOTHER' | 'SENT' | 'WITHDRAWN' | 'EXPIRED' | 'DECIDED') => string | undefined;
}

/** Gives the words for members and invitations. */
export function useMemberWords(): MemberWords {
  const { t } = useI18n();
  const obstacles: Readonly<Record<string, () => string>> = {
    GONE: () => t('members.outcome.GONE'),
    NOT_ALLOWED: () => t('members.outcome.NOT_ALLOWED'),
    LAST: () => t('members.outcome.LAST'),
    TOO_LATE: () => t('members.outcome.TOO_LATE'),
    LIKE_ANOTHER: () => t('members.outcome.LIKE_ANOTHER'),
    WITHDRAWN: () => t('members.outcome.WITHDRAWN'),
    EXPIRED: () => t('members.outcome.EXPIRED'),
  };
  return {
    state: (value) => ({ ACTIVE: () => t('members.stateOf.ACTIVE'), SUSPENDED: () => t('members.stateOf.SUSPENDED'), ENDED: () => t('members.stateOf.ENDED') })[value](),
    invitationState: (value) => ({
      PENDING: () => t('members.invitationState.PENDING'),
      ACCEPTED: () => t('members.invitationState.ACCEPTED'),
      WITHDRAWN: () => t('members.invitationState.WITHDRAWN'),
      EXPIRED: () => t('members.invitationState.EXPIRED'),
    })[value](),
    obstacle: (outcome) => obstacles[outcome]?.(),
  };
}
