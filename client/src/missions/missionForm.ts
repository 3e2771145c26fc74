import type { Locale } from '@passerelle/shared/locales.ts';
import { DEFAULT_TEAM, TEAM_ROLES, type TeamRole } from '@passerelle/shared/missionTeam.ts';

import { comparing } from '../core/editing/index.ts';
import { format } from '../core/i18n/index.ts';
import type { Leg, LegInput, Mission, MissionFault, MissionInput } from './useMissions.ts';

type Towards = Mission['objectives'][number]['recommendations'][number];
type LinkedNeed = Mission['objectives'][number]['needs'][number];
type LinkedProject = Mission['objectives'][number]['projects'][number];

/** An objective as it is typed. */
export interface TypedObjective {
  readonly key: string;
  text: string;
  recommendations: Towards[];
  needs: LinkedNeed[];
  projects: LinkedProject[];
}

/** A mission as it is typed; amounts and counts as figures, empty where there is none. */
export interface TypedMission {
  sourceLocale: Locale;
  title: string;
  purpose: string;
  startsOn: string;
  endsOn: string;
  envelope: string;
  team: Record<TeamRole, string>;
  objectives: TypedObjective[];
}

const MISSION_FIELDS = ['sourceLocale', 'title', 'purpose', 'startsOn', 'endsOn', 'envelope', 'team', 'objectives'] as const satisfies readonly (keyof TypedMission)[];
export type MissionFieldName = (typeof MISSION_FIELDS)[number];

/** The most people of a role. */
const MOST_PEOPLE = 20;

/** Whom a team needs, as it is typed: a role that is not needed is empty. */
function typedTeam(team: Mission['team'] | typeof DEFAULT_TEAM): TypedMission['team'] {
  return Object.fromEntries(TEAM_ROLES.map((kind) => [kind, String(team.find((one) => one.kind === kind)?.atLeast ?? '')])) as TypedMission['team'];
}

/** A mission of which nothing is said yet, in the language of the page, with the team that every mission has. */
export function emptyMission(locale: Locale): TypedMission {
  return { sourceLocale: locale, title: '', purpose: '', startsOn: '', endsOn: '', envelope: '', team: typedTeam(DEFAULT_TEAM), objectives: [] };
}

const sourceOf = <T extends { readonly isSource: boolean }>(texts: readonly T[]): T => texts.find(({ isSource }) => isSource)!;

/** A mission that is stored, as if it were typed: in the language in which it was first written, and in no other. */
export function typedMission({ texts, startsOn, endsOn, envelopeCents, team, objectives }: Mission): TypedMission {
  const { locale, title, purpose } = sourceOf(texts);
  const textIn = (of: Mission['objectives'][number]): string => of.texts.find((one) => one.locale === locale)?.text ?? of.text.text;
  return {
    sourceLocale: locale as Locale, title: title ?? '', purpose: purpose ?? '', startsOn, endsOn, envelope: envelopeCents === null ? '' : amountOf(envelopeCents), team: typedTeam(team),
    objectives: objectives.map((one) => ({ key: one.key, text: textIn(one), recommendations: [...one.recommendations], needs: [...one.needs], projects: [...one.projects] })),
  };
}

/** An amount of cents as it is typed: euros with two decimals, after the sign of the reader's language. */
export const amountOf = (cents: number): string => (cents / 100).toFixed(2).replace('.', format.value.decimal(0.5).slice(1, -1));

/** An amount in euros as it is typed, in cents; undefined for what is none. */
function centsOf(typed: string): number | undefined {
  const figures = typed.replaceAll(/[\s\u202F\u00A0]/g, '').replace(',', '.');
  return /^\d{1,8}(?:\.\d{1,2})?$/.test(figures) ? Math.round(Number(figures) * 100) : undefined;
}

const isBlank = (text: string): boolean => text.trim() === '';

/** What is sent of what is typed. */
export function missionInput({ sourceLocale, title, purpose, startsOn, endsOn, envelope, team, objectives }: TypedMission): MissionInput {
  return {
    sourceLocale, title, purpose, startsOn, endsOn, envelopeCents: isBlank(envelope) ? null : centsOf(envelope)!,
    team: TEAM_ROLES.filter((kind) => !isBlank(team[kind])).map((kind) => ({ kind, atLeast: Number(team[kind]) })),
    objectives: objectives.map(({ key, text, recommendations, needs, projects }) => ({ key, text, recommendations: recommendations.map(({ id }) => id), needs: needs.map(({ id }) => id), projects: projects.map(({ id }) => id) })),
  };
}

