import { defineConfig } from 'vite';

/** The server as one file, with one for each thread that it starts; its packages stay in node_modules, but for those that only `shared` has. */
export default defineConfig({
  build: { ssr: true, rollupOptions: { input: { main: 'src/main.ts', 'file-process': 'src/core/files/file-process.ts', 'compare-thread': 'src/common-needs/compare-thread.ts', 'search-process': 'src/plans/search-process.ts' } }, outDir: 'dist', target: 'node24', minify: false, sourcemap: true },
  ssr: { noExternal: [/^@passerelle\//, /^stdnum\//] },
});
