import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { addPerson, suspendPerson } from './people.ts';

const database = testDatabase('full');
const em = () => database().orm.em.fork();
const rows = () => em().execute(`
  select p.email, p.name, p.suspended_at is not null as suspended, m.role, coalesce(m.country_code, m.organisation_slug) as scope
  from person p join member m on m.person_id = p.id order by m.uuid`);

beforeEach(() => em().execute('delete from person'));

describe('the operator', () => {
  test('gives people accounts and roles', async () => {
    await addPerson(em(), { email: 'Claire@Example.org', name: 'Claire', role: 'ADVISER' });
    await addPerson(em(), { email: 'ana@example.org', name: 'Ana', role: 'SSI', scope: 'HR' });
    await addPerson(em(), { email: 'ana@example.org', name: 'Ana H.', role: 'NGO_MEMBER', scope: 'atina' });
    expect(await rows()).toEqual([
      { email: 'claire@example.org', name: 'Claire', suspended: false, role: 'ADVISER', scope: null },
      { email: 'ana@example.org', name: 'Ana H.', suspended: false, role: 'SSI', scope: 'HR' },
      { email: 'ana@example.org', name: 'Ana H.', suspended: false, role: 'NGO_MEMBER', scope: 'atina' },
    ]);
  });

  test('puts nobody real among the invented people of a demonstration, and makes nobody of an invented one', async () => {
    await em().execute(`insert into person (id, name, email, created_at, updated_at, is_demonstration) values (gen_random_uuid(), 'Invented', 'invented@passerelle.example', now(), now(), true)`);
    await expect(addPerson(em(), { email: 'claire@diplomatie.gouv.fr', name: 'Claire', role: 'ADVISER' })).rejects.toThrow('begin with an empty database');
    await expect(addPerson(em(), { email: 'Invented@passerelle.example', name: 'Claire', role: 'ADVISER' })).rejects.toThrow('is an invented person');
    expect(await rows()).toEqual([]);
    expect(await em().execute('select name from person')).toEqual([{ name: 'Invented' }]);
    await addPerson(em(), { email: 'claire@ngo.example', name: 'Claire', role: 'ADVISER' });
    expect(await rows()).toMatchObject([{ email: 'claire@ngo.example' }]);
  });

  test.each(['claire', 'claire@example.org.', 'клер@example.org', 'claire@exam ple.org', '<claire@example.org>', '"a b"@example.org', 'claire@', '@example.org', 'a@b@example.org'])('is told that nobody could sign in with %s', async (email) => {
    await expect(addPerson(em(), { email, name: 'C', role: 'ADVISER' })).rejects.toThrow('Not an e-mail address');
    expect(await rows()).toEqual([]);
  });

  test('writes an address as the forms send it, so that its person can sign in with it', async () => {
    await em().execute('delete from demonstration');
    await addPerson(em(), { email: 'Ana@Пример.срб', name: 'Ana', role: 'ADVISER' });
    expect(await rows()).toMatchObject([{ email: 'ana@xn--e1afmkfd.xn--90a3ac' }]);
    await em().execute(`delete from person; insert into demonstration default values`);
  });

  test.each([
    [{ email: 'c@example.org', name: 'C', role: 'QUEEN' }, /Not a role: QUEEN/],
    [{ email: 'c@example.org', name: 'C', role: 'SCAC' }, /is for a country: say which/],
    [{ email: 'c@example.org', name: 'C', role: 'SCAC', scope: 'FR' }, /There is no country FR/],
    [{ email: 'c@example.org', name: 'C', role: 'NGO_MEMBER', scope: 'nobody' }, /There is no organisation nobody/],
    [{ email: 'c@example.org', name: 'C', role: 'ADVISER', scope: 'AL' }, /is for no country/],
  ])('is told what is wrong: %o', async (person, sentence) => {
    await expect(addPerson(em(), person)).rejects.toThrow(sentence);
    expect(await rows()).toEqual([]);
  });

  test('suspends somebody; adding them again lifts it, and gives no role twice', async () => {
    const claire = { email: 'claire@example.org', name: 'Claire', role: 'ADVISER' };
    await addPerson(em(), claire);
    await suspendPerson(em(), 'CLAIRE@example.org');
    expect(await rows()).toMatchObject([{ suspended: true }]);
    await addPerson(em(), claire);
    expect(await rows()).toMatchObject([{ suspended: false }]);
    await expect(suspendPerson(em(), 'nobody@example.org')).rejects.toThrow('Nobody has the address');
  });
});
