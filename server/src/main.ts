/** Starts the server and stops it cleanly: the only file with side effects of its own. */
import closeWithGrace from 'close-with-grace';
import { pino } from 'pino';
import { readConfig } from './config.ts';
import { loggedError } from './core/logged-error.ts';
import { graphiqlPages } from './graphiql.ts';
import { startServer } from './server.ts';

const log = pino({ level: 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: loggedError } });

try {
  const config = readConfig();
  const server = await startServer(config, log, config.isDevelopment ? graphiqlPages() : {});
  closeWithGrace({ delay: 10_000, logger: false }, async ({ err }) => {
    if (err) log.fatal({ err }, 'The server stops after an error');
    await server.close();
  });
  log.info({ seconds: Number(process.uptime().toFixed(1)) }, 'The server answers');
  // Whoever asks for a plan does not wait for a process to start.
  server.searches.beReady();
  console.log(`\n  Passerelle: ${server.address}\n`);
} catch (error) {
  console.error(error instanceof Error && 'code' in error ? error.message : error);
  process.exitCode = 1;
}
