/** A secret that is made once and kept in a file. */
import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

const BYTES = 32;
/** As Base64url. */
const SIGNS = 43;

/**
 * The secret in `file`, which is made where there is none: 43 signs, for nobody else on the machine to read. It has its name
 * once it is whole and on the disk, so that of several processes that make it at once all have the same, and none half of one.
 * Throws where the file holds anything less.
 */
export async function keptSecret(file: string): Promise<string> {
  const known = await secretIn(file);
  if (known !== undefined) return known;
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  await write(draft, randomBytes(BYTES).toString('base64url'));
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
  return (await secretIn(file))!;
}

async function secretIn(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text !== undefined && text.trim().length < SIGNS) throw new Error(`${file} holds no whole secret, as after a full disk. Put back the one of a backup; delete it where there has never been another.`);
  return text?.trim();
}

async function write(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
