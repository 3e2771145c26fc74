/** Sends mails in a process of its own, so that it can be killed while it does; SIGTERM closes it. */
import { MikroORM } from '@mikro-orm/postgresql';
import { startJobs } from '../core/jobs/index.ts';
import { ormOptions } from '../orm.ts';
import { mailJobs, openPost } from './index.ts';

const [, , url, smtp] = process.argv;
const jobs = await startJobs({
  url: url!, orm: await MikroORM.init(ormOptions(url!)), log: { info: () => undefined, warn: () => undefined },
  jobs: mailJobs(openPost({ url: smtp!, from: 'no-reply@passerelle.example' })),
});
process.once('SIGTERM', () => void jobs.close().then(() => process.exit()));
