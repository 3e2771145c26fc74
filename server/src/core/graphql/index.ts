export { errorFormatter, faultOf, type LogError } from './format-error.ts';
export { createGraphqlServer } from './graphql-server.ts';
export { type Limits, LIMITS, limitRule } from './limits.ts';
export { measureDocument } from './measure.ts';
export { retryAfter } from './status-of-code.ts';
export { TrustedDocuments } from './trusted-documents.ts';
