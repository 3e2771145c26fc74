import { fileURLToPath } from 'node:url';

import vueI18n from '@intlify/unplugin-vue-i18n/vite';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

import { catalogueFiles } from './scripts/catalogueFiles.ts';
import { compressedFiles } from './scripts/compressedFiles.ts';
import { leaveNoTrace } from './scripts/leaveNoTrace.ts';
import { pageHeads } from './scripts/pageHeads.ts';
import { publicPages } from './scripts/publicPages.ts';
import { trustedDocuments } from './scripts/trustedDocuments.ts';
import { unusedFormats } from './scripts/unusedFormats.ts';

export default defineConfig({
  plugins: [
    vue(),
    vueI18n({
      include: fileURLToPath(new URL('./src/locales/*/*.json', import.meta.url)),
      runtimeOnly: true,
      compositionOnly: true,
      fullInstall: false,
      dropMessageCompiler: true,
      strictMessage: true,
      escapeHtml: false,
    }),
    catalogueFiles(),
    trustedDocuments(),
    unusedFormats(),
    leaveNoTrace(),
    publicPages(),
    pageHeads(),
    compressedFiles(),
  ],
  // Parts of Vue and its libraries that nothing here uses.
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_PROD_DEVTOOLS__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  build: {
    target: 'es2022',
    // Makes an sRGB colour beside each OKLCH one.
    cssTarget: ['chrome100', 'firefox100', 'safari15'],
    manifest: true,
    // Data addresses would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What half of the pages need is in one file: it packs better than a dozen small ones, and is asked for once.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'common', minShareCount: 12 }] } } },
  },
  server: {
    proxy: { '/graphql': `http://127.0.0.1:${process.env.PORT ?? 4000}` },
  },
});
