import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import type { AppraisalFieldName, FindingFieldName, FollowUpFieldName, ReportFieldName } from './reportForm.ts';
import type { Outcome, ReportFault } from './useReports.ts';

type FieldName = ReportFieldName | FindingFieldName | FollowUpFieldName | AppraisalFieldName;

/** The words of reports, in the reader's language. */
export interface ReportWords {
  readonly field: (field: FieldName) => string;
  readonly outcome: (outcome: Outcome) => string;
  readonly mark: (mark: number) => string;
  readonly fault: (fault: ReportFault) => string;
  /** Why nothing came of it; undefined where something did, or where the page says it otherwise. */
  readonly obstacle: (outcome: string) => string | undefined;
  /** The same of what is decided as a whole: somebody else has changed it meanwhile. */
  readonly decided: (outcome: string) => string | undefined;
}

/** Gives the words of reports. */
export function useReportWords(): ReportWords {
  const { t } = useI18n();
  const fields: Readonly<Record<FieldName, () => string>> = {
    sourceLocale: () => t('prepare.sourceLocale'), summary: () => t('reports.summary'), evaluation: () => t('reports.evaluation'), results: () => t('reports.results'), leg: () => t('reports.where'), theme: () => t('reports.theme'),
    foundOn: () => t('reports.foundOn'), text: () => t('reports.text'), recommendations: () => t('missions.toward.title'), needs: () => t('prepare.field.needs'), expertise: () => t('reports.expertise'), exchange: () => t('reports.exchange'), reliability: () => t('reports.reliability'),
    dueOn: () => t('reports.followDue'), doneOn: () => t('reports.followDone'),
  };
  const outcomes: Readonly<Record<Outcome, () => string>> = {
    REACHED: () => t('reports.outcomes.REACHED'), PARTLY: () => t('reports.outcomes.PARTLY'), NOT_REACHED: () => t('reports.outcomes.NOT_REACHED'), UNKNOWN: () => t('reports.outcomes.UNKNOWN'),
  };
  const marks = [() => t('reports.marks.one'), () => t('reports.marks.two'), () => t('reports.marks.three'), () => t('reports.marks.four')];
  const own: Readonly<Record<string, () => string>> = {
    'RESULTS MISSING': () => t('reports.fault.RESULTS'), 'FINDING NOT_HERE': () => t('reports.fault.ELSEWHERE'), 'FOUND_ON OUTSIDE': () => t('reports.fault.OUTSIDE'), 'PARTS MISSING': () => t('reports.fault.NOTHING'), 'COUNTRIES MISSING': () => t('reports.fault.NO_COUNTRY'),
    'DUE_ON NOT_AFTER': () => t('reports.fault.BEFORE'), 'DUE_ON FAR_OFF': () => t('missions.fault.FAR_OFF'), 'DONE_ON NOT_AFTER': () => t('reports.fault.BEFORE'), 'DONE_ON OUTSIDE': () => t('reports.fault.TO_COME'),
  };
  const kinds: Readonly<Partial<Record<ReportFault['fault'], (maximum: string) => string>>> = {
    MISSING: () => t('prepare.fault.MISSING'), TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }), UNREADABLE: () => t('prepare.fault.UNREADABLE'), UNKNOWN: () => t('prepare.fault.UNKNOWN'), REPEATED: () => t('prepare.fault.REPEATED'),
    OUT_OF_RANGE: (maximum) => t('prepare.fault.OUT_OF_RANGE', { maximum }), NOT_HERE: () => t('prepare.fault.NOT_HERE'), NAMES_PERSON: () => t('reports.fault.NAMES_PERSON'), NAMES_ORGANISATION: () => t('reports.fault.NAMES_ORGANISATION'), HAS_CONTACT: () => t('reports.fault.HAS_CONTACT'),
    WITHDRAWN: () => t('prepare.fault.WITHDRAWN'), FORGOTTEN: () => t('reports.fault.FORGOTTEN'),
  };
  const obstacles: Readonly<Record<string, () => string>> = { NOT_ALLOWED: () => t('missions.closed'), TOO_LATE: () => t('missions.tooLate'), GONE: () => t('missions.gone') };
  const obstacle = (outcome: string): string | undefined => obstacles[outcome]?.();
  return {
    field: (field) => fields[field](), outcome: (outcome) => outcomes[outcome](), mark: (mark) => marks[mark - 1]?.() ?? '',
    fault: ({ field, fault, maximum }) => own[`${field} ${fault}`]?.() ?? kinds[fault]?.(maximum === null ? '' : format.value.integer(maximum)) ?? t('prepare.fault.UNKNOWN'),
    obstacle, decided: (outcome) => (outcome === 'CONFLICT' ? t('prepare.conflictLook', { what: t('missions.conflict') }) : obstacle(outcome)),
  };
}
