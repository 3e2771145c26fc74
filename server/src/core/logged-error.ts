/** What of an error is logged. */
import { stdSerializers } from 'pino';

/** Codes, words and places. */
const TOLD = ['type', 'message', 'stack', 'code', 'severity', 'table', 'column', 'constraint', 'routine'] as const;
/** What a database adds to its words, and the ORM repeats among them: whole rows, with addresses and what people typed. */
const QUOTED = ['detail', 'where', 'hint', 'internalQuery'] as const;

/** An error as the log writes it, for the serializers of pino. */
export function loggedError(error: Error): object {
  const known = stdSerializers.err(error) as unknown as Readonly<Record<string, unknown>>;
  const quoted = QUOTED.map((name) => known[name]).filter((text) => typeof text === 'string' && text !== '') as string[];
  const told = (value: unknown): unknown => (typeof value === 'string' ? quoted.reduce((text, words) => text.replaceAll(words, '…'), value) : value);
  return Object.fromEntries(TOLD.flatMap((name) => (known[name] === undefined ? [] : [[name, told(known[name])]])));
}
