export { createGraphqlServer } from './graphql-server.ts';
export { TrustedDocuments } from './trusted-documents.ts';
