import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Plugin } from 'vite';

import { readDocuments } from './documents.ts';

const client = fileURLToPath(new URL('..', import.meta.url));

/**
 * Builds the client without the text of its documents: each becomes its id, which is all that is sent. The server
 * knows the text from shared/trusted-documents.json.
 */
export function trustedDocuments(): Plugin {
  const known = readDocuments();
  return {
    name: 'trusted-documents',
    apply: 'build',
    enforce: 'pre',
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
