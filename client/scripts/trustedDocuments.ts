import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Plugin } from 'vite';

import { readDocuments } from './documents.ts';

const client = fileURLToPath(new URL('..', import.meta.url));

const PARSER = '@0no-co/graphql.web';
const WITHOUT_TEXT = '\0graphql-without-text';

/**
 * Builds the client without the text of its documents: each becomes its id, which is all that is sent. The server
 * knows the text from shared/trusted-documents.json. Where there is no text, nothing parses or prints it: that part of
 * urql is left out too.
 */
export function trustedDocuments(): Plugin {
  const known = readDocuments();
  let parser = '';
  return {
    name: 'trusted-documents',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source !== PARSER || importer === WITHOUT_TEXT) return undefined;
      parser = (await this.resolve(source, importer, { skipSelf: true }))?.id ?? '';
      return WITHOUT_TEXT;
    },
    load(id) {
      if (id !== WITHOUT_TEXT) return undefined;
      return [
        `export { Kind, GraphQLError } from ${JSON.stringify(parser)};`,
        'export const parse = () => { throw new Error("Documents are sent by their id") };',
        'export const print = () => "";',
      ].join('\n');
    },
    async transform(_code, id) {
      const file = relative(client, id.split('?')[0] ?? id).split(sep).join('/');
      if (!file.endsWith('.documents.ts')) return undefined;
      const own = (await known).filter((document) => document.file === file);
      const lines = own.map(({ exportName, id: documentId }) =>
        `export const ${exportName} = ${JSON.stringify({ kind: 'Document', definitions: [], documentId })};`);
      return { code: lines.join('\n'), map: null };
    },
  };
}
