/** Papers × every role: who has which, by lists, by their files and by the tables; that hidden and absent are answered alike; that nothing of another leg is in what a post gets. With a control each. */
import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { ADVISERS, type Headers, PEOPLE, type Role, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { transactAs } from '../core/database/index.ts';
import { readPdf } from '../core/pdf/read-pdf.fixture.ts';
import { keyOf, owner } from '../missions/world.fixture.ts';
import { ormOptions } from '../orm.ts';
import { everyPaper, fileOf, makePaper, NOTE, papersFor, papersWorld, type World } from './papers.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let world: World;
let orm: MikroORM;
/** Each paper: what it is, its key, and who has it beside the adviser's circle. */
let papers: readonly { readonly what: string; readonly kind: string; readonly key: string; readonly readers: readonly string[] }[];
let elsewhere: string;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  world = await papersWorld(server(), headers.adviser);
  papers = await Promise.all(everyPaper(world).map(async ([kind, about, readers]) => ({ what: `${kind} ${about}`, kind, key: (await makePaper(server(), headers.adviser, kind, about)).paper!.key, readers })));
  elsewhere = (await makePaper(server(), headers.adviser, 'PROGRAMME_POST', keyOf(world.tirana))).paper!.key;
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});

const due = (role: Role): string[] => papers.filter(({ readers }) => ADVISERS.includes(role) || readers.includes(role)).map(({ key }) => key).toSorted();
const keys = (list: readonly { readonly key: string }[] | null): string[] => (list ?? []).map(({ key }) => key).toSorted();

async function rowsFor(role: Role): Promise<{ readonly papers: string[]; readonly people: string[] }> {
  const [person] = await owner<{ id: string }>(server(), 'select id from person where email = ?', [(PEOPLE as Readonly<Record<string, string | null>>)[role] ?? null]);
  return transactAs(orm, person?.id ?? null)(async (em) => ({
    papers: (await em.execute<{ key: string }[]>('select uuid as key from mission_paper')).map(({ key }) => key).toSorted(), people: (await em.execute<{ key: string }[]>('select distinct paper_uuid as key from mission_paper_person')).map(({ key }) => key).toSorted(),
  }));
}

describe.each(ROLES)('%s', (role) => {
  test('has the papers that are for them: in lists, as files, and by the tables; hidden and absent are the same bytes', async () => {
    const seen = await papersFor(server(), headers[role], { mission: world.mission, leg: world.belgrade });
    const isElsewhere = role === 'scacElsewhere' || ADVISERS.includes(role);
    expect([keys(seen.mission), keys(seen.leg), keys(seen.own)]).toEqual([
      ADVISERS.includes(role) ? [...due(role), elsewhere].toSorted() : [], ADVISERS.includes(role) || role === 'scac' || role === 'ssi' ? due(role).filter((key) => !/PERSON|ORDER/.test(papers.find((one) => one.key === key)!.kind)) : [], role === 'expert' ? due(role) : [],
    ]);
    const rows = await rowsFor(role);
    expect([rows.papers, rows.people.filter((key) => !rows.papers.includes(key))]).toEqual([[...due(role), ...(isElsewhere ? [elsewhere] : [])].toSorted(), []]);
    const absent = await fileOf(server(), headers[role], randomUUID(), 'pdf');
    for (const { key, kind } of papers) {
      for (const form of ['pdf', 'html', 'ics'] as const) {
        const file = await fileOf(server(), headers[role], key, form);
        const isThere = due(role).includes(key) && (form !== 'ics' || kind.startsWith('PROGRAMME'));
        expect([kind, form, file.status, file.headers.get('cache-control')?.includes('no-store')]).toEqual([kind, form, isThere ? 200 : 404, true]);
        if (!isThere) expect([file.bytes.toString(), file.headers.get('content-disposition')]).toEqual([absent.bytes.toString(), null]);
      }
    }
  });

  test('makes the papers that are theirs to make, and learns of no other whether there is anything', async () => {
    const [absent, outcomes] = [randomUUID(), async (kind: string, about: string) => makePaper(server(), headers[role], kind, about).catch(({ message }: Error) => ({ outcome: message, paper: null }))];
    const mayNot = (await outcomes('PROGRAMME_POST', absent)).outcome;
    for (const [kind, about] of everyPaper(world)) {
      const made = await outcomes(kind, about);
      const may = ADVISERS.includes(role) || (['scac', 'ssi'].includes(role) && !['ORDER', 'PROGRAMME_PERSON'].includes(kind));
      expect([kind, made.outcome, made.paper === null]).toEqual([kind, may ? 'DONE' : mayNot, !may]);
    }
  });
});

