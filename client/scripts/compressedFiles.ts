import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import type { Plugin } from 'vite';

const TEXT = /\.(?:js|css|html|svg|json)$/;
/** In bytes. Below, the headers weigh more than what is saved. */
const LEAST = 400;

/** The documents of the pages: the server completes them for each visit. */
const COMPLETED = /^pages\//;

/** Writes each text file of the build also compressed, nearly as small as can be: the server only picks the one to send. */
export function compressedFiles(): Plugin {
  return {
    name: 'compressed-files',
    apply: 'build',
    writeBundle({ dir }, bundle) {
      for (const name of Object.keys(bundle).filter((file) => TEXT.test(file) && !COMPLETED.test(file))) {
        const file = join(dir ?? '', name);
        const text = readFileSync(file);
        if (text.length < LEAST) continue;
        writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
        writeFileSync(`${file}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length, [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }));
      }
    },
  };
}
