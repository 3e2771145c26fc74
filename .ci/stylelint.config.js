/** Start and end, never left and right: the page must read in every direction. */
export default {
  plugins: ['stylelint-use-logical'],
  overrides: [{ files: ['**/*.vue'], customSyntax: 'postcss-html' }],
  rules: { 'csstools/use-logical': ['always', { except: [/^(top|bottom)$/, /^(min-|max-)?(width|height)$/, /^overflow-/] }] },
};
