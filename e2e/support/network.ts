import type { test } from '@playwright/test';

/** The headers with which a story comes from a network of its own: attempts to sign in are counted by network, and a proxy before the server says which it is. */
export function networkOf(story: string): { readonly 'x-forwarded-for': string } {
  const number = [...story].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)!) % 65_536, 7);
  return { 'x-forwarded-for': `198.18.${number >> 8}.${number & 255}` };
}

/** For `test.use` where stories send forms: each story, and each attempt at it, comes from a network of its own. */
export const OWN_NETWORK: Parameters<typeof test.use>[0] = {
  extraHTTPHeaders: async ({}, use, { title, retry }) => use(networkOf(`${title} ${retry}`)),
};
