/**
 * Registrations against a model of them: whatever people do, in whatever order, each stands as the model says, the counters are
 * what the rows are, and the list has no gap. Some runs here; all of them by `pnpm --filter @passerelle/server model`.
 */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { newSecret } from '../members/index.ts';
import { stepSession } from '../trainings/stages.service.ts';
import { type Actors, type Code, openActors, ORIGIN } from './actors.fixture.ts';
import { mergeParticipants } from './doubles.service.ts';
import { leaveLink } from './leave-links.ts';
import { addressOf, countryOf, Model, PEOPLE, type Profession, type Quota, type State } from './model.fixture.ts';
import { lapseOffers } from './places.service.ts';
import { changePlaces } from './quotas.service.ts';
import type { Doing } from './register.service.ts';
import { answerOffer, leaveByLink, refuseRegistration, validateRegistration, withdrawRegistration } from './registrations.service.ts';
import './session-changes.ts';
import { addSession, owner } from './world.fixture.ts';

const isWhole = process.env.MODEL === 'whole';
const STEPS = 50;
const SIZE = { seeds: [Number(process.env.MODEL_SEED ?? 1)], runs: Number(process.env.MODEL_RUNS ?? (isWhole ? 1_000 : 15)) };

const database = testDatabase('full');
const world = { get database() { return database(); } };
let actors: Actors;
let professions: readonly string[];
let serial = 0;

beforeAll(async () => {
  actors = await openActors(database());
  professions = (await owner<{ code: string }>(world, 'select code from profession order by code limit 2')).map(({ code }) => code);
});
afterAll(() => actors?.close());

interface Real {
  readonly session: string;
}

const emailOf = (who: number, { session }: Real): string => `p${addressOf(who)}.${session}@ngo.example`;
const nameOf = (who: number, real: Real): string => `${emailOf(who, real)} ${countryOf(who)}`;
const HERE = `from registration r join participant p on p.uuid = r.participant_uuid where r.session_uuid = ?`;
const latest = async (who: number, real: Real): Promise<string> =>
  (await owner<{ id: string }>(world, `select r.uuid as id ${HERE} and p.email = ? and p.country_code = ? order by r.state = 'WITHDRAWN', r.uuid desc limit 1`, [real.session, emailOf(who, real), countryOf(who)]))[0]!.id;
const whoIs = async (who: number, real: Real): Promise<string> => (await owner<{ id: string }>(world, 'select uuid as id from participant where email = ? and country_code = ?', [emailOf(who, real), countryOf(who)]))[0]!.id;

const PICTURE = `
  select json_build_object('taken', s.places_taken, 'shared', s.places_shared, 'waiting', s.places_waiting,
    'states', (select json_object_agg(x.name, x.state) from (select distinct on (1) p.email || ' ' || p.country_code as name, r.state from registration r join participant p on p.uuid = r.participant_uuid
      where r.session_uuid = s.uuid order by 1, r.state = 'WITHDRAWN') x),
    'list', (select coalesce(json_agg(json_build_array(p.email || ' ' || p.country_code, waiting_position(r.uuid)) order by r.waits_since, r.uuid), '[]') from registration r join participant p on p.uuid = r.participant_uuid
      where r.session_uuid = s.uuid and r.state = 'WAITING'),
    'counts', (select coalesce(json_agg(json_build_array(c.value, c.taken, q.places)), '[]') from quota_count c join session_quota q on q.uuid = c.quota_uuid where q.session_uuid = s.uuid)) as picture
  from training_session s where s.uuid = ?`;
interface Picture {
  readonly taken: number;
  readonly shared: number;
  readonly waiting: number;
  readonly states: Readonly<Record<string, State>> | null;
  readonly list: readonly (readonly [name: string, position: number])[];
  readonly counts: readonly (readonly [value: string, taken: number, places: number])[];
}

/** Everything that the model says, asked of the database. */
async function compare(model: Model, real: Real): Promise<void> {
  const { states, list, counts, ...counted } = (await owner<{ picture: Picture }>(world, PICTURE, [real.session]))[0]!.picture;
  for (const [who, state] of model.states) expect(states?.[nameOf(who, real)], `the state of ${who}`).toBe(state);
  expect(counted).toEqual({ taken: model.held(), shared: model.holders().length - model.held(), waiting: model.list.length });
  expect(list).toEqual(model.list.map((who, index) => [nameOf(who, real), index + 1]));
  const kind = model.quota?.kind ?? 'COUNTRY';
  for (const [value, taken] of counts) expect(taken, `the quota of ${value}`).toBe(model.held(kind === 'COUNTRY' ? (value as Code) : (professions.indexOf(value) as Profession), kind));
}

/** A step: when it makes sense, what it does to the model, and what is done really. */
interface Step {
  readonly name: string;
  readonly fits: (model: Model) => boolean;
  readonly expected: (model: Model) => void;
  readonly really: (real: Real, model: Model) => Promise<unknown>;
}

