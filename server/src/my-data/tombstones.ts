/** Who was erased, as a file beside the data: a backup of the database that brings somebody back does not bring this back with it. */
import { createHmac } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keptSecret } from '../core/kept-secret.ts';

const SECRET = 'erased-people.secret';
const LIST = 'erased-people.txt';

/** A mark as it stands in the list: a hash of the key that the person had, and when they were erased. */
export interface Tombstone {
  readonly mark: string;
  /** ISO 8601. */
  readonly at: string;
}

export class Tombstones {
  readonly #folder: string;
  #secret: string | undefined;

  /** `folder` is made when somebody is erased first. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The mark of a person's key, which only whoever has the secret of this folder could compare with a key. */
  async markOf(person: string): Promise<string> {
    this.#secret ??= await keptSecret(join(this.#folder, SECRET));
    return createHmac('sha256', this.#secret).update(person).digest('base64url');
  }

  /** Adds to the list, and waits until it is on the disk. Throws when it cannot be. */
  async add(stones: readonly Tombstone[]): Promise<void> {
    if (stones.length === 0) return;
    try {
      await this.#append(stones);
    } catch (cause) {
      // Without its code, which would be taken for one of the database's.
      throw new Error('The list of erased people could not be written', { cause });
    }
  }

  async #append(stones: readonly Tombstone[]): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const file = await open(join(this.#folder, LIST), 'a', 0o600);
    try {
      // What a crash left of a line is ended first.
      await file.write(stones.map(({ mark, at }) => `\n${mark} ${at}\n`).join(''));
      await file.sync();
    } finally {
      await file.close();
    }
    const folder = await open(this.#folder, 'r');
    // A new name in a folder is on the disk when the folder is; some systems cannot do that, and do not need it.
    await folder.sync().catch(() => undefined);
    await folder.close();
  }

  /** All that are in the list; what is no line of ours is passed over. */
  async all(): Promise<Tombstone[]> {
    const text = await readFile(join(this.#folder, LIST), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    return text.split('\n').flatMap((line) => {
      const [, mark, at] = /^([\w-]{43}) (\d{4}-\d\d-\d\dT[\d:.]+Z)$/.exec(line) ?? [];
      return mark !== undefined && at !== undefined ? [{ mark, at }] : [];
    });
  }
}
