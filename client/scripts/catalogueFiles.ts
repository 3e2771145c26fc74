import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Plugin } from 'vite';

const client = fileURLToPath(new URL('..', import.meta.url));
const OWN = /src\/core\/i18n\/catalogues\.ts$/;

/** What the built files of the catalogues are made of: their texts, and the versions of what compiles them. */
function state(files: readonly string[]): string {
  const hash = createHash('sha256').update(readFileSync(`${client}../pnpm-lock.yaml`));
  for (const file of files) hash.update(`\n${file}\n`).update(readFileSync(client + file));
  return hash.digest('base64url').slice(0, 10);
}

/**
 * Puts each part of a catalogue under an address that the page can compute, `assets/texts-<state>/<locale>/<part>.js`:
 * some hundreds of hashed names would otherwise be a part of every visit. One change of a text renames them all, and a
 * reader has those of one language only.
 */
export function catalogueFiles(): Plugin {
  let folder = '';
  let found = false;
  return {
    name: 'catalogue-files',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      const files = globSync('src/locales/*/*.json', { cwd: client }).map((file) => file.replaceAll('\\', '/')).sort();
      folder = `assets/texts-${state(files)}`;
      for (const file of files) {
        this.emitFile({ type: 'chunk', id: client + file, fileName: file.replace('src/locales', folder).replace(/json$/, 'js'), preserveSignature: 'strict' });
      }
    },
    transform(_code, id) {
      if (!OWN.test(id)) return undefined;
      found = true;
      const code = `export const loadCatalogue = (locale, part) => import(/* @vite-ignore */ \`/${folder}/\${locale}/\${part}.js\`).then((file) => file.default);`;
      return { code, map: null };
    },
    buildEnd(error) {
      if (!error && !found) throw new Error('The page no longer loads its catalogues from core/i18n/catalogues.ts: see scripts/catalogueFiles.ts');
    },
  };
}
