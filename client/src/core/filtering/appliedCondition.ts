import type { LocalizedValue } from '../ui/index.ts';

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
}

/** The word of a choice by its code; the code itself while the words are on their way. */
export function wordOf(choices: readonly Named[], code: string): LocalizedValue | string {
  return choices.find((choice) => choice.code === code)?.name ?? code;
}

/** Those of the conditions that ask something. */
export function asking(conditions: readonly AppliedCondition[]): AppliedCondition[] {
  return conditions.filter(({ value }) => value !== '');
}
