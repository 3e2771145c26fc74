import { type Editor, keyOf, useEditor } from '../core/editing/index.ts';
import { locale } from '../core/i18n/index.ts';
import { emptyPart, faultsOf, inOrder, inputOf, isChanged, merge, type PartFieldName, typedOf, type TypedPart } from './partForm.ts';
import { type Part, type PartFault, type Programme, useSavePart } from './useProgramme.ts';
import { usePartWords } from './usePartWords.ts';

/** The form of a part of `session`: of `part`, or of a new one. */
export function usePartForm(session: () => Programme, part: () => Part | undefined): Editor<Programme, TypedPart, PartFieldName, PartFault> {
  return useEditor({
    doing: useSavePart(), session, start: part(), keyOf, itemsOf: ({ parts }) => parts, empty: () => emptyPart(session(), locale.value), typedOf, inputOf, faultsOf, isChanged, merge,
    tidied: (typed) => ({ ...typed, trainers: inOrder(typed.trainers, session()) }), obstacle: usePartWords().obstacle,
  });
}
