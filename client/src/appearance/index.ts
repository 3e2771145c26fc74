export { askForLetters } from './letters.ts';
export { restoreTheme } from './theme.ts';
export { default as ThemeChoice } from './ThemeChoice.vue';
