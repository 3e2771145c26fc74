/** The requests that README.md gives to paste, read from it. */
import { readFileSync } from 'node:fs';

export const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** A request as the README writes it for `curl`. */
export interface Request {
  /** The line above it. */
  readonly says: string;
  readonly address: string;
  readonly body: string | undefined;
  /** What it asks of the API, where it asks that. */
  readonly document: string | undefined;
}

/** A command with what stands in its single quotes, read as a shell reads it. */
function requestOf(says: string, command: string): Request {
  const quoted = [...command.matchAll(/(?:(-d|-H|--data-urlencode) )?'([^']*)'/g)].map(([, option, text]) => ({ option, text: text! }));
  const of = (option?: string): string[] => quoted.filter((one) => one.option === option).map(({ text }) => text);
  const fields = of('--data-urlencode').map((field) => [field.slice(0, field.indexOf('=')), field.slice(field.indexOf('=') + 1)] as [string, string]);
  const [body] = of('-d');
  const document = body === undefined ? Object.fromEntries(fields).query : (JSON.parse(body) as { query: string }).query;
  return { says, address: of()[0]! + (fields.length > 0 ? `?${new URLSearchParams(fields).toString()}` : ''), body, document };
}

export const requests = [...readme.matchAll(/^([^\n]+)\n\n```sh\n(curl [\s\S]*?)\n```/gm)].map(([, says, command]) => requestOf(says!, command!));
