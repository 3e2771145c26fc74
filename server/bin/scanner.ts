/**
 * A stand-in for clamd on this machine, to see by hand what becomes of files that people bring: it knows the test file of EICAR
 * (https://www.eicar.org/download-anti-malware-testfile/) and calls all else clean. Prints the setting with which a server on this machine asks it, then runs until it
 * is stopped. A line on its input, empty or not, has it keep what comes waiting, the next one has it answer. `SCANNER_PORT` says where, any free one otherwise.
 */
import { createInterface } from 'node:readline';
import { testClamd } from '../src/file-checks/clamd.fixture.ts';

/** In two parts, so that no scanner takes this file for it. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

let kept: PromiseWithResolvers<void> | undefined;
const { address: { host, port } } = await testClamd(async (file) => {
  await kept?.promise;
  return file.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
}, { port: Number(process.env.SCANNER_PORT ?? 0) });
console.log(`CLAMD_URL=tcp://${host}:${port}`);
for await (const _line of createInterface(process.stdin)) {
  kept?.resolve();
  kept = kept ? undefined : Promise.withResolvers<void>();
  console.log(kept ? 'Files wait.' : 'Files are answered for.');
}
