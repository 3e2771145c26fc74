/** Taking lists out of the site: who gets what, and that the trail says so. */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, send, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, type Role, signEverybodyIn } from '../../test/permissions/roles.ts';
import { heldSession, record } from '../attendance/world.fixture.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { askingForFiles, bring, withFile } from '../registrations/answer-files.fixture.ts';
import { cameOf, registerWith } from '../registrations/answers.fixture.ts';
import { addSession, owner } from '../registrations/world.fixture.ts';
import { figuresOf } from './figures.export.ts';
import { participantsOf } from './participants.export.ts';
import { recordOf } from './record.export.ts';
import { EXPORT_WORDS } from './texts.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
/** In Serbia and in Albania, each with two people of an organisation in Serbia; one of them has the address of an account. */
let sessions: Readonly<Record<'RS' | 'AL', string>>;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const take = (role: Role, path: string, more: Record<string, string> = {}): Promise<Answer> => send(server(), `/export/${path}`, { headers: { ...headers[role], ...more } });
const participants = (role: Role, country: 'RS' | 'AL', locale = 'fr'): Promise<Answer> => take(role, `participants.csv?locale=${locale}&session=TrainingSession_${sessions[country]}`);
/** The lines of a file after its heads, as cells: each is in quotes. */
const linesOf = ({ text }: Answer): string[][] => text.split('\r\n').slice(1, -1).map((line) => line.slice(1, -1).split('","'));
const names = (answer: Answer): string[] => linesOf(answer).map(([name]) => name!);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  const organisation = await ngoOf(server(), 'RS');
  const held = async (country: 'RS' | 'AL', people: readonly { email: string; name: string }[], began: string): Promise<string> => {
    const { session, registrations } = await heldSession(server(), { country, people, began, organisation, coordinator: headers.ngoCoordinator });
    await record(server(), headers.adviser, { registration: registrations[0]! });
    return session;
  };
  sessions = {
    RS: await held('RS', [{ email: PEOPLE.translator, name: 'Ana Translator' }, { email: 'formula@ngo.example', name: '=1+1 Boris' }], '8 hours'),
    AL: await held('AL', [{ email: 'one@ngo.example', name: 'Cila' }, { email: 'two@ngo.example', name: 'Dafina' }], '20 hours'),
  };
});

describe('the people of a session', () => {
  test('come with addresses to the adviser, the embassy in their country and who registered them, in the language of the page', async () => {
    for (const role of ['adviser', 'assistant', 'scac', 'ssi', 'ngoCoordinator', 'ngoMember'] as const) {
      const answer = await participants(role, 'RS');
      expect([role, answer.status, names(answer)]).toEqual([role, 200, [`'=1+1 Boris`, 'Ana Translator']]);
      expect(linesOf(answer).map(([, email]) => email)).toEqual(['formula@ngo.example', PEOPLE.translator]);
    }
    const { text, headers: sent } = await participants('adviser', 'RS', 'mk');
    expect(text.split('\r\n')[0]).toMatch(/^\uFEFF?"Име и презиме",/);
    expect([sent.get('content-type'), sent.get('content-disposition'), sent.get('cache-control')]).toEqual(['text/csv; charset=utf-8', 'attachment; filename="passerelle-participants.csv"', 'private, no-store']);
  });

  test('come without addresses to the embassy that prepares the session and answers for none of them', async () => {
    expect(linesOf(await participants('scacElsewhere', 'AL')).map(([name, email]) => [name, email])).toEqual([['Cila', ''], ['Dafina', '']]);
  });

  test('come to nobody else: the file has its heads alone, as the pages have nobody', async () => {
    for (const role of ['scacElsewhere', 'expert', 'authority', 'international', 'translator'] as const) expect([role, names(await participants(role, 'RS'))]).toEqual([role, []]);
    // The control: the same people are there for somebody.
    expect(names(await participants('adviser', 'RS'))).toHaveLength(2);
  });

  test('come with the names of the files that were given as answers, for those who read these; what is in them is in no list', async () => {
    const { session, asked } = await askingForFiles(server(), headers.adviser, { Потврда: {}, Писмо: {} }, { inDays: 90 });
    const { key } = await bring(server(), headers.ngoCoordinator, asked['Потврда']!.id, { name: '=1+1 Potvrda' });
    const people = { 'with@ngo.example': [withFile(asked['Потврда']!, key)], 'without@ngo.example': [] };
    expect(cameOf(await registerWith(server(), headers.ngoCoordinator, { session, organisation: await ngoOf(server(), 'RS'), people }))).toBe('DONE');
    const seen = async (role: Role): Promise<unknown[]> => {
      const answer = await take(role, `participants.csv?locale=mk&session=TrainingSession_${session}`);
      return [answer.text.split('\r\n')[0]!.split('","').slice(12).map((head) => head.split(' (')[0]), linesOf(answer).map((cells) => cells.slice(12).join()).sort()];
    };
    for (const role of ['adviser', 'scacElsewhere', 'ngoCoordinator'] as const) expect(await seen(role), role).toEqual([['Потврда'], ['', `'=1+1 Potvrda`]]);
    for (const role of ['scac', 'ngoMember'] as const) expect(await seen(role), role).toEqual([[], ['', '']]);
  });

  test('say who was there, in a workbook too', async () => {
    expect(linesOf(await participants('adviser', 'RS')).map((cells) => cells.slice(-3))).toEqual([['1', '0', ''], ['1', '1', '']]);
    const answer = await take('adviser', `participants.xlsx?locale=fr&session=TrainingSession_${sessions.RS}`);
    expect([answer.status, answer.text.slice(0, 2), answer.headers.get('content-disposition')]).toEqual([200, 'PK', 'attachment; filename="passerelle-participants.xlsx"']);
  });
});

