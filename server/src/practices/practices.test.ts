/** The record of French expertise: kept by the adviser, shown to everybody once they have decided so and its expert has agreed, by every path. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { asPersonIn } from '../../test/permissions/as-person.ts';
import { ADVISERS, type Headers, OUTSIDERS, PEOPLE, type Role, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { sheetOf } from '../experts/proposals.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import { agree, type RecordBack, recordOf, remove, savePractice, savePublication, translate } from './practices.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const asPerson = asPersonIn(() => server().database);
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;
let sheet: string;

const told = ({ outcome, faults = [], code }: RecordBack): string => code ?? [outcome, ...faults.map(({ field, fault }) => `${field} ${fault}`)].join(' ');
const idOf = async (email: string): Promise<string> => (await sql<{ id: string }>('select id from person where email = ?', [email]))[0]!.id;

/** Everything that leads to an entry. */
const PATHS: Readonly<Record<string, (ids: { practice: string; publication: string }) => string>> = {
  list: () => '{ practices(first: 50) { totalCount nodes { title { text } } } }',
  filtered: () => '{ practices(filter: { country: "RS", theme: "ASSISTANCE" }) { totalCount nodes { title { text } consentedOn } } }',
  node: ({ practice }) => `{ node(id: "Practice_${practice}") { ... on Practice { title { text } texts { title } } } }`,
  other: ({ publication }) => `{ node(id: "Publication_${publication}") { ... on Publication { title url } } }`,
  nested: () => `{ expert(id: "Expert_${sheet}") { practices { title { text } } publications { title } } }`,
};
async function found(role: Role, ids: { practice: string; publication: string }): Promise<string> {
  const answers: string[] = [];
  for (const path of Object.values(PATHS)) answers.push(JSON.stringify((await ask(server(), path(ids), {}, headers[role])).data));
  return answers.join('\n');
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await sql('delete from practice');
  await sql('delete from publication');
  sheet = await sheetOf(server(), PEOPLE.expert);
  await sql('delete from audit_entry');
});

