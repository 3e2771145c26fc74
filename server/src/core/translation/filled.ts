/** Sentences with places for what is known when they are said: `{name}`. */

/** The sentence with its places filled in. Throws for a place that nothing is given for. */
export function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => given(values, name));
}

/** The value of that name. Throws when there is none. */
export function given(values: Readonly<Record<string, string>>, name: string): string {
  const value = values[name];
  if (value === undefined) throw new Error(`Nothing is given for ${name}`);
  return value;
}
