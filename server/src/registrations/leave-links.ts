/** The links by which those who take part withdraw: what they hold, and what is kept of it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { hashOf, newSecret } from '../members/index.ts';

/** What a link holds: the key of the registration, so that none has to be looked for, and a secret drawn by chance. */
const FORM = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})-([\w-]{32})$/;

/** Makes a link for each of some registrations: what each holds, by their keys. Places are open. */
export async function makeLeaveLinks(em: EntityManager, registrations: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (registrations.length === 0) return new Map();
  const made = registrations.map((id) => ({ id, ...newSecret() }));
  await em.execute('select keep_leave_links(?::jsonb)', [JSON.stringify(made.map(({ id, hash }) => ({ id, hash })))]);
  return new Map(made.map(({ id, secret }) => [id, leaveLink(id, secret)]));
}

/** What the link of a registration holds. */
export function leaveLink(registration: string, secret: string): string {
  return `${registration}-${secret}`;
}

/** The key of the registration that a link leads to; undefined for what is none, or no longer one. Places are open. */
export async function registrationOfLink(em: EntityManager, given: string): Promise<string | undefined> {
  const [, id, secret] = FORM.exec(given) ?? [];
  if (id === undefined || secret === undefined) return undefined;
  const [found] = await em.execute<{ id: string }[]>('select uuid as id from registration where uuid = ? and ? = any(leave_hashes)', [id, hashOf(secret)]);
  return found?.id;
}