describe('the training record', () => {
  const mine = (role: Role, query = ''): Promise<Answer> => take(role, `record.csv?locale=en${query}`);
  const seen = async (role: Role, query = ''): Promise<string[]> => linesOf(await mine(role, query)).map((cells) => cells[2]!).filter((name) => /Ana|Boris|Cila|Dafina/.test(name)).sort();

  test('is one’s own, that of those for whom one registers, of one’s country, of all for the adviser', async () => {
    expect(await seen('translator')).toEqual(['Ana Translator']);
    const all = [`'=1+1 Boris`, 'Ana Translator', 'Cila', 'Dafina'];
    for (const role of ['ngoCoordinator', 'ngoMember', 'scac', 'ssi', 'adviser', 'assistant'] as const) expect([role, await seen(role)]).toEqual([role, all]);
    for (const role of ['scacElsewhere', 'expert', 'authority', 'international'] as const) expect([role, await seen(role)]).toEqual([role, []]);
  });

  test('is asked for in parts, as on the page', async () => {
    expect(await seen('adviser', '&own=true')).toEqual([]);
    expect(await seen('translator', '&own=false')).toEqual([]);
    expect(await seen('adviser', '&organisation=Organisation_nobody')).toEqual([]);
    expect(await seen('adviser', '&until=2020-01-01T00:00:00Z')).toEqual([]);
    expect((await mine('adviser', '&from=yesterday')).code).toBe('BAD_USER_INPUT');
  });
});

