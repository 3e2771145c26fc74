/**
 * Whatever is done with sessions, by whichever way, who teaches is engaged then and there, and at no other time: what the triggers have written is compared with
 * what sessions, parts and trainers say, read in other words.
 */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { cancel, create, owner, step, update } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;
let experts: readonly string[];
let year = 2200;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  experts = (await sql<{ uuid: string }>('select uuid from expert order by uuid limit 2')).map(({ uuid }) => uuid);
});

/** A line for each time at which somebody has to be somewhere, said of the sessions. */
const DUE = `
  with hours as (
    select s.uuid, s.starts_at as begins, s.ends_at as ends from training_session s where (select count(*) from session_part p where p.session_uuid = s.uuid) = 0
    union all
    select p.session_uuid, min((((s.starts_at at time zone s.time_zone)::date + p.day - 1) + p.starts::time) at time zone s.time_zone), max((((s.starts_at at time zone s.time_zone)::date + p.day - 1) + p.ends::time) at time zone s.time_zone)
    from session_part p join training_session s on s.uuid = p.session_uuid group by p.session_uuid, p.day)
  select concat_ws(' ', t.session_uuid, t.expert_uuid, case s.format when 'ONLINE' then '-' else s.country_code end, extract(epoch from h.begins)::bigint, extract(epoch from h.ends)::bigint) as line
  from session_trainer t join training_session s on s.uuid = t.session_uuid join hours h on h.uuid = s.uuid where s.stage = any('{DRAFT,OPEN,CLOSED}') order by 1`;
const WRITTEN = `
  select concat_ws(' ', e.source, e.who, coalesce(e.place, '-'), extract(epoch from lower(r))::bigint, extract(epoch from upper(r))::bigint) as line
  from expert_engagement e cross join unnest(e.held) r where e.kind = 'TRAINING' and e.is_firm order by 1`;

interface Real {
  readonly keys: readonly string[];
  readonly year: number;
}

/** What is drawn for a step; each takes of it what it needs. */
const STEP = fc.record({
  act: fc.constantFrom(
    'create', 'create', 'change', 'change', 'openSession', 'openSession', 'openSession', 'closeSession', 'reopenSession', 'archiveSession', 'discardSession', 'cancel', 'addPart', 'addPart', 'addPart', 'addPart', 'changePart', 'movePart', 'movePart', 'removePart',
    'putOff', 'shorten', 'changeZone', 'changeStage', 'changePlace', 'giveTrainer', 'takeTrainer', 'takeTrainers', 'delayParts', 'deleteSession',
  ),
  which: fc.nat(2), first: fc.integer({ min: 3, max: 6 }), days: fc.nat(2), hour: fc.integer({ min: 9, max: 15 }), trainers: fc.subarray([0, 1]), place: fc.constantFrom('MK', 'RS', 'HYBRID', 'ONLINE'),
});
type Step = typeof STEP extends fc.Arbitrary<infer S> ? S : never;

const HERE = { MK: {}, RS: { country: 'RS', town: 'Београд', timeZone: 'Europe/Belgrade' }, HYBRID: { format: 'HYBRID' }, ONLINE: { format: 'ONLINE', country: null, town: '', timeZone: 'Europe/Bucharest' } } as const;

function input({ first, days, trainers, place }: Step, { year: at }: Real): Record<string, unknown> {
  return { starts: `${at}-05-0${first}T09:00`, ends: `${at}-05-0${first + days}T17:00`, registrationUntil: `${at}-05-01T18:00`, trainers: trainers.map((n) => `Expert_${experts[n]!}`), ...HERE[place] };
}

const PART = 'mutation ($session: ID!, $key: UUID!, $version: Int!, $input: SessionPartInput!) { saveSessionPart(session: $session, key: $key, version: $version, input: $input) { outcome } }';

/** Somebody’s answer, or the refusal that is none of the test’s concern. */
async function asked(document: string, variables: Record<string, unknown>): Promise<string> {
  const answer = await ask(server(), document, variables, headers.adviser);
  return answer.code ?? (Object.values(answer.data!)[0] as { outcome: string }).outcome;
}

