/** What the rules of the tables let somebody do of themselves, asked without any service. Each refusal has a control: without its guard it goes through. */
import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { asPersonIn } from '../../test/permissions/as-person.ts';
import { PEOPLE } from '../../test/permissions/roles.ts';
import { sheetOfExpert } from './oneself.fixture.ts';
import { addSession } from './world.fixture.ts';

const database = testDatabase('full');
const asPerson = asPersonIn(database);
type Person = keyof typeof PEOPLE;
const ids = new Map<Person, string>();
const DENIED = '42501';
let [profession, open, nominated] = ['', '', ''];

const owner = <T>(text: string): Promise<T[]> => database().orm.em.fork().execute<T[]>(text);
/** How many rows were changed by the last of some statements, or the code with which one was refused; all is undone. */
const change = (who: Person, ...statements: string[]): Promise<number | string> => asPerson(ids.get(who), async (client) => {
  try {
    let count = 0;
    for (const statement of statements) count = (await client.query(statement)).rowCount ?? 0;
    return count;
  } catch (error) {
    return (error as pg.DatabaseError).code!;
  }
});

const KEY = '019abc00-0000-7000-8000-00000000c0de';
const keep = (email: string): string => `insert into participant (uuid, name, email, locale, sector) values ('${KEY}', 'N', '${email}', 'fr', 'OTHER')`;
interface Row {
  readonly session: string;
  readonly by?: string;
  readonly email?: string;
  readonly country?: string;
  readonly sector?: string;
  readonly profession?: string;
  readonly state?: string;
  readonly participant?: string;
  readonly organisation?: string;
  readonly isOwn?: boolean;
}
const insert = ({ session, by = 'acting_person()', email = PEOPLE.expert, country = 'RS', sector = 'OTHER', profession: code = profession, state = 'WAITING', participant = `'${KEY}'`, organisation = 'null', isOwn = true }: Row): string => `
  insert into registration (uuid, session_uuid, participant_uuid, email, organisation_slug, country_code, sector, profession_code, mode, state, registered_by_id, submission, consented_at, waits_since, is_own)
  values (gen_random_uuid(), '${session}', ${participant}, '${email}', ${organisation}, '${country}', '${sector}', '${code}', 'ON_SITE', '${state}', ${by}, gen_random_uuid(), now(), now(), ${isOwn})`;

beforeAll(async () => {
  for (const [role, email] of Object.entries(PEOPLE)) ids.set(role as Person, (await owner<{ id: string }>(`select id from person where email = '${email}'`))[0]!.id);
  const server = { database: database() };
  profession = await sheetOfExpert(server);
  [open, nominated] = [await addSession(server, { places: 5, needsNomination: false }), await addSession(server, { places: 5, inDays: 40 })];
});

const asExpert = (row: Partial<Row> = {}): Promise<number | string> => change('expert', keep(PEOPLE.expert), insert({ session: open, ...row }));

test('somebody registers themselves, waiting for a place or for the embassy', async () => {
  expect([await asExpert(), await asExpert({ state: 'AWAITING_VALIDATION' }), await asExpert({ country: 'AL' })]).toEqual([1, 1, 1]);
});

