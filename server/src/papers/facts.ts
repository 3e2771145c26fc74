/** What papers say: the facts of each kind, taken from what the database gives of a leg or of somebody in the team. Pure functions. */
import type { Level, Skill } from '@passerelle/shared/interpretation.ts';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { TeamRole } from '../missions/index.ts';
import type { PaperKind } from './paper-kind.ts';

/** The shape of the facts: papers of an older one are still drawn, as they were. From 2 on it is said as what somebody goes to each meeting; before, as what they were in the team. */
const FACTS_VERSION = 2;

/** A text by language. */
export type Texts = Readonly<Partial<Record<Locale, string>>>;

interface MeetingPersonFact {
  readonly key: string;
  readonly role: TeamRole;
  readonly isSubstitute: boolean;
  /** In whose place, by their key; nothing where nobody is named. */
  readonly substituteFor?: string;
}

export interface MeetingFact {
  readonly key: string;
  /** The key of its leg. */
  readonly leg: string;
  readonly sourceLocale: Locale;
  readonly subject: Texts;
  readonly note: Texts;
  /** Its host: an organisation of the directory by its slug, or a name. */
  readonly organisation: string | null;
  readonly host: string | null;
  /** What was refused is in no paper. */
  readonly status: 'PROPOSED' | 'CONFIRMED';
  readonly minutes: number;
  readonly day: string | null;
  readonly starts: string | null;
  readonly languages: readonly { readonly language: string; readonly atLeast: Level }[];
  readonly people: readonly MeetingPersonFact[];
}

interface LegFact {
  readonly key: string;
  readonly country: string;
  readonly city: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly lodgingName: string | null;
  readonly lodgingAddress: string | null;
  readonly transport: string | null;
  readonly sourceLocale: Locale;
  readonly purpose: Texts;
}

interface ComingFact {
  readonly key: string;
  readonly role: TeamRole;
  readonly profession: string | null;
  readonly arrivesAt: string;
  readonly leavesAt: string;
  readonly languages: readonly Skill[];
}

export interface StayFact extends Omit<LegFact, 'key' | 'startsOn' | 'endsOn'> {
  readonly leg: string;
  readonly arrivesAt: string;
  readonly leavesAt: string;
  readonly isLodgingProvided: boolean;
}

export interface JourneyFact {
  readonly key: string;
  readonly mode: 'FLIGHT' | 'TRAIN' | 'COACH' | 'ROAD';
  readonly from: string;
  readonly to: string;
  readonly departsAt: string;
  readonly arrivesAt: string;
  readonly carrier: string | null;
}

/** Whom a paper names, by their key: apart, since a name goes with whoever it is the name of. */
type Names = Readonly<Record<string, { readonly name: string; readonly function?: string; readonly organisation?: string; readonly email?: string; readonly phone?: string }>>;
/** Where meetings are, by their keys, with what tells whether that may still be said. */
type Places = Readonly<Record<string, { readonly name: string | null; readonly address: string | null; readonly organisation: string | null; readonly host: string | null; readonly country: string }>>;

/** What a paper says. What its kind does not say is not there. */
export interface Facts {
  readonly version: number;
  readonly isDemonstration: boolean;
  readonly leg?: Partial<LegFact> & Pick<LegFact, 'key' | 'country' | 'city' | 'startsOn' | 'endsOn'>;
  readonly people?: readonly (Pick<ComingFact, 'key' | 'role'> & Partial<ComingFact>)[];
  readonly meetings?: readonly MeetingFact[];
  /** Whom to turn to, by their keys; `leg` where there are several. */
  readonly contacts?: readonly { readonly key: string; readonly leg?: string }[];
  readonly member?: { readonly key: string; readonly role: TeamRole; readonly isLead: boolean; readonly profession: string | null };
  readonly mission?: { readonly sourceLocale: Locale; readonly title: Texts };
  readonly stays?: readonly StayFact[];
  readonly journeys?: readonly JourneyFact[];
  readonly places: Places;
  readonly names: Names;
}

/** What the database gives of a leg (`leg_on_paper`). */
interface LegGiven {
  readonly isDemonstration: boolean;
  readonly leg: LegFact;
  readonly people: readonly ComingFact[];
  readonly meetings: readonly MeetingFact[];
  readonly contacts: readonly string[];
  readonly places: Places;
  readonly names: Names;
}

