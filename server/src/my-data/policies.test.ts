/** Who may answer what others ask is said in code too: asked on a connection that the rules of the tables do not bind. */
import { expect, test } from 'vitest';
import { dataFolderOf, testDatabase } from '../../test/database.ts';
import { PEOPLE } from '../../test/permissions/roles.ts';
import type { SignedIn } from '../accounts/index.ts';
import type { Circle } from '../core/reader/index.ts';
import { DataDesk } from './my-data.service.ts';
import { Tombstones } from './tombstones.ts';

const database = testDatabase('full');
const REQUEST = '019abc00-0000-7000-8000-0000000000d1';
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => database().orm.em.fork().execute<T[]>(text, values);

test('what somebody asks about their data is answered by the adviser, and by nobody else', async () => {
  await sql(`insert into data_request (uuid, person_id, kind, text, due_on) select ?, id, 'OBJECT', 'The list', current_date from person where email = ?`, [REQUEST, PEOPLE.expert]);
  const desk = new DataDesk({ orm: database().orm, databaseUrl: database().app, secret: 'x'.repeat(32), origin: 'http://localhost', tombstones: new Tombstones(dataFolderOf(database())) });
  const answered = async (who: keyof typeof PEOPLE, circle: Circle): Promise<boolean> => {
    const [{ id }] = (await sql<{ id: string }>('select id from person where email = ?', [PEOPLE[who]])) as [{ id: string }];
    const data = desk.ownDataOf({ actor: { circle, person: id, session: null }, signedIn: { person: id, isDemonstration: true } as SignedIn }, { signOut: async () => null });
    return data.answerRequest(REQUEST, 'Done.');
  };
  expect([await answered('ngoCoordinator', 'network'), await answered('scac', 'post'), await answered('translator', 'network')]).toEqual([false, false, false]);
  expect(await sql('select answer from data_request where uuid = ?', [REQUEST])).toEqual([{ answer: null }]);
  expect(await answered('adviser', 'adviser')).toBe(true);
  await desk.close();
});