const is = (who: number, ...states: State[]) => (model: Model): boolean => states.includes(model.states.get(who) as State);
const quotasOf = (quota: Quota | null) => (quota === null ? [] : [{ kind: quota.kind, key: '', places: quota.places }]);
const version = async ({ session }: Real): Promise<number> => (await owner<{ version: number }>(world, 'select version from training_session where uuid = ?', [session]))[0]!.version;
const all = Array.from({ length: PEOPLE }, (_, who) => who);
const ended = (end: (model: Model) => void) => (model: Model): void => {
  end(model);
  model.offer();
};
/** What somebody who acts for the country of a registration does with it. */
const acting = (who: 'coordinator' | 'officer', n: number, act: (em: EntityManager, doing: Doing, id: string) => Promise<unknown>) => async (real: Real, model: Model): Promise<unknown> => {
  const id = await latest(n, real);
  return actors.as(who, model.countryOf(n), (em, doing) => act(em, doing, id));
};
const resized = (places: number | null, quota: Quota | null | undefined): Omit<Step, 'name'> => ({
  // What is so already is not done again.
  fits: (model) => places !== null ? places !== model.places : JSON.stringify(quota) !== JSON.stringify(model.quota),
  expected: ended((model) => Object.assign(model, { places: places ?? model.places, quota: quota === undefined ? model.quota : quota })),
  async really(real, model) {
    const read = await version(real);
    await actors.as('adviser', 'RS', async (em, doing) => expect(await changePlaces(em, doing, { session: real.session, version: read, places: places ?? model.places, quotas: quotasOf(quota === undefined ? model.quota : quota) })).toMatchObject({ outcome: 'DONE' }));
  },
});

/** All that can be done, by kinds: each is as likely, however many there are of it. Registering comes three times. */
const registering = all.flatMap((n) => ([null, 0, 1] as const).map((profession): Step => ({
  name: `register ${n}, profession ${profession}`, fits: () => true, expected: (model) => model.register(n, profession),
  really: (real) => actors.register(real.session, countryOf(n), emailOf(n, real), (em) => em, profession === null ? null : professions[profession]!),
})));
const KINDS: readonly (readonly Step[])[] = [
  registering, registering, registering,
  all.map((n) => ({ name: `validate ${n}`, fits: is(n, 'AWAITING_VALIDATION'), expected: (model) => model.take(n), really: acting('officer', n, validateRegistration) })),
  // Who was refused is not registered for the session again: `register` leaves them as they are.
  all.map((n) => ({ name: `refuse ${n}`, fits: is(n, 'AWAITING_VALIDATION'), expected: (model) => void model.states.set(n, 'REFUSED'), really: acting('officer', n, (em, doing, id) => refuseRegistration(em, doing, id, 'Not for this audience.')) })),
  all.map((n) => ({ name: `withdraw ${n}`, fits: is(n, 'AWAITING_VALIDATION', 'CONFIRMED', 'WAITING', 'OFFERED'), expected: ended((model) => model.end(n)), really: acting('coordinator', n, withdrawRegistration) })),
  all.map((n) => ({
    name: `let ${n} leave`, fits: is(n, 'CONFIRMED', 'WAITING'), expected: (model) => model.leave(n),
    async really(real) {
      const [id, { secret, hash }] = [await latest(n, real), newSecret()];
      await owner(world, 'update registration set leave_hashes = array[?] where uuid = ?', [hash, id]);
      await actors.orm.em.fork().transactional(async (em) => expect(await leaveByLink(em, ORIGIN, leaveLink(id, secret))).toMatchObject({ outcome: 'DONE' }));
    },
  })),
  all.map((n) => ({ name: `accept ${n}`, fits: is(n, 'OFFERED'), expected: (model) => void model.states.set(n, 'CONFIRMED'), really: acting('coordinator', n, (em, doing, id) => answerOffer(em, doing, id, 'ACCEPT')) })),
  all.map((n) => ({
    name: `let ${n} lapse`, fits: is(n, 'OFFERED'), expected: ended((model) => model.end(n)),
    async really(real) {
      await owner(world, `update registration set offered_until = now() - interval '1 second' where uuid = ?`, [await latest(n, real)]);
      await lapseOffers(actors.orm.em.fork(), ORIGIN, real.session);
    },
  })),
  all.flatMap((n) => all.map((m) => ({
    name: `make ${n} and ${m} one`, fits: (model: Model) => n !== m && model.states.has(n) && model.states.has(m), expected: (model: Model) => model.merge(n, m),
    async really(real: Real) {
      const [kept, gone] = [await whoIs(n, real), await whoIs(m, real)];
      await actors.as('adviser', 'RS', async (em, doing) => expect(await mergeParticipants(em, doing, { kept, gone, key: randomUUID(), takes: [] })).toBe('DONE'));
    },
  }))),
  Array.from({ length: 7 }, (_, places) => ({ name: `resize to ${places}`, ...resized(places, undefined) })),
  ([null, ...(['COUNTRY', 'PROFESSION'] as const).flatMap((kind) => [0, 1, 2].map((places) => ({ kind, places })))] as const).map((quota) => ({ name: `count ${quota ? `${quota.places} by ${quota.kind}` : 'all'}`, ...resized(null, quota) })),
  [true, false].map((isOpen) => ({
    name: isOpen ? 'reopen' : 'close', fits: (model: Model) => model.isOpen !== isOpen, expected: (model: Model) => void (model.isOpen = isOpen),
    really: (real: Real) => actors.as('adviser', 'RS', async (em, doing) => expect(await stepSession(em, { ...doing }, real.session, isOpen ? 'reopen' : 'close')).toMatchObject({ outcome: 'DONE' })),
  })),
];

