export { forgetDraft, keepDraft, type KeptDraft, readDraft } from './draft.ts';
export { forgetKept } from './forgetKept.ts';
