/** Whoever copies a request of README.md gets what it promises: each is sent as it stands there, by a client that knows nothing of this one, in every language. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { afterAll, describe, expect, test } from 'vitest';
import { testServer } from './http/harness.ts';
import { readme, type Request, requests } from './readme.ts';

// As it runs for everybody: outside development there is a page.
const projectFolder = mkdtempSync(join(tmpdir(), 'passerelle-project-'));
mkdirSync(join(projectFolder, 'client/dist'), { recursive: true });
writeFileSync(join(projectFolder, 'client/dist/index.html'), '<title>Page</title>');
const server = testServer({}, { isDevelopment: false, projectFolder });

afterAll(() => rmSync(projectFolder, { recursive: true }));

/** Sends it, in a language, and reads what comes. */
async function send({ address, body }: Request, locale: Locale): Promise<{ status: number; type: string; text: string }> {
  const url = new URL(address.replace('http://localhost:4000', server().address));
  url.searchParams.set('locale', locale);
  const response = await fetch(url, body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return { status: response.status, type: response.headers.get('content-type')!, text: await response.text() };
}

/** Whether a value holds anything: a text, a number, a list with something in it. */
function holds(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (typeof value !== 'object') return true;
  return Object.values(value).some(holds);
}

describe('the requests of README.md', () => {
  test('are all found: one by POST, one with an argument, one by GET, one for a calendar', () => {
    expect(requests.length).toBe(readme.match(/^curl /gm)!.length);
    expect(requests.map(({ body }) => body !== undefined)).toEqual([true, true, false, false]);
    expect(requests.map(({ document }) => document !== undefined)).toEqual([true, true, true, false]);
    // A command of which only a part were read would be another request.
    for (const { address } of requests) expect(address).toMatch(/^http:\/\/localhost:4000\/(graphql|calendar)/);
  });

  describe.each(requests.filter(({ address }) => address.includes('/graphql')))('“$says”', (request) => {
    test.each(LOCALE_TAGS)('gets data and no error in %s', async (locale) => {
      const { status, type, text } = await send(request, locale);
      expect({ status, text: status === 200 ? '' : text }).toEqual({ status: 200, text: '' });
      expect(type).toMatch(/json/);
      const answer = JSON.parse(text) as { data?: Record<string, unknown>; errors?: unknown };
      expect(answer.errors).toBeUndefined();
      const [root] = Object.values(answer.data!) as [{ nodes?: unknown[] } | unknown[]];
      const rows = Array.isArray(root) ? root : root.nodes!;
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.every(holds)).toBe(true);
    });
  });

  test.each(LOCALE_TAGS)('give a calendar in %s', async (locale) => {
    const { status, type, text } = await send(requests.find(({ address }) => address.includes('/calendar/'))!, locale);
    expect(status).toBe(200);
    expect(type).toMatch(/text\/calendar/);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(text).toMatch(/\r\nEND:VCALENDAR\r\n$/);
  });

  test('are refused where a field is none: an error would be seen', async () => {
    const broken = { ...requests[0]!, body: requests[0]!.body!.replace('capital', 'capitale') };
    const { text } = await send(broken, 'sq');
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
  });
});
