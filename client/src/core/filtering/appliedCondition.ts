import { type LocalizedValue, starred } from '../ui/index.ts';

/** A name, with its star and the note that goes with it where there is one. */
interface NotedName extends LocalizedValue {
  readonly nameNote?: LocalizedValue;
}

/** A condition in use, as it is named to the reader. */
export interface AppliedCondition {
  /** Its name in the address. */
  readonly name: string;
  /** What it is about; empty where its value says so itself. */
  readonly label: string;
  readonly value: NotedName | string;
  /** The language of a `value` that is a plain string, where it is not that of the page. */
  readonly lang?: string;
}

interface Named {
  readonly code: string;
  readonly name: LocalizedValue | string;
  readonly nameNote?: LocalizedValue | null | undefined;
}

/** The word of a choice by its code, with its star and its note where one goes with it; the code itself while the words are on their way. */
export function wordOf(choices: readonly Named[], code: string): NotedName | string {
  const choice = choices.find((one) => one.code === code);
  if (!choice) return code;
  const { name, nameNote } = choice;
  if (typeof name !== 'object' || !nameNote) return name;
  return { ...starred(name, nameNote), nameNote };
}

/** Those of the conditions that ask something. */
export function asking(conditions: readonly AppliedCondition[]): AppliedCondition[] {
  return conditions.filter(({ value }) => value !== '');
}
