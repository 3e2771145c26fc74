/**
 * Trying something before it is fixed for the next search: what refuses it whatever else is planned, and what of the borders refuses an hour in the plan that is shown, is told at once, by what is known now, as the next search will be
 * asked. Nothing is written.
 */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Ref } from '@passerelle/shared/planning.ts';
import { standingsOf } from '../members/index.ts';
import { type ChosenPin, idOfPin, missingOf } from '../planner/problem/index.ts';
import { arePins } from './chosen-pins.ts';
import { maySearchPlans } from './plan.policy.ts';
import { formerPlanOf } from './former-plan.ts';
import type { PlanSearchOutcome, PlanTakenAs } from './plan-codes.ts';
import { questionNow, type WhichSearch } from './plan-search.service.ts';
import type { PlanRef } from './plan-sentence.type.ts';
import type { Chosen } from './pose.ts';
import { refusedIn } from './refuse-hour.ts';
import { triedPins } from './refuse-pins.ts';
import { showRef } from './show-ref.ts';

/** All that would be fixed, and what of it is tried. */
interface Fixed {
  readonly pins: readonly ChosenPin[];
  readonly tried: readonly ChosenPin[];
}

/** What is chosen otherwise than in the search; the plan in which hours are tried, too. */
interface Trying {
  readonly chosen: Partial<Pick<Chosen, 'interpreterCents' | 'taken'>>;
  readonly plan: PlanTakenAs | null;
}

interface Tried {
  readonly outcome: Extract<PlanSearchOutcome, 'DONE' | 'INVALID' | 'NOT_THERE' | 'GONE'>;
  readonly refusedBy: readonly PlanRef[];
  readonly refusedInPlan: readonly PlanRef[];
}

const came = (outcome: Tried['outcome']): Tried => ({ outcome, refusedBy: [], refusedInPlan: [] });

/** Meetings whose hour is fixed otherwise for the next search, or that are left out of it: in a plan that is shown they do not stay. */
const freeOf = (pins: readonly ChosenPin[]): string[] => pins.flatMap(({ pin, meetingKey }) => (meetingKey !== null && (pin === 'AT' || pin === 'OUT') ? [meetingKey] : []));

/** INVALID where something does not say of what it is; GONE is also said to whoever plans no missions; NOT_THERE where what is tried is of a meeting or of somebody that is not there, or not any more. */
export async function tryPlanPins(em: EntityManager, { person, key }: WhichSearch, { pins, tried }: Fixed, { chosen, plan }: Trying): Promise<Tried> {
  if (!maySearchPlans(await standingsOf(em, person))) return came('GONE');
  if (!arePins(pins)) return came('INVALID');
  const now = await questionNow(em, key, { ...chosen, pins });
  if (!now?.question) return came('GONE');
  const { problem, assumed } = now.question;
  if (missingOf(problem, tried).length > 0) return came('NOT_THERE');
  const { refs, hours } = triedPins(problem, tried.map(idOfPin));
  const shown = plan && (await formerPlanOf(em, now.mission, { search: key, as: plan }));
  const show = (of: readonly Ref[]): PlanRef[] => of.map((ref) => showRef(problem, ref, assumed.ownHours));
  return { outcome: 'DONE', refusedBy: show(refs), refusedInPlan: show(shown ? hours.flatMap((hour) => refusedIn(problem, shown, hour, freeOf(pins))) : []) };
}
