/** What consulting has to do with the steps of a mission: a step opens a consultation for each leg, another asks what came of them, and whoever was consulted is told. In the transaction of the step. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { v4 } from 'uuid';
import { fault, legFault, type MissionFault, type MissionMove, whenMissionMoves } from '../missions/index.ts';
import { DAYS } from './consultation.policy.ts';
import { tellAskedPost, tellReleasedPost } from './consultation-mail.ts';

/** Nothing stands in the way of these. */
const FINE = ['AGREED', 'AGREED_WITH_REMARK', 'SILENT'];

/** What is wrong with a leg whose consultation came to this. */
const FAULTS = { ASKED: 'UNANSWERED', OVERDUE: 'OVERDUE', OBJECTED: 'OBJECTED' } as const;
const faultOf = (state: string): MissionFault['fault'] => (Object.hasOwn(FAULTS, state) ? FAULTS[state as keyof typeof FAULTS] : 'UNASKED');

/** What stands in the way of a step; nothing is written. */
async function faults(em: EntityManager, { act, mission, terms }: MissionMove): Promise<MissionFault[]> {
  if (act === 'consultPosts') return terms.days < DAYS.least || terms.days > DAYS.most ? [fault('DAYS', 'OUT_OF_RANGE', DAYS.most)] : [];
  if (act !== 'agree') return [];
  const rows = await em.execute<{ leg: string; state: string }[]>('select leg, state from hold_opinions(?)', [mission]);
  return rows.filter(({ state }) => !FINE.includes(state)).map(({ leg, state }) => legFault(leg, faultOf(state)));
}

async function moves(em: EntityManager, { act, origin, held, leg, person, terms }: MissionMove): Promise<void> {
  if (act === 'giveUp') for (const { uuid, isShown } of held.legs) if (isShown) await tellReleasedPost(em, uuid, 'GIVEN_UP');
  if (act === 'removeLeg' && held.legs.some(({ uuid, isShown }) => uuid === leg && isShown)) await tellReleasedPost(em, leg!, 'REMOVED');
  if (act === 'consultPosts') for (const { uuid } of held.legs) await consult(em, uuid, { origin, person, ...terms });
}

interface Asking {
  readonly origin: string;
  readonly person: string;
  readonly days: number;
  readonly silenceAgrees: boolean;
}

/** Opens a consultation about a leg that is shown now. The deadline is settled: a holiday that becomes known later does not move it. */
async function consult(em: EntityManager, leg: string, { origin, person, days, silenceAgrees }: Asking): Promise<void> {
  const key = v4();
  await em.execute(
    `insert into consultation (uuid, leg_uuid, country_code, round, due_on, due_at, silence_agrees, rule_days, asked_by_id)
     select ?::uuid, l.uuid, l.country_code, 1, d.due_on, (d.due_on + 1)::timestamp at time zone c.time_zone, ?, ?, ?
     from mission_leg l join city c on c.code = l.city_code cross join lateral (select working_days_after(l.country_code, (now() at time zone c.time_zone)::date, ?) as due_on) d where l.uuid = ?`,
    [key, silenceAgrees, days, person, days, leg]);
  await em.execute(`insert into opinion (consultation_uuid, service) values (?, 'SCAC'), (?, 'SSI')`, [key, key]);
  await tellAskedPost(em, leg, origin);
}

whenMissionMoves({ faults, moves });
