import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { type Plugin, runnerImport } from 'vite';
import type { RouteRecordRaw } from 'vue-router';

const source = fileURLToPath(new URL('../src/', import.meta.url));

/** Writes beside the page which addresses it has that need no id, without their locale, for the server's sitemap. */
export function publicPages(): Plugin {
  return {
    name: 'public-pages',
    apply: 'build',
    async generateBundle() {
      const files = readdirSync(source).sort().map((feature) => `${source}${feature}/routes.ts`).filter(existsSync);
      const features = await Promise.all(files.map((file) => runnerImport<Record<string, RouteRecordRaw[]>>(file)));
      const routes = features.flatMap(({ module }) => Object.values(module).flat());
      const paths = routes.filter(({ path, meta }) => !path.includes(':') && !meta?.isUnlisted).map(({ path }) => (path ? `/${path}` : ''));
      this.emitFile({ type: 'asset', fileName: 'public-pages.json', source: JSON.stringify(paths) });
    },
  };
}