const wrong = (field: MissionFault['field'], fault: MissionFault['fault'], maximum: number | null = null): MissionFault => ({ field, fault, maximum, leg: null, lacking: [] });

function dayFaults({ startsOn, endsOn }: Pick<TypedMission, 'startsOn' | 'endsOn'>): MissionFault[] {
  if (startsOn === '' || endsOn === '') return [...(startsOn === '' ? [wrong('STARTS', 'MISSING')] : []), ...(endsOn === '' ? [wrong('ENDS', 'MISSING')] : [])];
  return endsOn < startsOn ? [wrong('ENDS', 'NOT_AFTER')] : [];
}

/** Whether that many of a role can be needed; nothing where none are. */
export const isTeamCount = (typed: string): boolean => isBlank(typed) || (/^\d+$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= MOST_PEOPLE);

/** What is wrong with what is typed, as far as the page can know, in the order of the fields. */
export function missionFaults(typed: TypedMission): MissionFault[] {
  return [
    ...(isBlank(typed.title) ? [wrong('TITLE', 'MISSING')] : []), ...dayFaults(typed),
    ...(isBlank(typed.envelope) || centsOf(typed.envelope) !== undefined ? [] : [wrong('ENVELOPE', 'UNREADABLE')]),
    ...(TEAM_ROLES.every((kind) => isTeamCount(typed.team[kind])) ? [] : [wrong('TEAM', 'OUT_OF_RANGE', MOST_PEOPLE)]),
    ...(typed.objectives.some(({ text }) => isBlank(text)) ? [wrong('OBJECTIVES', 'MISSING')] : []),
  ];
}

/** What is typed of a mission beside what is stored of it. */
export const missionComparing = comparing<TypedMission, MissionFieldName>(MISSION_FIELDS);

/** A leg as it is typed. */
export type TypedLeg = { -readonly [K in keyof LegInput]: K extends 'sourceLocale' ? Locale : string };

const LEG_FIELDS = ['sourceLocale', 'purpose', 'note', 'country', 'city', 'startsOn', 'endsOn', 'lodgingName', 'lodgingAddress', 'transport'] as const satisfies readonly (keyof TypedLeg)[];
export type LegFieldName = (typeof LEG_FIELDS)[number];

/** A leg of which nothing is said yet: from the day on which the one before ends, or on which the mission begins. */
export function emptyLeg({ startsOn, legs }: Pick<Mission, 'startsOn' | 'legs'>, locale: Locale): TypedLeg {
  const first = legs.at(-1)?.endsOn ?? startsOn;
  return { sourceLocale: locale, purpose: '', note: '', country: '', city: '', startsOn: first, endsOn: first, lodgingName: '', lodgingAddress: '', transport: '' };
}

/** A leg that is stored, as if it were typed: in the language in which it was first written, and in no other. */
export function typedLeg({ texts, country, city, startsOn, endsOn, lodgingName, lodgingAddress, transport }: Leg): TypedLeg {
  const { locale, purpose, note } = sourceOf(texts);
  return {
    sourceLocale: locale as Locale, purpose: purpose ?? '', note: note ?? '', country: country.code, city: city.code, startsOn, endsOn, lodgingName: lodgingName ?? '', lodgingAddress: lodgingAddress ?? '', transport: transport ?? '',
  };
}

/** What is wrong with what is typed of a leg, as far as the page can know. */
export function legFaults(typed: TypedLeg, mission: Pick<Mission, 'startsOn' | 'endsOn'>): MissionFault[] {
  const days = dayFaults(typed);
  const isOutside = (day: string): boolean => day < mission.startsOn || day > mission.endsOn;
  return [
    ...(typed.country === '' ? [wrong('COUNTRY', 'MISSING')] : []), ...(typed.city === '' ? [wrong('CITY', 'MISSING')] : []), ...days,
    ...(days.length === 0 && isOutside(typed.startsOn) ? [wrong('STARTS', 'OUTSIDE')] : []), ...(days.length === 0 && isOutside(typed.endsOn) ? [wrong('ENDS', 'OUTSIDE')] : []),
    ...(isBlank(typed.purpose) ? [wrong('PURPOSE', 'MISSING')] : []),
  ];
}

/** What is typed of a leg beside what is stored of it. */
export const legComparing = comparing<TypedLeg, LegFieldName>(LEG_FIELDS);
