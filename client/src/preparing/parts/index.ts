// A door of its own for pages of other features: the list of routes does not load it.
export type { Doing, PreparingAnswer } from './answer.ts';
export { type Comparing, comparing } from './comparing.ts';
export { default as FieldConflict } from './FieldConflict.vue';
export { default as FormEnd } from './FormEnd.vue';
export { tellNextPage, wasJustSaved } from '../justSaved.ts';
export { keyOf } from './keyOf.ts';
export { default as NotYours } from '../NotYours.vue';
export { default as PartsPage } from './PartsPage.vue';
export { default as PreparedItem } from './PreparedItem.vue';
export { default as TranslateForm } from './TranslateForm.vue';
export { default as WallTimeField } from '../WallTimeField.vue';
export { type Conflict, type Editor, useEditor } from './useEditor.ts';
export { useFocusKept } from './useFocusKept.ts';
export { useSending } from './useSending.ts';
export { useShown } from './useShown.ts';
export { useTaken } from './useTaken.ts';
export { useUnsaved } from '../useUnsaved.ts';
export type { Texts } from './useTranslating.ts';
