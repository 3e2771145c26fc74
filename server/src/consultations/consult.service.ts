/** What consulting has to do with the steps of a mission: a step opens a consultation for each leg, another asks what came of them, and whoever was consulted is told. In the transaction of the step. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { CONSULT_DAYS } from '@passerelle/shared/consultDays.ts';
import { v4 } from 'uuid';
import { fault, legFault, type MissionFault, type MissionMove, whenMissionMoves } from '../missions/index.ts';
import { tellAskedPost, tellReleasedPost } from './consultation-mail.ts';
import { PostService } from './consultation.entity.ts';

/** Nothing stands in the way of these; a leg that is over is not waited for. */
const FINE = ['AGREED', 'AGREED_WITH_REMARK', 'SILENT', 'OVER'];

/** What is wrong with a leg whose consultation came to this. */
const FAULTS = { ASKED: 'UNANSWERED', OVERDUE: 'OVERDUE', OBJECTED: 'OBJECTED', OUTDATED: 'OUTDATED' } as const;
const faultOf = (state: string): MissionFault['fault'] => (Object.hasOwn(FAULTS, state) ? FAULTS[state as keyof typeof FAULTS] : 'UNASKED');

/** What stands in the way of a step; nothing is written. Each leg is asked for: one about which the database says nothing stands in the way. */
async function faults(em: EntityManager, { act, mission, held, terms }: MissionMove): Promise<MissionFault[]> {
  if (act === 'consultPosts') return terms.days < CONSULT_DAYS.least || terms.days > CONSULT_DAYS.most ? [fault('DAYS', 'OUT_OF_RANGE', CONSULT_DAYS.most)] : tooSoon(em, mission, terms);
  if (act !== 'agree') return [];
  const rows = await em.execute<{ leg: string; state: string }[]>('select leg, state from hold_opinions(?)', [mission]);
  const states = held.legs.map(({ uuid }) => ({ uuid, state: rows.find(({ leg }) => leg === uuid)?.state ?? 'UNASKED' }));
  return states.filter(({ state }) => !FINE.includes(state)).map(({ uuid, state }) => legFault(uuid, faultOf(state)));
}

/** Legs that begin before their posts have had their days. */
async function tooSoon(em: EntityManager, mission: string, { days, silenceAgrees }: MissionMove['terms']): Promise<MissionFault[]> {
  const legs = await em.execute<{ leg: string }[]>('select legs_too_soon(?, ?, ?) as leg', [mission, days, silenceAgrees]);
  return legs.map(({ leg }) => legFault(leg, 'TOO_SOON'));
}

/** Whether posts are consulted on these terms, as far as an answer is missing yet. */
async function isSo(em: EntityManager, { act, mission, terms }: MissionMove): Promise<boolean> {
  if (act !== 'consultPosts') return true;
  const [row] = await em.execute<{ so: boolean }[]>('select are_terms(?, ?, ?) as so', [mission, terms.days, terms.silenceAgrees]);
  return row!.so;
}

async function moves(em: EntityManager, move: MissionMove): Promise<void> {
  const { act, held, leg } = move;
  const gone = act === 'giveUp' ? held.legs : act === 'removeLeg' ? held.legs.filter(({ uuid }) => uuid === leg) : [];
  for (const { uuid, isShown } of gone) if (isShown && !(await isOver(em, uuid))) await tellReleasedPost(em, uuid);
  if (act === 'consultPosts') for (const { uuid } of held.legs) if (!(await isOver(em, uuid))) await consult(em, uuid, { ...move, ...move.terms });
}

const isOver = async (em: EntityManager, leg: string): Promise<boolean> => (await em.execute<{ over: boolean }[]>('select is_leg_over(?) as over', [leg]))[0]!.over;

interface Asking {
  readonly origin: string;
  readonly person: string;
  readonly days: number;
  readonly silenceAgrees: boolean;
}

/** Opens a consultation about a leg that is shown now; where what was said of it still counts, as it is as it was, that one is opened again, and nobody is written to. The deadline is settled: a holiday that becomes known later does not move it. */
async function consult(em: EntityManager, leg: string, { origin, person, days, silenceAgrees }: Asking): Promise<void> {
  const [again] = await em.execute<{ open: boolean }[]>('select reopen_consultation(?, ?, ?) as open', [leg, days, silenceAgrees]);
  if (again!.open) return;
  const key = v4();
  await em.execute(
    `insert into consultation (uuid, leg_uuid, country_code, round, due_on, due_at, silence_agrees, rule_days, asked_by_id)
     select ?::uuid, l.uuid, l.country_code, 1, d.due_on, (d.due_on + 1)::timestamp at time zone c.time_zone, ?, ?, ?
     from mission_leg l join city c on c.code = l.city_code cross join lateral (select working_days_after(l.country_code, (now() at time zone c.time_zone)::date, ?) as due_on) d where l.uuid = ?`,
    [key, silenceAgrees, days, person, days, leg]);
  await em.execute('insert into opinion (consultation_uuid, service) values (?, ?), (?, ?)', Object.keys(PostService).flatMap((service) => [key, service]));
  await tellAskedPost(em, leg, origin);
}

whenMissionMoves({ faults, isSo, moves });
