/** Importing recommendations by the API: who may, that it is all or nothing, twice is once, nobody’s change is lost, and that what leaves the site comes back as it was. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { passAsReal } from '../recommendations/progress.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import { readStored, writeAll } from './import-stored.ts';
import { fileOf, imported, importFile, NEW_LINE, registerFile, tryImport } from './import.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;
/** Those who act here are real: invented people change what is invented alone. */
const REAL = [PEOPLE.adviser, PEOPLE.assistant];

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  for (const email of REAL) await passAsReal(server(), email);
});
beforeEach(async () => {
  await sql(`delete from recommendation where slug like 'rs-r3-%'`);
  await sql('delete from recommendation_import_row');
});

const row = (slug = NEW_LINE.slug): Promise<Record<string, unknown>[]> => sql(
  `select r.country_code, r.body, r.round, r.verb, r.source_version, r.is_verified, r.checked_on, r.is_demonstration, x.summary, x.source_version as said, (select string_agg(t.theme_code, ' ' order by 1) from recommendation_theme t where t.recommendation_slug = r.slug) as themes
   from recommendation r join recommendation_translation x on x.recommendation_slug = r.slug and x.locale = r.source_locale where r.slug = ?`, [slug]);
const everything = (): Promise<unknown[]> => sql(`select to_jsonb(r) as row from recommendation r union all select to_jsonb(x) from recommendation_translation x union all select to_jsonb(t) from recommendation_theme t union all select to_jsonb(i) from recommendation_import_row i order by 1`);
const kinds = ({ lines }: Awaited<ReturnType<typeof tryImport>>): [string, string][] => lines.map(({ slug, kind }) => [slug, kind]);

