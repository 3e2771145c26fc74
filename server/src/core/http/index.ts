export { sendOnce, sendTagged } from './answer.ts';
export { graphqlHandler, isForeign, refuse, searchOf } from './graphql-handler.ts';
export { graphqlRequest, type RequestLimits } from './graphql-request.ts';
export type { Handler } from './handler.ts';
export { acceptedLanguages, localeOf } from './locale.ts';
export { plain } from './plain.ts';
export { Refusal } from './refusal.ts';
export { redirect } from './redirect.ts';
export { createHttpServer, type Timeouts } from './server.ts';
