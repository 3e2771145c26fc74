/** A worker in a process of its own: tells of each job that it takes and never ends it, so that it can be killed over one. */
import { MikroORM } from '@mikro-orm/postgresql';
import { ormOptions } from '../../orm.ts';
import { job, type JobName, startJobs } from './index.ts';

const [, , url, name] = process.argv;
await startJobs({
  url: url!, orm: await MikroORM.init(ormOptions(url!)), log: { info: () => undefined, warn: () => undefined },
  jobs: [job(name as JobName, () => {
    process.stdout.write('taken\n');
    return new Promise(() => undefined);
  })],
});
