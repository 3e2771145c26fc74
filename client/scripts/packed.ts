import type { Messages } from '../src/core/i18n/catalogues.ts';

/** What the compiler makes of a message that is nothing but words. */
interface Words {
  readonly t: 0;
  readonly b: { readonly t: 2; readonly i: readonly [{ readonly t: 3 }]; readonly s: string };
}

/**
 * Compiled messages in JSON, of which those that are nothing but words are these words (`core/i18n/brought.ts` reads them). Parts of
 * a compiled message have names of one letter, which the key of a message therefore may not have.
 */
export function packed(messages: Readonly<Record<string, Messages>>): string {
  return JSON.stringify(messages, (key, value: unknown) => {
    if (typeof value === 'string' && key.length !== 1) throw new Error(`A message is not compiled, and would be taken for packed words: ${key}`);
    if (!isWords(value)) return value;
    if (key.length === 1) throw new Error(`The key of a message has one letter: ${key}`);
    return value.b.s;
  });
}

function isWords(value: unknown): value is Words {
  const words = (value as Partial<Words> | null)?.b?.s;
  return typeof words === 'string' && JSON.stringify(value) === JSON.stringify({ t: 0, b: { t: 2, i: [{ t: 3 }], s: words } });
}
