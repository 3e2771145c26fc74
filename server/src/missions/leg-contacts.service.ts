/** The contacts of a leg: adding, changing and removing them, by the adviser and by the post that prepares it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { wherePrepared, type WhichLeg } from './held-leg.ts';
import { fault } from './mission-fault.ts';
import { invalid, type MissionResult, result } from './mission-result.ts';
import { CONTACT_FIELDS, type ContactContent, readContact, type SentContact } from './read-contact.ts';
import { MOST } from './read-mission.ts';

/** Which contact of which leg, by their keys, and who does it. */
export interface WhichContact extends WhichLeg {
  readonly key: string;
}

type StoredContact = ContactContent & { readonly version: number };

async function storedContact(em: EntityManager, { leg, key }: WhichContact): Promise<StoredContact | undefined> {
  const [stored] = await em.execute<StoredContact[]>('select name, function, organisation, email, phone, version from leg_contact where uuid = ? and leg_uuid = ?', [key, leg]);
  return stored;
}

/**
 * Adds a contact under a key that its author has drawn (`version` 0), or changes one. `version` is the one that was read: once somebody else has changed it nothing is
 * written, unless it is so already. Throws VICTIM_DATA.
 */
export async function saveLegContact(em: EntityManager, which: WhichContact, { version, input }: { readonly version: number; readonly input: SentContact }): Promise<MissionResult> {
  const content = readContact(input);
  if (!('name' in content)) return invalid(...content);
  const isSo = async (): Promise<boolean> => {
    const stored = await storedContact(em, which);
    return stored !== undefined && CONTACT_FIELDS.every((field) => stored[field] === content[field]);
  };
  return wherePrepared(em, which, isSo, async () => {
    const stored = await storedContact(em, which);
    if ((stored?.version ?? 0) !== version) return result(stored ? 'CONFLICT' : 'GONE');
    return stored ? change(em, which, content) : add(em, which, content);
  });
}

const values = ({ name, function: does, organisation, email, phone }: ContactContent): unknown[] => [name, does, organisation, email, phone];

/** A key that a contact of another leg has is none for this one. */
async function add(em: EntityManager, { leg, key }: WhichContact, content: ContactContent): Promise<MissionResult> {
  if ((await em.execute<unknown[]>('select from leg_contact where leg_uuid = ?', [leg])).length >= MOST.contacts) return invalid(fault('CONTACTS', 'TOO_LONG', MOST.contacts));
  const added = await em.execute<unknown[]>('insert into leg_contact (uuid, leg_uuid, name, function, organisation, email, phone) values (?, ?, ?, ?, ?, ?, ?) on conflict (uuid) do nothing returning 1', [key, leg, ...values(content)]);
  return result(added.length > 0 ? 'DONE' : 'GONE');
}

async function change(em: EntityManager, { key }: WhichContact, content: ContactContent): Promise<MissionResult> {
  await em.execute('update leg_contact set name = ?, function = ?, organisation = ?, email = ?, phone = ?, version = version + 1 where uuid = ?', [...values(content), key]);
  return result('DONE');
}

/** Removes a contact that was read at `version`. One that is not there any more stays so. */
export function removeLegContact(em: EntityManager, which: WhichContact, version: number): Promise<MissionResult> {
  return wherePrepared(em, which, async () => (await storedContact(em, which)) === undefined, async () => {
    if ((await storedContact(em, which))?.version !== version) return result('CONFLICT');
    await em.execute('delete from leg_contact where uuid = ?', [which.key]);
    return result('DONE');
  });
}
