import { defineConfig } from 'vite';

/** The server as one file; its packages stay in node_modules, but for those that only `shared` has. */
export default defineConfig({
  build: { ssr: 'src/main.ts', outDir: 'dist', target: 'node24', minify: false, sourcemap: true },
  ssr: { noExternal: [/^@passerelle\//, /^stdnum\//] },
});
