/** What is kept while somebody is at the provider. What their account is bound to is declared with the accounts. */
import { kept, personalData, proposed } from '../core/personal/index.ts';
import { SignInAttempt } from './sign-in-attempt.entity.ts';

personalData(SignInAttempt, {
  of: ['MEMBER', 'VISITOR'],
  category: 'CONNECTION',
  purpose: 'RUN_ACCOUNTS',
  basis: proposed('PUBLIC_TASK'),
  retention: proposed([kept('PT10M', 'RECORDED')]),
  recipients: ['OPERATOR'],
  source: 'SYSTEM',
  columns: { key: { category: 'CREDENTIALS' }, locale: { category: 'CHOICES' }, back: {}, expiresAt: {} },
});
