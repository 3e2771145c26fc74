export { forgetDraft, hasDraft, holdDraft, keepDraft, type KeptDraft, leaveDraft, openDraft, readDraft } from './draft.ts';
