/** Apollo Server over the reader: it parses, validates and answers over HTTP; the reader plans and runs. */
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../context.ts';
import { RawData, type ReadEngine } from '../reader/index.ts';
import { errorFormatter } from './format-error.ts';
import { limitRules, MAX_TOKENS } from './limits.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

export interface GraphqlServerOptions {
  readonly schema: GraphQLSchema;
  readonly engine: ReadEngine;
  readonly documents: TrustedDocuments;
  /** Told of every error that is a fault of ours, with the reference that the answer carries. */
  readonly logError: (reference: string, error: unknown) => void;
}

/** Builds the server. It is started by its caller. */
export function createGraphqlServer({ schema, engine, documents, logError }: GraphqlServerOptions): ApolloServer<Context> {
  return new ApolloServer<Context>({
    gateway: {
      load: async () => ({
        executor: async ({ document, operationName, request, context, queryHash }) => {
          try {
            return (await engine.execute({
              document, operationName, variables: request.variables, context: context as Context, trusted: documents.has(queryHash),
            })) as never;
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
    stringifyResult: (result) =>
      result.data instanceof RawData ? `{"data":${result.data.json}}\n` : `${JSON.stringify(result)}\n`,
    persistedQueries: { cache: documents.asCache(), ttl: null },
    validationRules: limitRules,
    parseOptions: { maxTokens: MAX_TOKENS },
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    // Only JSON bodies are read and only GET queries answered, both without cookies: no simple form can act for a person.
    csrfPrevention: false,
    formatError: errorFormatter(logError),
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled()],
    logger: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    nodeEnv: 'production',
    stopOnTerminationSignals: false,
  });
}
