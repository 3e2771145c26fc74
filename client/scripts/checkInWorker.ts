import { fileURLToPath } from 'node:url';

import type { Plugin } from 'vite';

const SOURCE = fileURLToPath(new URL('../src/attendance/checkInWorker.ts', import.meta.url));
const NAME = 'check-in-worker.js';

/** Builds the worker of the check-in page under a name that stays the same: by it a browser finds out whether there is a newer one. It is one file, which loads no other. */
export function checkInWorker(): Plugin {
  return {
    name: 'check-in-worker',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: SOURCE, fileName: NAME, preserveSignature: false });
    },
    generateBundle(_options, bundle) {
      const worker = bundle[NAME];
      if (worker?.type !== 'chunk' || worker.imports.length > 0 || /\b(?:im|ex)port\b/.test(worker.code)) throw new Error('The worker of the check-in page is no script of its own');
    },
  };
}
