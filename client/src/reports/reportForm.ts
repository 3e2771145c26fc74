import type { Locale } from '@passerelle/shared/locales.ts';

import { comparing } from '../core/editing/index.ts';
import type { AppraisalInput, Finding, FindingInput, FollowUpInput, Outcome, Reported, ReportFault, ReportInput } from './useReports.ts';

const wrong = (field: ReportFault['field'], fault: ReportFault['fault']): ReportFault => ({ field, fault, maximum: null });
const isBlank = (text: string): boolean => text.trim() === '';

export const OUTCOMES: readonly Outcome[] = ['REACHED', 'PARTLY', 'NOT_REACHED', 'UNKNOWN'];

/** What came of an objective as it is typed; no outcome where nothing is said of it. */
interface TypedResult {
  outcome: Outcome | '';
  text: string;
}

/** A report as it is typed; results by the keys of their objectives. */
export interface TypedReport {
  sourceLocale: Locale;
  summary: string;
  evaluation: string;
  results: Record<string, TypedResult>;
}

export const REPORT_FIELDS = ['sourceLocale', 'summary', 'evaluation', 'results'] as const satisfies readonly (keyof TypedReport)[];
export type ReportFieldName = (typeof REPORT_FIELDS)[number];

/** The report of a mission as one of those that are edited: at version 0 while there is none. */
export interface ReportItem {
  readonly version: number;
  readonly of: Reported;
}
export const reportItem = (of: Reported): ReportItem => ({ version: of.report?.version ?? 0, of });

/** The language of a report: that in which it was first written, or that of the mission. */
export const localeOf = ({ report, texts }: Reported): Locale => ((report?.texts ?? texts).find(({ isSource }) => isSource) ?? texts[0]!).locale as Locale;

/** A report that is stored, as if it were typed: in the language in which it was first written, and in no other. */
export function typedReport({ of }: ReportItem): TypedReport {
  const sourceLocale = localeOf(of);
  const source = of.report?.texts.find(({ isSource }) => isSource);
  const results = of.objectives.map(({ key, result }) => [key, { outcome: result?.outcome ?? '', text: result?.texts.find(({ locale }) => locale === sourceLocale)?.text ?? '' }] as const);
  return { sourceLocale, summary: source?.summary ?? '', evaluation: source?.evaluation ?? '', results: Object.fromEntries(results) };
}

/** What is sent of what is typed. */
export function reportInput({ sourceLocale, summary, evaluation, results }: TypedReport): ReportInput {
  const said = Object.entries(results).filter((one): one is [string, TypedResult & { outcome: Outcome }] => one[1].outcome !== '');
  return { sourceLocale, summary, evaluation, results: said.map(([key, { outcome, text }]) => ({ key, outcome, text })) };
}

/** What is wrong with what is typed, as far as the page can know. */
export function reportFaults({ summary, results }: TypedReport): ReportFault[] {
  return [...(isBlank(summary) ? [wrong('SUMMARY', 'MISSING')] : []), ...(Object.values(results).some(({ outcome, text }) => (outcome === '') !== isBlank(text)) ? [wrong('RESULTS', 'MISSING')] : [])];
}

export const reportComparing = comparing<TypedReport, ReportFieldName>(REPORT_FIELDS);

/** A finding as it is typed; the leg by its key and the theme by its code, empty for none. */
export interface TypedFinding {
  sourceLocale: Locale;
  leg: string;
  theme: string;
  foundOn: string;
  text: string;
  recommendations: Finding['recommendations'][number][];
  needs: Finding['needs'][number][];
}

export const FINDING_FIELDS = ['sourceLocale', 'leg', 'theme', 'foundOn', 'text', 'recommendations', 'needs'] as const satisfies readonly (keyof TypedFinding)[];
export type FindingFieldName = (typeof FINDING_FIELDS)[number];

export const emptyFinding = (of: Reported): TypedFinding => ({ sourceLocale: localeOf(of), leg: '', theme: '', foundOn: of.startsOn, text: '', recommendations: [], needs: [] });

/** A finding that is stored, as if it were typed. */
export function typedFinding({ legKey, theme, foundOn, texts, recommendations, needs }: Finding): TypedFinding {
  const source = texts.find(({ isSource }) => isSource)!;
  return { sourceLocale: source.locale as Locale, leg: legKey ?? '', theme: theme?.code ?? '', foundOn, text: source.text, recommendations: [...recommendations], needs: [...needs] };
}