describe('what a post gets', () => {
  test('has nothing of another leg, of the mission, or of what does not concern it; the same search finds it in what is of the other leg', async () => {
    const SECRET = /tiran|shqip|albani|SECRET|\+355/i;
    const read = async (role: Role, key: string): Promise<string> => {
      const [pdf, html, ics] = await Promise.all((['pdf', 'html', 'ics'] as const).map((form) => fileOf(server(), headers[role], key, form, 'fr,sr-Cyrl')));
      return `${(await readPdf(pdf!.bytes)).text} ${html!.bytes.toString()} ${ics!.bytes.toString()}`;
    };
    for (const { key, what } of papers.filter(({ readers }) => readers.includes('scac'))) expect([what, SECRET.exec(await read('scac', key))?.[0]]).toEqual([what, undefined]);
    const { text } = await papersFor(server(), headers.scac, { mission: world.mission, leg: world.belgrade });
    expect([SECRET.exec(text)?.[0], text.includes(keyOf(world.mission)), text.includes(world.own)]).toEqual([undefined, false, false]);
    expect(await read('scacElsewhere', elsewhere)).toMatch(SECRET);
    for (const { key, kind } of papers.filter(({ readers }) => readers.includes('expert'))) {
      const own = await read('expert', key);
      expect([kind, /tiran|Primer/i.test(own), own.includes('TITRE SECRET')]).toEqual([kind, false, kind === 'ORDER']);
    }
  });

  test('has the note that is written for it; an expert has it in no paper, nor by what the papers are made of', async () => {
    const read = async (role: Role, key: string): Promise<string> => `${(await readPdf((await fileOf(server(), headers[role], key, 'pdf')).bytes)).text} ${(await fileOf(server(), headers[role], key, 'html')).bytes.toString()}`;
    const of = (kind: string): string => papers.find((one) => one.kind === kind && one.readers.length > 0)!.key;
    expect([(await read('scac', of('PROGRAMME_POST'))).includes(NOTE), (await read('expert', of('PROGRAMME_PERSON'))).includes(NOTE)]).toEqual([true, false]);
    const [expert] = await owner<{ id: string }>(server(), 'select id from person where email = ?', [PEOPLE.expert]);
    const given = async (): Promise<string> => JSON.stringify(await transactAs(orm, expert!.id)((em) => em.execute('select on_paper(?, ?) as given', ['PROGRAMME_PERSON', world.own])));
    expect([(await given()).includes('Équipes communes'), (await given()).includes(NOTE)]).toEqual([true, false]);
    const [{ now }] = (await owner<{ now: string }>(server(), `select pg_get_functiondef('member_on_paper(uuid)'::regprocedure) as now`)) as [{ now: string }];
    await owner(server(), now.replace(`'note', jsonb_build_object(), `, ''));
    expect(await given()).toContain(NOTE);
    await owner(server(), now);
  });

  test('is refused by the tables what is not its own to make, and no row is written by hand', async () => {
    const [scac] = await owner<{ id: string }>(server(), 'select id from person where email = ?', [PEOPLE.scac]);
    const as = (statement: string, values: unknown[]): Promise<unknown> => transactAs(orm, scac!.id)((em) => em.execute(statement, values));
    for (const [kind, about] of [['PROGRAMME_POST', keyOf(world.tirana)], ['ORDER', world.own], ['INVITATION', world.elsewhere]]) {
      await expect(as(`select make_paper(?, ?, ?, '{"version":1,"isDemonstration":false,"places":{},"names":{}}'::jsonb)`, [randomUUID(), kind, about])).rejects.toThrow();
      expect(await as('select on_paper(?, ?) as given', [kind, about])).toEqual([{ given: null }]);
    }
    await expect(as(`insert into mission_paper (uuid, mission_uuid, leg_uuid, kind, subject_uuid, number, facts) select ?, mission_uuid, leg_uuid, kind, subject_uuid, 9, facts from mission_paper where kind = 'PROGRAMME_POST' limit 1`, [randomUUID()])).rejects.toThrow();
    expect(await as(`update mission_paper set number = 7 returning 1`, [])).toEqual([]);
    // Of a contact of another leg no row is made.
    const [far] = await owner<{ uuid: string }>(server(), 'select uuid from leg_contact where leg_uuid = ?', [keyOf(world.tirana)]);
    const facts = JSON.stringify({ version: 1, isDemonstration: false, contacts: [], places: {}, names: Object.fromEntries([world.contact, far!.uuid].map((key) => [key, { name: 'N', email: 'n@example.org' }])) });
    const contacts = (by: typeof as): Promise<unknown> => by(`select make_paper(?, 'CONTACTS', ?, ?::jsonb)`, [randomUUID(), keyOf(world.belgrade), facts]);
    // The control: what is its own is made.
    await contacts(as);
    expect(await owner(server(), `select key, email from mission_paper_person where name = 'N'`)).toEqual([{ key: world.contact, email: 'ana@example.org' }]);
    // Nor by the adviser, once there is nothing to prepare any more.
    const em = server().database.orm.em.fork();
    await em.begin();
    await em.execute(`select set_config('passerelle.person', (select id::text from person where email = ?), true)`, [PEOPLE.adviser]);
    await contacts((statement, values) => em.execute(statement, values));
    await em.execute(`update mission set stage = 'GIVEN_UP', given_up_on = current_date where uuid = ?`, [keyOf(world.mission)]);
    await expect(contacts((statement, values) => em.execute(statement, values))).rejects.toThrow('until the mission is reported on');
    await em.rollback();
  });
});

test('the control: with the rule of the table open, and the policy alone left, a file stays hidden', async () => {
  await owner(server(), 'create policy "open" on "mission_paper" for select using (true)');
  const { key } = papers.find(({ kind }) => kind === 'ORDER')!;
  expect([(await fileOf(server(), headers.scac, key, 'pdf')).status, (await papersFor(server(), headers.scac, { mission: world.mission, leg: world.belgrade })).own]).toEqual([404, []]);
  expect((await rowsFor('scac')).papers).toContain(key);
  await owner(server(), 'drop policy "open" on "mission_paper"');
});
