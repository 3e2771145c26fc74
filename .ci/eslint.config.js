import comments from '@eslint-community/eslint-plugin-eslint-comments/configs';
import vueI18n from '@intlify/eslint-plugin-vue-i18n';
import accessibility from 'eslint-plugin-vuejs-accessibility';
import vue from 'eslint-plugin-vue';
import ts from 'typescript-eslint';
import { FIELDS, OWN_FIELDS } from './field-rules.js';
import { CLIENT, DECIDING, READING } from './role-rules.js';

const smallFiles = { 'max-lines': ['error', { max: 250 }], complexity: ['error', 10], 'max-params': ['error', 5] };

export default ts.config(
  { ignores: ['**/node_modules/**', '**/dist/**', '**/gql/**', 'data/**', '**/*.generated.*', 'e2e/report/**', '**/*.json', '!client/src/locales/*.json', '**/*.yaml', '**/*.yml'] },
  ...ts.configs.recommended,
  comments.recommended,
  ...vue.configs['flat/recommended'],
  ...accessibility.configs['flat/recommended'],
  ...vueI18n.configs['flat/recommended'],
  {
    languageOptions: { parserOptions: { parser: ts.parser } },
    settings: { 'vue-i18n': { localeDir: { pattern: 'client/src/locales/*/*.json', localeKey: 'path', localePattern: /^.*\/(?<locale>[A-Za-z-]+)\/[^/]+\.json$/ }, messageSyntaxVersion: '^11.0.0' } },
    rules: {
      ...smallFiles,
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unsafe-function-type': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }],
      '@eslint-community/eslint-comments/require-description': 'error',
      'vue/multi-word-component-names': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/require-default-prop': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/no-v-html': 'error',
      'vuejs-accessibility/heading-has-content': ['error', { accessibleChildren: ['LocalizedText', 'RouterLink'] }],
      'vuejs-accessibility/anchor-has-content': ['error', { accessibleChildren: ['LocalizedText'] }],
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      '@intlify/vue-i18n/no-raw-text': ['error', {
        attributes: { '/.+/': ['title', 'aria-label', 'aria-description', 'placeholder', 'alt', 'label'] },
        ignorePattern: '^[-–—·:;,.()/#&*…0-9\\s]+$',
      }],
      '@intlify/vue-i18n/no-missing-keys': 'error',
      '@intlify/vue-i18n/no-unused-keys': ['error', { src: 'client/src', extensions: ['.ts', '.vue'], enableFix: false, /* The pages of text are drawn as the catalogue has them. */ ignores: ['/^pages\\./'] }],
      '@intlify/vue-i18n/no-html-messages': 'error',
      '@intlify/vue-i18n/no-v-html': 'error',
    },
  },
  {
    // The catalogues are read for their keys only.
    files: ['**/*.json'],
    rules: { 'max-lines': 'off', '@typescript-eslint/no-unused-expressions': 'off' },
  },
  {
    // Types and their resolvers take what the decorators give them.
    files: ['server/src/**/*.ts', 'server/bin/**/*.ts', 'server/test/**/*.ts', '.ci/**'],
    rules: { '@intlify/vue-i18n/no-missing-keys': 'off', '@intlify/vue-i18n/no-unused-keys': 'off' },
  },
  {
    files: ['server/src/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', {
        paths: [{
          name: 'type-graphql', importNames: ['Authorized', 'UseMiddleware', 'createMethodMiddlewareDecorator', 'createResolverClassMiddlewareDecorator'],
          message: 'Guards do not run on what is read: write the rule in the policy, for `rows` and for the service.',
        }],
      }],
    },
  },
  {
    files: ['server/src/**/*.ts'],
    ignores: ['**/*.policy.ts', '**/*.test.ts', '**/*.fixture.ts', 'server/src/demonstration/**'],
    rules: { 'no-restricted-syntax': ['error', ...DECIDING] },
  },
  {
    files: ['client/src/**/*.{ts,vue}'],
    rules: { 'no-restricted-syntax': ['error', ...READING] },
  },
  {
    // The lists of words say how each role is called.
    files: ['client/src/**/*.{ts,vue}'],
    ignores: ['**/*.test.ts', 'client/src/accounts/roles.ts', 'client/src/accounts/useRoleName.ts', 'client/src/audit/useAuditWords.ts'],
    rules: { 'no-restricted-syntax': ['error', ...READING, ...CLIENT], 'vue/no-restricted-syntax': ['error', ...CLIENT] },
  },
  {
    // Browsers do not know the order of every language; `byName` and `earlierFirst` do.
    files: ['client/src/**/*.{ts,vue}'],
    ignores: ['client/src/core/i18n/ordering.ts', 'client/src/core/i18n/ordering.test.ts'],
    rules: {
      'no-restricted-properties': ['error', ...[{ property: 'localeCompare' }, { object: 'Intl', property: 'Collator' }].map((banned) => ({
        ...banned, message: 'Chromium cannot sort Albanian, Bosnian, Montenegrin and Macedonian: use `byName` of core/i18n for names, `earlierFirst` for days.',
      }))],
    },
  },
  {
    files: ['client/src/**/*.vue'],
    ignores: ['client/src/core/**', ...OWN_FIELDS],
    rules: { 'vue/no-restricted-syntax': ['error', ...CLIENT, ...FIELDS] },
  },
  {
    // What the compiler must refuse: nothing in them runs.
    files: ['**/*.types.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off', '@typescript-eslint/no-unused-vars': 'off' },
  },
  {
    files: ['**/*.test.ts', 'e2e/**', 'server/test/**', 'server/src/migrations/**'],
    rules: { 'max-lines': ['error', { max: 400 }], 'max-params': 'off', complexity: 'off' },
  },
);