describe('the figures', () => {
  const GAP = 'Gap: nobody was there, or nobody noted it';
  /** What a file says before its table, the lines of the table after its heads, and the notes below it. */
  const partsOf = (answer: Answer): { about: string[][]; lines: string[][]; notes: (string | undefined)[] } => {
    const all = [[answer.text.split('\r\n')[0]!.replace(/^\uFEFF?"|"$/g, '').split('","')[0]!], ...linesOf(answer)];
    const heads = all.findIndex(([first]) => first === 'What');
    // Notes on names stand below an empty line.
    const [lines, notes] = [all.slice(heads + 1), all.findIndex(([first], n) => n > heads && first === '')];
    return { about: all.slice(0, heads), lines: notes < 0 ? lines : all.slice(heads + 1, notes), notes: notes < 0 ? [] : all.slice(notes + 1).map(([note]) => note) };
  };

  test('come to embassies and the adviser, a line for each number of the page, which says what it is', async () => {
    const { lines, notes } = partsOf(await take('adviser', 'figures.csv?locale=en'));
    expect(notes).toEqual([expect.stringMatching(/^\* This designation is without prejudice/)]);
    expect(lines[0]!.slice(0, 5)).toEqual(['All together', '', '', '', '']);
    expect(Number(lines[0]![6])).toBe((await sql('select distinct r.session_uuid, r.email from registration r join training_session s on s.uuid = r.session_uuid where s.ends_at <= now()')).length);
    // A file is read by people who do not see whom it counts.
    expect(lines.flatMap((cells) => cells.slice(6)).filter((number) => Number(number) > 0 && Number(number) < 11)).toEqual([]);
    expect(partsOf(await take('adviser', `figures.csv?locale=en&from=${new Date(Date.now() - 86_400_000).toISOString()}`)).lines[0]!.slice(6, 10)).toEqual(Array(4).fill('not given'));
    expect([...new Set(lines.map(([what]) => what))]).toEqual(['All together', 'By whom people work for', 'By profession', 'By country', 'Countries and themes', 'Countries, themes and years', GAP]);
    const [reached, all] = [lines.filter(([what]) => what === 'Countries and themes').length, await sql<{ many: number }>('select (select count(*) from country)::int * (select count(*) from theme)::int as many')];
    expect(lines.filter((cells) => cells[0] === GAP && cells[10] === '').length).toBe(all[0]!.many - reached);
    // Of what was reached, each year between the first and the last of all has its line: of nobody, too.
    const byYear = lines.filter((cells) => cells[10] !== '');
    const years = byYear.filter(([what]) => what !== GAP).map((cells) => Number(cells[10]));
    expect(byYear.length).toBe(reached * (Math.max(...years) - Math.min(...years) + 1));
    expect(lines.filter(([what]) => what === 'Countries, themes and years').every((cells) => /^20\d\d$/.test(cells[10]!) && cells[9] === '')).toBe(true);
    expect(partsOf(await take('adviser', 'figures.csv?locale=en&until=2020-01-01T00:00:00Z')).lines.filter(([what]) => what !== GAP)).toEqual([['All together', '', '', '', '', '0', '0', '0', '0', '0', '']]);
    expect((await take('scac', 'figures.xlsx?locale=fr&country=RS')).status).toBe(200);
    for (const role of ['ngoCoordinator', 'translator', 'expert'] as const) expect([role, (await take(role, 'figures.csv?locale=fr')).code]).toEqual([role, 'BAD_REQUEST']);
  });

  test('say when and of what they were made, how they are counted, and that they are invented where they are', async () => {
    const { about } = partsOf(await take('adviser', 'figures.csv?locale=en&from=2025-12-31T23:00:00Z&until=2026-06-30T22:00:00Z&country=RS'));
    expect(about.slice(0, 6).map(([first, second]) => [first, second])).toEqual([
      ['Figures', undefined], ['Demonstration: the people and the figures are invented.', ''], ['Made on', new Date().toISOString().slice(0, 10)], ['From', '2026-01-01'], ['Until', '2026-06-30'], ['Country in which people work', 'Serbia'],
    ]);
    expect(about.map(([, second]) => second).join(' ')).toMatch(/Different e-mail addresses.*Lines may come to more/);
    // The control: for somebody who is not invented nothing is said of it.
    const real = await server().database.orm.em.fork().transactional(async (em) => {
      const [person] = await em.execute<{ id: string }[]>('update person set is_demonstration = false where email = ? returning id', [PEOPLE.authority]);
      await em.execute(`select set_config('passerelle.person', ?, true)`, [person!.id]);
      const sheet = await figuresOf(em, { from: null, until: null, country: null, theme: null }, 'en', EXPORT_WORDS.en);
      await em.execute('update person set is_demonstration = true where id = ?', [person!.id]);
      return sheet;
    });
    expect(real.about!.slice(0, 2).map(([first]) => first)).toEqual(['Figures', 'Made on']);
  });
});

