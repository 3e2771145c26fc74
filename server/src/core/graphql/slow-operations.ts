/** Tells of operations that take long or are ended by a limit, so that the statement behind them can be found. */
import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context.ts';

/** What the log has of a slow operation: never its variables, which may be what a person typed. */
export interface SlowOperation {
  /** As the document calls it; null without a name. */
  readonly operation: string | null;
  /** The SHA-256 of the document. */
  readonly document: string | undefined;
  readonly milliseconds: number;
  /** The code of its first error. */
  readonly code?: unknown;
}

const SLOW = 1_000;
const LONGEST_NAME = 60;

/** Calls `tell` once an operation has ended that took longer than `slow` milliseconds, or with TIMEOUT. */
export function slowOperations(tell: (operation: SlowOperation) => void, slow = SLOW): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => {
      const start = performance.now();
      return {
        willSendResponse: async ({ operationName, queryHash, response: { body } }) => {
          const milliseconds = Math.round(performance.now() - start);
          const code = body.kind === 'single' ? body.singleResult.errors?.[0]?.extensions?.code : undefined;
          if (milliseconds < slow && code !== 'TIMEOUT') return;
          tell({ operation: operationName?.slice(0, LONGEST_NAME) ?? null, document: queryHash, milliseconds, ...(code !== undefined && { code }) });
        },
      };
    },
  };
}
