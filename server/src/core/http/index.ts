export { graphqlHandler } from './graphql-handler.ts';
export type { RequestLimits } from './graphql-request.ts';
export { createHttpServer, type Handler, type Timeouts } from './server.ts';
