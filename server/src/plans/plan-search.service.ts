/** Asking for a plan of a mission, stopping the search, and whether what was asked is still what would be asked. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Plan } from '@passerelle/shared/planning.ts';
import { enqueue, type Execute } from '../core/jobs/index.ts';
import { standingsOf } from '../members/index.ts';
import { missionAbilities, type MissionStage } from '../missions/index.ts';
import { type ChosenPin, missingOf } from '../planner/problem/index.ts';
import { areGoals, areLimits } from './chosen-goals.ts';
import { arePins, nameOfPin } from './chosen-pins.ts';
import { formerPlanOf } from './former-plan.ts';
import { maySearchPlans } from './plan.policy.ts';
import type { PlanSearchOutcome, PlanSearchState } from './plan-codes.ts';
import { type Chosen, type Question, questionOf } from './pose.ts';

/** How many searches of a mission wait or run at most, with what is asked of those that are over. */
export const MOST_OPEN = 3;
/** How many searches of a mission that are over are kept; that from which its plan was taken last among them. */
const MOST_ENDED = 20;
/** What a mission may cost at most, in cents. */
const MOST_CENTS = 1_000_000_000;
/** What interpreting for half a day may cost at most, in cents. */
const MOST_INTERPRETER = 1_000_000;
/** So many countries there are. */
const MOST_COUNTRIES = 16;
const MOST_SEED = 2_147_483_647;
const BY_CHANCE = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/;

/** Which search, by its key, and who does something with it. */
export interface WhichSearch {
  readonly person: string;
  readonly key: string;
}

interface Stored extends Chosen {
  readonly mission: string;
}

const isWithin = (value: number, most: number): boolean => Number.isInteger(value) && value >= 0 && value <= most;
const isNothingOr = (value: number | null, most: number): boolean => value === null || isWithin(value, most);
const isPossible = (key: string, { envelopeCents, interpreterCents, seed, pins, mostCountries, goals, kindLimits, former }: Chosen): boolean =>
  BY_CHANCE.test(key) && arePins(pins) && areGoals(goals, former !== null) && areLimits(kindLimits, MOST_CENTS) && (mostCountries === null || (isWithin(mostCountries, MOST_COUNTRIES) && mostCountries > 0)) && isNothingOr(envelopeCents, MOST_CENTS) && isNothingOr(interpreterCents, MOST_INTERPRETER) && isWithin(seed, MOST_SEED);

/** In one order and each once, so that the same choice is the same. */
const tidied = ({ taken, pins, kindLimits, ...chosen }: Chosen): Chosen => ({ ...chosen, kindLimits: [...kindLimits].sort((a, b) => (a.kind < b.kind ? -1 : 1)), taken: [...new Set(taken)].sort(), pins: [...pins].sort((a, b) => (nameOfPin(a) < nameOfPin(b) ? -1 : 1)) });

const sayOf = ({ envelopeCents, interpreterCents, isTeamKept, isIdea, mostCountries, goals, kindLimits, seed, taken, pins, former }: Chosen): string => JSON.stringify([goals && [goals.isWeighed, goals.goals.map(({ measure, points }) => [measure, points])], kindLimits.map(({ kind, cents }) => [kind, cents]), envelopeCents, interpreterCents, isTeamKept, isIdea, mostCountries, seed, taken, pins.map((pin) => [nameOfPin(pin), pin.startsAt]), former && [former.search, former.as]]);
const isSame = (stored: Stored, mission: string, chosen: Chosen): boolean => stored.mission === mission && sayOf(stored) === sayOf(chosen);

const STORED = `select mission_uuid as mission, envelope_cents as "envelopeCents", interpreter_cents as "interpreterCents", taken, is_team_kept as "isTeamKept", is_idea as "isIdea", most_countries as "mostCountries", case when goals is not null then json_build_object('isWeighed', is_weighed, 'goals', goals) end as goals, kind_limits as "kindLimits", pins, case when former_search is not null then json_build_object('search', former_search, 'as', former_as) end as former, seed from plan_search where uuid = ?`;

const FORGET_EARLIER = `delete from plan_search where mission_uuid = ? and uuid in (select s.uuid from plan_search s where s.mission_uuid = ? and s.state not in ('QUEUED', 'RUNNING') order by s.taken_at is not null and s.taken_at = (select max(t.taken_at) from plan_search t where t.mission_uuid = s.mission_uuid) desc, s.asked_at desc, s.uuid offset ?)`;

/** What comes of asking; of NOT_THERE what is fixed of a meeting or of somebody who is not there any more. */
export interface Asked {
  readonly outcome: PlanSearchOutcome;
  readonly gone: readonly ChosenPin[];
}

const came = (outcome: PlanSearchOutcome, gone: readonly ChosenPin[] = []): Asked => ({ outcome, gone });

/**
 * Asks for a plan of a mission under a key that its author has drawn: asked again under it, it is the same search. What is asked is what whoever asks may see at that moment, and stays so. GONE is also said to whoever plans no missions.
 */
export async function searchPlan(em: EntityManager, { person, key }: WhichSearch, mission: string, sent: Chosen): Promise<Asked> {
  const standings = await standingsOf(em, person);
  if (!maySearchPlans(standings)) return came('GONE');
  // Whoever asks of the same mission at the same time waits: there are never too many, nor two under one key.
  const [held] = await em.execute<{ stage: MissionStage; isOver: boolean; hasReport: boolean }[]>(
    `select stage, is_mission_over(uuid) as "isOver", exists (select from mission_report r where r.mission_uuid = mission.uuid) as "hasReport" from mission where uuid = ? for update`, [mission]);
  if (!held) return came('GONE');
  const chosen = tidied(sent);
  const [stored] = await em.execute<Stored[]>(STORED, [key]);
  if (stored) return came(isSame(stored, mission, chosen) ? 'DONE' : 'CONFLICT');
  if (!missionAbilities(held, standings).searchPlan) return came('TOO_LATE');
  return isPossible(key, chosen) ? add(em, key, mission, chosen) : came('INVALID');
}

