/** What is kept to count attempts: hashes, which only the server could compare with an address. */
import { kept, personalData, proposed, unlinked } from '../personal/index.ts';
import { RateLimit } from './rate-limit.entity.ts';

personalData(RateLimit, {
  of: ['MEMBER', 'VISITOR'],
  category: 'CONNECTION',
  purpose: 'PROTECT',
  basis: proposed('PUBLIC_TASK'),
  retention: proposed([kept('P1D', 'RECORDED')]),
  recipients: ['OPERATOR'],
  source: 'SYSTEM',
  about: unlinked('HASHED'),
  forgotten: { RECORDED: { by: 'accounts.forget' } },
  columns: { key: {}, points: {}, expire: {} },
});
