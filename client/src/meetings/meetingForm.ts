import type { Locale } from '@passerelle/shared/locales.ts';
import { TEAM_ROLES, type TeamRole } from '@passerelle/shared/missionTeam.ts';

import { comparing } from '../core/editing/index.ts';
import type { GoingInput, Meeting, MeetingFault, MeetingInput, MeetingLeg } from './useMeetings.ts';

type Level = Meeting['languages'][number]['atLeast'];

/** A meeting as it is typed. */
export interface TypedMeeting {
  sourceLocale: Locale;
  subject: string;
  note: string;
  /** The id of the organisation that is its host; empty for another, which is named. */
  organisation: string;
  hostName: string;
  category: Meeting['category'];
  status: Meeting['status'];
  minutes: string;
  isMandatory: boolean;
  isOnlyAdviser: boolean;
  day: string;
  starts: string;
  overrideReason: string;
  placeName: string;
  placeAddress: string;
  windows: { day: string; from: string; until: string }[];
  /** By role; empty for none. */
  needs: Record<TeamRole, string>;
  languages: { language: string; atLeast: Level }[];
  precedes: { meeting: string; gap: string }[];
  recommendations: Meeting['recommendations'][number][];
}

const FIELDS = [
  'sourceLocale', 'subject', 'note', 'organisation', 'hostName', 'category', 'status', 'minutes', 'isMandatory', 'isOnlyAdviser', 'day', 'starts', 'overrideReason', 'placeName', 'placeAddress', 'windows', 'needs', 'languages', 'precedes', 'recommendations',
] as const satisfies readonly (keyof TypedMeeting)[];
export type MeetingFieldName = (typeof FIELDS)[number];

export const CATEGORIES = ['AUTHORITY', 'JUSTICE', 'POLICE', 'NGO', 'INTERNATIONAL', 'TRAINING', 'POST'] as const satisfies readonly Meeting['category'][];
export const STATUSES = ['PROPOSED', 'CONFIRMED', 'REFUSED'] as const satisfies readonly Meeting['status'][];

/** What is typed of a meeting beside what is stored of it. */
export const meetingComparing = comparing<TypedMeeting, MeetingFieldName>(FIELDS);

const noNeeds = (): Record<TeamRole, string> => Object.fromEntries(TEAM_ROLES.map((kind) => [kind, ''])) as Record<TeamRole, string>;

/** A meeting of which nothing is said yet. */
export function emptyMeeting(locale: Locale): TypedMeeting {
  return {
    sourceLocale: locale, subject: '', note: '', organisation: '', hostName: '', category: 'AUTHORITY', status: 'PROPOSED', minutes: '60', isMandatory: false, isOnlyAdviser: false, day: '', starts: '', overrideReason: '', placeName: '', placeAddress: '', windows: [], needs: noNeeds(),
    languages: [], precedes: [], recommendations: [],
  };
}

const or = (text: string | null | undefined): string => text ?? '';

/** A meeting that is stored, as if it were typed. */
export function typedMeeting(meeting: Meeting): TypedMeeting {
  const { category, status, minutes, isMandatory, isOnlyAdviser } = meeting;
  const source = meeting.texts.find(({ isSource }) => isSource)!;
  return {
    sourceLocale: source.locale as Locale, subject: or(source.subject), note: or(source.note), organisation: or(meeting.organisation?.id), hostName: or(meeting.hostName), category, status, minutes: String(minutes), isMandatory, isOnlyAdviser,
    day: or(meeting.day), starts: or(meeting.starts), overrideReason: or(meeting.overrideReason), placeName: or(meeting.placeName), placeAddress: or(meeting.placeAddress),
    windows: meeting.windows.map(({ day, fromTime, untilTime }) => ({ day, from: fromTime, until: untilTime })), needs: { ...noNeeds(), ...Object.fromEntries(meeting.needs.map(({ kind, atLeast }) => [kind, String(atLeast)])) },
    languages: meeting.languages.map(({ language, atLeast }) => ({ language: language.code, atLeast })), precedes: meeting.precedes.map(({ afterKey, gapMinutes }) => ({ meeting: afterKey, gap: String(gapMinutes) })), recommendations: [...meeting.recommendations],
  };
}

const isSet = (typed: string): boolean => typed.trim() !== '';

