/** The client's own documents, by the SHA-256 of their text: sent by name, validated once, prepared in the database. */
import { createHash } from 'node:crypto';

/** The part of a key-value store that Apollo asks for. */
export interface DocumentStore {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<boolean>;
}

export class TrustedDocuments {
  readonly #byHash: ReadonlyMap<string, string>;

  /** `documents` maps hashes to texts. Throws when a hash is not the one of its text. */
  constructor(documents: Readonly<Record<string, string>>) {
    for (const [hash, text] of Object.entries(documents)) {
      if (createHash('sha256').update(text).digest('hex') !== hash) throw new Error(`A trusted document does not have the hash ${hash}`);
    }
    this.#byHash = new Map(Object.entries(documents));
  }

  has(hash: string | undefined): boolean {
    return hash !== undefined && this.#byHash.has(hash);
  }

  /** Apollo's store of persisted queries, read only: nobody can add to it from outside. */
  asCache(): DocumentStore {
    return {
      get: async (key) => this.#byHash.get(key.replace(/^apq:/, '')),
      set: async () => undefined,
      delete: async () => false,
    };
  }
}
