import { type Editor, keyOf, useEditor } from '../core/editing/index.ts';
import { locale } from '../core/i18n/index.ts';
import { emptySheet, faultsOf, inputOf, isChanged, merge, type SheetFieldName, tidied, typedOf, type TypedSheet } from './sheetForm.ts';
import { alone, type Sheet, type SheetFault, type Sheets, useSaveSheet } from './useEntering.ts';
import { useSheetWords } from './useSheetWords.ts';

/** The form of `sheet`, or of one that is new. */
export function useSheetForm(sheet: () => Sheet | undefined): Editor<Sheets, TypedSheet, SheetFieldName, SheetFault> {
  const isBound = (): boolean => Boolean(sheet()?.account);
  const stored = (): TypedSheet => {
    const now = sheet();
    return now ? typedOf(now) : emptySheet(locale.value);
  };
  return useEditor({
    doing: useSaveSheet(), session: () => alone(sheet()), start: sheet(), keyOf, itemsOf: ({ sheets }) => sheets, empty: () => emptySheet(locale.value), typedOf, isChanged, merge, tidied,
    inputOf: (typed) => inputOf(typed, isBound()), faultsOf: (typed) => faultsOf(typed, isBound(), stored()), obstacle: useSheetWords().obstacle,
  });
}
