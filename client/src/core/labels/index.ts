export { CEFR_LEVELS, type Enums, SESSION_FORMATS, SESSION_LEVELS, VERB_SHAPES } from './labels.ts';
export { useInstrumentStatus } from './useInstrumentStatus.ts';
export { type LinkedKind, useKindWords } from './useKindWords.ts';
export { type NotedByContext, useNamedIn } from './useNamedIn.ts';
export { useLabels } from './useLabels.ts';
export { EXAMPLE_ADDRESS, useErrorSentence } from './useErrorSentence.ts';
