import { fileURLToPath } from 'node:url';

import { build, type Plugin, type Rolldown } from 'vite';

import type { Frame, Page } from '../src/frame/draw.ts';
import { codePlugins, UNUSED_PARTS } from './codePlugins.ts';

const client = fileURLToPath(new URL('..', import.meta.url));
const CATALOGUES = /src\/core\/i18n\/catalogues\.ts$/;

/** The texts are given with the page: none is loaded. */
const withoutCatalogues: Plugin = {
  name: 'without-catalogues',
  enforce: 'pre',
  transform: (_code, id) => (CATALOGUES.test(id) ? { code: 'export const loadCatalogue = () => Promise.reject(new Error("A frame has its texts"));', map: null } : undefined),
};

/** Builds what draws the frames of the pages, and loads it. */
export async function frameDrawer(): Promise<(page: Page) => Promise<Frame>> {
  const built = await build({
    root: client,
    configFile: false,
    logLevel: 'error',
    plugins: [codePlugins(), withoutCatalogues],
    define: UNUSED_PARTS,
    ssr: { noExternal: true },
    build: { ssr: 'src/frame/draw.ts', write: false, minify: false, rolldownOptions: { output: { codeSplitting: false } } },
  });
  const [chunk] = (built as Rolldown.RolldownOutput).output;
  const { drawFrame } = (await import(`data:text/javascript,${encodeURIComponent(chunk.code)}`)) as { drawFrame: (page: Page) => Promise<Frame> };
  return drawFrame;
}
