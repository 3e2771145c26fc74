export { ServiceResolver } from './service.resolver.ts';
