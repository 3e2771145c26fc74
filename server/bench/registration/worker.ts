/** A process that registers its share of people, some at once, and says how long each took: one JSON line. */
import { randomUUID } from 'node:crypto';
import { type EntityManager, IsolationLevel, MikroORM } from '@mikro-orm/postgresql';
import { useMetadata } from '../../src/core/reader/index.ts';
import { ormOptions } from '../../src/orm.ts';
import { registerParticipants } from '../../src/registrations/register.service.ts';

export interface Share {
  readonly url: string;
  readonly session: string;
  readonly person: string;
  readonly organisation: string;
  readonly from: number;
  readonly count: number;
  readonly isSerializable: boolean;
}

export interface Told {
  /** Milliseconds, one for each. */
  readonly times: readonly number[];
  readonly retries: number;
  readonly failures: number;
}

const AT_ONCE = 8;
const MOST_TRIES = 200;
/** A transaction that lost against another one; two that wait for each other. */
const LOST = new Set(['40001', '40P01']);

const share = JSON.parse(process.env.SHARE!) as Share;
const orm = await MikroORM.init(ormOptions(share.url));
useMetadata(orm.getMetadata());
const times: number[] = [];
let retries = 0;
let failures = 0;
let next = share.from;

async function registerOne(n: number): Promise<void> {
  const given = {
    session: share.session, organisation: share.organisation, country: null, submission: randomUUID(), locale: 'fr' as const,
    people: [{ name: 'Somebody', email: `bench-${share.session}-${n}@ngo.example`, locale: 'fr' as const, profession: null, mode: null, answers: [] }],
  };
  const work = async (em: EntityManager): Promise<unknown> => {
    await em.execute(`select set_config('passerelle.person', ?, true)`, [share.person]);
    return registerParticipants(em, { person: share.person, origin: 'https://passerelle.example' }, given);
  };
  for (let tries = 1; ; tries += 1) {
    try {
      await orm.em.fork().transactional(work, share.isSerializable ? { isolationLevel: IsolationLevel.SERIALIZABLE } : {});
      return;
    } catch (error) {
      if (!LOST.has((error as { code?: string }).code ?? '') || tries === MOST_TRIES) throw error;
      retries += 1;
    }
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, async () => {
  while (next < share.from + share.count) {
    const n = next;
    next += 1;
    const begun = performance.now();
    await registerOne(n).catch(() => (failures += 1));
    times.push(performance.now() - begun);
  }
}));
await orm.close();
console.log(JSON.stringify({ times, retries, failures } satisfies Told));
