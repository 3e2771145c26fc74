import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

// Below the ranges from which Linux (32768+), macOS and Windows (49152+) take ports for outgoing connections: a pool
// that tries to reconnect while PostgreSQL is away could otherwise be given the very port, connect to itself and keep it.
const LOWEST = 20_000;
const HIGHEST = 32_000;
const TRIES = 100;

/** A port of the loopback interface that was free a moment ago. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port of 127.0.0.1 found in ${TRIES} tries between ${LOWEST} and ${HIGHEST}.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
