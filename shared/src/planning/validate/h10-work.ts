import type { Violation } from '../answer.ts';
import { dayIn, type Facts } from '../facts.ts';
import type { WorkRule } from '../laws.ts';
import { serviceOf, type Reading, type Traveller } from '../reading.ts';
import { isInForce } from '../time.ts';
import type { Day, Instant } from '../units.ts';
import { broken, each, ref } from './violation.ts';

/** A meeting or a journey, with the local days on which it begins and ends, each by the clock of where it does. */
interface Work {
  readonly from: Instant;
  readonly until: Instant;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly isMeeting: boolean;
}

function workOf(facts: Facts, { rides, visits }: Traveller): Work[] {
  const journeys = rides.filter(({ travel }) => !serviceOf(travel)?.isRest).map(({ journey, arrivesAt }) => ({
    from: journey.departsAt, until: arrivesAt, firstDay: dayIn(facts, journey.from, journey.departsAt), lastDay: dayIn(facts, journey.to, arrivesAt), isMeeting: false,
  }));
  const meetings = visits.map(({ meeting, startsAt, endsAt }) => ({
    from: startsAt, until: endsAt, firstDay: dayIn(facts, meeting.placeId, startsAt), lastDay: dayIn(facts, meeting.placeId, endsAt), isMeeting: true,
  }));
  return [...journeys, ...meetings].sort((a, b) => a.from - b.from || a.until - b.until);
}

const ruleOn = (rules: readonly WorkRule[], day: Day): WorkRule | undefined => rules.find((rule) => isInForce(rule, day));

/** Work parted where there is rest enough, by the rule of the day on which the rest begins. */
function dutiesOf(work: readonly Work[], rules: readonly WorkRule[]): Work[][] {
  const duties: Work[][] = [];
  let end: Work | undefined;
  for (const one of work) {
    const isRested = end === undefined || one.from - end.until >= (ruleOn(rules, end.lastDay)?.minRestMinutes ?? 0);
    if (isRested) duties.push([one]);
    else duties.at(-1)!.push(one);
    end = one;
  }
  return duties;
}

function duty(traveller: Traveller, work: readonly Work[], rules: readonly WorkRule[]): Violation[] {
  const rule = ruleOn(rules, work[0]!.firstDay);
  if (!rule) return [];
  const about = [ref('PERSON', traveller.person.id), ref('RULE', rule.id)];
  const length = (list: readonly Work[]): number => (list.length === 0 ? 0 : Math.max(...list.map(({ until }) => until)) - list[0]!.from);
  const [programme, whole] = [length(work.filter(({ isMeeting }) => isMeeting)) - rule.maxProgrammeMinutes, length(work) - rule.maxDutyMinutes];
  const at = work[0]!.from;
  return [...(programme > 0 ? [broken('H10', 'PROGRAMME_TOO_LONG', about, { at, amount: programme })] : []), ...(whole > 0 ? [broken('H10', 'DUTY_TOO_LONG', about, { at, amount: whole })] : [])];
}

/** H10: between two duties each person rests long enough, and no duty, nor its programme, is too long. Source: that of the rule. */
export function h10Work(facts: Facts, { members }: Reading): Violation[] {
  const { workRules } = facts.problem;
  if (workRules === null) return [];
  return each(members, (one) => {
    const work = workOf(facts, one);
    const without = work.filter(({ firstDay, lastDay }) => !ruleOn(workRules, firstDay) || !ruleOn(workRules, lastDay)).map(({ from }) => broken('H10', 'NO_RULE_IN_FORCE', [ref('PERSON', one.person.id)], { at: from }));
    return [...without, ...each(dutiesOf(work, workRules), (list) => duty(one, list, workRules))];
  });
}
