/** A worker in a process of its own, which notes each job that it does: `tried` each time, `done` once for each note. It prints a line for each that fails. */
import { MikroORM } from '@mikro-orm/postgresql';
import { ormOptions } from '../../orm.ts';
import { job, startJobs } from './index.ts';

declare module './job.ts' {
  interface JobPayloads {
    'test.note': { note: string };
  }
}

const [, , url] = process.argv;
const started = await startJobs({
  url: url!, orm: await MikroORM.init(ormOptions(url!)), log: { info: () => undefined, warn: (facts) => { if ('attempt' in facts) console.log(JSON.stringify(facts)); } }, sweepEvery: 200,
  jobs: [job('test.note', async ({ note }, { em }) => {
    await em.execute('insert into tried values (?)', [note]);
    await em.execute('insert into done values (?) on conflict do nothing', [note]);
  })],
});
process.once('SIGTERM', () => void started.close().then(() => process.exit(0)));
