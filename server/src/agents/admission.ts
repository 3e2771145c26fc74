/** Who somebody is here whom the provider has recognised. Nobody gets an account by it. */
import { v7 } from 'uuid';
import type { SignInDesk, Transaction } from '../accounts/index.ts';
import type { Identity } from './identity-provider.ts';
import type { Outcome } from './provider-fault.ts';

/** A person of ours, or why they are not let in. */
export type Admission = { readonly person: string } | { readonly outcome: Extract<Outcome, 'refused' | 'changed'> };

/** Said alike of who is unknown and of who is suspended. */
const REFUSED: Admission = { outcome: 'refused' };

/**
 * Finds the person whose account is bound to this identity; at first, the one whose address the provider stands for, whose
 * account is bound to it from then on. An account that is bound to another identity stays so, and notes the attempt.
 */
export async function admit(desk: SignInDesk, identity: Identity): Promise<Admission> {
  const bound = await boundTo(desk, identity);
  if (bound) return bound;
  const person = await withAddress(desk, identity.email);
  if (person === undefined) return REFUSED;
  if (await desk.asPerson(person, (transaction) => bind(transaction, person, identity))) return { person };
  // Bound by now: by a callback that came at the same time, or long ago and to another identity.
  const meanwhile = await boundTo(desk, identity);
  if (meanwhile) return meanwhile;
  await desk.query('update sign_in_account set refused_at = now() where person_id = $1 and provider_id = $2', [person, identity.issuer]);
  return { outcome: 'changed' };
}

async function boundTo(desk: SignInDesk, { issuer, subject }: Identity): Promise<Admission | undefined> {
  const { rows } = await desk.query<{ person: string; isSuspended: boolean }>(
    `select p.id as person, p.suspended_at is not null as "isSuspended"
     from sign_in_account a join person p on p.id = a.person_id where a.provider_id = $1 and a.account_id = $2`, [issuer, subject],
  );
  const [found] = rows;
  if (!found) return undefined;
  return found.isSuspended ? REFUSED : { person: found.person };
}

async function withAddress(desk: SignInDesk, email: string | null): Promise<string | undefined> {
  if (email === null) return undefined;
  const { rows } = await desk.query<{ id: string }>('select id from person where email = $1 and suspended_at is null', [email]);
  return rows[0]?.id;
}

/** False when the account, or the identity, is bound already. */
async function bind({ query }: Transaction, person: string, { issuer, subject }: Identity): Promise<boolean> {
  const { rowCount } = await query(
    `insert into sign_in_account (id, account_id, provider_id, person_id, created_at, updated_at) values ($1, $2, $3, $4, now(), now()) on conflict do nothing`,
    [v7(), subject, issuer, person],
  );
  if (rowCount !== 1) return false;
  await query('update person set email_verified = true where id = $1 and not email_verified', [person]);
  return true;
}
