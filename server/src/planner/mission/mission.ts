/**
 * The door of the planning of missions: the best plan that is found, what no plan exceeds, and how much work that was.
 *
 * One party that rides together is searched through crew by crew, and what has been searched through is proved. Where people join late or leave early, and where there may be several parties,
 * what is found is a plan, and the bound is that of the relaxation. Not looked for: longer ways that somebody goes alone than those of `ways-alone.ts`.
 */
import { compiledFrom } from './compiled.ts';
import { Effort } from './effort.ts';
import { EMPTY, stillOf } from './labels/first-plans.ts';
import { smallness } from './model/grain.ts';
import type { Model } from './model/model.ts';
import { plainOf } from './model/plain.ts';
import type { Manner } from './parts.ts';
import type { MissionAnswer, MissionRequest, Watch } from './request.ts';
import { BUNCHED } from './shares.ts';
import { Stages } from './stages.ts';

class Mission extends Effort {
  run(model: Model): void {
    new Stages(this, model).run();
  }

  /** Another mission, that is planned within this one. */
  begin(request: MissionRequest, watch: Watch, manner?: Manner): Mission {
    return begun(request, watch, manner);
  }
}

/** A party that rides together; where departures stand for others and there is little to look through, with these first, and then with each by itself, from the best plan and the bound that are known. */
function planTogether(request: MissionRequest, model: Model, watch: Watch): MissionAnswer {
  const { isSmall, isRelaxed } = smallness(request.problem, model.step);
  const goesOn = model.spread > 0 && isSmall;
  const mission = begun(goesOn ? { ...request, maxWork: request.maxWork * BUNCHED } : request, watch, { goesOn });
  mission.run(model);
  if (!goesOn || !mission.mayGoOn) return mission.known.answer(true, mission.work);
  const fine = new Mission({ ...request, maxWork: request.maxWork - mission.work, looksSoon: isRelaxed && request.looksSoon !== false }, watch);
  [fine.known.best, fine.known.total] = [mission.known.best, mission.known.total];
  fine.run(compiledFrom(request.problem, true));
  return fine.known.answer(true, mission.work + fine.work);
}

/** What is known of any mission: that one may stay at home, if that is allowed. */
function begun(request: MissionRequest, watch: Watch, manner: Manner = {}): Mission {
  const mission = new Mission(request, watch, manner);
  for (const plan of [EMPTY, stillOf(request.problem)]) if (plan) mission.known.offer(plan, null);
  return mission;
}

/**
 * Plans a mission. The same request gives the same answer, whatever else the machine does; who watches may stop it. Throws RangeError where the problem has more meetings than
 * MOST_MEETINGS.
 */
export function planMission(asked: MissionRequest, watch: Watch = {}): MissionAnswer {
  const problem = plainOf(asked.problem);
  const request = { ...asked, problem };
  const model = compiledFrom({ ...problem, riding: 'TOGETHER' });
  if (problem.maxParties === 0) return begun(request, watch).known.answer(true, 0);
  if (problem.riding === 'TOGETHER' && problem.maxParties === 1) return planTogether(request, model, watch);
  const mission = begun({ ...request, maxWork: request.maxWork / 2 }, watch);
  mission.run(model);
  if (problem.riding === 'TOGETHER') return mission.known.answer(false, mission.work);
  const later = new Mission({ ...request, maxWork: request.maxWork - mission.work }, watch);
  later.known.best = mission.known.best;
  later.run(compiledFrom(problem));
  return later.known.answer(false, later.work + mission.work);
}
