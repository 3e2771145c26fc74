export { graphqlHandler } from './graphql-handler.ts';
export type { RequestLimits } from './graphql-request.ts';
export type { Handler } from './handler.ts';
export { acceptedLanguages } from './locale.ts';
export { redirect } from './redirect.ts';
export { createHttpServer, type Timeouts } from './server.ts';
