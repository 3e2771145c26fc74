export { ApiLimits, type CountedFile } from './api-limits.ts';
export { Leases } from './leases.ts';
export { type Limit, Limiter } from './limiter.ts';
export { networkOf } from './network.ts';
export { RateLimit } from './rate-limit.entity.ts';
import './rate-limit.personal.ts';
