/** Experts are entered by the adviser: what is wrong is said, what two change at once is lost by nobody, and who teaches stays. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { ADVISERS, type Headers, OUTSIDERS, PEOPLE, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { asPersonIn } from '../../test/permissions/as-person.ts';
import { whileHeld } from '../trainings/at-once.fixture.ts';
import { create, type Entered, remove, seen, SHEET, told, translate, update } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const asPerson = asPersonIn(() => server().database);
let headers: Headers;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => server().database.orm.em.fork().execute<T[]>(text, values) as Promise<T[]>;
const keyOf = (id: string): string => id.replace('Expert_', '');
const entered = async (changes: Readonly<Record<string, unknown>> = {}): Promise<Entered> => (await create(server(), headers.adviser, changes)).expert!;
const trailOf = (id: string): Promise<unknown[]> => sql('select action, part, before, after from audit_entry where object = ? order by at, action', [keyOf(id)]);
const OPEN = { choices: { name: 'PUBLIC', institution: 'PUBLIC', email: 'NETWORK', missions: 'ADVISER' }, consentedOn: '2025-02-03' } as const;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

describe('an expert who is entered', () => {
  test('stands in the list with what was said of them, closed to all but the adviser until they have agreed', async () => {
    const { outcome, expert } = await create(server(), headers.adviser);
    expect([outcome, expert]).toMatchObject(['DONE', {
      corps: 'Corps judiciaire', profession: { code: 'JUDGE' }, summary: { text: 'Forme des magistrats.', locale: 'fr' }, vouchedBy: 'Ministère de la Justice', vouchedSince: '2024-05-01',
      languages: [{ language: { code: 'fr' }, level: 'NATIVE' }, { language: { code: 'el' }, level: 'C1' }], countries: [{ code: 'AL' }, { code: 'GR' }],
      sheet: { version: 1, name: 'Ariane Quasimodo', contact: { email: 'ariane@expert.example', locale: 'el' }, nameVisibility: 'ADVISER', institutionVisibility: 'ADVISER', emailVisibility: 'ADVISER', consentedOn: null, chosenAt: null, can: { edit: true, remove: true } },
    }]);
    expect(expert!.themes.map(({ code }) => code).sort()).toEqual(['ASSISTANCE', 'PROSECUTION']);
    // Nobody invented enters anybody real.
    expect(expert!.isDemonstration).toBe(true);
    for (const role of ROLES.filter((role) => !ADVISERS.includes(role))) {
      const { data, text } = await ask(server(), `{ expert(id: "${expert!.id}") { name email corps institution { code } sheet { name contact { email } } } }`, {}, headers[role]);
      expect(data!.expert, role).toEqual({ name: null, email: null, corps: 'Corps judiciaire', institution: null, sheet: null });
      expect(text).not.toContain('ariane@');
    }
  });

  test('is shown as they have agreed, on a day that must be said', async () => {
    expect(told(await create(server(), headers.adviser, { choices: OPEN.choices }))).toBe('INVALID CONSENTED_ON MISSING');
    expect(told(await create(server(), headers.adviser, { ...OPEN, consentedOn: '2399-01-01' }))).toBe('INVALID CONSENTED_ON FUTURE');
    const { id } = await entered(OPEN);
    expect((await ask(server(), `{ expert(id: "${id}") { name institution { code } } }`)).data).toEqual({ expert: { name: SHEET.name, institution: { code: 'ENM' } } });
    // What is open already stays so, whether its day is known or not; what is opened anew wants one.
    await sql('update expert set consented_on = null where uuid = ?', [keyOf(id)]);
    expect(told(await update(server(), headers.adviser, id, 1, { choices: { ...OPEN.choices, name: 'POST' } }))).toBe('INVALID CONSENTED_ON MISSING');
    expect(told(await update(server(), headers.adviser, id, 1, { choices: OPEN.choices }))).toBe('DONE');
    await sql('update expert set consented_on = ? where uuid = ?', [OPEN.consentedOn, keyOf(id)]);
    // Whoever relies on a consent shows when it was given: the day stays as long as something is open.
    expect(told(await update(server(), headers.adviser, id, 1, { choices: OPEN.choices }))).toBe('INVALID CONSENTED_ON MISSING');
    // What is not sent of it stays as it is.
    expect((await update(server(), headers.assistant, id, 1, { summary: 'Autre chose.' })).expert!.sheet).toMatchObject({ version: 2, nameVisibility: 'PUBLIC', emailVisibility: 'NETWORK', consentedOn: '2025-02-03' });
  });

  test('is read for what tells who a victim is by right and length first', async () => {
    const summary = 'Victime : Marie D., née le 3 mars 1999, +381 64 123 4567';
    const { id } = await entered();
    const each = (text: string, who = headers.adviser): Promise<string[]> =>
      Promise.all([create(server(), who, { summary: text }), update(server(), who, id, 1, { summary: text }), translate(server(), who, id, 1, { locale: 'en', summary: text })].map((back) => back.then(told, ({ message }: Error) => message)));
    expect(await each(summary)).toEqual(Array(3).fill('VICTIM_DATA'));
    expect(await each(`${summary} `.repeat(50))).toEqual(Array(3).fill('INVALID SUMMARY TOO_LONG'));
    expect(await each(summary, headers.expert)).toEqual(Array(3).fill('NOT_ALLOWED'));
  });

  test('under the same key is entered once, whatever comes first', async () => {
    const key = randomUUID();
    const both = await Promise.all([create(server(), headers.adviser, { key }), create(server(), headers.adviser, { key })]);
    expect(both.map(({ outcome, expert }) => [outcome, expert!.id, expert!.sheet!.version])).toEqual([['DONE', `Expert_${key}`, 1], ['DONE', `Expert_${key}`, 1]]);
    expect((await create(server(), headers.adviser, { key, summary: 'Corrigé.' })).expert).toMatchObject({ summary: { text: 'Corrigé.' }, sheet: { version: 2 } });
    expect(told(await create(server(), headers.adviser, { key, summary: 'Trop tard.' }))).toBe('CONFLICT');
  });

  test.each([
    [{ name: ' ' }, 'NAME MISSING'], [{ name: 'A\u2028B' }, 'NAME UNREADABLE'], [{ summary: '' }, 'SUMMARY MISSING'], [{ vouchedBy: 'x'.repeat(201) }, 'VOUCHED_BY TOO_LONG'], [{ corps: 'x'.repeat(101) }, 'CORPS TOO_LONG'],
    [{ profession: '' }, 'PROFESSION MISSING'], [{ profession: 'ASTRONAUT' }, 'PROFESSION UNKNOWN'], [{ institution: 'NASA' }, 'INSTITUTION UNKNOWN'], [{ themes: ['X'] }, 'THEMES UNKNOWN'], [{ themes: ['ASSISTANCE', 'ASSISTANCE'] }, 'THEMES REPEATED'],
    [{ languages: [{ language: 'xx', level: 'A1' }] }, 'LANGUAGES UNKNOWN'], [{ languages: [{ language: 'fr', level: 'A1' }, { language: 'fr', level: 'C1' }] }, 'LANGUAGES REPEATED'], [{ countries: ['JP'] }, 'COUNTRIES UNKNOWN'],
    [{ vouchedBy: null }, 'VOUCHED_BY MISSING'], [{ vouchedSince: '2399-01-01' }, 'VOUCHED_SINCE FUTURE'],
  ])('with %j is refused for it, and nothing is written', async (changes, wrong) => {
    const key = randomUUID();
    expect(told(await create(server(), headers.adviser, { key, ...changes }))).toBe(`INVALID ${wrong}`);
    expect(await seen(server(), headers.adviser, `Expert_${key}`)).toBeNull();
  });

  test('who is nobody’s to write to, for whom nobody vouches and of whom no language is known is entered as that', async () => {
    const { corps, vouchedBy, vouchedSince, languages, countries, sheet } = await entered({ corps: null, vouchedBy: null, vouchedSince: null, languages: [], countries: [], contact: null });
    expect([corps, vouchedBy, vouchedSince, languages, countries, sheet!.contact]).toEqual([null, null, null, [], [], null]);
  });

  test('is told of by the trail: that they were entered, changed and taken away, and nothing of what stands on the sheet', async () => {
    const { id } = await entered();
    await update(server(), headers.adviser, id, 1, { ...OPEN, name: 'Un autre nom', contact: null });
    expect(await trailOf(id)).toEqual([
      { action: 'ADDED', part: 'sheet', before: null, after: null }, { action: 'CHANGED', part: 'sheet', before: null, after: null },
      ...[['name', 'PUBLIC'], ['institution', 'PUBLIC'], ['email', 'NETWORK']].map(([field, after]) => ({ action: 'CHANGED', part: `${field}_visibility`, before: 'ADVISER', after })),
    ]);
    await remove(server(), headers.adviser, id, 2);
    expect(await trailOf(id)).toEqual([]);
    // What is open from the first moment is told of as what is opened later.
    expect(await trailOf((await entered(OPEN)).id)).toEqual([
      { action: 'ADDED', part: 'sheet', before: null, after: null },
      ...[['name', 'PUBLIC'], ['institution', 'PUBLIC'], ['email', 'NETWORK']].map(([field, after]) => ({ action: 'CHANGED', part: `${field}_visibility`, before: 'ADVISER', after })),
    ]);
    expect(await sql(`select p.email from audit_entry a join person p on p.id = a.by_id where a.subject = 'EXPERT' and a.action = 'REMOVED' and a.part = 'sheet' order by a.at desc limit 1`)).toEqual([{ email: PEOPLE.adviser }]);
  });
});

describe('a sheet that is changed', () => {
  test('by nobody but the adviser and their team, by whom it is read', async () => {
    const { id } = await entered();
    const raw = (role: keyof Headers | undefined, document: string): Promise<Answer> => ask(server(), document, { id, input: SHEET }, role ? headers[role] : {});
    for (const role of ROLES) {
      const answers = [await raw(role, 'mutation ($id: ID!, $input: ExpertInput!) { updateExpert(id: $id, version: 1, input: $input) { outcome } }'), await raw(role, 'mutation ($id: ID!) { translateExpert(id: $id, version: 1, texts: { locale: "el", summary: "" }) { outcome } }')];
      const due = OUTSIDERS.includes(role) ? 'UNAUTHENTICATED' : ADVISERS.includes(role) ? 'DONE' : 'NOT_ALLOWED';
      expect(answers.map(({ code, data }) => code ?? (Object.values(data!)[0] as { outcome: string }).outcome), role).toEqual([due, due]);
    }
  });

  test('by two who have read the same is written by the first; the second is told, and shown what it is now', async () => {
    const { id } = await entered();
    const acts = [() => update(server(), headers.adviser, id, 1, { summary: 'Le premier.' }), () => update(server(), headers.assistant, id, 1, { summary: 'Le second.' })];
    expect(await whileHeld(server(), ['expert', keyOf(id)], acts)).toEqual(['CONFLICT', 'DONE']);
    const late = await update(server(), headers.adviser, id, 1, { summary: 'Le troisième.' });
    expect([late.outcome, late.expert!.sheet!.version]).toEqual(['CONFLICT', 2]);
    expect(['Le premier.', 'Le second.']).toContain(late.expert!.summary.text);
    // What is so already is no conflict, whoever wrote it.
    expect((await update(server(), headers.adviser, id, 1, { summary: late.expert!.summary.text })).outcome).toBe('DONE');
  });

  test('loses what is no longer on it, and what is said of it in no language', async () => {
    const { id } = await entered();
    const { expert } = await update(server(), headers.adviser, id, 1, { corps: null, themes: [], countries: ['RS'], languages: [{ language: 'el', level: 'B2' }], contact: null, vouchedBy: null, vouchedSince: null });
    expect(expert).toMatchObject({ corps: null, themes: [], countries: [{ code: 'RS' }], languages: [{ language: { code: 'el' }, level: 'B2' }], vouchedBy: null, vouchedSince: null, sheet: { contact: null } });
  });

  test('is said in other languages, which are outdated once the first has changed', async () => {
    const { id } = await entered();
    expect(told(await translate(server(), headers.adviser, id, 1, { locale: 'fr', summary: 'x' }))).toBe('INVALID LOCALE NOT_HERE');
    expect((await translate(server(), headers.adviser, id, 1, { locale: 'el', summary: ' Εκπαιδεύει δικαστές.' })).expert!.sheet!.texts).toEqual([
      { locale: 'el', summary: 'Εκπαιδεύει δικαστές.', isSource: false, isOutdated: false }, { locale: 'fr', summary: 'Forme des magistrats.', isSource: true, isOutdated: false }]);
    expect((await seen(server(), undefined, id, 'el'))!.summary).toEqual({ text: 'Εκπαιδεύει δικαστές.', locale: 'el', isFallback: false, isOutdated: false });
    expect((await translate(server(), headers.adviser, id, 1, { locale: 'el', summary: 'Άλλο.' })).outcome).toBe('CONFLICT');
    await update(server(), headers.adviser, id, 2, { summary: 'Forme aussi des enquêteurs.' });
    expect((await seen(server(), undefined, id, 'el'))!.summary).toMatchObject({ locale: 'el', isOutdated: true });
    expect((await translate(server(), headers.adviser, id, 3, { locale: 'el', summary: '' })).expert!.sheet!.texts.map(({ locale }) => locale)).toEqual(['fr']);
  });

  test('that belongs to an account is opened by its expert alone, who is written to there', async () => {
    const { id } = await entered({ ...OPEN });
    await sql('update expert set person_id = null where person_id is not null');
    const [{ member }] = (await sql<{ member: string }>(`select uuid as member from member where role = 'EXPERT'`)) as [{ member: string }];
    const bind = async (sheet: string): Promise<unknown> => (await ask(server(), 'mutation ($id: ID!, $member: ID!) { bindExpert(id: $id, member: $member) { outcome } }', { id: sheet, member: `NetworkMember_${member}` }, headers.adviser)).data;
    const own = await entered({ ...OPEN, contact: { email: PEOPLE.expert, locale: 'fr' } });
    expect(await bind(own.id)).toEqual({ bindExpert: { outcome: 'DONE' } });
    expect((await seen(server(), headers.adviser, own.id))!.sheet).toMatchObject({ emailVisibility: 'NETWORK' });
    await sql('update expert set person_id = null where person_id is not null');
    expect(await bind(id)).toEqual({ bindExpert: { outcome: 'DONE' } });
    // They agreed to have another address shown than that of the account.
    expect((await seen(server(), headers.adviser, id))!.sheet).toMatchObject({ contact: null, nameVisibility: 'PUBLIC', emailVisibility: 'ADVISER', can: { edit: true, remove: false } });
    expect(told(await update(server(), headers.adviser, id, 1, { contact: SHEET.contact }))).toBe('INVALID CONTACT NOT_HERE');
    expect(told(await update(server(), headers.adviser, id, 1, { contact: null, choices: { name: 'PUBLIC', institution: 'PUBLIC', email: 'PUBLIC', missions: 'PUBLIC' }, consentedOn: '2025-02-03' }))).toBe('INVALID CHOICES NOT_HERE');
    expect(told(await update(server(), headers.adviser, id, 1, { contact: null, summary: 'Autre.' }))).toBe('DONE');
    // The rules of the table say it once more.
    const [adviser] = await sql<{ id: string }>('select id from person where email = ?', [PEOPLE.adviser]);
    await expect(asPerson(adviser!.id, (client) => client.query(`update expert set email_visibility = 'PUBLIC' where uuid = $1`, [keyOf(id)]))).rejects.toThrow('chosen by whom it belongs to');
    await ask(server(), 'mutation { chooseSheet(choices: { name: ADVISER, institution: POST, email: ADVISER, missions: ADVISER }) { isChosen } }', {}, headers.expert);
    expect((await seen(server(), headers.expert, id))!.sheet).toMatchObject({ nameVisibility: 'ADVISER', consentedOn: null, chosenAt: expect.any(String) as string, contact: null, can: { edit: false, remove: false } });
    expect((await remove(server(), headers.adviser, id)).outcome).toBe('BOUND');
    await sql('update expert set person_id = null where uuid = ?', [keyOf(id)]);
  });
});

describe('a sheet that is taken away', () => {
  test('is gone with all that was said of its expert', async () => {
    const { id } = await entered();
    expect((await remove(server(), headers.ngoMember, id)).outcome).toBe('NOT_ALLOWED');
    expect(await remove(server(), headers.adviser, id)).toEqual({ outcome: 'DONE', faults: [], expert: null });
    expect((await remove(server(), headers.adviser, id)).outcome).toBe('GONE');
    for (const table of ['expert_translation', 'expert_language', 'expert_theme', 'expert_country', 'expert_contact']) expect(await sql(`select from ${table} where expert_uuid = ?`, [keyOf(id)]), table).toEqual([]);
  });

  test('is given to nobody’s account, nor to the other side, with what stands on it', async () => {
    const { id } = await entered();
    const [[adviser], [expert]] = [await sql<{ id: string }>('select id from person where email = ?', [PEOPLE.adviser]), await sql<{ id: string }>('select id from person where email = ?', [PEOPLE.expert])];
    const change = (what: string, values: unknown[] = []) => asPerson(adviser!.id, async (client) => (await client.query(`update expert set ${what} where uuid = $1`, [keyOf(id), ...values])).rowCount);
    await expect(change('person_id = $2', [expert!.id])).rejects.toThrow('whose a sheet is');
    await expect(change('is_demonstration = not is_demonstration')).rejects.toThrow('whose a sheet is');
    expect(await change(`corps = 'Corps judiciaire'`)).toBe(1);
    expect((await remove(server(), headers.adviser, id)).outcome).toBe('DONE');
  });

  test('is not taken away with what somebody else has written on it meanwhile', async () => {
    const { id } = await entered();
    await update(server(), headers.assistant, id, 1, { summary: 'Deux ans de plus.' });
    expect(await remove(server(), headers.adviser, id, 1)).toMatchObject({ outcome: 'CONFLICT', expert: { id, sheet: { version: 2 } } });
    expect((await remove(server(), headers.adviser, id, 2)).outcome).toBe('DONE');
  });

  test('stays where its expert teaches in a session, or is to in one that nobody has announced', async () => {
    const { id } = await entered();
    const [session] = await sql<{ uuid: string }>(`select uuid from training_session where stage not in ('CANCELLED', 'ARCHIVED') order by uuid limit 1`);
    await sql('insert into session_trainer (session_uuid, expert_uuid, position) values (?, ?, 9)', [session!.uuid, keyOf(id)]);
    expect((await seen(server(), headers.adviser, id))!.sheet!.can.remove).toBe(false);
    expect(await remove(server(), headers.adviser, id)).toMatchObject({ outcome: 'TEACHES', expert: { id } });
    const [adviser] = await sql<{ id: string }>('select id from person where email = ?', [PEOPLE.adviser]);
    expect(await asPerson(adviser!.id, async (client) => (await client.query('delete from expert where uuid = $1', [keyOf(id)])).rowCount)).toBe(0);
    await sql('delete from session_trainer where expert_uuid = ?', [keyOf(id)]);
    expect((await remove(server(), headers.adviser, id)).outcome).toBe('DONE');
  });
});
