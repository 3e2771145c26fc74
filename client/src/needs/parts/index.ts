/** The door of what pages of others show of needs. */
export { default as NeedStatus } from '../NeedStatus.vue';
export { useNeedWords } from '../useNeedWords.ts';
