/** A server in a process of its own, as `main.ts` starts it, without limits on how often somebody acts: for tests and the bench. */
import { pino } from 'pino';
import { UNLIMITED } from '../../test/http/harness.ts';
import { readConfig } from '../config.ts';
import { startServer } from '../server.ts';

/** As many as anybody wants, counted for as long as they are where there are fewer. */
const MANY = { points: 1e6, seconds: 3_600 };

const running = await startServer(readConfig(), pino({ level: 'error' }), {}, { documents: {}, signInLimits: { ...UNLIMITED, registrationPerPerson: MANY } });
process.stdout.write(`Passerelle: ${running.address}\n`);
process.once('SIGTERM', () => void running.close().then(() => process.exit(0)));
