import { afterEach, describe, expect, test, vi } from 'vitest';

import { useBringFile } from './useBringFile.ts';

afterEach(() => vi.unstubAllGlobals());

/** Brings a file to a server that answers with this. */
async function bring(answer: object): Promise<unknown[]> {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(answer), { status: 400 }));
  const { perform, failure } = useBringFile();
  const outcome = await perform({ address: '/answers/1', header: 'x-said', said: {}, file: new File(['x'], 'cv.docx') });
  return [outcome, failure.value];
}

const refused = (field: string) => ({ errors: [{ extensions: { code: 'VICTIM_DATA', params: { field, findings: [{ kind: 'PHONE' }] } } }] });

describe('a file that is brought', () => {
  test('and in which it stands who a person is, is told from one whose name says so', async () => {
    expect(await bring(refused('file'))).toEqual(['PERSON', undefined]);
    expect(await bring(refused('title'))).toEqual([undefined, { code: 'VICTIM_DATA', field: 'title' }]);
  });

  test('has the outcome that the server says, and a failure where it says none that is known', async () => {
    expect(await bring({ outcome: 'TOO_LONG' })).toEqual(['TOO_LONG', undefined]);
    expect(await bring({ outcome: 'ANOTHER' })).toEqual([undefined, { code: 'INTERNAL_SERVER_ERROR' }]);
  });
});
