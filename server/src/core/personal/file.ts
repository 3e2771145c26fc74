/** The register as a file, for programs: the same codes as in the API. */
import type { Operator } from '../service/index.ts';
import { declarations } from './declare.ts';
import { dataRegister } from './register.ts';

/** Where it is found. */
const PATH = '/data-register.json';

/** The file by its address; the controller is who the operator says, null where it says nothing. */
export function registerFile({ name, contact }: Operator): Readonly<Record<string, string>> {
  const { version, ...tables } = dataRegister(declarations);
  return { [PATH]: `${JSON.stringify({ schemaVersion: version, controller: { name, contact }, ...tables }, null, 2)}\n` };
}
