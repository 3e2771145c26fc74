/** What the parts of the service of keys share. */
import type { Locale } from '@passerelle/shared/locales.ts';
import type { Caller, SetHeader, SignedIn, SignInDesk, Standing, Transaction } from '../accounts/index.ts';
import type { Ceremonies } from './ceremonies.ts';
import { type KeyChange, mailKeyChange } from './key-mail.ts';
import type { KeysHeld } from './keys.policy.ts';
import type { Seal } from './sealed.ts';

/** What a caller brings: their standing, their request, the way to set a cookie, and the language of the request. */
export interface KeyCaller extends Caller {
  readonly standing: Standing;
  readonly setHeader: SetHeader;
  readonly locale: Locale;
}

export interface KeyTools {
  readonly desk: SignInDesk;
  readonly ceremonies: Ceremonies;
  readonly seal: Seal;
}

/** Where the secret of an application waits until a code shows that it has arrived. */
export const waiting = (session: string): string => `authenticator ${session}`;

/** Counts an attempt with a code, of the network and of the person. Throws RATE_LIMITED. */
export async function countCode({ desk }: KeyTools, { network }: KeyCaller, person: string): Promise<void> {
  await desk.take('keyPerNetwork', network);
  await desk.take('codePerPerson', person);
}

/** Sends the cookie of a session; false when there is none to send. */
export async function give({ desk }: KeyTools, token: string | undefined, { headers, setHeader }: KeyCaller): Promise<boolean> {
  if (token === undefined) return false;
  await desk.give(token, headers.cookie, setHeader);
  return true;
}

/** Tells somebody by mail what has become of their keys. */
export async function tell({ execute }: Transaction, { locale }: KeyCaller, signedIn: SignedIn, change: KeyChange): Promise<void> {
  await mailKeyChange(execute, { to: signedIn.email, locale: signedIn.locale ?? locale, change });
}

/** What devices know somebody's passkeys by. */
export async function credentialsOf({ desk }: KeyTools, person: string): Promise<string[]> {
  const { rows } = await desk.query<{ id: string }>('select credential_id as id from passkey where person_id = $1 order by uuid', [person]);
  return rows.map(({ id }) => id);
}

/** What somebody has, held until the transaction ends, so that of two keys that go at once one stays. */
export async function keysHeld({ query }: Transaction, person: string): Promise<KeysHeld> {
  await query('select from person where id = $1 for update', [person]);
  const { rows } = await query<{ passkeys: number; authenticators: number }>(
    `select (select count(*)::int from passkey where person_id = $1) as passkeys, (select count(*)::int from authenticator where person_id = $1) as authenticators`, [person],
  );
  return rows[0]!;
}