describe('a file', () => {
  test('says first what would come of it, and writes nothing', async () => {
    const before = await everything();
    const tried = await tryImport(server(), headers.adviser, fileOf([{}]));
    expect([tried.outcome, kinds(tried), tried.lines[0]!.fields.find(({ column }) => column === 'SUMMARY')]).toEqual(['TRIED', [['rs-r3-90', 'ADDED']], { column: 'SUMMARY', kind: 'CHANGED', imported: null, register: null, file: NEW_LINE.summary }]);
    expect(await everything()).toEqual(before);
  });

  test('adds recommendations, and changes nothing when it is imported again', async () => {
    expect((await imported(server(), headers.adviser, fileOf([{}, { slug: 'rs-r3-91', checked_on: '', themes: '' }]))).outcome).toBe('DONE');
    expect(await row()).toEqual([{ country_code: 'RS', body: 'GRETA', round: 3, verb: 'URGE', source_version: 1, is_verified: true, checked_on: '2026-01', is_demonstration: false, summary: NEW_LINE.summary, said: 1, themes: 'COMPENSATION' }]);
    expect(await row('rs-r3-91')).toEqual([expect.objectContaining({ is_verified: false, checked_on: null, themes: null })]);
    const [before, told] = [await everything(), await sql(`select from audit_entry where subject = 'RECOMMENDATION'`)];
    const again = await tryImport(server(), headers.assistant, fileOf([{}, { slug: 'rs-r3-91', checked_on: '', themes: '' }]));
    expect(kinds(again)).toEqual([['rs-r3-90', 'SAME'], ['rs-r3-91', 'SAME']]);
    expect((await importFile(server(), headers.assistant, fileOf([{}]), 'another')).outcome).toBe('DONE');
    expect([await everything(), (await sql(`select from audit_entry where subject = 'RECOMMENDATION'`)).length]).toEqual([before, told.length]);
  });

  test('changes fields, and says so field by field; what its summary says in other languages is of the former text then', async () => {
    await imported(server(), headers.adviser, fileOf([{}]));
    await sql(`insert into recommendation_translation (recommendation_slug, locale, summary) values ('rs-r3-90', 'fr', 'L’accès doit être effectif.')`);
    const changed = fileOf([{ summary: 'Compensation.', themes: 'PROSECUTION', note: 'N' }]);
    expect((await tryImport(server(), headers.adviser, changed)).lines[0]!.fields.map(({ column, kind, register, file }) => [column, kind, register, file])).toEqual([
      ['THEMES', 'CHANGED', 'COMPENSATION', 'PROSECUTION'], ['SUMMARY', 'CHANGED', NEW_LINE.summary, 'Compensation.'], ['NOTE', 'CHANGED', '', 'N']]);
    await imported(server(), headers.adviser, changed);
    expect(await row()).toEqual([expect.objectContaining({ summary: 'Compensation.', themes: 'PROSECUTION', source_version: 2, said: 2 })]);
    expect(await sql(`select source_version from recommendation_translation where recommendation_slug = 'rs-r3-90' and locale = 'fr'`)).toEqual([{ source_version: 1 }]);
  });

  test('is imported as a whole or not at all: a line that is wrong keeps all others out, with its place and the reason', async () => {
    const file = fileOf([{}, { slug: 'rs-r3-91', country: 'XX', summary: 'Call her on +381 64 123 45 67.' }]);
    const tried = await tryImport(server(), headers.adviser, file);
    expect(tried.lines[1]!.faults.map(({ line, column, fault }) => [line, column, fault])).toEqual([[3, 'COUNTRY', 'UNKNOWN_CODE'], [3, 'SUMMARY', 'VICTIM_DATA']]);
    expect((await importFile(server(), headers.adviser, file, tried.state!)).outcome).toBe('INVALID');
    expect(await row()).toEqual([]);
  });

  test('that is none says why as a whole', async () => {
    expect(await tryImport(server(), headers.adviser, 'a,b')).toEqual(expect.objectContaining({ outcome: 'INVALID', lines: [], state: null, faults: expect.arrayContaining([expect.objectContaining({ line: 1, position: 1, fault: 'HEAD_UNKNOWN' })]) }));
  });

  test('is imported by the adviser and the team; nobody else learns what it would do, nor writes', async () => {
    for (const role of ['scac', 'ssi', 'authority', 'ngoCoordinator', 'international', 'expert', 'translator'] as const) {
      const [tried, done] = [await tryImport(server(), headers[role], fileOf([{}])), await importFile(server(), headers[role], fileOf([{}]), 'x')];
      expect([role, tried.outcome, tried.lines, done.outcome]).toEqual([role, 'NOT_ALLOWED', [], 'NOT_ALLOWED']);
    }
    expect((await tryImport(server(), undefined, fileOf([{}]))).code).toBe('UNAUTHENTICATED');
    expect(await row()).toEqual([]);
  });

  test('leads into the trail with who did what', async () => {
    await imported(server(), headers.adviser, fileOf([{}]));
    await imported(server(), headers.assistant, fileOf([{ year: '2025' }]));
    expect(await sql(`select p.email, a.action, a.part, a.before, a.after from audit_entry a join person p on p.id = a.by_id where a.subject = 'RECOMMENDATION' and a.part like 'rs-r3-90%' order by a.at desc, a.part limit 4`)).toEqual([
      { email: PEOPLE.assistant, action: 'CHANGED', part: 'rs-r3-90.year', before: '2024', after: '2025' }, { email: PEOPLE.adviser, action: 'ADDED', part: 'rs-r3-90', before: null, after: null },
      { email: PEOPLE.adviser, action: 'CHANGED', part: 'rs-r3-90.summary.en', before: null, after: NEW_LINE.summary }, { email: PEOPLE.adviser, action: 'CHANGED', part: 'rs-r3-90.themes', before: null, after: 'COMPENSATION' }]);
  });
});

