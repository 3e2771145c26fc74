/** Every package that ships must have a licence that goes with the EUPL-1.2. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

interface Checker {
  init(options: object, done: (error: Error | null, found: Record<string, { licenses?: string | string[] }>) => void): void;
}

const checker = createRequire(import.meta.url)('license-checker-rseidelsohn') as Checker;

const ALLOWED = [
  'MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'Unlicense', 'CC0-1.0', 'PostgreSQL', 'Python-2.0', 'Zlib', 'EUPL-1.2', 'MPL-2.0',
  // Of fonts only: they ship as files of their own, under their own names, and nothing of ours is derived from them.
  'OFL-1.1',
];

const bad: string[] = [];
for (const folder of ['server', 'client']) {
  const start = fileURLToPath(new URL(`../${folder}`, import.meta.url));
  const packages = await new Promise<Record<string, { licenses?: string | string[] }>>((resolve, reject) => {
    checker.init({ start, production: true, excludePrivatePackages: true }, (error, found) => (error ? reject(error) : resolve(found)));
  });
  for (const [name, { licenses }] of Object.entries(packages)) {
    const names = [licenses ?? 'UNKNOWN'].flat().flatMap((text) => text.replaceAll(/[()*]/g, '').split(/ OR /));
    if (!names.some((licence) => licence.split(' AND ').every((part) => ALLOWED.includes(part.trim())))) bad.push(`${name}: ${names.join(' or ')}`);
  }
}
if (bad.length > 0) {
  console.error(`Licences that are not known to go with EUPL-1.2:\n${bad.join('\n')}`);
  process.exitCode = 1;
}
