import { chmodSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { binariesIn, nativeFolder, versionOf } from './binaries.ts';

const advice = /: set DATABASE_URL to a PostgreSQL 15 or newer\.$/;

function newNative(): string {
  const native = join(mkdtempSync(join(tmpdir(), 'cluster-native-')), 'native');
  for (const name of ['bin', 'lib']) mkdirSync(join(native, name), { recursive: true });
  onTestFinished(() => rmSync(join(native, '..'), { recursive: true }));
  return native;
}

test('this machine has the programs of PostgreSQL 18', async () => {
  expect(await versionOf(binariesIn(nativeFolder()))).toMatch(/^18\.\d+$/);
});

test('a platform without programs is asked for a DATABASE_URL', () => {
  expect(() => nativeFolder('sunos', 'x64')).toThrow(expect.objectContaining({ code: 'PLATFORM_UNSUPPORTED', message: expect.stringMatching(advice) }));
});

test('a platform whose package is not installed is asked for a DATABASE_URL', () => {
  const elsewhere = process.platform === 'win32' ? 'linux' : 'win32';
  expect(() => nativeFolder(elsewhere, 'x64')).toThrow(expect.objectContaining({ code: 'PLATFORM_UNSUPPORTED', message: expect.stringMatching(advice) }));
});

test('programs whose loader is missing, as on musl, are told apart from broken ones by the same advice', async () => {
  const native = newNative();
  const postgres = join(native, 'bin', 'postgres');
  writeFileSync(postgres, '#!/lib64/ld-linux-of-another-libc.so.2\n');
  chmodSync(postgres, 0o755);
  await expect(versionOf(binariesIn(native))).rejects.toMatchObject({ code: 'PLATFORM_UNSUPPORTED', message: expect.stringMatching(advice) });
});

test('links between libraries that an install without scripts has left out are made', () => {
  const native = newNative();
  writeFileSync(join(native, 'lib', 'libpq.so.5.18'), '');
  writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]));
  binariesIn(native);
  expect(readlinkSync(join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
});