/** The step that a choice stands for: of those that make sense now, of which there is always one. */
function chosen([kind, one]: readonly [number, number], model: Model): Step {
  const fitting = KINDS.map((steps) => steps.filter(({ fits }) => fits(model))).filter((steps) => steps.length > 0);
  const steps = fitting[kind % fitting.length]!;
  return steps[one % steps.length]!;
}

/** The sessions of the runs whose rows are still there, and of how many runs they stay: what a step costs does not grow with how many there have been. */
const [KEPT, sessions]: [number, string[]] = [20, []];
const WRITTEN = ['graphile_worker._private_jobs', 'mail', 'audit_entry'];

async function forgetRuns(): Promise<void> {
  for (const table of WRITTEN) await owner(world, `delete from ${table}`);
  await owner(world, 'delete from training_session where uuid = any(?::uuid[])', [`{${sessions.splice(0).join(',')}}`]);
  await owner(world, `delete from participant where email ~ '^p\\d[.].+@ngo[.]example$'`);
  for (const table of [...WRITTEN, 'registration', 'participant', 'session_quota', 'quota_count', 'training_session']) await owner(world, `vacuum analyze ${table}`);
}

async function runs(model: Model, choices: readonly (readonly [number, number])[]): Promise<void> {
  if (sessions.length === KEPT) await forgetRuns();
  const real: Real = { session: await addSession(world, { places: model.places, needsValidation: model.needsValidation, inDays: 30 + (serial += 1) }) };
  sessions.push(real.session);
  for (const { kind, places } of quotasOf(model.quota)) await owner(world, `insert into session_quota (uuid, session_uuid, kind, key, places) values (gen_random_uuid(), ?, ?, '', ?)`, [real.session, kind, places]);
  const done: string[] = [];
  for (const choice of choices) {
    const step = chosen(choice, model);
    done.push(step.name);
    try {
      await step.really(real, model);
      step.expected(model);
      await compare(model, real);
    } catch (error) {
      throw new Error(`after: ${done.join('; ')}\n${(error as Error).message}`, { cause: error });
    }
  }
  expect(done).toHaveLength(STEPS);
}

const choice = fc.tuple(fc.nat(), fc.nat());
const quota = fc.option(fc.record({ kind: fc.constantFrom('COUNTRY' as const, 'PROFESSION' as const), places: fc.integer({ min: 1, max: 2 }) }));

test.each(SIZE.seeds)(`registrations are as the model says (seed %i, ${SIZE.runs} runs of ${STEPS} steps)`, { timeout: isWhole ? 7_200_000 : 120_000 }, async (seed) => {
  await fc.assert(
    fc.asyncProperty(fc.array(choice, { minLength: STEPS, maxLength: STEPS }), fc.nat(4), fc.boolean(), quota, (choices, places, needsValidation, most) => runs(new Model(places, needsValidation, most), choices)),
    { seed, numRuns: SIZE.runs, endOnFailure: isWhole },
  );
});

test('a model that lets newcomers overtake is found out: the control', { timeout: 60_000 }, async () => {
  const session = await addSession(world, { places: 1, inDays: 30 + (serial += 1) });
  const real: Real = { session };
  const model = new Model(1, false, null);
  for (const n of [0, 1, 2]) {
    await actors.register(session, countryOf(n), emailOf(n, real));
    model.register(n, null);
  }
  await compare(model, real);
  model.list.reverse();
  await expect(compare(model, real)).rejects.toThrow();
});

test('a model in which everybody has a seat of their own is found out: the control', { timeout: 60_000 }, async () => {
  const session = await addSession(world, { places: 3, inDays: 30 + (serial += 1) });
  const real: Real = { session };
  const model = new Model(3, false, null);
  for (const n of [0, 7]) {
    await actors.register(session, countryOf(n), emailOf(n, real));
    model.register(n, null);
  }
  await compare(model, real);
  model.held = () => 2;
  await expect(compare(model, real)).rejects.toThrow();
});
