/** What tests of jobs of searches share: a database of their own, a server that works on what is asked, and nothing of it left after each test. */
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { transactAs } from '../core/database/index.ts';
import { type Jobs, startJobs } from '../core/jobs/index.ts';
import { ormOptions } from '../orm.ts';
import { planJobs } from './plans.jobs.ts';
import { SearchPool } from './search-pool.ts';
import type { SearchLimits } from './search-task.ts';

interface Working {
  readonly sql: <T = unknown>(text: string, values?: unknown[]) => Promise<T[]>;
  readonly manager: () => EntityManager;
  /** Done by the adviser, whose id is given. */
  readonly acts: <T>(act: (em: EntityManager, person: string) => Promise<T>) => Promise<T>;
  /** A server that works until the test is over; `warn` hears what it warns of. */
  readonly working: (limits: SearchLimits, pool?: SearchPool, warn?: (facts: object, line: string) => void) => Promise<Jobs>;
  /** Leaves the server that was begun last to whoever closes it, by what is given. */
  readonly leave: () => () => Promise<unknown>;
}

export function workingOnSearches(): Working {
  const database = testDatabase('full');
  const open: (() => Promise<unknown>)[] = [];
  let orm: MikroORM;
  let adviser: string;
  const sql = <T = unknown>(text: string, values: unknown[] = []): Promise<T[]> => database().orm.em.fork().execute<T[]>(text, values);

  vi.setConfig({ testTimeout: 180_000 });
  afterAll(() => vi.resetConfig());
  beforeAll(async () => {
    orm = await MikroORM.init(ormOptions(database().app));
    [{ adviser }] = await sql<{ adviser: string }>(`select id as adviser from person where email = 'adviser@passerelle.example'`) as [{ adviser: string }];
  });
  afterAll(() => orm.close());
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close();
    await sql('delete from plan_search');
    await sql('delete from graphile_worker._private_jobs');
  });

  return {
    sql, manager: () => orm.em.fork(), acts: (act) => transactAs(orm, adviser)((em) => act(em, adviser)), leave: () => open.pop()!,
    working: async (limits, pool = new SearchPool(), warn = () => undefined) => {
      const started = await startJobs({ url: database().app, orm, jobs: planJobs(pool, limits), log: { info: () => undefined, warn }, patience: 50 });
      open.push(() => started.close());
      return started;
    },
  };
}