describe('what somebody has changed since', () => {
  beforeEach(async () => {
    await imported(server(), headers.adviser, fileOf([{}]));
    await sql(`update recommendation set body = 'Mine' where slug = 'rs-r3-90'`);
  });

  test('stays where the file says what it said; another value is a conflict that shows both and is decided by somebody', async () => {
    expect(kinds(await tryImport(server(), headers.adviser, fileOf([{}])))).toEqual([['rs-r3-90', 'KEPT']]);
    const file = fileOf([{ body: 'Theirs', year: '2025' }]);
    const tried = await tryImport(server(), headers.adviser, file);
    expect(tried.lines[0]!.fields.find(({ column }) => column === 'BODY')).toEqual({ column: 'BODY', kind: 'CONFLICT', imported: 'GRETA', register: 'Mine', file: 'Theirs' });
    // Left open: the rest is imported, and it is a conflict the next time too.
    const left = await importFile(server(), headers.adviser, file, tried.state!);
    expect([left.outcome, kinds(left), (await row())[0]!.body]).toEqual(['DONE', [['rs-r3-90', 'CONFLICT']], 'Mine']);
    const kept = await importFile(server(), headers.adviser, file, left.state!, [{ slug: 'rs-r3-90', column: 'BODY', take: 'REGISTER' }]);
    expect([kinds(kept), (await row())[0]!.body]).toEqual([[['rs-r3-90', 'KEPT']], 'Mine']);
    const other = fileOf([{ body: 'Theirs 2', year: '2025' }]);
    const taken = await importFile(server(), headers.adviser, other, (await tryImport(server(), headers.adviser, other)).state!, [{ slug: 'rs-r3-90', column: 'BODY', take: 'FILE' }]);
    expect([kinds(taken), (await row())[0]!.body]).toEqual([[['rs-r3-90', 'SAME']], 'Theirs 2']);
  });

  test('would be overwritten where nobody remembered what was imported: the control', async () => {
    await sql(`update recommendation_import_row set "values" = jsonb_set("values", '{body}', '"Mine"')`);
    await imported(server(), headers.adviser, fileOf([{ body: 'Theirs' }]));
    expect((await row())[0]!.body).toBe('Theirs');
  });

  test('by taking it out of the register stays so', async () => {
    await sql(`delete from recommendation where slug = 'rs-r3-90'`);
    expect([kinds(await imported(server(), headers.adviser, fileOf([{}]))), await row()]).toEqual([[['rs-r3-90', 'REMOVED']], []]);
  });

  test('by taking it out of the register is forgotten: the key alone stays; all of it would without the trigger: the control', async () => {
    const values = (): Promise<unknown[]> => sql(`select "values" from recommendation_import_row where slug = 'rs-r3-90'`);
    await sql('alter table recommendation disable trigger recommendation_forgotten');
    await sql(`delete from recommendation where slug = 'rs-r3-90'`);
    expect(await values()).toEqual([{ values: expect.objectContaining({ summary: NEW_LINE.summary }) }]);
    await sql('alter table recommendation enable trigger recommendation_forgotten');
    await sql('delete from recommendation_import_row');
    await imported(server(), headers.adviser, fileOf([{}]));
    await sql(`delete from recommendation where slug = 'rs-r3-90'`);
    expect([await values(), kinds(await imported(server(), headers.adviser, fileOf([{}]))), await row()]).toEqual([[{ values: {} }], [['rs-r3-90', 'REMOVED']], []]);
  });
});

