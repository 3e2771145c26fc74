export { Operator } from './operator.type.ts';
export { ServiceResolver } from './service.resolver.ts';
