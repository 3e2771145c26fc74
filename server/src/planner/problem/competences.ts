/**
 * Whom meetings that could be ask for, as a problem has it: a competence stands among the languages, as one that nobody interprets. What nobody who could go covers is not asked, so that it keeps no meeting out; the page says so.
 * Pure functions.
 */
import { daysFrom } from '@passerelle/shared/allowance.ts';
import { LEVELS } from '@passerelle/shared/interpretation.ts';
import type { TeamRole } from '@passerelle/shared/missionTeam.ts';
import { dayNumber, instantOf, type LanguageNeed, type Meeting, type Person, type Problem, type Zone } from '@passerelle/shared/planning.ts';
import type { CefrLevel } from '../../vocabulary/index.ts';
import type { Sought } from './candidates.ts';
import type { KnownMeeting, KnownPerson, MissionFacts } from './facts.ts';
import { isDuring } from './interpreters.ts';
import type { PlanningSettings } from './settings.ts';

/** With what the id of each competence begins; no code of a language has a space. */
const COMPETENCE = 'competence ';
const ANY = '*';
/** Of a competence no level is known, and none is asked. */
const NO_LEVEL: CefrLevel = 'A1';
/** As well as a meeting is followed where nobody says otherwise. */
const FOLLOWED: CefrLevel = 'B2';

interface Competence {
  readonly theme: string | null;
  readonly kind: TeamRole | null;
}

const idOf = ({ theme, kind }: Competence): string => `${COMPETENCE}${theme ?? ANY} ${kind ?? ANY}`;

/** Whether what stands among languages is a competence. */
export const isCompetence = (code: string): boolean => code.startsWith(COMPETENCE);

function competenceOf(code: string): Competence {
  const [theme, kind] = code.slice(COMPETENCE.length).split(' ') as [string, TeamRole | typeof ANY];
  return { theme: theme === ANY ? null : theme, kind: kind === ANY ? null : kind };
}

type Working = Pick<KnownPerson, 'roles' | 'themes'>;

const has = ({ roles, themes }: Working, { theme, kind }: Competence): boolean => (theme === null || themes.includes(theme)) && (kind === null || roles.includes(kind));

/** From what is best to what is better than nothing: somebody of a role that is asked for who works on the theme; somebody who works on it; somebody of such a role. */
function waysOf({ theme, roles }: Pick<Sought, 'theme' | 'roles'>): readonly (readonly Competence[])[] {
  const [both, alone] = [roles.map((kind): Competence => ({ theme, kind })), roles.map((kind): Competence => ({ theme: null, kind }))];
  return [both, [{ theme, kind: null }], alone].filter(({ length }) => length > 0);
}

/** Which competences a meeting asks for, one of which is enough; nothing where nobody of these has any. */
const askedOf = (sought: Pick<Sought, 'theme' | 'roles'>, able: readonly Working[]): readonly Competence[] => waysOf(sought).find((way) => way.some((one) => able.some((person) => has(person, one)))) ?? [];

/** Whether somebody fits what is sought: they work on the theme, as one of the roles, where some are asked for. */
export const fits = (person: Working, { theme, roles }: Pick<Sought, 'theme' | 'roles'>): boolean => has(person, { theme, kind: null }) && (roles.length === 0 || roles.some((kind) => person.roles.includes(kind)));

/** Whether nothing keeps somebody away on some whole day. */
function isFreeOnce({ blocks }: Pick<Person, 'blocks'>, days: readonly string[], zone: Zone): boolean {
  return days.some((day) => !blocks.some(({ from, until }) => from < instantOf(zone, dayNumber(day) + 1, 0) && until > instantOf(zone, dayNumber(day), 0)));
}

/** Whether what is said in one of the languages has a price: one that is known in the country, or one that whoever plans assumes. Otherwise interpreting is not asked for, and is in no cost. */
const isPriced = ({ languages }: Sought, country: string, facts: Pick<MissionFacts, 'startsOn' | 'endsOn' | 'interpretations'>, { interpreterCents }: Pick<PlanningSettings, 'interpreterCents'>): boolean =>
  languages.length > 0 && (interpreterCents !== null || facts.interpretations.some((one) => one.country === country && languages.includes(one.language) && isDuring(one, facts)));

interface Given {
  readonly facts: MissionFacts;
  readonly settings: PlanningSettings;
  readonly persons: readonly Person[];
  readonly zone: Zone;
}

/** The meetings and the people of a problem, with what meetings that could be ask for, and who has it. */
export function withSought(meetings: readonly Meeting[], { facts, settings, persons, zone }: Given): Pick<Problem, 'meetings' | 'persons'> {
  const days = daysFrom(facts.startsOn, facts.endsOn);
  const stays = new Set(settings.pins.filter(({ pin }) => pin === 'STAYS').map(({ personKey }) => personKey));
  const able = facts.persons.filter((_one, n) => !persons[n]!.isReserve && !stays.has(persons[n]!.id) && isFreeOnce(persons[n]!, days, zone));
  const countryOf = new Map(facts.cities.map(({ code, country }) => [code, country]));
  const asked = new Map<string, Competence>();
  const needsOf = ({ key, city, sought }: KnownMeeting): LanguageNeed[] => {
    if (!sought) return [];
    const competences = askedOf(sought, able);
    for (const one of competences) asked.set(idOf(one), one);
    return [
      ...(competences.length === 0 ? [] : [{ id: `${key}.competence`, anyOf: competences.map((one) => ({ language: idOf(one), atLeast: NO_LEVEL })), mayInterpret: false }]),
      ...(isPriced(sought, countryOf.get(city)!, facts, settings) ? [{ id: `${key}.language`, anyOf: sought.languages.map((language) => ({ language, atLeast: FOLLOWED })), mayInterpret: true }] : []),
    ];
  };
  const full = meetings.map((meeting, n) => ({ ...meeting, languages: [...meeting.languages, ...needsOf(facts.meetings[n]!)] }));
  return { meetings: full, persons: persons.map((person, n) => ({ ...person, languages: [...person.languages, ...[...asked].filter(([, one]) => has(facts.persons[n]!, one)).map(([language]) => ({ language, level: NO_LEVEL }))] })) };
}

/** What of that which a meeting that could be seeks is asked for, and who of those who could go has it, by their keys. */
interface Asked {
  readonly isThemeAsked: boolean;
  readonly isRoleAsked: boolean;
  readonly isLanguageAsked: boolean;
  readonly fits: readonly string[];
  readonly speaks: readonly string[];
}

/** Of a meeting of a problem; `languages`: those of its country. */
export function askedAt({ meetings, persons }: Pick<Problem, 'meetings' | 'persons'>, key: string, languages: readonly string[]): Asked {
  const needs = meetings.find(({ id }) => id === key)?.languages ?? [];
  const competences = needs.flatMap(({ anyOf }) => anyOf).map(({ language }) => language).filter(isCompetence);
  const [known, rank] = [competences.map(competenceOf), (level: CefrLevel): number => LEVELS.indexOf(level)];
  return {
    isThemeAsked: known.some(({ theme }) => theme !== null), isRoleAsked: known.some(({ kind }) => kind !== null), isLanguageAsked: needs.some(({ mayInterpret }) => mayInterpret),
    fits: persons.filter((one) => one.languages.some(({ language }) => competences.includes(language))).map(({ id }) => id),
    speaks: persons.filter((one) => one.languages.some(({ language, level }) => languages.includes(language) && rank(level) >= rank(FOLLOWED))).map(({ id }) => id),
  };
}
