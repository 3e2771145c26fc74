import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import type { MeetingFieldName } from './meetingForm.ts';
import type { Meeting, MeetingFault, MeetingOutcome } from './useMeetings.ts';
import { type ProgrammeWords, useProgrammeWords } from './useProgrammeWords.ts';

/** The words of preparing meetings, in the reader's language. */
export interface MeetingWords extends ProgrammeWords {
  readonly field: (field: MeetingFieldName) => string;
  readonly kind: (category: Meeting['category']) => string;
  readonly fault: (fault: MeetingFault) => string;
  /** Why nothing came of it; undefined where something did, or where the page says it otherwise. */
  readonly obstacle: (outcome: string) => string | undefined;
  /** The same of what is done to a meeting as a whole: what somebody else has changed meanwhile is shown as it is now. */
  readonly decided: (outcome: string) => string | undefined;
}

/** Gives the words of preparing meetings. */
export function useMeetingWords(): MeetingWords {
  const { t } = useI18n();
  const fields: Readonly<Record<MeetingFieldName, () => string>> = {
    sourceLocale: () => t('prepare.sourceLocale'), subject: () => t('meetings.subject'), note: () => t('meetings.note'), organisation: () => t('meetings.host'), hostName: () => t('legs.organisation'), category: () => t('meetings.category'), status: () => t('meetings.status'),
    minutes: () => t('meetings.minutes'), isMandatory: () => t('meetings.mandatory'), isOnlyAdviser: () => t('meetings.onlyAdviser'), day: () => t('meetings.day'), starts: () => t('prepare.starts'), overrideReason: () => t('meetings.override'), placeName: () => t('prepare.venue'),
    placeAddress: () => t('prepare.address'), windows: () => t('meetings.windows'), needs: () => t('missions.team'), languages: () => t('meetings.languages'), precedes: () => t('meetings.precedes'), recommendations: () => t('missions.toward.title'),
  };
  const kinds: Readonly<Record<Meeting['category'], () => string>> = {
    AUTHORITY: () => t('meetings.kind.AUTHORITY'), JUSTICE: () => t('meetings.kind.JUSTICE'), POLICE: () => t('meetings.kind.POLICE'), NGO: () => t('meetings.kind.NGO'), INTERNATIONAL: () => t('meetings.kind.INTERNATIONAL'), TRAINING: () => t('meetings.kind.TRAINING'), POST: () => t('meetings.kind.POST'),
  };
  const faults: Readonly<Record<MeetingFault['fault'], (maximum: string) => string>> = {
    MISSING: () => t('prepare.fault.MISSING'), TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }), UNREADABLE: () => t('prepare.fault.UNREADABLE'), UNKNOWN: () => t('prepare.fault.UNKNOWN'), REPEATED: () => t('prepare.fault.REPEATED'),
    OUT_OF_RANGE: (maximum) => t('prepare.fault.OUT_OF_RANGE', { maximum }), NOT_AFTER: () => t('prepare.fault.NOT_AFTER'), NOT_HERE: () => t('prepare.fault.NOT_HERE'), SETTLED: () => t('meetings.fault.SETTLED'), OUTSIDE: () => t('meetings.fault.OUTSIDE'),
    OUTSIDE_WINDOWS: () => t('meetings.fault.OUTSIDE_WINDOWS'), DAY_OFF: () => t('meetings.fault.DAY_OFF'), BUSY: () => t('meetings.fault.BUSY'), AWAY: () => t('meetings.fault.AWAY'), UNSUITED: () => t('prepare.fault.UNSUITED'), ONLY_ADVISER: () => t('meetings.fault.ONLY_ADVISER'), ORDER: () => t('meetings.fault.ORDER'),
    CIRCLE: () => t('meetings.fault.CIRCLE'), PROTECTED: () => t('meetings.secret'),
  };
  const obstacles: Readonly<Partial<Record<MeetingOutcome, () => string>>> = { NOT_ALLOWED: () => t('meetings.fault.SETTLED'), TOO_LATE: () => t('missions.tooLate'), GONE: () => t('missions.gone') };
  return {
    ...useProgrammeWords(), field: (field) => fields[field](), kind: (category) => kinds[category](),
    fault: ({ fault, maximum }) => faults[fault](maximum === null ? '' : format.value.integer(maximum)),
    obstacle: (outcome) => obstacles[outcome as MeetingOutcome]?.(), decided: (outcome) => (outcome === 'CONFLICT' ? t('prepare.conflictLook', { what: t('meetings.conflict') }) : obstacles[outcome as MeetingOutcome]?.()),
  };
}
