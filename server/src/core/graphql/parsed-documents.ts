/** Documents that are parsed and valid, by hash: ours for good, those of others as long as there is room. */
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { TrustedDocuments } from './trusted-documents.ts';

/** Each document keeps the plans made for it, which are larger than itself: others' are few. */
const OTHERS_AT_MOST = 50;

/** Apollo's store of valid documents. However many strange documents come, none of ours is forgotten. */
export class ParsedDocuments {
  readonly #trusted: TrustedDocuments;
  readonly #ours = new Map<string, DocumentNode>();
  readonly #others = new LRUCache<string, DocumentNode>({ max: OTHERS_AT_MOST });

  constructor(trusted: TrustedDocuments) {
    this.#trusted = trusted;
  }

  /** Apollo's keys end in the document's hash. */
  async get(key: string): Promise<DocumentNode | undefined> {
    return this.#ours.get(key) ?? this.#others.get(key);
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    if (this.#trusted.has(key.slice(key.lastIndexOf(':') + 1))) this.#ours.set(key, document);
    else this.#others.set(key, document);
  }

  async delete(key: string): Promise<boolean> {
    return this.#ours.delete(key) || this.#others.delete(key);
  }
}