/** How many searches of a mission wait or run, and of how many of them it is asked what envelopes buy, or why a meeting is left out. */
export async function openOf(em: EntityManager, mission: string): Promise<number> {
  const [row] = await em.execute<{ open: number }[]>(`select (count(*) filter (where state in ('QUEUED', 'RUNNING')) + count(*) filter (where curve_state in ('QUEUED', 'RUNNING')) + count(*) filter (where why_state in ('QUEUED', 'RUNNING')))::int as open from plan_search where mission_uuid = ?`, [mission]);
  return row!.open;
}

async function add(em: EntityManager, key: string, mission: string, chosen: Chosen): Promise<Asked> {
  if ((await openOf(em, mission)) >= MOST_OPEN) return came('TOO_MANY');
  const former = await formerPlanOf(em, mission, chosen.former);
  if (former === undefined) return came('NOT_THERE');
  const question = await questionOf(em, mission, chosen, former);
  if (!question) return came('GONE');
  const gone = missingOf(question.problem, chosen.pins);
  if (gone.length > 0) return came('NOT_THERE', gone);
  // Under this key there is one that is not for who asks.
  if (!(await insert(em, key, mission, { chosen, question }))) return came('GONE');
  await queueSearch(em, key);
  await em.execute(FORGET_EARLIER, [mission, mission, MOST_ENDED]);
  return came('DONE');
}

/** What counts, as it is stored. */
const goalsRow = (goals: Chosen['goals']): readonly [string | null, boolean] => (goals ? [JSON.stringify(goals.goals), goals.isWeighed] : [null, false]);

/** Writes it; false where there is one under its key. */
async function insert(em: EntityManager, key: string, mission: string, { chosen, question: { problem, hash, assumed } }: { readonly chosen: Chosen; readonly question: Question }): Promise<boolean> {
  const made = await em.execute<unknown[]>(
    `insert into plan_search (uuid, mission_uuid, envelope_cents, interpreter_cents, taken, is_team_kept, is_idea, most_countries, goals, is_weighed, kind_limits, pins, former_search, former_as, seed, problem_hash, problem, assumed) values (?, ?, ?, ?, string_to_array(?, ' '), ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?::jsonb, ?::jsonb) on conflict (uuid) do nothing returning 1`,
    [key, mission, chosen.envelopeCents, chosen.interpreterCents, chosen.taken.join(' '), chosen.isTeamKept, chosen.isIdea, chosen.mostCountries, ...goalsRow(chosen.goals), JSON.stringify(chosen.kindLimits), JSON.stringify(chosen.pins), chosen.former?.search ?? null, chosen.former?.as ?? null, chosen.seed, hash, JSON.stringify(problem), JSON.stringify(assumed)]);
  return made.length > 0;
}

/** Has a search be done, once what asks for it is committed: at once, or at a time. In the place of the same one that waits; one at hand is not tried again. */
export const queueSearch = (em: Execute, key: string, at?: Date): Promise<void> => enqueue(em, 'plans.search', { id: key }, { key: jobKeyOf(key), attempts: ATTEMPTS, ...(at && { at }) });

/** How often a search is begun anew that has ended by itself in the midst. */
export const ATTEMPTS = 4;

/** Under which key the job of a search waits: one for each. */
const jobKeyOf = (search: string): string => `plans.search:${search}`;

/** Stops a search: the best plan so far stays. One that is over by itself is TOO_LATE. */
export async function stopPlanSearch(em: EntityManager, { person, key }: WhichSearch): Promise<PlanSearchOutcome> {
  if (!maySearchPlans(await standingsOf(em, person))) return 'GONE';
  const stopped = await em.execute<unknown[]>(`update plan_search set state = 'STOPPED', reason = 'ASKED', ended_at = now(), version = version + 1 where uuid = ? and state in ('QUEUED', 'RUNNING') returning 1`, [key]);
  if (stopped.length > 0) return 'DONE';
  const [now] = await em.execute<{ state: PlanSearchState }[]>('select state from plan_search where uuid = ?', [key]);
  if (!now) return 'GONE';
  return now.state === 'STOPPED' ? 'DONE' : 'TOO_LATE';
}

/** What would be asked now, of the same choice but for what is given; undefined where nothing is there to ask of any more, null where there is no such search, or none for who asks. With it what was asked, as a hash. */
export async function questionNow(em: EntityManager, key: string, changes: Partial<Pick<Chosen, 'interpreterCents' | 'pins' | 'taken'>> = {}): Promise<{ readonly question: Question | undefined; readonly asked: string; readonly mission: string } | null> {
  const [stored] = await em.execute<(Stored & { readonly hash: string; readonly formerPlan: Plan | null })[]>(STORED.replace(' from plan_search', `, problem_hash as hash, nullif(problem -> 'former', 'null') as "formerPlan" from plan_search`), [key]);
  return stored ? { question: await questionOf(em, stored.mission, { ...stored, ...changes }, stored.formerPlan), asked: stored.hash, mission: stored.mission } : null;
}

/** Whether something else would be asked now, of the same choice; null where there is no such search, or none for who asks. */
export async function isPlanSearchOutdated(em: EntityManager, key: string): Promise<boolean | null> {
  const now = await questionNow(em, key);
  return now && now.question?.hash !== now.asked;
}