async function take(drawn: Step, real: Real): Promise<string> {
  const key = real.keys[drawn.which]!;
  const id = `TrainingSession_${key}`;
  const [part] = await sql<{ uuid: string; version: number }>('select uuid, version from session_part where session_uuid = ? order by day, starts limit 1', [key]);
  const which = { session: id, key: part?.uuid ?? randomUUID() };
  const lesson = { sourceLocale: 'fr', title: 'Partie', day: Math.min(drawn.days, 1) + 1, starts: `${String(drawn.hour).padStart(2, '0')}:00`, ends: `${String(drawn.hour + 1).padStart(2, '0')}:30`, format: 'ON_SITE', room: '', trainers: [] };
  const directly = async (text: string, ...values: unknown[]): Promise<string> => sql(text, values).then(() => 'DONE', (error: { code?: string }) => {
    if (error.code === '23P01') return 'TRAINER_BUSY';
    throw error;
  });
  const trainer = experts[drawn.trainers[0] ?? 0]!;
  switch (drawn.act) {
    case 'create': return (await create(server(), headers.adviser, input(drawn, real), key)).outcome;
    case 'change': {
      const [is] = await sql<{ version: number }>('select version from training_session where uuid = ?', [key]);
      return (await update(server(), headers.adviser, id, is?.version ?? 1, input(drawn, real))).outcome;
    }
    case 'cancel': return (await cancel(server(), headers.adviser, id, { fr: 'Salle fermée.' })).outcome;
    case 'addPart': return asked(PART, { session: id, key: randomUUID(), version: 0, input: lesson });
    case 'changePart': return asked(PART, { ...which, version: part?.version ?? 1, input: lesson });
    case 'movePart': return asked('mutation ($session: ID!, $id: ID!) { moveSessionPart(session: $session, id: $id, position: 2) { outcome } }', { session: id, id: `SessionPart_${which.key}` });
    case 'removePart': return asked('mutation ($session: ID!, $id: ID!) { removeSessionPart(session: $session, id: $id) { outcome } }', { session: id, id: `SessionPart_${which.key}` });
    // What comes by no service.
    case 'putOff': return directly(`update training_session set starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day' where uuid = ?`, key);
    case 'shorten': return directly(`update training_session set ends_at = ends_at - interval '1 hour' where uuid = ?`, key);
    case 'changeZone': return directly(`update training_session set time_zone = 'Europe/London' where uuid = ?`, key);
    case 'changeStage': return directly(`update training_session set stage = case stage when 'OPEN' then 'ARCHIVED' when 'ARCHIVED' then 'CLOSED' else stage end where uuid = ?`, key);
    case 'changePlace': return directly(`update training_session set country_code = 'AL', format = 'ON_SITE', town = 'Tiranë' where uuid = ?`, key);
    case 'giveTrainer': return directly('insert into session_trainer (session_uuid, expert_uuid, position) select uuid, ?, 9 from training_session where uuid = ? on conflict do nothing', trainer, key);
    case 'takeTrainer': return directly('delete from session_trainer where session_uuid = ? and expert_uuid = ?', key, trainer);
    case 'takeTrainers': return directly('update session_trainer set expert_uuid = ? where session_uuid = ? and (select count(*) from session_trainer x where x.session_uuid = ?) = 1', trainer, key, key);
    case 'delayParts': return directly(`update session_part set starts = '08:00' where session_uuid = ? and day = 1`, key);
    case 'deleteSession': return directly('delete from training_session where uuid = ?', key);
    default: return (await step(server(), headers.adviser, drawn.act as 'openSession', id)).outcome;
  }
}

const took = new Map<string, Set<string>>();
const lines = async (text: string): Promise<string[]> => (await sql<{ line: string }>(text)).map(({ line }) => line);

const holds = fc.asyncProperty(fc.array(STEP, { minLength: 15, maxLength: 30 }), async (steps) => {
  const real: Real = { keys: [randomUUID(), randomUUID(), randomUUID()], year: (year += 1) };
  for (const [n, step] of steps.entries()) {
    // There is something to begin with.
    const drawn: Step = n < 3 ? { ...step, act: 'create', which: n } : step;
    const came = await take(drawn, real).catch((error: Error) => {
      if (error.message === 'TRAINER_BUSY') return error.message;
      throw error;
    });
    took.set(drawn.act, (took.get(drawn.act) ?? new Set()).add(came));
    expect(await lines(WRITTEN), drawn.act).toEqual(await lines(DUE));
  }
});

test('after any steps everybody is engaged as the sessions say', { timeout: 240_000 }, async () => {
  await fc.assert(holds, { numRuns: 30, seed: 7, endOnFailure: true });
  // Each was done at least once, and some were refused.
  expect([...took].filter(([, outcomes]) => !outcomes.has('DONE')).map(([act]) => act).filter((act) => act !== 'archiveSession')).toEqual([]);
  expect([...took].filter(([, outcomes]) => outcomes.has('TRAINER_BUSY')).map(([act]) => act)).toEqual(expect.arrayContaining(['create', 'change']));
});

test.each(['session_trainer', 'training_session', 'session_part'])('without the trigger of %s it is found that they are not: the control', { timeout: 120_000 }, async (table) => {
  await sql(`alter table ${table} disable trigger ${table}_engages`);
  try {
    expect((await fc.check(holds, { numRuns: 10, seed: 7, endOnFailure: true })).failed).toBe(true);
  } finally {
    await sql(`alter table ${table} enable trigger ${table}_engages`);
    await sql('delete from training_session where starts_at >= ?', ['2200-01-01']);
    await sql('select engage_trainers(uuid) from training_session');
    await sql('delete from expert_engagement e where not exists (select from training_session s where s.uuid = e.source)');
  }
  expect(await lines(WRITTEN)).toEqual(await lines(DUE));
});
