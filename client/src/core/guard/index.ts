export { default as GuardHint } from './GuardHint.vue';
