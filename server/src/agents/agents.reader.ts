/** How people read which identity their account is bound to. */
import { PersonReader, SignInAccount } from '../accounts/index.ts';
import { acting, edge, reader, sql } from '../core/reader/index.ts';

const SignInAccountReader = reader(SignInAccount, { rows: (account) => sql`${account.person} = ${acting.person}` });

edge(PersonReader, 'agentIdentity', {
  description: 'The identity at the provider of the French State that the account is bound to; null while it is bound to none, and of others.',
  maybe: SignInAccountReader,
  on: (account, person) => sql`${account.person} = ${person.uuid}`,
});
