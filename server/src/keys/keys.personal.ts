/** What is kept of the keys that people sign in with. */
import { personalData, proposed, until } from '../core/personal/index.ts';
import { Authenticator } from './authenticator.entity.ts';
import { Passkey } from './passkey.entity.ts';
import { RecoveryCodes } from './recovery-codes.entity.ts';

const KEY = {
  of: 'MEMBER',
  category: 'CREDENTIALS',
  purpose: 'PROTECT',
  basis: proposed('PUBLIC_TASK'),
  retention: proposed([until('ACCOUNT_CLOSED')]),
  recipients: ['OPERATOR'],
  source: 'SYSTEM',
} as const;

const SEEN = { recipients: ['SELF', 'OPERATOR'] } as const;
const OWNER = { category: 'IDENTIFIER' } as const;

personalData(Passkey, {
  ...KEY,
  columns: {
    uuid: { ...OWNER, ...SEEN }, person: OWNER, name: { ...SEEN, source: 'PERSON' }, credentialId: { source: 'PERSON' }, publicKey: { source: 'PERSON' }, counter: { source: 'PERSON' },
    addedAt: SEEN, lastUsedAt: { ...SEEN, category: 'CONNECTION' },
  },
});

personalData(Authenticator, {
  ...KEY,
  columns: { uuid: OWNER, person: OWNER, secret: {}, lastStep: { category: 'CONNECTION' }, addedAt: SEEN, lastUsedAt: { ...SEEN, category: 'CONNECTION' } },
});

personalData(RecoveryCodes, {
  ...KEY,
  columns: { uuid: OWNER, person: OWNER, hashes: {}, madeAt: {}, usedAt: { category: 'CONNECTION' } },
});
