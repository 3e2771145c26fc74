export { sendTagged } from './answer.ts';
export { graphqlHandler } from './graphql-handler.ts';
export type { RequestLimits } from './graphql-request.ts';
export type { Handler } from './handler.ts';
export { acceptedLanguages, localeOf } from './locale.ts';
export { plain } from './plain.ts';
export { redirect } from './redirect.ts';
export { createHttpServer, type Timeouts } from './server.ts';
