import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { Plugin } from 'vite';

const TEXT = /\.(?:js|css|html|svg|json)$/;
/** In bytes. Below, the headers weigh more than what is saved. */
const LEAST = 400;

/** The documents of the pages: the server completes them for each visit. */
const COMPLETED = /^pages\//;

const zipped = promisify(gzip);
const brotli = promisify(brotliCompress);

/** Writes each text file of the build also compressed, nearly as small as can be: the server only picks the one to send. */
export function compressedFiles(): Plugin {
  return {
    name: 'compressed-files',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      await Promise.all(Object.keys(bundle).filter((file) => TEXT.test(file) && !COMPLETED.test(file)).map((name) => compress(join(dir ?? '', name))));
    },
  };
}

async function compress(file: string): Promise<void> {
  const text = await readFile(file);
  if (text.length < LEAST) return;
  await writeFile(`${file}.gz`, await zipped(text, { level: 9 }));
  await writeFile(`${file}.br`, await brotli(text, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length, [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }));
}