/** What is sent of what is typed. A time without a day is none, and no reason is given for no day. */
export function meetingInput(typed: TypedMeeting): MeetingInput {
  const { windows, needs, languages, precedes, recommendations, organisation, day, minutes, ...rest } = typed;
  return {
    ...rest, organisation: organisation || null, hostName: organisation ? '' : rest.hostName, minutes: Number(minutes), day: day || null, starts: day ? rest.starts : '', overrideReason: day ? rest.overrideReason : '',
    windows: windows.map((window) => ({ ...window })), needs: TEAM_ROLES.filter((kind) => isSet(needs[kind])).map((kind) => ({ kind, atLeast: Number(needs[kind]) })), languages: languages.map((one) => ({ ...one })),
    precedes: precedes.map(({ meeting, gap }) => ({ meeting, gapMinutes: Number(gap) })), recommendations: recommendations.map(({ id }) => id),
  };
}

const wrong = (field: MeetingFault['field'], fault: MeetingFault['fault'], maximum: number | null = null): MeetingFault => ({ field, fault, maximum });
const isCount = (typed: string, least: number, most: number): boolean => /^\d{1,5}$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most;
const MOST = { minutes: 720, people: 20, gap: 10_080 };

/** What is wrong with what is typed, as far as the page can know, in the order of the fields. */
export function meetingFaults(typed: TypedMeeting): MeetingFault[] {
  const { subject, organisation, hostName, minutes, status, day, starts, windows, languages, needs, precedes } = typed;
  const all: readonly (readonly [isSo: boolean, fault: MeetingFault])[] = [
    [!isSet(subject), wrong('SUBJECT', 'MISSING')], [organisation === '' && !isSet(hostName), wrong('HOST', 'MISSING')], [!isCount(minutes, 5, MOST.minutes), wrong('MINUTES', 'OUT_OF_RANGE', MOST.minutes)],
    [day === '' && status === 'CONFIRMED', wrong('DAY', 'MISSING')], [day !== '' && !isSet(starts), wrong('STARTS', 'MISSING')], [windows.some((window) => Object.values(window).some((value) => !isSet(value))), wrong('WINDOWS', 'MISSING')],
    [windows.some(({ from, until }) => until <= from), wrong('WINDOWS', 'NOT_AFTER')], [languages.some(({ language }) => language === ''), wrong('LANGUAGES', 'MISSING')],
    [Object.values(needs).some((count) => isSet(count) && !isCount(count, 1, MOST.people)), wrong('NEEDS', 'OUT_OF_RANGE', MOST.people)], [precedes.some(({ meeting }) => meeting === ''), wrong('PRECEDES', 'MISSING')],
    [precedes.some(({ gap }) => !isCount(gap, 0, MOST.gap)), wrong('PRECEDES', 'OUT_OF_RANGE', MOST.gap)],
  ];
  return all.filter(([isSo]) => isSo).map(([, fault]) => fault);
}

/** Whether somebody who stays in a leg goes to a meeting, as what. */
export interface TypedGoing {
  readonly member: string;
  readonly name: string;
  goes: boolean;
  kind: TeamRole;
  isSubstitute: boolean;
  /** In whose place, by their key in the team; empty for whoever cannot go. */
  inPlaceOf: string;
}

export interface TypedPeople {
  people: TypedGoing[];
}

/** Who goes, as if it were typed: everybody who stays in the leg, chosen or not. */
export function typedPeople({ people }: Pick<Meeting, 'people'>, leg: Pick<MeetingLeg, 'people'>): TypedPeople {
  return {
    people: leg.people.flatMap(({ memberKey, name, kind }): TypedGoing[] => {
      const going = people.find((one) => one.memberKey === memberKey);
      return memberKey === null ? [] : [{ member: memberKey, name, goes: going !== undefined, kind: going?.kind ?? kind, isSubstitute: going?.isSubstitute ?? false, inPlaceOf: going?.inPlaceOfKey ?? '' }];
    }),
  };
}

/** In whose place somebody can go: in that of whoever goes, and takes nobody's. */
export function placesFor({ member }: TypedGoing, { people }: TypedPeople): TypedGoing[] {
  return people.filter((one) => one.goes && !one.isSubstitute && one.member !== member);
}

/** Those who go, as it is sent: a place that is no more there to be taken is nobody's. */
export function peopleInput(typed: TypedPeople): GoingInput {
  return typed.people.filter(({ goes }) => goes).map((person) => {
    const { member, kind, isSubstitute, inPlaceOf } = person;
    return { member, kind, isSubstitute, inPlaceOf: isSubstitute && placesFor(person, typed).some((one) => one.member === inPlaceOf) ? inPlaceOf : null };
  });
}

export const peopleComparing = comparing<TypedPeople, 'people'>(['people']);

/** The days of a leg, from its first to its last. */
export function daysOf({ startsOn, endsOn }: Pick<MeetingLeg, 'startsOn' | 'endsOn'>): string[] {
  const days: string[] = [];
  for (let day = Date.parse(startsOn); day <= Date.parse(endsOn); day += 86_400_000) days.push(new Date(day).toISOString().slice(0, 10));
  return days;
}
