/** How people read of their own keys: never what opens anything. */
import { PersonReader } from '../accounts/index.ts';
import { acting, edge, reader, sql } from '../core/reader/index.ts';
import { Authenticator } from './authenticator.entity.ts';
import { Passkey } from './passkey.entity.ts';

const PasskeyReader = reader(Passkey, { rows: (passkey) => sql`${passkey.person} = ${acting.person}` });

const AuthenticatorReader = reader(Authenticator, { rows: (authenticator) => sql`${authenticator.person} = ${acting.person}` });

edge(PersonReader, 'passkeys', {
  description: 'Their passkeys, the oldest first. You see your own only.',
  list: PasskeyReader,
  on: (passkey, person) => sql`${passkey.person} = ${person.uuid}`,
  order: (passkey) => [passkey.addedAt, passkey.uuid],
});

edge(PersonReader, 'authenticator', {
  description: 'The application that makes codes for them; null where there is none. You see your own only.',
  maybe: AuthenticatorReader,
  on: (authenticator, person) => sql`${authenticator.person} = ${person.uuid}`,
});
