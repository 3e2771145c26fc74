/** The HTTP status of an answer that is an error: the one of its code. */
import type { ApolloServerPlugin } from '@apollo/server';
import type { ErrorCode } from '@passerelle/shared/errors.ts';
import type { Context } from '../context.ts';
import { STATUS } from '../errors.ts';

/** More exact than the code's own status, and set by Apollo together with headers that explain them. */
const EXACT: ReadonlySet<number | undefined> = new Set([405, 406, 415]);

/** When to ask again after RATE_LIMITED, as a header. */
export function retryAfter(params: { readonly seconds?: unknown }): Record<string, string> {
  return { 'retry-after': String(params.seconds) };
}

/** Sets the status by code where nothing is answered, and 200 where a part is. */
export const statusOfCode: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body, http } }) => {
      if (body.kind !== 'single' || EXACT.has(http.status)) return;
      const { data, errors } = body.singleResult;
      if (!errors?.[0]) return;
      const { code, params } = errors[0].extensions as { code: ErrorCode; params?: object };
      http.status = data ? 200 : STATUS[code];
      if (code === 'RATE_LIMITED') for (const [name, value] of Object.entries(retryAfter(params ?? {}))) http.headers.set(name, value);
    },
  }),
};
