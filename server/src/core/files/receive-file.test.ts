/** How fast a file must come. */
import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { bytesOf } from './receive-file.ts';

type Request = Parameters<typeof bytesOf>[0];
const coming = (stream: PassThrough): Request => ({ headers: {}, iterator: (options?: object) => stream.iterator(options) }) as Request;
const came = (request: Request, pace: Parameters<typeof bytesOf>[3], isDue = () => false): Promise<string> => bytesOf(request, 100, isDue, pace).then(String, (error: unknown) => (error as { extensions?: { code: string } }).extensions!.code);

test('what comes at once is there whole', async () => {
  const stream = new PassThrough();
  stream.end('Programme');
  expect(await came(coming(stream), { silence: 50, grace: 50, least: 1 })).toBe('Programme');
});

test('nothing is waited for in vain: whoever sends no more is given up', async () => {
  const stream = new PassThrough();
  stream.write('Pro');
  expect(await came(coming(stream), { silence: 20, grace: 10_000, least: 1 })).toBe('TIMEOUT');
});

test('whoever sends a sign now and then is given up too, once they have had their time', async () => {
  const stream = new PassThrough();
  const drip = setInterval(() => stream.write('x'), 5);
  try {
    expect(await came(coming(stream), { silence: 10_000, grace: 40, least: 1 })).toBe('TIMEOUT');
  } finally {
    clearInterval(drip);
  }
});

test('whoever sends as fast as one must is given up once their place is due, and not before', async () => {
  const [stream, pace] = [new PassThrough(), { silence: 10_000, grace: 10_000, least: 1 }];
  let isDue = false;
  const sent = came(coming(stream), pace, () => isDue);
  stream.write('Pro');
  expect(await Promise.race([sent, setImmediate('COMES')])).toBe('COMES');
  isDue = true;
  stream.write('gramme');
  expect(await sent).toBe('TIMEOUT');
});
