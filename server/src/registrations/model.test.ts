/**
 * Registrations against a model of them: whatever people do, in whatever order, each stands as the model says, the counter is
 * what the rows are, and the list has no gap. Some runs here; all of them by `pnpm --filter @passerelle/server model`.
 */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { stepSession } from '../trainings/stages.service.ts';
import { type Actors, type Code, COUNTRIES, openActors, ORIGIN } from './actors.fixture.ts';
import { mergeParticipants } from './doubles.service.ts';
import { lapseOffers } from './places.service.ts';
import { changePlaces } from './quotas.service.ts';
import { answerOffer, refuseRegistration, validateRegistration, withdrawRegistration } from './registrations.service.ts';
import './session-changes.ts';
import { addSession, owner, rowsOf } from './world.fixture.ts';

const isWhole = process.env.MODEL === 'whole';
const SIZE = isWhole ? { runs: 1_000, length: 50, seeds: [1, 2, 3, 4, 5] } : { runs: 60, length: 30, seeds: [1] };

const PEOPLE = 8;
const countryOf = (who: number): Code => COUNTRIES[who % COUNTRIES.length]!;

const database = testDatabase('full');
const world = { get database() { return database(); } };
let actors: Actors;
let serial = 0;

beforeAll(async () => {
  actors = await openActors(database());
});
afterAll(() => actors?.close());

type State = 'AWAITING_VALIDATION' | 'CONFIRMED' | 'WAITING' | 'OFFERED' | 'REFUSED' | 'WITHDRAWN';

interface Options {
  readonly needsValidation: boolean;
  /** How many of a country at most; null for no quota. */
  readonly quota: number | null;
}

/** How far a registration has come, the least first. */
const FAR: readonly State[] = ['WITHDRAWN', 'REFUSED', 'AWAITING_VALIDATION', 'WAITING', 'OFFERED', 'CONFIRMED'];

/** What should be so. */
class Model {
  readonly states = new Map<number, State>();
  /** By whom the registration that counts was made, and its turn. */
  readonly #registrations = new Map<number, { readonly by: Code; readonly turn: number }>();
  /** As whom somebody is known, who was made one with them. */
  readonly #sameAs = new Map<number, number>();
  #turns = 0;
  /** Who waits, in their turn. */
  list: number[] = [];
  isOpen = true;

  places: number;
  readonly options: Options;

  constructor(places: number, options: Options) {
    this.places = places;
    this.options = options;
  }

  /** Who somebody is. */
  one(who: number): number {
    return this.#sameAs.get(who) ?? who;
  }

  countryOf(who: number): Code {
    return this.#registrations.get(who)!.by;
  }

  held(country?: Code): number {
    return [...this.states].filter(([who, state]) => (state === 'CONFIRMED' || state === 'OFFERED') && (country === undefined || this.countryOf(who) === country)).length;
  }

  isKeptOut(who: number): boolean {
    return this.options.quota !== null && this.held(this.countryOf(who)) >= this.options.quota;
  }

  register(typed: number): void {
    const who = this.one(typed);
    const state = this.states.get(who);
    if (!this.isOpen || (state !== undefined && state !== 'WITHDRAWN')) return;
    this.#registrations.set(who, { by: countryOf(typed), turn: (this.#turns += 1) });
    if (this.options.needsValidation) this.states.set(who, 'AWAITING_VALIDATION');
    else this.take(who);
  }

  take(who: number): void {
    this.#registrations.set(who, { by: this.countryOf(who), turn: (this.#turns += 1) });
    const isFree = this.held() < this.places && !this.isKeptOut(who);
    const isOvertaking = this.list.some((other) => !this.isKeptOut(other));
    if (isFree && !isOvertaking) return void this.states.set(who, 'CONFIRMED');
    this.states.set(who, 'WAITING');
    this.list.push(who);
    if (isFree) this.offer();
  }

  offer(): void {
    for (const who of [...this.list]) {
      if (this.held() >= this.places) return;
      if (this.isKeptOut(who)) continue;
      this.list = this.list.filter((other) => other !== who);
      this.states.set(who, 'OFFERED');
    }
  }

