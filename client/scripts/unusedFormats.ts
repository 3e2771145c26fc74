import type { Plugin } from 'vite';

const CORE = '@intlify/core-base';
const WITHOUT_FORMATS = '\0intlify-without-formats';
const UNUSED = ['datetime', 'number', 'parseDateTimeArgs', 'parseNumberArgs', 'clearDateTimeFormat', 'clearNumberFormat'];

/**
 * Builds vue-i18n without its dates and numbers: they are written by `core/i18n/format`, since browsers lack the data of
 * some languages, and no tree shaking finds that out. The build fails when vue-i18n no longer takes its core from there.
 */
export function unusedFormats(): Plugin {
  let core = '';
  return {
    name: 'unused-formats',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source !== CORE || importer === WITHOUT_FORMATS) return undefined;
      core = (await this.resolve(source, importer, { skipSelf: true }))?.id ?? '';
      return WITHOUT_FORMATS;
    },
    load(id) {
      if (id !== WITHOUT_FORMATS) return undefined;
      return [
        `export * from ${JSON.stringify(core)};`,
        'const unused = () => { throw new Error("Dates and numbers are written by core/i18n/format"); };',
        `export { ${UNUSED.map((name) => `unused as ${name}`).join(', ')} };`,
        'export const DATETIME_FORMAT_OPTIONS_KEYS = [], NUMBER_FORMAT_OPTIONS_KEYS = [];',
      ].join('\n');
    },
    buildEnd(error) {
      if (!error && !core) throw new Error('vue-i18n no longer imports @intlify/core-base: see scripts/unusedFormats.ts');
    },
  };
}
