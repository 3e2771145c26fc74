/** What can be compared of two things that are typed, field by field. */
export interface Comparing<Typed extends object, Field extends keyof Typed> {
  /** Whether anything is typed that is not stored. */
  readonly isChanged: (base: Typed, typed: Typed) => boolean;
  /** Puts together what I have typed and what is stored by now, both made of `base`. Of a field that both have changed mine stays, and is told of; `parts`: which parts of one both have changed, where it is compared part by part. */
  readonly merge: (base: Typed, mine: Typed, theirs: Typed) => { readonly typed: Typed; readonly conflicts: readonly Field[]; readonly parts?: readonly string[] };
}

/** Compares by these fields, whose values are what JSON can say. */
export function comparing<Typed extends object, Field extends keyof Typed>(fields: readonly Field[]): Comparing<Typed, Field> {
  const isSame = (field: Field, one: Typed, other: Typed): boolean => JSON.stringify(one[field]) === JSON.stringify(other[field]);
  return {
    isChanged: (base, typed) => fields.some((field) => !isSame(field, base, typed)),
    merge: (base, mine, theirs) => {
      const changed = fields.filter((field) => !isSame(field, base, theirs) && !isSame(field, mine, theirs));
      const conflicts = changed.filter((field) => !isSame(field, base, mine));
      const taken = changed.filter((field) => !conflicts.includes(field));
      return { typed: { ...mine, ...Object.fromEntries(taken.map((field) => [field, theirs[field]])) }, conflicts };
    },
  };
}
