export { graphqlHandler } from './graphql-handler.ts';
export { createHttpServer, type Handler } from './server.ts';