describe('an entry', () => {
  test('that its expert has not agreed to is seen by them and by the adviser: to all others it is as if there were none', async () => {
    const nothing = { practice: randomUUID(), publication: randomUUID() };
    const before = new Map<Role, string>();
    for (const role of ROLES) before.set(role, await found(role, nothing));
    const ids = await recordOf(server(), sheet);
    for (const role of ROLES) {
      const now = await found(role, ids);
      if (ADVISERS.includes(role) || role === 'expert') expect([role, now.match(/Zzyzx/g)?.length]).toEqual([role, 7]);
      else expect([role, now]).toEqual([role, before.get(role)]);
    }
    expect(told(await agree(server(), headers.expert, 'Practice', ids.practice))).toBe('DONE');
    expect(told(await agree(server(), headers.expert, 'Publication', ids.publication))).toBe('DONE');
    for (const role of ROLES) expect([role, (await found(role, ids)).match(/Zzyzx/g)?.length]).toEqual([role, 7]);
    // The day on which they agreed is theirs and the adviser’s to know.
    expect((await found('visitor', ids)).match(/"consentedOn":null/g)).toHaveLength(1);
    expect((await found('adviser', ids)).match(/"consentedOn":"20/g)).toHaveLength(1);
    for (const what of ['practice', 'publication'] as const) expect(told(await agree(server(), headers.expert, what === 'practice' ? 'Practice' : 'Publication', ids[what], { agrees: false, version: 99 }))).toBe('DONE');
    for (const role of ROLES.filter((one) => !ADVISERS.includes(one) && one !== 'expert')) expect([role, await found(role, ids)]).toEqual([role, before.get(role)]);
    expect(await sql(`select part, before is null as opened, by_id = about_id as own from audit_entry where subject = 'EXPERT' order by part, at`)).toEqual([...Array(4)].map((_, n) => ({ part: 'record_consented_on', opened: n < 2, own: true })));
  });

  test('that the adviser does not show is seen by nobody else, whatever its expert says; one that is nobody’s needs no consent', async () => {
    const ids = await recordOf(server(), sheet);
    await sql('update practice set is_public = false, consented_on = current_date');
    await sql('update publication set is_public = false, consented_on = current_date');
    expect(await found('scac', ids)).not.toContain('Zzyzx');
    const { practice } = await savePractice(server(), headers.adviser, { title: 'Zzyzx' });
    expect(practice).toMatchObject({ isPublic: true, consentedOn: null });
    expect((await found('visitor', ids)).match(/Zzyzx/g)).toHaveLength(2);
    expect(told(await savePractice(server(), headers.adviser, { consentedOn: '2025-01-01' }))).toBe('INVALID CONSENTED_ON NOT_HERE');
  });

  test('is shown to others once it is thirty days past, so that it says of nobody where they are; what is still to come no table takes', async () => {
    const ids = await recordOf(server(), sheet);
    await sql('update practice set consented_on = current_date');
    const [scac, expert] = await Promise.all([PEOPLE.scac, PEOPLE.expert].map(idOf));
    const rows = (person: string | undefined): Promise<unknown> => asPerson(person, async (client) => [(await client.query('select from practice')).rowCount, (await client.query('select from practice_translation')).rowCount]);
    for (const [ago, shown] of [[0, 0], [29, 0], [30, 5]] as const) {
      await sql(`update practice set shown_on = (now() at time zone 'Europe/Paris')::date - ?::int`, [ago]);
      for (const role of ['visitor', 'scac', 'ngoMember'] as const) expect([ago, role, (await found(role, ids)).match(/Zzyzx/g)?.length ?? 0]).toEqual([ago, role, shown]);
      for (const role of ['adviser', 'expert'] as const) expect([ago, role, (await found(role, ids)).match(/Zzyzx/g)?.length]).toEqual([ago, role, 7]);
      expect([ago, await rows(undefined), await rows(scac), await rows(expert)]).toEqual([ago, ...[shown > 0, shown > 0, true].map((is) => [Number(is), Number(is)])]);
    }
    await expect(sql(`update practice set shown_on = (now() at time zone 'Europe/Paris')::date + 1`)).rejects.toThrow(/shown already/);
  });

  test('is kept by the rules of its table, whatever the code says', async () => {
    await recordOf(server(), sheet);
    const [expert, adviser, scac] = await Promise.all([PEOPLE.expert, PEOPLE.adviser, PEOPLE.scac].map(idOf));
    const tried = (person: string | undefined, text: string): Promise<string> => asPerson(person, async (client) => client.query(text).then(({ rowCount }) => String(rowCount), (error: { code: string }) => error.code));
    for (const table of ['practice', 'publication']) {
      for (const person of [undefined, scac]) for (const text of [`select from ${table}`, `update ${table} set consented_on = current_date`, `delete from ${table}`]) expect([text, await tried(person, text)]).toEqual([text, '0']);
      expect(await tried(expert, `select from ${table}`)).toBe('1');
      expect(await tried(expert, `update ${table} set is_public = true`)).toBe('0');
      expect(await tried(adviser, `update ${table} set consented_on = current_date`)).toBe('42501');
      expect(await tried(adviser, `update ${table} set is_public = false`)).toBe('1');
    }
    for (const person of [undefined, scac]) expect(await tried(person, 'select from practice_translation')).toBe('0');
    expect(await tried(scac, `select agree_to_entry('practice', uuid, 1, true) from practice`)).toBe('0');
    // The control: without the rules everybody finds it.
    for (const table of ['practice', 'publication']) {
      await sql(`alter table ${table} disable row level security`);
      expect(await tried(scac, `select from ${table}`)).toBe('1');
      await sql(`alter table ${table} enable row level security`);
    }
  });

  test('closes when the sheet is taken from the account, and goes with the sheet', async () => {
    const ids = await recordOf(server(), sheet);
    for (const what of ['Practice', 'Publication'] as const) await agree(server(), headers.expert, what, what === 'Practice' ? ids.practice : ids.publication);
    await sql('update expert set person_id = null where uuid = ?', [sheet]);
    expect(await sql('select consented_on from practice union all select consented_on from publication')).toEqual([{ consented_on: null }, { consented_on: null }]);
    await sql('delete from expert where uuid = ?', [sheet]);
    expect(await sql('select uuid from practice union all select uuid from publication')).toEqual([]);
  });
});

describe('the adviser', () => {
  test('enters, changes, translates and removes; sent again it is the same, and of two who write at once the second is told', async () => {
    const key = randomUUID();
    expect(told(await savePractice(server(), headers.adviser, { key }))).toBe('DONE');
    expect((await savePractice(server(), headers.adviser, { key })).practice!.version).toBe(1);
    expect((await savePractice(server(), headers.assistant, { key, version: 1, title: 'Audition filmée des mineurs' })).practice).toMatchObject({ version: 2, title: { text: 'Audition filmée des mineurs' } });
    expect(told(await savePractice(server(), headers.adviser, { key, version: 1, title: 'Autre' }))).toBe('CONFLICT');
    const texts = { locale: 'sr-Latn', title: 'Snimljeno saslušanje', audience: '', result: '' };
    expect(told(await translate(server(), headers.adviser, key, texts, 1))).toBe('CONFLICT');
    expect(told(await translate(server(), headers.adviser, key, texts, 2))).toBe('DONE');
    expect(told(await translate(server(), headers.adviser, key, texts, 2))).toBe('DONE');
    expect(told(await translate(server(), headers.adviser, key, { ...texts, locale: 'fr' }, 3))).toBe('INVALID LOCALE NOT_HERE');
    expect(told(await remove(server(), headers.adviser, 'Practice', key, 2))).toBe('CONFLICT');
    expect(told(await remove(server(), headers.adviser, 'Practice', key, 3))).toBe('DONE');
    expect(told(await remove(server(), headers.adviser, 'Practice', key, 3))).toBe('DONE');
    const made = randomUUID();
    expect((await savePublication(server(), headers.adviser, sheet, { key: made })).publication!.version).toBe(1);
    expect(told(await savePublication(server(), headers.adviser, sheet, { key: made, version: 0, year: 2023 }))).toBe('CONFLICT');
    expect(told(await savePublication(server(), headers.adviser, sheet, { key: made, version: 1, year: 2023 }))).toBe('DONE');
    expect(told(await remove(server(), headers.adviser, 'Publication', made, 2))).toBe('DONE');
  });

  test('is told what is wrong, field by field; nothing that is still to come is entered', async () => {
    expect(told(await savePractice(server(), headers.adviser, { title: ' ', shownOn: '2099-01-01', audience: 'x'.repeat(301) }))).toBe('INVALID SHOWN_ON FUTURE TITLE MISSING AUDIENCE TOO_LONG');
    expect(told(await savePractice(server(), headers.adviser, { theme: 'NONE' }))).toBe('INVALID THEME UNKNOWN');
    expect(told(await savePractice(server(), headers.adviser, { expert: `Expert_${randomUUID()}` }))).toBe('INVALID EXPERT UNKNOWN');
    expect(told(await savePractice(server(), headers.adviser, { result: 'Victime : Marie D., née le 3 mars 1999, +381 64 123 4567' }))).toBe('VICTIM_DATA');
    expect(told(await savePublication(server(), headers.adviser, sheet, { year: 2099, url: 'javascript:alert(1)', title: '' }))).toBe('INVALID YEAR FUTURE TITLE MISSING URL NOT_AN_ADDRESS');
  });

  test('writes down what an expert without an account has agreed to, and agrees for nobody who has one; what is said anew is agreed to by nobody', async () => {
    const expert = `Expert_${sheet}`;
    const key = randomUUID();
    expect(told(await savePractice(server(), headers.adviser, { key, expert, consentedOn: '2025-01-01' }))).toBe('INVALID CONSENTED_ON NOT_HERE');
    await savePractice(server(), headers.adviser, { key, expert });
    await agree(server(), headers.expert, 'Practice', key);
    expect((await savePractice(server(), headers.adviser, { key, version: 1, expert, isPublic: false })).practice!.consentedOn).not.toBeNull();
    expect((await savePractice(server(), headers.adviser, { key, version: 2, expert, isPublic: true, result: 'Autre chose.' })).practice!.consentedOn).toBeNull();
    // They agree to what they have read.
    expect(told(await agree(server(), headers.expert, 'Practice', key, { version: 2 }))).toBe('CONFLICT');
    await sql('update expert set person_id = null where uuid = ?', [sheet]);
    expect((await savePractice(server(), headers.adviser, { key, version: 3, expert, result: 'Autre chose.', consentedOn: '2025-01-01' })).practice!.consentedOn).toBe('2025-01-01');
  });

  test('moves an entry to somebody else without what was agreed to', async () => {
    const ids = await recordOf(server(), sheet);
    await agree(server(), headers.expert, 'Practice', ids.practice);
    await agree(server(), headers.expert, 'Publication', ids.publication);
    const [other] = await sql<{ uuid: string }>('select uuid from expert where person_id is null and is_demonstration order by uuid limit 1');
    const { practice } = await savePractice(server(), headers.adviser, { key: ids.practice, expert: `Expert_${sheet}`, version: 1, isPublic: true });
    const day = practice!.consentedOn;
    // Without an account it is the adviser’s to write down, and still what the other has not said.
    expect((await savePractice(server(), headers.adviser, { key: ids.practice, version: practice!.version, expert: `Expert_${other!.uuid}`, consentedOn: day ?? '2025-01-01' })).practice).toMatchObject({ consentedOn: null });
    await sql('update practice set consented_on = current_date');
    await sql('update practice set expert_uuid = ?', [sheet]);
    await sql('update publication set expert_uuid = ?', [other!.uuid]);
    expect(await sql('select consented_on from practice union all select consented_on from publication')).toEqual([{ consented_on: null }, { consented_on: null }]);
  });

  test('keeps it, and nobody else does; nobody agrees for another', async () => {
    const ids = await recordOf(server(), sheet);
    for (const role of ROLES) {
      const no = OUTSIDERS.includes(role) ? 'UNAUTHENTICATED' : 'GONE';
      if (role !== 'expert') for (const what of ['Practice', 'Publication'] as const) expect([role, told(await agree(server(), headers[role], what, what === 'Practice' ? ids.practice : ids.publication))]).toEqual([role, no]);
      if (ADVISERS.includes(role)) continue;
      const acts = [await savePractice(server(), headers[role]), await savePublication(server(), headers[role], sheet), await remove(server(), headers[role], 'Practice', ids.practice), await remove(server(), headers[role], 'Publication', ids.publication), await translate(server(), headers[role], ids.practice, { locale: 'en', title: 'N', audience: '', result: '' })];
      expect([role, acts.map(told)]).toEqual([role, acts.map(() => no)]);
    }
  });
});
