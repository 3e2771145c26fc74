export { default as FileField } from './FileField.vue';
export { ACCEPTED, megabytes, titleOf } from './files.ts';
export { saveFile } from './saveFile.ts';
export { type BringFile, type FileOutcome, useBringFile } from './useBringFile.ts';
export { failureIn, type SavedFile, useFile } from './useFile.ts';
export { useFileWords } from './useFileWords.ts';
export { useHeldFiles } from './useHeldFiles.ts';
export { useWhileHeld } from './useWhileHeld.ts';
