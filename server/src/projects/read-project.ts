/** Reading what is sent of a project: a content that can be stored, or everything that is wrong with it. Pure functions. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { tidy, typedFault } from '../core/translation/index.ts';
import { fault, type ProjectFault } from './project-fault.ts';

/** The most signs of each text, elements of each list, and cents of a line. */
const MOST = { TITLE: 200, PURPOSE: 5_000, REASON: 1_000, LABEL: 200, COUNTRIES: 16, LIST: 100, BUDGET: 30 } as const;
/** What a line of a budget is at most: ten million euros. */
const MOST_CENTS = 1_000_000_000;

/** The lists of what a project is linked to, by the keys of what stands in them. */
export const LISTS = { countries: 'COUNTRIES', needs: 'NEEDS', recommendations: 'RECOMMENDATIONS', partners: 'PARTNERS', experts: 'EXPERTS', sessions: 'SESSIONS' } as const;
export type ListName = keyof typeof LISTS;
export const LIST_NAMES = Object.keys(LISTS) as ListName[];

export interface BudgetLine {
  readonly label: string;
  /** In euros. */
  readonly cents: number;
}

/** What is said of a project: the texts, those of the budget too, in `sourceLocale`; what it is linked to by keys, sorted. */
export interface ProjectContent extends Readonly<Record<ListName, readonly string[]>> {
  readonly sourceLocale: Locale;
  readonly title: string;
  readonly purpose: string;
  /** The key of the group of needs that it came from. */
  readonly commonNeed: string | null;
  readonly budget: readonly BudgetLine[];
}

function textFaults(field: 'TITLE' | 'PURPOSE' | 'REASON', text: string | null): ProjectFault[] {
  const wrong = text === null ? null : typedFault(text, MOST[field], field === 'TITLE');
  return wrong ? [fault(field, wrong, wrong === 'TOO_LONG' ? MOST[field] : null)] : [];
}

const neededFaults = (field: 'TITLE' | 'PURPOSE', text: string | null): ProjectFault[] => (text === null ? [fault(field, 'MISSING')] : textFaults(field, text));

function listFaults(name: ListName, list: readonly string[]): ProjectFault[] {
  const [field, most] = [LISTS[name], name === 'countries' ? MOST.COUNTRIES : MOST.LIST];
  if (name === 'countries' && list.length === 0) return [fault(field, 'MISSING')];
  if (new Set(list).size < list.length) return [fault(field, 'REPEATED')];
  return list.length > most ? [fault(field, 'TOO_LONG', most)] : [];
}

function lineFaults({ label, cents }: BudgetLine, n: number): ProjectFault[] {
  if (label === '') return [fault('BUDGET', 'MISSING', null, n)];
  const wrong = typedFault(label, MOST.LABEL, true);
  if (wrong) return [fault('BUDGET', wrong, wrong === 'TOO_LONG' ? MOST.LABEL : null, n)];
  return cents >= 0 && cents <= MOST_CENTS ? [] : [fault('BUDGET', 'OUT_OF_RANGE', MOST_CENTS, n)];
}

/** Reads what is sent, as far as it can be judged without the database. */
export function readProject(sent: ProjectContent): ProjectContent | readonly ProjectFault[] {
  const [title, purpose] = [tidy(sent.title), tidy(sent.purpose)];
  const budget = sent.budget.map(({ label, cents }) => ({ label: tidy(label) ?? '', cents }));
  const faults = [
    ...neededFaults('TITLE', title), ...neededFaults('PURPOSE', purpose), ...LIST_NAMES.flatMap((name) => listFaults(name, sent[name])),
    ...(budget.length > MOST.BUDGET ? [fault('BUDGET', 'TOO_LONG', MOST.BUDGET)] : budget.flatMap(lineFaults)),
  ];
  if (faults.length > 0) return faults;
  const lists = Object.fromEntries(LIST_NAMES.map((name) => [name, [...sent[name]].sort()])) as Record<ListName, string[]>;
  return { sourceLocale: sent.sourceLocale, title: title!, purpose: purpose!, commonNeed: sent.commonNeed, ...lists, budget };
}

/** Throws VICTIM_DATA for texts that tell who a person is. */
export function guardProject({ title, purpose, budget }: ProjectContent): void {
  refuseVictimsData('input.title', title);
  refuseVictimsData('input.purpose', purpose);
  budget.forEach(({ label }, n) => refuseVictimsData(`input.budget.${n}.label`, label));
}

/** The texts of a project in another language; what is empty is missing in it. Throws VICTIM_DATA. */
export function readProjectTexts(sent: { readonly title: string; readonly purpose: string }): { readonly texts: { readonly title: string | null; readonly purpose: string | null } } | readonly ProjectFault[] {
  const texts = { title: tidy(sent.title), purpose: tidy(sent.purpose) };
  const faults = [...textFaults('TITLE', texts.title), ...textFaults('PURPOSE', texts.purpose)];
  if (faults.length > 0) return faults;
  refuseVictimsData('texts.title', texts.title ?? '');
  refuseVictimsData('texts.purpose', texts.purpose ?? '');
  return { texts };
}

/** Why something is decided; null for nothing said. Whoever gives a project up says why. Throws VICTIM_DATA. */
export function readReason(sent: string, isNeeded: boolean): { readonly reason: string | null } | readonly ProjectFault[] {
  const reason = tidy(sent);
  const faults = reason === null && isNeeded ? [fault('REASON', 'MISSING')] : textFaults('REASON', reason);
  if (faults.length > 0) return faults;
  refuseVictimsData('reason', reason ?? '');
  return { reason };
}
