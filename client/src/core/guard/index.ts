export { default as GuardedLine } from './GuardedLine.vue';
export { default as GuardedText } from './GuardedText.vue';
export { default as GuardHint } from './GuardHint.vue';
