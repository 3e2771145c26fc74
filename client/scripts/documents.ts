/** The client's GraphQL documents, as text and by hash: what the scripts and the build know of them. */
import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { type DocumentNode, Kind, print } from 'graphql';

/** A stored document. */
export interface StoredDocument {
  /** The file that it is written in, from the folder of the client, with slashes. */
  readonly file: string;
  /** The name that the file exports it by. */
  readonly exportName: string;
  /** The SHA-256 of the text, in hexadecimal. */
  readonly id: string;
  readonly text: string;
}

const client = fileURLToPath(new URL('..', import.meta.url));

/** Reads every operation of the `*.documents.ts` files, in the order of files and names. */
export async function readDocuments(): Promise<StoredDocument[]> {
  const documents: StoredDocument[] = [];
  for (const path of globSync('src/**/*.documents.ts', { cwd: client }).sort()) {
    const exports = (await import(pathToFileURL(client + path).href)) as Record<string, DocumentNode>;
    for (const [exportName, document] of Object.entries(exports)) {
      if (!document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION)) continue;
      const text = print(document);
      const id = createHash('sha256').update(text).digest('hex');
      documents.push({ file: relative(client, client + path).split(sep).join('/'), exportName, id, text });
    }
  }
  return documents;
}
