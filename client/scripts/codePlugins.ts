import { fileURLToPath } from 'node:url';

import vueI18n from '@intlify/unplugin-vue-i18n/vite';
import vue from '@vitejs/plugin-vue';
import type { PluginOption } from 'vite';

import { trustedDocuments } from './trustedDocuments.ts';
import { unusedFormats } from './unusedFormats.ts';

/** Parts of Vue and its libraries that nothing here uses. */
export const UNUSED_PARTS = {
  __VUE_OPTIONS_API__: false,
  __VUE_PROD_DEVTOOLS__: false,
  __INTLIFY_PROD_DEVTOOLS__: false,
};

/** What makes JavaScript of the sources, for the browser and for the frames that the build draws. */
export function codePlugins(): PluginOption[] {
  return [
    vue(),
    vueI18n({
      include: fileURLToPath(new URL('../src/locales/*/*.json', import.meta.url)),
      runtimeOnly: true,
      compositionOnly: true,
      fullInstall: false,
      dropMessageCompiler: true,
      strictMessage: true,
      escapeHtml: false,
    }),
    trustedDocuments(),
    unusedFormats(),
  ];
}
