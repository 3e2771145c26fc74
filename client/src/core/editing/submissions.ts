/** The keys under which something is sent, so that the server does once what is sent again because its answer was lost. */
export interface Submissions {
  /** The key for what is sent: the same for the same, until it was answered. */
  readonly keyFor: (sent: unknown) => string;
  /** It was answered: what is sent from now on is meant anew, though it be the same. */
  readonly answered: () => void;
}

/** Gives the keys of a form. */
export function submissions(): Submissions {
  let last: { readonly what: string; readonly key: string } | undefined;
  return {
    keyFor(sent) {
      const what = JSON.stringify(sent);
      if (last?.what !== what) last = { what, key: crypto.randomUUID() };
      return last.key;
    },
    answered() {
      last = undefined;
    },
  };
}
