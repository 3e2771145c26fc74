/** What an expert proposes for their own sheet: the fields that are theirs to propose, and in which of them two contents differ. Pure functions. */
import { type ExpertFault, ExpertField, fault } from './expert-fault.ts';
import { type ExpertContent, textFaults, tidy } from './read-expert.ts';

/** What an expert proposes: who vouches for them, where they are written to and who sees what stand beside it. */
export type ProposedContent = Pick<ExpertContent, 'sourceLocale' | 'name' | 'profession' | 'corps' | 'institution' | 'summary' | 'languages' | 'themes' | 'countries'>;

/** The fields that are decided about one by one; a summary is decided about with the language in which it is written. */
const PROPOSED = {
  NAME: ['name'], PROFESSION: ['profession'], CORPS: ['corps'], INSTITUTION: ['institution'], SUMMARY: ['sourceLocale', 'summary'], LANGUAGES: ['languages'], THEMES: ['themes'], COUNTRIES: ['countries'],
} as const satisfies Partial<Record<ExpertField, readonly (keyof ProposedContent)[]>>;
export type ProposedField = keyof typeof PROPOSED;
const PROPOSED_FIELDS = Object.keys(PROPOSED) as readonly ProposedField[];
/** All fields of a sheet, in the order of the form. */
const FIELDS = Object.keys(ExpertField) as readonly ExpertField[];
/** So many decisions come at once at most: one about each field. */
export const MOST_DECISIONS = FIELDS.length;

/** Of a content, what is an expert's to propose. */
export function proposedOf({ sourceLocale, name, profession, corps, institution, summary, languages, themes, countries }: ProposedContent): ProposedContent {
  return { sourceLocale, name, profession, corps, institution, summary, languages: languages.map(({ language, level }) => ({ language, level })), themes, countries };
}

/** The fields in which two contents differ, in the order of the form. */
export function changedFields(before: ProposedContent, after: ProposedContent): ProposedField[] {
  // What comes from the database has its keys in another order.
  const [one, other] = [proposedOf(before), proposedOf(after)];
  return PROPOSED_FIELDS.filter((field) => PROPOSED[field].some((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part])));
}

/** What is decided about a field: why not, where it is declined. */
export interface ProposalDecision {
  readonly field: ProposedField;
  readonly isTaken: boolean;
  readonly reason: string | null;
}

/** The most signs of a reason. */
const LONGEST_REASON = 500;

function reasonFaults({ field, isTaken, reason }: ProposalDecision): ExpertFault[] {
  if (isTaken) return [];
  if (reason === null) return [fault(field, 'MISSING')];
  return reason.length > LONGEST_REASON ? [fault(field, 'TOO_LONG', LONGEST_REASON)] : textFaults('SUMMARY', reason).map(({ fault: kind }) => fault(field, kind));
}

/** What is sent, in the order of the fields and tidied; of what is taken no reason stays. */
export function readDecisions(sent: readonly ProposalDecision[]): ProposalDecision[] {
  return FIELDS.flatMap((field) => sent.filter((one) => one.field === field)).map(({ field, isTaken, reason }) => ({ field, isTaken, reason: isTaken ? null : tidy(reason) }));
}

/** What is wrong with decisions about `fields`: each is decided about once, no other is, and what is declined says why. */
export function decisionFaults(fields: readonly ProposedField[], decisions: readonly ProposalDecision[]): ExpertFault[] {
  const times = (field: ExpertField): number => decisions.filter((one) => one.field === field).length;
  return [
    ...fields.filter((field) => times(field) === 0).map((field) => fault(field, 'MISSING')),
    ...FIELDS.filter((field) => times(field) > 1).map((field) => fault(field, 'REPEATED')),
    ...FIELDS.filter((field) => times(field) > 0 && !(fields as readonly ExpertField[]).includes(field)).map((field) => fault(field, 'NOT_HERE')),
    ...decisions.flatMap(reasonFaults),
  ];
}

/** A sheet with what was taken of a proposal. */
export function withTaken(held: ExpertContent, proposed: ProposedContent, decisions: readonly ProposalDecision[]): ExpertContent {
  const parts = decisions.filter(({ isTaken }) => isTaken).flatMap(({ field }) => PROPOSED[field] as readonly (keyof ProposedContent)[]);
  const content = proposedOf(proposed);
  return { ...held, ...Object.fromEntries(parts.map((part) => [part, content[part]])) };
}
