import { LEVELS } from '../../interpretation.ts';
import type { Violation } from '../answer.ts';
import { dayIn, type Facts } from '../facts.ts';
import type { LanguageNeed } from '../problem.ts';
import type { Reading, Visit } from '../reading.ts';
import { isInForce } from '../time.ts';
import { broken, each, ref } from './violation.ts';

function asWhat({ members }: Reading, visit: Visit): Violation[] {
  const { meeting, planned } = visit;
  return planned.attends.flatMap(({ personId, as }) => {
    const about = [ref('MEETING', meeting.id), ref('PERSON', personId)];
    const member = members.find(({ person }) => person.id === personId);
    if (!member || as.some((kind) => !member.member.as.includes(kind))) return [broken('H3', 'NOT_THEIR_ROLE', about)];
    return meeting.isOnlyAdviser && (as.length !== 1 || as[0] !== 'ADVISER') ? [broken('H3', 'ONLY_ADVISER', about)] : [];
  });
}

function needs({ meeting, planned }: Visit): Violation[] {
  return meeting.needs.flatMap(({ id, kind, atLeast }) => {
    const missing = atLeast - planned.attends.filter(({ as }) => as.includes(kind)).length;
    return missing > 0 ? [broken('H3', 'NEED_UNMET', [ref('MEETING', meeting.id), ref('NEED', id)], { amount: missing })] : [];
  });
}

function isSpoken(facts: Facts, { planned }: Visit, { anyOf }: LanguageNeed): boolean {
  return planned.attends.some(({ personId }) => facts.persons.get(personId)!.languages.some((skill) =>
    anyOf.some(({ language, atLeast }) => skill.language === language && LEVELS.indexOf(skill.level) >= LEVELS.indexOf(atLeast))));
}

function languages(facts: Facts, visit: Visit): Violation[] {
  const { meeting, planned } = visit;
  return meeting.languages.flatMap((need) => {
    const about = [ref('MEETING', meeting.id), ref('NEED', need.id)];
    const interpreted = planned.interpreted.filter(({ needId }) => needId === need.id);
    if (interpreted.length > 0 && !need.mayInterpret) return [broken('H3', 'MAY_NOT_BE_INTERPRETED', about)];
    return interpreted.length > 0 || isSpoken(facts, visit, need) ? [] : [broken('H3', 'LANGUAGE_UNMET', about)];
  });
}

/** Whether an interpreter works in the language and the place on that day, and no more meetings at once use them than they are. */
function interpreters(facts: Facts, { meetings }: Reading, visit: Visit): Violation[] {
  const { meeting, planned, startsAt } = visit;
  return planned.interpreted.flatMap(({ needId, interpreterId }) => {
    const about = [ref('MEETING', meeting.id), ref('INTERPRETER', interpreterId)];
    const one = facts.interpreters.get(interpreterId)!;
    const isTheirs = meeting.languages.some(({ id, anyOf }) => id === needId && anyOf.some(({ language }) => language === one.language));
    if (!isTheirs || !one.placeIds.includes(meeting.placeId) || !isInForce(one, dayIn(facts, meeting.placeId, startsAt))) return [broken('H3', 'NO_SUCH_INTERPRETER', about)];
    const used = usedAt(meetings, interpreterId, startsAt) + (visit.endsAt > startsAt ? 0 : 1);
    return used > one.atOnce ? [broken('H3', 'INTERPRETER_TAKEN', about, { at: startsAt, amount: used - one.atOnce })] : [];
  });
}

/** How often an interpreter is used at an instant. */
export function usedAt(meetings: readonly Visit[], interpreterId: string, at: number): number {
  return meetings.filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt).flatMap(({ planned }) => planned.interpreted).filter((one) => one.interpreterId === interpreterId).length;
}

/** As what people go: as kinds that they are, and as one at most unless they count for several. */
function team({ members }: Reading): Violation[] {
  return each(members, ({ person, member }) => (member.as.some((kind) => !person.roles.includes(kind)) || (member.as.length > 1 && !person.mayCountForSeveral) ? [broken('H3', 'NOT_THEIR_ROLE', [ref('PERSON', person.id)])] : []));
}

/** H3: at each meeting those who attend cover, all at the same time, its roles and its languages; who attends does so as what they go as. Source: the needs of the meeting; that all are there at once is what makes orienteering cooperative (van der Merwe et al. 2014). */
export function h3Roles(facts: Facts, reading: Reading): Violation[] {
  return [...team(reading), ...each(reading.meetings, (visit) => [...asWhat(reading, visit), ...needs(visit), ...languages(facts, visit), ...interpreters(facts, reading, visit)])];
}

