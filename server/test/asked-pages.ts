/** How large a page of a list each document of the client is sent for, read in the sources of the client. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const CLIENT = join(import.meta.dirname, '../../client/src');

/** Where a size is written: what tells the place of a page, or of a part of one, the number or the name of it. */
const SIZES = [/\breadPlace\([^()]+(?:\([^()]*\))?[^()]*, (\w+)\)/g, /\b(?:first|last|most): (\d+|[A-Z][A-Z_]+\b(?: \+ \d+)?|\w+\.value)/g];
/** The composable that asks page after page says the size for whoever uses it. */
const EVERY_PAGE = 'useEveryPage';

interface Source {
  readonly path: string;
  readonly text: string;
}

function sources(): Source[] {
  return globSync('**/*.{ts,vue}', { cwd: CLIENT }).filter((path) => !/\.test\.ts$|^gql\//.test(path)).map((path) => ({ path, text: readFileSync(join(CLIENT, path), 'utf8') }));
}

const isDocuments = ({ path }: Source): boolean => path.endsWith('.documents.ts');
const mentions = ({ text }: Source, names: readonly string[]): boolean => names.some((name) => new RegExp(`\\b${name}\\b`).test(text));

/** The numbers that a file names: its own constants, else those of that name anywhere; of a value that changes, all that it may be is unknown. */
function numbered(name: string, { text }: Source, all: readonly Source[]): number | undefined {
  if (/^\d+$/.test(name)) return Number(name);
  const [constant, more = '0'] = name.split(' + ');
  const declared = new RegExp(`const ${constant} = ([0-9_]+);`);
  const found = declared.exec(text) ?? all.map((one) => declared.exec(one.text)).find((match) => match !== null);
  return found ? Number(found[1]!.replaceAll('_', '')) + Number(more) : undefined;
}

const USES = /export (?:async )?(?:function|const) (use\w+)/g;

/** The composables that a file gives to others and that name a document; all of its own, where it is named by none of them. */
function composablesOf({ text }: Source, document: string): string[] {
  const all = [...text.matchAll(USES)];
  const naming = all.filter(({ index }, n) => new RegExp(`\\b${document}\\b`).test(text.slice(index, all[n + 1]?.index)));
  return (naming.length > 0 ? naming : all).map(([, one]) => one!);
}

/**
 * The largest page that a document is asked for, by the name of its operation; undefined where no file says a number. Who may say it: the files that name the document, and those that use what such a file exports.
 */
export function askedPages(): (operation: string) => number | undefined {
  const all = sources();
  const [documents, code] = [all.filter(isDocuments), all.filter((one) => !isDocuments(one))];
  const every = numbered('PAGE', all.find(({ path }) => path.endsWith(`${EVERY_PAGE}.ts`))!, [])!;
  const names = new Map(documents.flatMap(({ text }) => [...text.matchAll(/export const (\w+) = graphql\(`\s*(?:query|mutation|subscription) (\w+)/g)].map(([, name, operation]) => [operation!, name!] as const)));
  return (operation) => {
    const name = names.get(operation);
    if (name === undefined) return undefined;
    const asking = code.filter((one) => mentions(one, [name]));
    const exported = asking.flatMap((file) => composablesOf(file, name));
    const using = exported.length === 0 ? [] : code.filter((one) => mentions(one, exported));
    const files = [...new Set([...asking, ...using])];
    const said = files.flatMap((file) => SIZES.flatMap((size) => [...file.text.matchAll(size)].map(([, one]) => numbered(one!, file, all))));
    if (said.includes(undefined)) return undefined;
    return Math.max(...(said as number[]), ...(asking.some((one) => mentions(one, [EVERY_PAGE])) ? [every] : []), 0) || undefined;
  };
}