/** What it gives of somebody in the team (`member_on_paper`); no meeting has a note. */
interface MemberGiven {
  readonly isDemonstration: boolean;
  readonly member: NonNullable<Facts['member']>;
  readonly mission: NonNullable<Facts['mission']>;
  readonly stays: readonly StayFact[];
  readonly journeys: readonly JourneyFact[];
  readonly meetings: readonly MeetingFact[];
  readonly contacts: readonly { readonly key: string; readonly leg: string }[];
  readonly places: Places;
  readonly names: Names;
}

export type Given = LegGiven | MemberGiven;

const only = <T>(all: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> => Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key)));
const whoGoes = (meetings: readonly MeetingFact[]): string[] => meetings.flatMap(({ people }) => people.map(({ key }) => key));
const where = ({ key, country, city, startsOn, endsOn }: LegFact): NonNullable<Facts['leg']> => ({ key, country, city, startsOn, endsOn });

const programmeOfPost = ({ isDemonstration, leg, people, meetings, places, names }: LegGiven): Facts => ({
  version: FACTS_VERSION, isDemonstration, leg, people: people.map(({ languages: _languages, ...comes }) => comes), meetings, places, names: only(names, people.map(({ key }) => key)),
});

/** A meeting that has no day yet invites nobody to it. */
function invitation({ isDemonstration, leg, people, meetings, places, names }: LegGiven, subject: string): Facts | null {
  const meeting = meetings.find(({ key }) => key === subject);
  if (!meeting || meeting.day === null) return null;
  const going = { ...meeting, note: {}, people: meeting.people.filter(({ isSubstitute }) => !isSubstitute) };
  const keys = whoGoes([going]);
  const known = people.filter(({ key }) => keys.includes(key)).map(({ key, role, profession }) => ({ key, role, profession }));
  return { version: FACTS_VERSION, isDemonstration, leg: where(leg), people: known, meetings: [going], places: only(places, [subject]), names: only(names, keys) };
}

const contacts = ({ isDemonstration, leg, contacts: keys, names }: LegGiven): Facts => ({ version: FACTS_VERSION, isDemonstration, leg: where(leg), contacts: keys.map((key) => ({ key })), places: {}, names: only(names, keys) });

/** The meetings that are held in a language, with those who go and what they speak. */
function interpreter({ isDemonstration, leg, people, meetings, places, names }: LegGiven): Facts {
  const held = meetings.filter(({ languages }) => languages.length > 0).map((meeting) => ({ ...meeting, note: {} }));
  const keys = whoGoes(held);
  const speaking = people.filter(({ key }) => keys.includes(key)).map(({ key, role, languages }) => ({ key, role, languages }));
  return { version: FACTS_VERSION, isDemonstration, leg: where(leg), people: speaking, meetings: held, places: only(places, held.map(({ key }) => key)), names: only(names, keys) };
}

const programmeOfPerson = ({ isDemonstration, member, stays, journeys, meetings, contacts: known, places, names }: MemberGiven): Facts => ({ version: FACTS_VERSION, isDemonstration, member, stays, journeys, meetings, contacts: known, places, names });

/** What an authority signs: who, as what, what for, where and when, how, and where they sleep. */
const order = ({ isDemonstration, member, mission, stays, journeys, names }: MemberGiven): Facts => ({
  version: FACTS_VERSION, isDemonstration, member, mission, stays: stays.map((stay) => ({ ...stay, transport: null, purpose: {} })), journeys, places: {}, names: only(names, [member.key]),
});

const TAKEN: Readonly<Record<PaperKind, (given: never, subject: string) => Facts | null>> = {
  PROGRAMME_POST: programmeOfPost, INVITATION: invitation, CONTACTS: contacts, INTERPRETER: interpreter, PROGRAMME_PERSON: programmeOfPerson, ORDER: order,
};

/** The facts of a paper about `subject` (a leg, a meeting or somebody in the team, by its key) as they are now; null where there is nothing that it could say. */
export function takeFacts(kind: PaperKind, given: Given | null, subject: string): Facts | null {
  return given && TAKEN[kind](given as never, subject);
}

/** Whether a paper says as what somebody goes to each meeting, which need not be what they are in the team. */
export const tellsRoles = ({ version }: Facts): boolean => version >= 2;

/** The same facts are the same text, whatever the order of what is named. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return `{${Object.entries(value).filter(([, one]) => one !== undefined).toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join()}}`;
}
