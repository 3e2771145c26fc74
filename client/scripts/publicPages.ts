import type { Plugin } from 'vite';

import { readPages } from './routes.ts';

/** Writes beside the page which addresses it has that need no id, without their locale, for the server's sitemap. */
export function publicPages(): Plugin {
  return {
    name: 'public-pages',
    apply: 'build',
    async generateBundle() {
      const routes = (await readPages()).map(({ route }) => route);
      const paths = routes.filter(({ path, meta }) => !path.includes(':') && !meta?.isUnlisted).map(({ path }) => (path ? `/${path}` : ''));
      this.emitFile({ type: 'asset', fileName: 'public-pages.json', source: JSON.stringify(paths) });
    },
  };
}
