import { type LocalizedValue, starred } from '../ui/index.ts';

/** A condition in use, as it is named to the reader. */
export interface AppliedCondition {
  /** Its name in the address. */
  readonly name: string;
  /** What it is about; empty where its value says so itself. */
  readonly label: string;
  readonly value: LocalizedValue | string;
  /** The language of a `value` that is a plain string, where it is not that of the page. */
  readonly lang?: string;
}

interface Named {
  readonly code: string;
  readonly name: LocalizedValue | string;
  readonly nameNote?: LocalizedValue | null | undefined;
}

/** The word of a choice by its code, with its star where a note goes with it; the code itself while the words are on their way. */
export function wordOf(choices: readonly Named[], code: string): LocalizedValue | string {
  const choice = choices.find((one) => one.code === code);
  if (!choice) return code;
  return typeof choice.name === 'object' ? starred(choice.name, choice.nameNote) : choice.name;
}

/** Those of the conditions that ask something. */
export function asking(conditions: readonly AppliedCondition[]): AppliedCondition[] {
  return conditions.filter(({ value }) => value !== '');
}