  /** Makes two one: the registration that has come furthest stays, of two that are as far the earlier one. */
  merge(kept: number, gone: number): void {
    const far = (who: number): number => FAR.indexOf(this.states.get(who)!);
    const turn = (who: number): number => this.#registrations.get(who)!.turn;
    const stays = far(kept) > far(gone) || (far(kept) === far(gone) && turn(kept) < turn(gone)) ? kept : gone;
    const [state, registration] = [this.states.get(stays)!, this.#registrations.get(stays)!];
    this.list = this.list.filter((other) => other !== (stays === kept ? gone : kept)).map((other) => (other === gone ? kept : other));
    this.states.delete(gone);
    this.states.set(kept, state);
    this.#registrations.set(kept, registration);
    for (const [who, one] of [...this.#sameAs, [gone, gone] as const]) if (one === gone) this.#sameAs.set(who, kept);
    this.offer();
  }

  end(who: number): void {
    this.list = this.list.filter((other) => other !== who);
    this.states.set(who, 'WITHDRAWN');
  }
}

interface Real {
  readonly session: string;
}

const emailOf = (who: number, { session }: Real): string => `p${who}.${session}@ngo.example`;
const latest = async (who: number, real: Real): Promise<string> =>
  (await owner<{ id: string }>(world, `select r.uuid as id from registration r join participant p on p.uuid = r.participant_uuid where r.session_uuid = ? and p.email = ? order by r.state = 'WITHDRAWN', r.uuid desc limit 1`, [real.session, emailOf(who, real)]))[0]!.id;

const whoIs = async (who: number, real: Real): Promise<string> => (await owner<{ id: string }>(world, 'select uuid as id from participant where email = ?', [emailOf(who, real)]))[0]!.id;

/** Everything that the model says, asked of the database. */
async function compare(model: Model, real: Real): Promise<void> {
  // What has not ended counts.
  const states = new Map((await rowsOf(world, real.session)).toSorted((a, b) => Number(b.state === 'WITHDRAWN') - Number(a.state === 'WITHDRAWN')).map(({ email, state }) => [email, state]));
  for (const [who, state] of model.states) expect(states.get(emailOf(who, real)), `the state of ${who}`).toBe(state);
  const [counted] = await owner<{ taken: number; waiting: number }>(world, 'select places_taken as taken, places_waiting as waiting from training_session where uuid = ?', [real.session]);
  expect(counted).toEqual({ taken: model.held(), waiting: model.list.length });
  const list = await owner<{ email: string; position: number }>(world,
    `select p.email, waiting_position(r.uuid) as position from registration r join participant p on p.uuid = r.participant_uuid where r.session_uuid = ? and r.state = 'WAITING' order by r.waits_since, r.uuid`, [real.session]);
  expect(list).toEqual(model.list.map((who, index) => ({ email: emailOf(who, real), position: index + 1 })));
  const counts = await owner<{ value: string; taken: number }>(world, 'select value, taken from quota_count c join session_quota q on q.uuid = c.quota_uuid where q.session_uuid = ?', [real.session]);
  for (const { value, taken } of counts) expect(taken, `the quota of ${value}`).toBe(model.held(value as Code));
}

type Step = fc.AsyncCommand<Model, Real>;

/** A step: what it does to the model, what is done really, and when it makes sense. */
function step(name: string, check: (model: Model) => boolean, expected: (model: Model) => void, really: (real: Real, model: Model) => Promise<unknown>): Step {
  return {
    check,
    toString: () => name,
    async run(model, real) {
      await really(real, model);
      expected(model);
      await compare(model, real);
    },
  };
}

const is = (who: number, ...states: State[]) => (model: Model): boolean => states.includes(model.states.get(who) as State);
const quotasOf = ({ options }: Model) => (options.quota === null ? [] : [{ kind: 'COUNTRY' as const, key: '', places: options.quota }]);
const version = async ({ session }: Real): Promise<number> => (await owner<{ version: number }>(world, 'select version from training_session where uuid = ?', [session]))[0]!.version;

const who = fc.nat(PEOPLE - 1);
const STEPS: fc.Arbitrary<Step>[] = [
  who.map((n) => step(`register ${n}`, () => true, (model) => model.register(n), (real) => actors.register(real.session, countryOf(n), emailOf(n, real)))),
  who.map((n) => step(`validate ${n}`, is(n, 'AWAITING_VALIDATION'), (model) => model.take(n), async (real, model) => {
    const id = await latest(n, real);
    return actors.as('officer', model.countryOf(n), (em, doing) => validateRegistration(em, doing, id));
  })),
  // Who was refused is not registered for the session again: `register` leaves them as they are.
  who.map((n) => step(`refuse ${n}`, is(n, 'AWAITING_VALIDATION'), (model) => void model.states.set(n, 'REFUSED'), async (real, model) => {
    const id = await latest(n, real);
    return actors.as('officer', model.countryOf(n), (em, doing) => refuseRegistration(em, doing, id, 'Not for this audience.'));
  })),
  who.map((n) => step(`withdraw ${n}`, is(n, 'AWAITING_VALIDATION', 'CONFIRMED', 'WAITING', 'OFFERED'), (model) => {
    model.end(n);
    model.offer();
  }, async (real, model) => {
    const id = await latest(n, real);
    return actors.as('coordinator', model.countryOf(n), (em, doing) => withdrawRegistration(em, doing, id));
  })),
  who.map((n) => step(`accept ${n}`, is(n, 'OFFERED'), (model) => void model.states.set(n, 'CONFIRMED'), async (real, model) => {
    const id = await latest(n, real);
    return actors.as('coordinator', model.countryOf(n), (em, doing) => answerOffer(em, doing, id, 'ACCEPT'));
  })),
  who.map((n) => step(`let ${n} lapse`, is(n, 'OFFERED'), (model) => {
    model.end(n);
    model.offer();
  }, async (real) => {
    await owner(world, `update registration set offered_until = now() - interval '1 second' where uuid = ?`, [await latest(n, real)]);
    await lapseOffers(actors.orm.em.fork(), ORIGIN, real.session);
  })),
  fc.tuple(who, who).map(([n, m]) => step(`make ${n} and ${m} one`, (model) => n !== m && model.states.has(n) && model.states.has(m), (model) => model.merge(n, m), async (real) => {
    const [kept, gone] = [await whoIs(n, real), await whoIs(m, real)];
    await actors.as('adviser', 'RS', async (em, doing) => expect(await mergeParticipants(em, doing, { kept, gone, key: randomUUID(), takes: [] })).toBe('DONE'));
  })),
  fc.nat(6).map((places) => step(`resize to ${places}`, () => true, (model) => {
    model.places = places;
    model.offer();
  }, async (real, model) => {
    const read = await version(real);
    await actors.as('adviser', 'RS', (em, doing) => changePlaces(em, doing, { session: real.session, version: read, places, quotas: quotasOf(model) }));
  })),
  fc.boolean().map((isOpen) => step(isOpen ? 'reopen' : 'close', (model) => model.isOpen !== isOpen, (model) => void (model.isOpen = isOpen), (real) =>
    actors.as('adviser', 'RS', async (em, doing) => expect(await stepSession(em, { ...doing, locale: 'fr' }, real.session, isOpen ? 'reopen' : 'close')).toMatchObject({ outcome: 'DONE' })))),
];

test.each(SIZE.seeds)(`registrations are as the model says (seed %i, ${SIZE.runs} runs of ${SIZE.length} steps)`, { timeout: isWhole ? 7_200_000 : 120_000 }, async (seed) => {
  await fc.assert(
    fc.asyncProperty(fc.commands(STEPS, { maxCommands: SIZE.length, size: 'max' }), fc.nat(4), fc.boolean(), fc.option(fc.integer({ min: 1, max: 2 })), async (commands, places, needsValidation, quota) => {
      const session = await addSession(world, { places, needsValidation, inDays: 30 + (serial += 1) });
      const real: Real = { session };
      if (quota !== null) await owner(world, `insert into session_quota (uuid, session_uuid, kind, key, places) values (gen_random_uuid(), ?, 'COUNTRY', '', ?)`, [session, quota]);
      await fc.asyncModelRun(() => ({ model: new Model(places, { needsValidation, quota }), real }), commands);
    }),
    { seed, numRuns: SIZE.runs, endOnFailure: isWhole },
  );
});

test('a model that lets newcomers overtake is found out: the control', { timeout: 60_000 }, async () => {
  const session = await addSession(world, { places: 1, inDays: 30 + (serial += 1) });
  const real: Real = { session };
  const model = new Model(1, { needsValidation: false, quota: null });
  for (const n of [0, 1, 2]) {
    await actors.register(session, countryOf(n), emailOf(n, real));
    model.register(n);
  }
  await compare(model, real);
  model.list.reverse();
  await expect(compare(model, real)).rejects.toThrow();
});
