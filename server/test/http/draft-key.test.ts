/** The key of what somebody was typing in their browser, where they show anew that it is them. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Answer } from './harness.ts';
import { GUEST, keysWorld, OFFICER } from './keys-world.ts';
import { codeOf } from './soft-authenticator.ts';

const { browser, signedIn } = keysWorld();
const KEY = 'k'.repeat(43);
const draftOf = (address: string): string => `draft-key=${KEY}.${createHash('sha256').update(`${KEY} ${address}`).digest('base64url')}`;
const ends = ({ headers }: Answer): boolean => headers.getSetCookie().some((cookie) => cookie.startsWith('draft-key=;'));
const given = ({ headers }: Answer): string[] => headers.getSetCookie().map((cookie) => cookie.split('=', 1)[0]!);

test.each([['goes on', 'of who was typing', OFFICER, false], ['control: ends', 'of anybody else', GUEST, true]])('%s with a step that is shown again, where it is %s', async (_what, _whose, address, isOver) => {
  const anna = await signedIn(OFFICER);
  const { secret, at } = await anna.newAuthenticator();
  anna.cookie += `; ${draftOf(address)}`;
  const answer = await anna.ask('mutation ($code: String!) { showCode(code: $code) { isShown } }', { code: codeOf(secret, 0, at) });
  expect([answer.data, given(answer), ends(answer)]).toEqual([{ showCode: { isShown: true } }, isOver ? ['passerelle', 'draft-key', 'kept-key'] : ['passerelle', 'kept-key'], isOver]);
});

test('goes on when its person adds a passkey, and when they sign in with it; not when somebody else does', async () => {
  const anna = await signedIn(OFFICER);
  anna.cookie += `; ${draftOf(OFFICER)}`;
  const { device } = await anna.newPasskey();
  for (const [address, isOver] of [[OFFICER, false], [GUEST, true]] as const) {
    const visitor = browser();
    const response = device.show(await visitor.askForPasskey());
    visitor.cookie = draftOf(address);
    const answer = await visitor.ask('mutation ($response: JSONObject!) { showPasskey(response: $response) { isShown } }', { response });
    expect([address, answer.data, ends(answer)]).toEqual([address, { showPasskey: { isShown: true } }, isOver]);
  }
});
