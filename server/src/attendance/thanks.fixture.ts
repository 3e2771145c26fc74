/** What the tests of thanks share: sessions that are over, and what a run of the job does. */
import { beforeAll, expect } from 'vitest';
import { type Doubles, doublesWorld } from '../registrations/doubles.fixture.ts';
import { mailsTo } from '../registrations/world.fixture.ts';
import { sessionsToThank, thank } from './thanks.service.ts';
import { type Held, heldSession, type HeldWanted, record } from './world.fixture.ts';

export const ORIGIN = 'https://passerelle.example';

type Mails = Awaited<ReturnType<typeof mailsTo>>;

export interface Thanks extends Doubles {
  /** An address that nobody has. */
  readonly address: () => string;
  readonly em: () => ReturnType<ReturnType<Doubles['server']>['database']['orm']['em']['fork']>;
  readonly thanksTo: (email: string) => Promise<Mails>;
  /** How many mails of thanks went to each. */
  readonly counted: (...emails: readonly string[]) => Promise<number[]>;
  readonly present: (...registrations: readonly string[]) => ReturnType<typeof record>;
  /** A session that has ended three hours ago, and was announced before. */
  readonly over: (people: HeldWanted['people'], wanted?: Partial<HeldWanted>) => Promise<Held>;
  /** What a run of the job does: how many are thanked. */
  readonly run: () => Promise<number>;
  /** Somebody who was at a session that is over. */
  readonly somebody: () => Promise<{ readonly session: string; readonly one: string; readonly email: string }>;
}

/** Starts a server for the tests of a file. Nobody is to be thanked in what the demonstration says of the past. */
export function thanksWorld(): Thanks {
  const world = doublesWorld();
  let n = 0;
  const thanks: Thanks = {
    ...world,
    address: () => `thanked${(n += 1)}@ngo.example`,
    em: () => world.server().database.orm.em.fork(),
    thanksTo: async (email) => (await mailsTo(world.server(), email)).filter(({ template }) => template === 'registrationThanks'),
    counted: (...emails) => Promise.all(emails.map(async (email) => (await thanks.thanksTo(email)).length)),
    present: (...registrations) => record(world.server(), world.headers().scac, ...registrations.map((registration) => ({ registration }))),
    async over(people, wanted = {}) {
      const held = await heldSession(world.server(), { people, organisation: world.ngo(), coordinator: world.headers().ngoCoordinator, began: '8 hours', ...wanted });
      await world.sql(`update session_attendance set thanks_since = now() - interval '90 days' where session_uuid = ?`, [held.session]);
      return held;
    },
    async run() {
      let thanked = 0;
      for (const session of await sessionsToThank(thanks.em())) thanked += await thank(thanks.em(), ORIGIN, session);
      return thanked;
    },
    async somebody() {
      const email = thanks.address();
      const { session, registrations: [one] } = await thanks.over([{ email }]);
      await thanks.present(one!);
      return { session, one: one!, email };
    },
  };
  beforeAll(async () => expect(await sessionsToThank(thanks.em())).toEqual([]));
  return thanks;
}
