export { ExpertAccount } from './laterExpertAccount.ts';
export { default as OwnSheet } from './OwnSheet.vue';