describe('a list', () => {
  test('is for who is signed in, and has just shown that it is them', async () => {
    expect((await participants('visitor', 'RS')).code).toBe('UNAUTHENTICATED');
    const age = (minutes: number): Promise<unknown> => sql(`update sign_in_session s set created_at = now() - make_interval(mins => ?) from person p where p.id = s.person_id and p.email = ?`, [minutes, PEOPLE.assistant]);
    await age(11);
    expect([(await participants('assistant', 'RS')).status, (await participants('assistant', 'RS')).code]).toEqual([403, 'STEP_UP_REQUIRED']);
    await age(9);
    expect((await participants('assistant', 'RS')).status).toBe(200);
  });

  test('is asked for by pages of this site, and by its name', async () => {
    expect((await take('adviser', `participants.csv?locale=fr&session=TrainingSession_${sessions.RS}`, { 'sec-fetch-site': 'cross-site' })).code).toBe('BAD_REQUEST');
    for (const path of ['nothing.csv?locale=fr', 'participants.pdf?locale=fr', 'constructor.csv?locale=fr', 'record.csv', 'record.csv?locale=xx']) expect([path, (await take('adviser', path)).code]).toEqual([path, 'BAD_REQUEST']);
    expect((await take('adviser', 'participants.csv?locale=fr&session=x')).code).toBe('BAD_USER_INPUT');
  });

  test('is in the trail, with how many lines it had, before it is sent; one that was refused is not', async () => {
    await sql(`delete from audit_entry where subject = 'EXPORT'`);
    await participants('scac', 'RS');
    await take('scac', 'record.xlsx?locale=fr&own=true');
    await participants('visitor', 'RS');
    expect(await sql(`select e.action, e.part, e.after, e.object, p.email from audit_entry e join person p on p.id = e.by_id where subject = 'EXPORT' order by e.at`)).toEqual([
      { action: 'ADDED', part: 'participants.csv', after: '2', object: sessions.RS, email: PEOPLE.scac }, { action: 'ADDED', part: 'record.xlsx', after: '0', object: null, email: PEOPLE.scac },
    ]);
  });

  test('of a session that whoever asks does not see is refused, and is not in the trail: nobody fills it with what is not there', async () => {
    const draft = await addSession(server(), { places: 5, country: 'AL', stage: 'DRAFT' });
    await sql(`delete from audit_entry where subject = 'EXPORT'`);
    for (const session of [randomUUID(), draft]) {
      const answer = await take('translator', `participants.csv?locale=fr&session=TrainingSession_${session}`);
      expect([answer.status, answer.code]).toEqual([400, 'BAD_USER_INPUT']);
    }
    expect(await sql(`select from audit_entry where subject = 'EXPORT'`)).toEqual([]);
    // The control: who sees the draft has its list, without anybody yet.
    expect((await take('adviser', `participants.csv?locale=fr&session=TrainingSession_${draft}`)).status).toBe(200);
    expect(await sql(`select from audit_entry where subject = 'EXPORT'`)).toHaveLength(1);
  });

  test('of more lines than a file has is refused rather than cut', async () => {
    const lines = (count: number): EntityManager => ({ execute: async (statement: string) => (statement.includes('answer_file') ? [] : Array.from({ length: count }, () => ({ state: 'CONFIRMED', mode: 'ONLINE' }))) }) as never;
    const wanted = { own: null, organisation: null, from: null, until: null };
    for (const read of [(em: EntityManager) => participantsOf(em, sessions.RS, 'fr', EXPORT_WORDS.fr), (em: EntityManager) => recordOf(em, wanted, 'fr', EXPORT_WORDS.fr)]) {
      expect((await read(lines(20_000))).rows).toHaveLength(20_000);
      await expect(read(lines(20_001))).rejects.toMatchObject({ extensions: { code: 'LIST_TOO_LONG', http: { status: 400 } } });
    }
    // The database is asked for one more than a file has.
    const asked: string[] = [];
    await recordOf({ execute: async (statement: string) => (asked.push(statement), []) } as never, wanted, 'fr', EXPORT_WORDS.fr);
    expect(asked[0]).toMatch(/limit 20001$/);
  });

  test('is taken thirty times in an hour and no more often, by whoever it is', async () => {
    await sql('delete from rate_limit');
    const answers: Answer[] = [];
    for (let n = 0; n < 31; n += 1) answers.push(await take('international', 'record.csv?locale=fr'));
    expect(answers.map(({ status }) => status).filter((status) => status !== 200)).toEqual([429]);
    expect([answers.at(-1)!.code, Number(answers.at(-1)!.headers.get('retry-after')) > 0]).toEqual(['RATE_LIMITED', true]);
    expect((await take('authority', 'record.csv?locale=fr')).status).toBe(200);
  });
});
