/** Apollo Server over the reader: it parses, validates and answers over HTTP; the reader plans and runs. */
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { RawData, type ReadEngine } from '../reader/index.ts';
import { errorFormatter, type LogError } from './format-error.ts';
import { countMutations } from './count-mutations.ts';
import { type Limits, LIMITS, limitRule } from './limits.ts';
import { ParsedDocuments } from './parsed-documents.ts';
import { type SlowOperation, slowOperations } from './slow-operations.ts';
import { statusOfCode } from './status-of-code.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

export interface GraphqlServerOptions {
  readonly schema: GraphQLSchema;
  readonly engine: ReadEngine;
  readonly documents: TrustedDocuments;
  readonly logError: LogError;
  readonly logSlow: (operation: SlowOperation) => void;
  readonly limits?: Limits;
}

/** What is wrong in many places is told of a few. */
const ERRORS_AT_MOST = 10;

/** Builds the server. It is started by its caller. */
export function createGraphqlServer({ schema, engine, documents, logError, logSlow, limits = LIMITS }: GraphqlServerOptions): ApolloServer<Context> {
  return new ApolloServer<Context>({
    gateway: {
      load: async () => ({
        executor: async ({ document, operation, operationName, request, context, queryHash }) => {
          if (!operation) return { errors: [new UserError('BAD_REQUEST', 'Name one of the operations of the document')] };
          if (operation.operation === OperationTypeNode.SUBSCRIPTION) return { errors: [new UserError('BAD_REQUEST', 'Subscriptions are streamed by /graphql/stream')] };
          try {
            const result = await engine.execute({ document, operationName, variables: request.variables, context: context as Context, trusted: documents.has(queryHash) });
            return { ...result, ...(result.errors && { errors: result.errors.slice(0, ERRORS_AT_MOST) }) } as never;
          } catch (error) {
            return { errors: [error as never] };
          }
        },
      }),
      onSchemaLoadOrUpdate: (listener) => {
        listener({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      stop: async () => undefined,
    },
    stringifyResult: (result) => (result.data instanceof RawData ? result.data.json : `${JSON.stringify(result)}\n`),
    persistedQueries: { cache: documents.asCache(), ttl: null },
    documentStore: new ParsedDocuments(documents),
    validationRules: [limitRule(limits)],
    validationOptions: { maxErrors: ERRORS_AT_MOST },
    parseOptions: { maxTokens: limits.tokens },
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    // Only JSON bodies are read and only GET queries answered, both without cookies: no simple form can act for a person.
    csrfPrevention: false,
    formatError: errorFormatter(logError),
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(), statusOfCode, countMutations, slowOperations(logSlow)],
    logger: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    nodeEnv: 'production',
    stopOnTerminationSignals: false,
  });
}
