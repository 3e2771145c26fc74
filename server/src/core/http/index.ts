export { graphqlHandler } from './graphql-handler.ts';
export type { RequestLimits } from './graphql-request.ts';
export type { Handler } from './handler.ts';
export { createHttpServer, type Timeouts } from './server.ts';
