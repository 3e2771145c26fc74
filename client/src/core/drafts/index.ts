export { forgetDraft, keepDraft, type KeptDraft, readDraft } from './draft.ts';
