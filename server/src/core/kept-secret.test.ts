import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { keptSecret } from './kept-secret.ts';

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'passerelle-secret-'));
  folders.push(made);
  return made;
};
afterEach(() => folders.splice(0).forEach((made) => rmSync(made, { recursive: true })));

describe('a secret in a file', () => {
  test('is made once, for nobody else to read, and leaves nothing beside it', async () => {
    const file = join(folder(), 'deeper', 'some.secret');
    const made = await keptSecret(file);
    expect(made).toMatch(/^[\w-]{43}$/);
    expect(await keptSecret(file)).toBe(made);
    expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777, readdirSync(join(file, '..'))]).toEqual([made, 0o600, ['some.secret']]);
  });

  test('is the same for all who make it at once', async () => {
    for (let time = 0; time < 10; time += 1) {
      const file = join(folder(), 'some.secret');
      expect(new Set(await Promise.all(Array.from({ length: 20 }, () => keptSecret(file)))).size).toBe(1);
    }
  });

  test.each(['', '\n', 'half of one'])('is not taken from what a full disk has left of it: %j', async (left) => {
    const file = join(folder(), 'some.secret');
    writeFileSync(file, left);
    await expect(keptSecret(file)).rejects.toThrow('holds no whole secret');
    expect(readFileSync(file, 'utf8')).toBe(left);
  });
});
