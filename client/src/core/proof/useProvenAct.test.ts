import { Client, fetchExchange, provideClient } from '@urql/vue';
import { mount } from '@vue/test-utils';
import type { TypedDocumentNode } from '@urql/vue';
import { parse } from 'graphql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent } from 'vue';

import { solve } from './solve.ts';
import { type ProvenAct, useProvenAct } from './useProvenAct.ts';

vi.mock('./solve.ts', () => ({ solve: vi.fn() }));

interface Sent {
  readonly email: string;
  readonly proof?: string | null;
}
const MUTATION = parse('mutation Ask($email: String!, $proof: String) { ask(email: $email, proof: $proof) }') as TypedDocumentNode<{ ask: string }, Sent>;
const refusal = (code: string): object => ({ data: null, errors: [{ message: code, extensions: { code } }] });

/** How many milliseconds from now the challenges of the server can be used; null where it asks for none. */
let lasts: number | null;
let taken: string[];
let sent: Sent[];
let challenges: number;
let isDown: boolean;

function answerTo(query: string, variables: Sent): object {
  if (query.includes('proofChallenge')) {
    challenges += 1;
    return { data: { proofChallenge: lasts === null ? null : { challenge: `challenge ${challenges}`, expiresAt: new Date(Date.now() + lasts).toISOString() } } };
  }
  sent.push(variables);
  return lasts === null || taken.includes(variables.proof ?? '') ? { data: { ask: 'done' } } : refusal('PROOF_REQUIRED');
}

const fetch = async (_url: unknown, init?: RequestInit): Promise<Response> => {
  if (isDown) throw new Error('Failed to fetch');
  const { query, variables } = JSON.parse(init?.body as string) as { query: string; variables: Sent };
  return Response.json(answerTo(query, variables));
};

function act(): ProvenAct<{ ask: string }, { email: string }> & { leave: () => void } {
  let made: ProvenAct<{ ask: string }, { email: string }> | undefined;
  const child = defineComponent({ setup: () => ((made = useProvenAct(MUTATION)), () => null) });
  const page = mount({
    components: { child },
    setup: () => provideClient(new Client({ url: 'http://localhost/graphql', exchanges: [fetchExchange], preferGetMethod: false, fetch: fetch as typeof globalThis.fetch })),
    template: '<child />',
  });
  if (!made) throw new Error('Nothing was mounted');
  return { ...made, leave: () => page.unmount() };
}

beforeEach(() => {
  [lasts, taken, sent, challenges, isDown] = [60_000, ['proof of challenge 1', 'proof of challenge 2', 'proof of challenge 3'], [], 0, false];
  vi.mocked(solve).mockImplementation(async (challenge) => `proof of ${challenge}`);
});
afterEach(() => vi.clearAllMocks());

describe('what takes some work', () => {
  it('is sent with the proof of it, another each time', async () => {
    const one = act();
    expect(await one.act({ email: 'a' })).toEqual({ ask: 'done' });
    expect(await one.act({ email: 'b' })).toEqual({ ask: 'done' });
    expect(sent).toEqual([{ email: 'a', proof: 'proof of challenge 1' }, { email: 'b', proof: 'proof of challenge 2' }]);
  });

  it('is sent at once with what was prepared, which is prepared once', async () => {
    const one = act();
    one.prepare();
    one.prepare();
    await vi.waitFor(() => expect(solve).toHaveBeenCalledTimes(1), { timeout: 10_000 });
    await one.act({ email: 'a' });
    expect(challenges).toBe(1);
    expect(sent).toEqual([{ email: 'a', proof: 'proof of challenge 1' }]);
  });

  it('is worked for again when what was prepared is too old', async () => {
    lasts = 5_000;
    const one = act();
    one.prepare();
    await vi.waitFor(() => expect(solve).toHaveBeenCalledTimes(1), { timeout: 10_000 });
    lasts = 60_000;
    expect(await one.act({ email: 'a' })).toEqual({ ask: 'done' });
    expect(sent.map(({ proof }) => proof)).toEqual(['proof of challenge 2']);
  });

  it('is worked for once more when the server takes the proof no longer, and no more than once', async () => {
    taken = ['proof of challenge 2'];
    expect(await act().act({ email: 'a' })).toEqual({ ask: 'done' });
    [taken, sent] = [[], []];
    const one = act();
    expect(await one.act({ email: 'a' })).toBeUndefined();
    expect(one.failure.value).toEqual({ code: 'PROOF_REQUIRED' });
    expect(sent).toHaveLength(2);
  });

  it('is sent without a proof where none is asked for', async () => {
    lasts = null;
    expect(await act().act({ email: 'a' })).toEqual({ ask: 'done' });
    expect(sent).toEqual([{ email: 'a', proof: null }]);
    expect(solve).not.toHaveBeenCalled();
  });

  it('fails where the browser cannot do the work, and nothing is sent', async () => {
    vi.mocked(solve).mockResolvedValue(undefined);
    const one = act();
    expect(await one.act({ email: 'a' })).toBeUndefined();
    expect(one.failure.value).toEqual({ code: 'PROOF_REQUIRED' });
    expect(one.isActing.value).toBe(false);
    expect(sent).toEqual([]);
  });

  it('fails where the server is not reached, and is done when it is, prepared or not', async () => {
    isDown = true;
    const one = act();
    one.prepare();
    expect(await one.act({ email: 'a' })).toBeUndefined();
    expect(one.failure.value).toEqual({ code: 'NETWORK' });
    isDown = false;
    expect(await one.act({ email: 'a' })).toEqual({ ask: 'done' });
    expect(one.failure.value).toBeUndefined();
  });

  it('is done once when it is pressed twice', async () => {
    const one = act();
    const [first, second] = await Promise.all([one.act({ email: 'a' }), one.act({ email: 'a' })]);
    expect([first, second]).toEqual([{ ask: 'done' }, undefined]);
    expect(sent).toHaveLength(1);
  });

  it('is no longer worked for once its page is left', async () => {
    const one = act();
    one.prepare();
    await vi.waitFor(() => expect(solve).toHaveBeenCalledTimes(1), { timeout: 10_000 });
    const signal = vi.mocked(solve).mock.calls[0]?.[1];
    expect(signal?.aborted).toBe(false);
    one.leave();
    expect(signal?.aborted).toBe(true);
  });
});