describe('two who import at once', () => {
  const files = ['One.', 'Two.'].map((summary) => fileOf([{ summary }]));

  test('end in a conflict: one import is done, the other person is shown what it says and nothing doubles', async () => {
    const states = await Promise.all(files.map(async (file) => (await tryImport(server(), headers.adviser, file)).state!));
    const backs = await Promise.all(files.map((file, n) => importFile(server(), n === 0 ? headers.adviser : headers.assistant, file, states[n]!)));
    expect(backs.map(({ outcome }) => outcome).toSorted()).toEqual(['CONFLICT', 'DONE']);
    const [done, late] = [backs.findIndex(({ outcome }) => outcome === 'DONE'), backs.find(({ outcome }) => outcome === 'CONFLICT')!];
    expect(await row()).toEqual([expect.objectContaining({ summary: ['One.', 'Two.'][done] })]);
    expect(late.lines[0]!.fields).toEqual([expect.objectContaining({ column: 'SUMMARY', register: ['One.', 'Two.'][done], file: ['Two.', 'One.'][done] })]);
  });

  test('are one after the other: whoever comes second waits, and finds what the first has written', async () => {
    const [first, second] = [(await tryImport(server(), headers.adviser, files[0]!)).state!, (await tryImport(server(), headers.assistant, files[1]!)).state!];
    let late: Promise<Awaited<ReturnType<typeof importFile>>> | undefined;
    await server().database.orm.em.fork().transactional(async (em) => {
      await em.execute('select pg_advisory_xact_lock(7266002)');
      late = importFile(server(), headers.assistant, files[1]!, second);
      await untilWaiting(server().database, 1);
      await em.execute(`insert into recommendation (slug, country_code, body, verb, source_locale, source) values ('rs-r3-90', 'RS', 'GRETA', 'URGE', 'en', 'S')`);
      await em.execute(`insert into recommendation_translation (recommendation_slug, locale, summary) values ('rs-r3-90', 'en', 'Meanwhile.')`);
    });
    expect([(await late!).outcome, (await row())[0]!.summary]).toEqual(['CONFLICT', 'Meanwhile.']);
    expect((await importFile(server(), headers.adviser, files[0]!, first)).outcome).toBe('CONFLICT');
  });

  test('with somebody who corrects by hand waits for them, and overwrites nothing', async () => {
    await imported(server(), headers.adviser, files[0]!);
    const { state } = await tryImport(server(), headers.adviser, files[1]!);
    let late: Promise<Awaited<ReturnType<typeof importFile>>> | undefined;
    await server().database.orm.em.fork().transactional(async (em) => {
      await em.execute(`update recommendation_translation set summary = 'By hand.' where recommendation_slug = 'rs-r3-90'`);
      late = importFile(server(), headers.adviser, files[1]!, state!);
      await untilWaiting(server().database, 1);
    });
    expect([(await late!).outcome, (await row())[0]!.summary]).toEqual(['CONFLICT', 'By hand.']);
  });

  test('with somebody who corrects by hand would overwrite them where the tables were open between reading and writing: the control', async () => {
    await imported(server(), headers.adviser, files[0]!);
    await server().database.orm.em.fork().transactional(async (em) => {
      expect((await readStored(em, ['rs-r3-90']))[0]!.content.summary).toBe('One.');
      await sql(`update recommendation_translation set summary = 'By hand.' where recommendation_slug = 'rs-r3-90'`);
      await writeAll(em, [{ slug: 'rs-r3-90', isNew: false, changes: { summary: 'Two.' }, base: undefined }]);
    });
    expect((await row())[0]!.summary).toBe('Two.');
  });

  test('who have read the plan as it is now do overwrite each other: the control of what is read', async () => {
    await imported(server(), headers.adviser, files[0]!);
    await imported(server(), headers.assistant, files[1]!);
    expect((await row())[0]!.summary).toBe('Two.');
  });

  test('of the same file import it once, and both are told that it is done', async () => {
    const { state } = await tryImport(server(), headers.adviser, files[0]!);
    const backs = await Promise.all([headers.adviser, headers.assistant].map((who) => importFile(server(), who, files[0]!, state!)));
    expect(backs.map(({ outcome }) => outcome)).toEqual(['DONE', 'DONE']);
    expect(await row()).toHaveLength(1);
  });
});

