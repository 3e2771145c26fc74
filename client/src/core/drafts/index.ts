export { forgetDraft, holdDraft, keepDraft, type KeptDraft, leaveDraft, readDraft } from './draft.ts';
