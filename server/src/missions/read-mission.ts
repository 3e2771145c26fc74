/** Reading what is sent of a mission: a content that can be stored, or everything that is wrong with it. Pure functions. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { type TeamNeed, TEAM_ROLES } from '@passerelle/shared/missionTeam.ts';
import { tidy } from '../core/translation/index.ts';
import { fault, type MissionFault, type MissionField } from './mission-fault.ts';

/** The most signs of each text, cents, days, objectives, people of a role, legs, and contacts of one. */
export const MOST = {
  TITLE: 200, PURPOSE: 2_000, NOTE: 2_000, OBJECTIVES: 500, LODGING_NAME: 200, LODGING_ADDRESS: 200, TRANSPORT: 500, REASON: 1_000, NAME: 200, FUNCTION: 200, ORGANISATION: 200,
  SUMMARY: 5_000, EVALUATION: 5_000, RESULTS: 2_000, FINDING: 2_000, WORDS: 2_000, CAPTION: 200, CREDIT: 200,
  cents: 1_000_000_000, days: 366, objectives: 20, recommendations: 10, needs: 10, projects: 10, people: 20, legs: 30, contacts: 30,
} as const;

/** An objective as it is sent and stored: under a key that its author has drawn, with the slugs of its recommendations and the keys of its needs and projects. */
export interface Objective {
  readonly key: string;
  readonly text: string;
  readonly recommendations: readonly string[];
  readonly needs: readonly string[];
  readonly projects: readonly string[];
}

/** All that is said of a mission: the texts, those of its objectives too, in `sourceLocale`; days as `2027-11-08`. */
export interface MissionContent {
  readonly sourceLocale: Locale;
  readonly title: string;
  readonly purpose: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly envelopeCents: number | null;
  /** By role. */
  readonly team: readonly TeamNeed[];
  readonly objectives: readonly Objective[];
}

const ONE_LINE: readonly MissionField[] = ['TITLE', 'LODGING_NAME', 'LODGING_ADDRESS', 'NAME', 'FUNCTION', 'ORGANISATION', 'CAPTION', 'CREDIT'];

/** What is wrong with a text, if anything is. */
export function textFaults(field: keyof typeof MOST & MissionField, text: string | null): MissionFault[] {
  if (text === null) return [];
  if (text.length > MOST[field]) return [fault(field, 'TOO_LONG', MOST[field])];
  return (ONE_LINE.includes(field) ? /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u : /[^\P{Cc}\n\t]|\p{Cs}/u).test(text) ? [fault(field, 'UNREADABLE')] : [];
}

/** The same of a text that must be there. */
export function neededFaults(field: keyof typeof MOST & MissionField, text: string | null): MissionFault[] {
  return text === null ? [fault(field, 'MISSING')] : textFaults(field, text);
}

/** How many days there are from one to another, both counted. */
const daysFrom = (first: string, last: string): number => (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;

/** Between which days missions are: a year with a digit too many, too few or exchanged is a mistake in typing. */
export const FIRST_DAY = '2000-01-01';
export const LAST_DAY = '2099-12-31';
const isFarOff = (day: string): boolean => day.length !== FIRST_DAY.length || day < FIRST_DAY || day > LAST_DAY;

function periodFaults(startsOn: string, endsOn: string): MissionFault[] {
  const farOff = ([['STARTS', startsOn], ['ENDS', endsOn]] as const).flatMap(([field, day]) => (isFarOff(day) ? [fault(field, 'FAR_OFF')] : []));
  if (farOff.length > 0) return farOff;
  if (endsOn < startsOn) return [fault('ENDS', 'NOT_AFTER')];
  return daysFrom(startsOn, endsOn) > MOST.days ? [fault('ENDS', 'TOO_MANY_DAYS', MOST.days)] : [];
}

const isCount = (count: number, least: number, most: number): boolean => Number.isInteger(count) && count >= least && count <= most;

function teamFaults(team: readonly TeamNeed[]): MissionFault[] {
  if (new Set(team.map(({ kind }) => kind)).size < team.length) return [fault('TEAM', 'REPEATED')];
  return team.every(({ atLeast }) => isCount(atLeast, 1, MOST.people)) ? [] : [fault('TEAM', 'OUT_OF_RANGE', MOST.people)];
}

type ReadObjective = Omit<Objective, 'text'> & { readonly text: string | null };

function linkFaults(objectives: readonly ReadObjective[], of: 'needs' | 'projects'): MissionFault[] {
  const field = of === 'needs' ? 'NEEDS' : 'PROJECTS';
  if (objectives.some((one) => one[of].length > MOST[of])) return [fault(field, 'TOO_LONG', MOST[of])];
  return objectives.some((one) => new Set(one[of]).size < one[of].length) ? [fault(field, 'REPEATED')] : [];
}

function objectiveFaults(objectives: readonly ReadObjective[]): MissionFault[] {
  if (objectives.length > MOST.objectives || objectives.some(({ recommendations }) => recommendations.length > MOST.recommendations)) return [fault('OBJECTIVES', 'TOO_LONG', MOST.objectives)];
  const isRepeated = [objectives.map(({ key }) => key), ...objectives.map(({ recommendations }) => recommendations)].some((list) => new Set(list).size < list.length);
  return isRepeated ? [fault('OBJECTIVES', 'REPEATED')] : objectives.flatMap(({ text }) => neededFaults('OBJECTIVES', text)).slice(0, 1);
}

/** The same with nothing tidied. */
type WholeMission = Omit<MissionContent, 'purpose'> & { readonly purpose: string };

/** An objective as it is sent: needs and projects that are not sent stay. */
type SentObjective = Omit<Objective, 'needs' | 'projects'> & { readonly [K in 'needs' | 'projects']: readonly string[] | undefined };

/** The same as it is sent. */
export type SentMission = Omit<WholeMission, 'objectives'> & { readonly objectives: readonly SentObjective[] };

/** Reads what is sent, as far as it can be judged without the database. */
export function readMission(sent: WholeMission): MissionContent | readonly MissionFault[] {
  const { sourceLocale, startsOn, endsOn, envelopeCents } = sent;
  const [title, purpose] = [tidy(sent.title), tidy(sent.purpose)];
  const objectives = sent.objectives.map(({ key, text, recommendations, needs, projects }) => ({ key, text: tidy(text), recommendations: [...recommendations].sort(), needs: [...needs].sort(), projects: [...projects].sort() }));
  const team = sent.team.toSorted((one, other) => TEAM_ROLES.indexOf(one.kind) - TEAM_ROLES.indexOf(other.kind));
  const faults = [
    ...neededFaults('TITLE', title), ...textFaults('PURPOSE', purpose), ...periodFaults(startsOn, endsOn),
    ...(envelopeCents === null || isCount(envelopeCents, 0, MOST.cents) ? [] : [fault('ENVELOPE', 'OUT_OF_RANGE', MOST.cents)]),
    ...teamFaults(team), ...objectiveFaults(objectives), ...linkFaults(objectives, 'needs'), ...linkFaults(objectives, 'projects'),
  ];
  return faults.length > 0 ? faults : { sourceLocale, title: title!, purpose, startsOn, endsOn, envelopeCents, team, objectives: objectives.map((one) => ({ ...one, text: one.text! })) };
}
