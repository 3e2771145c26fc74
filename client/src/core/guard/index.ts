export { default as GuardedText } from './GuardedText.vue';
export { default as GuardHint } from './GuardHint.vue';
