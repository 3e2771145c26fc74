// A door of its own for the pages of what comes of requests: it is loaded after them, and for most readers not at all.
export { OriginRequests } from '../laterOriginRequests.ts';
