/** The policies of the members hold by themselves: asked by a connection that the rules of the tables do not bind. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { PEOPLE } from '../../test/permissions/roles.ts';
import { resendInvitation, withdrawInvitation } from './invitations.service.ts';
import { changeMember } from './members.service.ts';

const database = testDatabase('full');
const [INVITATION, NOBODY] = ['019abc00-0000-7000-8000-0000000000a1', '019abc00-0000-7000-8000-0000000000a2'];
type Person = keyof typeof PEOPLE;
const OTHERS = ['scacElsewhere', 'ngoMember', 'expert', 'authority', 'translator'] as const satisfies readonly Person[];

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => database().orm.em.fork().execute<T[]>(text, values);
const idOf = async (who: Person): Promise<string> => (await sql<{ id: string }>('select id from person where email = ?', [PEOPLE[who]]))[0]!.id;
const roleOf = async (who: Person): Promise<string> => (await sql<{ uuid: string }>('select uuid from member where person_id = ?', [await idOf(who)]))[0]!.uuid;
const asOwner = <T>(work: (em: ReturnType<typeof database>['orm']['em']) => Promise<T>): Promise<T> => database().orm.em.fork().transactional(work);
const doing = async (who: Person) => ({ person: await idOf(who), origin: 'http://localhost' });

beforeAll(async () => {
  // As if they were people whom somebody has invited: what a demonstration lists stays as it is.
  await sql('update person set is_demonstration = false where email = ?', [PEOPLE.ngoCoordinator]);
  await sql(`insert into invitation (uuid, name, email, role, organisation_slug, locale, invited_by_id, secret_hash, expires_at)
    select ?, 'N', 'n@ngo.example', 'NGO_MEMBER', m.organisation_slug, 'fr', m.person_id, 'hash', now() + interval '1 day' from member m where m.person_id = ?`, [INVITATION, await idOf('ngoCoordinator')]);
});

describe.each(OTHERS)('%s', (who) => {
  test('is told of another’s invitation and role what is told of none, and changes nothing', async () => {
    const member = await roleOf('ngoCoordinator');
    const outcomes = async (invitation: string, role: string): Promise<unknown[]> => [
      await asOwner(async (em) => withdrawInvitation(em, await idOf(who), invitation)),
      await asOwner(async (em) => resendInvitation(em, await doing(who), { id: invitation, submission: randomUUID(), count: async () => undefined })),
      await asOwner(async (em) => changeMember(em, await idOf(who), role, { kind: 'SUSPEND' })),
      await asOwner(async (em) => changeMember(em, await idOf(who), role, { kind: 'END' })),
    ];
    expect(await outcomes(INVITATION, member)).toEqual(await outcomes(NOBODY, NOBODY));
    expect(await sql('select withdrawn_at, secret_hash from invitation where uuid = ?', [INVITATION])).toEqual([{ withdrawn_at: null, secret_hash: 'hash' }]);
    expect(await sql('select suspended_at, until from member where uuid = ?', [member])).toEqual([{ suspended_at: null, until: null }]);
  });
});

test('whoever answers for them changes them', async () => {
  expect(await asOwner(async (em) => changeMember(em, await idOf('scac'), await roleOf('ngoCoordinator'), { kind: 'SUSPEND' }))).toBe('DONE');
  expect(await asOwner(async (em) => withdrawInvitation(em, await idOf('scac'), INVITATION))).toBe('DONE');
});