/** What is sent of what is typed. */
export function findingInput({ leg, theme, recommendations, needs, ...typed }: TypedFinding): FindingInput {
  return { ...typed, leg: leg === '' ? null : leg, theme: theme === '' ? null : theme, recommendations: recommendations.map(({ id }) => id), needs: needs.map(({ id }) => id) };
}

export function findingFaults({ text, foundOn }: TypedFinding): ReportFault[] {
  return [...(isBlank(text) ? [wrong('FINDING', 'MISSING')] : []), ...(foundOn === '' ? [wrong('FOUND_ON', 'MISSING')] : [])];
}

export const findingComparing = comparing<TypedFinding, FindingFieldName>(FINDING_FIELDS);

/** What comes of a finding as it is typed; empty for no day. */
export interface TypedFollowUp {
  dueOn: string;
  doneOn: string;
}

const FOLLOW_UP_FIELDS = ['dueOn', 'doneOn'] as const satisfies readonly (keyof TypedFollowUp)[];
export type FollowUpFieldName = (typeof FOLLOW_UP_FIELDS)[number];

export const typedFollowUp = ({ dueOn, doneOn }: Pick<Finding, 'dueOn' | 'doneOn'>): TypedFollowUp => ({ dueOn: dueOn ?? '', doneOn: doneOn ?? '' });
export const followUpInput = ({ dueOn, doneOn }: TypedFollowUp): FollowUpInput => ({ dueOn: dueOn === '' ? null : dueOn, doneOn: doneOn === '' ? null : doneOn });
export const followUpFaults = ({ dueOn, doneOn }: TypedFollowUp): ReportFault[] => (dueOn === '' && doneOn !== '' ? [wrong('DUE_ON', 'MISSING')] : []);
export const followUpComparing = comparing<TypedFollowUp, FollowUpFieldName>(FOLLOW_UP_FIELDS);

/** Whether what a finding calls for should be done by now, and is not. */
export const isLate = ({ dueOn, doneOn }: Pick<Finding, 'dueOn' | 'doneOn'>, today: string): boolean => dueOn !== null && doneOn === null && dueOn < today;

/** How an expert was found as it is typed; marks as figures, empty while none is chosen. */
export interface TypedAppraisal {
  expertise: string;
  exchange: string;
  reliability: string;
  text: string;
}

export const MARKS = ['expertise', 'exchange', 'reliability'] as const satisfies readonly (keyof TypedAppraisal)[];
export type AppraisalFieldName = keyof TypedAppraisal;

/** Of which expert; at version 0 while nothing is said. */
export interface AppraisalItem {
  readonly key: string;
  readonly version: number;
  readonly said: Reported['appraisals'][number] | undefined;
}

export const keyIn = (id: string): string => id.slice(id.indexOf('_') + 1);

/** The experts who stayed somewhere on a mission, each with how they were found. */
export function appraisalItems({ members, appraisals }: Reported): (AppraisalItem & { readonly name: string })[] {
  return members.flatMap(({ name, expert, stays }) => {
    if (!expert || stays.length === 0) return [];
    const key = keyIn(expert.id);
    const said = appraisals.find(({ expertKey }) => expertKey === key);
    return [{ key, name, version: said?.version ?? 0, said }];
  });
}

const mark = (of: number | undefined): string => (of === undefined ? '' : String(of));
export const typedAppraisal = ({ said }: AppraisalItem): TypedAppraisal => ({ expertise: mark(said?.expertise), exchange: mark(said?.exchange), reliability: mark(said?.reliability), text: said?.text ?? '' });

export const appraisalInput = (typed: TypedAppraisal, locale: Locale): AppraisalInput => ({ expertise: Number(typed.expertise), exchange: Number(typed.exchange), reliability: Number(typed.reliability), text: typed.text, locale });

export const appraisalFaults = (typed: TypedAppraisal): ReportFault[] => (MARKS.some((name) => typed[name] === '') ? [wrong('MARKS', 'MISSING')] : []);

export const appraisalComparing = comparing<TypedAppraisal, AppraisalFieldName>([...MARKS, 'text']);