describe('the register', () => {
  test('comes back from its own file as it was: everything that GRETA said is the same, nothing is written, and nothing that is invented comes back as real', async () => {
    await imported(server(), headers.adviser, fileOf([{ summary: '=1+1 is no sum;\n- nor this, "quoted"', note: '@all' }].map((line) => ({ ...line, summary: `'${line.summary.replace('\n-', `\n'-`)}`, note: `'${line.note}` }))));
    await sql(`with r as (insert into recommendation (slug, country_code, body, verb, source_locale, source, is_demonstration) values ('rs-r3-92', 'RS', 'GRETA', 'URGE', 'en', 'S', true) returning slug)
      insert into recommendation_translation (recommendation_slug, locale, summary) select slug, 'en', 'Invented.' from r`);
    const before = await everything();
    const file = await registerFile(server(), headers.adviser);
    const tried = await tryImport(server(), headers.adviser, file);
    expect([tried.outcome, tried.lines.length, new Set(tried.lines.map(({ kind }) => kind))]).toEqual(['TRIED', (await sql('select from recommendation where not is_demonstration')).length, new Set(['SAME'])]);
    expect((await importFile(server(), headers.adviser, file, tried.state!)).outcome).toBe('DONE');
    expect(await everything()).toEqual(before);
    expect((await row())[0]!.summary).toBe('=1+1 is no sum;\n- nor this, "quoted"');
  });

  test('has an invented one for whoever is invented, who changes no real one; and nobody real changes an invented one', async () => {
    await passAsReal(server(), PEOPLE.assistant).then((back) => back());
    await imported(server(), headers.adviser, fileOf([{}]));
    await imported(server(), headers.assistant, fileOf([{ slug: 'rs-r3-91' }]));
    expect(await sql(`select slug, is_demonstration from recommendation where slug like 'rs-r3-%' order by 1`)).toEqual([{ slug: 'rs-r3-90', is_demonstration: false }, { slug: 'rs-r3-91', is_demonstration: true }]);
    expect((await tryImport(server(), headers.assistant, fileOf([{ year: '2020' }]))).lines[0]!.faults).toEqual([expect.objectContaining({ fault: 'APART' })]);
    expect((await tryImport(server(), headers.adviser, fileOf([{ slug: 'rs-r3-91', year: '2020' }]))).lines[0]!.faults).toEqual([expect.objectContaining({ fault: 'APART' })]);
    expect(kinds(await imported(server(), headers.assistant, fileOf([{}])))).toEqual([['rs-r3-90', 'SAME']]);
    await passAsReal(server(), PEOPLE.assistant);
  });

  test('tells nobody where an organisation is whose place nobody may learn', async () => {
    await sql(`with o as (insert into organisation (slug, country_code, kind, source_locale, source, is_verified, is_published, is_protected, is_demonstration) values ('t-secret', 'RS', 'NGO', 'fr', 'T', false, true, true, true) returning slug)
      insert into organisation_translation (organisation_slug, locale, name) select slug, 'fr', 'Maison Ébène' from o`);
    const file = fileOf([{ summary: 'Maison Ébène, 12 rue des Lilas' }]);
    expect((await tryImport(server(), headers.adviser, file)).lines[0]!.faults).toEqual([expect.objectContaining({ line: 2, column: 'SUMMARY', fault: 'PROTECTED_PLACE' })]);
    // What was there before the place was protected stays as it is, and keeps nothing else out.
    await sql(`update organisation set is_protected = false where slug = 't-secret'`);
    expect(kinds(await imported(server(), headers.adviser, file))).toEqual([['rs-r3-90', 'SAME']]);
    await sql(`update organisation set is_protected = true where slug = 't-secret'`);
    const later = fileOf([{ summary: 'Maison Ébène, 12 rue des Lilas', year: '2025' }]);
    expect(kinds(await tryImport(server(), headers.adviser, later))).toEqual([['rs-r3-90', 'CHANGED']]);
    expect([(await imported(server(), headers.adviser, later)).outcome, kinds(await tryImport(server(), headers.adviser, later))]).toEqual(['DONE', [['rs-r3-90', 'SAME']]]);
    expect((await tryImport(server(), headers.adviser, fileOf([{ summary: 'Maison Ébène, 14 rue des Lilas' }]))).lines[0]!.faults).toEqual([expect.objectContaining({ column: 'SUMMARY', fault: 'PROTECTED_PLACE' })]);
    await sql(`delete from organisation where slug = 't-secret'`);
  });
});
