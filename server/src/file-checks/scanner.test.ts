/** Asking clamd: what it says is believed only where it says it whole. */
import { randomBytes } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { type Said, type TestClamd, testClamd } from './clamd.fixture.ts';
import { scan } from './scanner.ts';

let clamd: TestClamd | undefined;
afterEach(() => clamd?.close());

const scanned = async (say: Said, file = Buffer.from('a file'), patience = 5_000): Promise<unknown> => {
  clamd = await testClamd(() => say);
  return scan(clamd.address, file, { patience }).catch((error: { code?: string }) => error.code);
};

test('a file goes to it as it is, in parts, however long', async () => {
  const file = randomBytes(300_001);
  expect(await scanned('stream: OK', file)).toBeNull();
  expect(clamd!.come.map((one) => one.equals(file))).toEqual([true]);
  await clamd!.close();
  expect([await scanned('stream: OK', Buffer.alloc(0)), clamd!.come.map(({ length }) => length)]).toEqual([null, [0]]);
});

test('what was found is told by its name, and never by more than a name', async () => {
  expect(await scanned('stream: Eicar-Test-Signature FOUND')).toBe('Eicar-Test-Signature');
  await clamd!.close();
  expect(await scanned(`stream: <b> «x» ${'y'.repeat(200)} FOUND`)).toMatch(/^_b_[^<>\s]{1,97}$/);
});

test.each([
  ['an error', 'stream: Can’t allocate memory ERROR', 'SCANNER_REFUSED'], ['words that it does not say', 'stream: OK, perhaps', 'SCANNER_REFUSED'], ['another answer before', 'stream: x\nstream: OK', 'SCANNER_REFUSED'], ['nothing', '', 'SCANNER_REFUSED'],
  ['an endless answer', 'x'.repeat(5_000), 'SCANNER_REFUSED'], ['half an answer', 'HALF', 'SCANNER_GONE'], ['the end of the connection', 'CUT', 'SCANNER_GONE'],
] as [string, Said, string][])('%s is no answer', async (_what, said, code) => {
  expect(await scanned(said)).toBe(code);
});

test('one that refuses while the file still comes is not believed', async () => {
  clamd = await testClamd(() => 'stream: OK', { isEarly: true });
  expect(await scan(clamd.address, randomBytes(8_000_000)).catch((error: { code?: string }) => error.code)).toMatch(/^SCANNER_(REFUSED|GONE)$/);
});

test('one that says nothing is waited for so long and no longer, and not where nobody waits any more', async () => {
  expect(await scanned('HANG', Buffer.from('x'), 50)).toBe('SCANNER_SILENT');
  const stopped = new AbortController();
  const asked = scan(clamd!.address, Buffer.from('x'), { signal: stopped.signal }).catch((error: { code?: string }) => error.code);
  stopped.abort();
  expect(await asked).toBe('SCANNER_SILENT');
});

test('one that is not there says nothing', async () => {
  await scanned('stream: OK');
  await clamd!.close();
  expect(await scan(clamd!.address, Buffer.from('x')).catch((error: { code?: string }) => error.code)).toBe('SCANNER_GONE');
  expect(await scan({ path: '/nowhere/clamd.sock' }, Buffer.from('x')).catch((error: { code?: string }) => error.code)).toBe('SCANNER_GONE');
});
