/** What is kept to be able to show who did what. */
import { kept, personalData, proposed } from '../core/personal/index.ts';
import { AuditEntry } from './audit-entry.entity.ts';

personalData(AuditEntry, {
  of: 'MEMBER',
  category: 'CONNECTION',
  purpose: 'ACCOUNT_FOR',
  basis: proposed('LEGAL_OBLIGATION'),
  retention: proposed([kept('P1Y', 'RECORDED')]),
  recipients: ['SELF', 'ADVISER', 'OPERATOR'],
  source: 'SYSTEM',
  about: { shared: { by: [], about: ['before', 'after'] } },
  forgotten: { RECORDED: { by: 'audit.forget' } },
  columns: { uuid: { category: 'IDENTIFIER' }, at: {}, by: { category: 'IDENTIFIER' }, action: {}, subject: {}, about: { category: 'IDENTIFIER' }, part: {}, before: {}, after: {} },
  none: ['object', 'organisation'],
});
