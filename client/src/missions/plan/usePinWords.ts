import { useI18n } from 'vue-i18n';

import { filled, type Part } from './planParts.ts';
import type { Pinned, PinKind } from './planChoices.ts';
import type { PlanWords } from './usePlanWords.ts';

/** Gives the words of buttons that fix something. */
export function usePinActs(): (kind: PinKind) => string {
  const { t } = useI18n();
  const acts: Readonly<Record<PinKind, () => string>> = {
    IN: () => t('pins.act.IN'), OUT: () => t('pins.act.OUT'), AT: () => t('pins.act.AT'), GOES: () => t('pins.act.GOES'), STAYS: () => t('pins.act.STAYS'), ATTENDS: () => t('pins.act.ATTENDS'), ABSENT: () => t('pins.act.ABSENT'),
  };
  return (kind) => acts[kind]();
}

/** Gives the sentences that say what is fixed. */
export function usePinSentences(): (pin: Pinned, words: PlanWords) => Part[] {
  const { t } = useI18n();
  const says: Readonly<Record<PinKind, (marks: Record<string, string>) => string>> = {
    IN: (marks) => t('pins.said.IN', marks), OUT: (marks) => t('pins.said.OUT', marks), AT: (marks) => t('pins.said.AT', marks), GOES: (marks) => t('pins.said.GOES', marks), STAYS: (marks) => t('pins.said.STAYS', marks),
    ATTENDS: (marks) => t('pins.said.ATTENDS', marks), ABSENT: (marks) => t('pins.said.ABSENT', marks),
  };
  return ({ pin, meetingKey, personKey, startsAt }, { names, at }) =>
    filled(says[pin], { meeting: [names.meeting(meetingKey)], person: [names.person(personKey)], when: startsAt === null ? [] : [at(startsAt, names.zone(meetingKey))] });
}