describe('the database refuses', () => {
  /** What is tried, as whom an expert is not, and where. */
  const REFUSED: Readonly<Record<string, () => Promise<number | string>>> = {
    'a session that asks for a nomination': () => asExpert({ session: nominated }),
    'the name of somebody else': () => asExpert({ by: `'${ids.get('ngoMember')}'` }),
    'another address': () => asExpert({ email: PEOPLE.ngoMember }),
    'a country that their sheet does not name': () => asExpert({ country: 'MD' }),
    'another sector': () => asExpert({ sector: 'CIVIL_SOCIETY' }),
    'another profession': () => asExpert({ profession: '' }),
    'a place at once': () => asExpert({ state: 'CONFIRMED' }),
    'a nomination by nobody': () => asExpert({ isOwn: false }),
    'an organisation that is not theirs': () => asExpert({ organisation: `(select min(slug) from organisation where kind = 'NGO')`, sector: 'CIVIL_SOCIETY' }),
    'somebody else as who takes part': () => change('expert', insert({ session: open, participant: '(select uuid from participant limit 1)' })),
    'to whoever takes part in none': () => change('translator', keep(PEOPLE.translator), insert({ session: open, email: PEOPLE.translator })),
  };

  test.each(Object.entries(REFUSED))('%s', async (_what, tried) => {
    expect(await tried()).toBe(DENIED);
  });

  test.each(Object.entries(REFUSED).filter(([what]) => what !== 'somebody else as who takes part'))('by its rules alone: without them it takes %s', async (what, tried) => {
    await owner('alter table registration disable row level security');
    // A profession that there is not is refused by its key.
    expect(await tried()).toBe(what === 'another profession' ? '23503' : 1);
    await owner('alter table registration enable row level security');
  });

  test('to add or correct somebody of no organisation under another address', async () => {
    expect(await change('expert', keep(PEOPLE.ngoMember))).toBe(DENIED);
    expect(await change('authority', keep(PEOPLE.expert))).toBe(DENIED);
    await owner(keep(PEOPLE.expert));
    expect(await change('authority', `update participant set name = 'M' where uuid = '${KEY}'`)).toBe(0);
    expect(await change('expert', `update participant set name = 'M' where uuid = '${KEY}'`)).toBe(1);
    await owner(`delete from participant where uuid = '${KEY}'`);
  });

  test('the same twice, and to make what somebody registered for others one’s own, or the reverse', async () => {
    expect(await change('expert', keep(PEOPLE.expert), insert({ session: open }), insert({ session: open, country: 'AL' }))).toBe('23505');
    expect(await change('expert', keep(PEOPLE.expert), insert({ session: open }), `update registration set is_own = false, state = 'WITHDRAWN', ending = 'WITHDRAWN', ended_at = now() where is_own`)).toBe(1);
    expect(await change('ngoCoordinator', `update registration set is_own = true, state = 'WITHDRAWN', ending = 'WITHDRAWN', ended_at = now() where state = 'CONFIRMED'`, 'select from registration where is_own')).toBe(0);
  });
});

describe('a registration of nobody’s organisation', () => {
  const SEES: Readonly<Partial<Record<Person, number>>> = { expert: 1, scac: 1, ssi: 1, adviser: 1, assistant: 1, authority: 0, ngoCoordinator: 0, ngoMember: 0, international: 0, scacElsewhere: 0, translator: 0 };
  const count = (who: Person, what: string): Promise<number | string> => change(who, what);

  test.each(Object.entries(SEES) as [Person, number][])('is seen by %s: %i, and who takes part with it', async (who, seen) => {
    await owner(keep(PEOPLE.expert));
    await owner(insert({ session: open, by: `'${ids.get('expert')}'` }));
    expect([await count(who, `select from registration where session_uuid = '${open}'`), await count(who, `select from participant where uuid = '${KEY}'`)]).toEqual([seen, seen]);
    expect(await change(who, `update registration set state = 'WITHDRAWN', ending = 'WITHDRAWN', ended_at = now() where session_uuid = '${open}'`)).toBe(who === 'expert' ? 1 : 0);
    await owner(`delete from participant where uuid = '${KEY}'`);
  });

  test('opens neither documents, nor the venue, nor a pass, nor the record to an authority of that country, and would by the rule of before', async () => {
    await owner(keep(PEOPLE.expert));
    await owner(insert({ session: open, by: `'${ids.get('expert')}'`, state: 'CONFIRMED' }));
    const asked = `select from registration r where r.session_uuid = '${open}'`;
    const [opens] = await owner<{ answers: boolean; before: boolean; documents: boolean; theirs: boolean }>(
      `select answers_for('${ids.get('authority')}', r.*) as answers, may_register('${ids.get('authority')}', r.organisation_slug, r.country_code) as before, document_is_for('${ids.get('authority')}', r.session_uuid, 'REGISTERED') as documents,
         document_is_for('${ids.get('expert')}', r.session_uuid, 'REGISTERED') as theirs ${asked.slice('select '.length)}`);
    expect(opens).toEqual({ answers: false, before: true, documents: false, theirs: true });
    expect([await count('authority', `select from attendee where session_uuid = '${open}'`), await count('expert', `select from attendee where session_uuid = '${open}'`)]).toEqual([0, 1]);
    await owner(`delete from participant where uuid = '${KEY}'`);
  });

  test('is not decided by who made it, whatever else they are', async () => {
    await owner(keep(PEOPLE.expert));
    await owner(insert({ session: open, by: `'${ids.get('expert')}'`, state: 'AWAITING_VALIDATION' }));
    await owner(`insert into member (uuid, person_id, role, country_code, since) values ('${KEY}', '${ids.get('expert')}', 'SSI', 'RS', current_date)`);
    const decide = `update registration set state = 'WAITING', waits_since = now(), decided_at = now(), decided_by_id = acting_person() where session_uuid = '${open}'`;
    expect([await change('expert', decide), await change('scac', decide)]).toEqual(['23514', 1]);
    await owner(`alter table registration drop constraint registration_decided_by_others`);
    expect(await change('expert', decide)).toBe(1);
  });
});
