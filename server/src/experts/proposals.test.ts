/** What experts propose for their own sheets: decided by the adviser field by field, seen by the two of them alone; what everybody reads stays what was confirmed until then. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { asPersonIn } from '../../test/permissions/as-person.ts';
import { ADVISERS, type Headers, PEOPLE, type Role, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { owner } from '../registrations/world.fixture.ts';
import { decide, PROPOSED, propose, type ProposalBack, sheetOf, withdraw } from './proposals.fixture.ts';
import { update } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const asPerson = asPersonIn(() => server().database);
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;
/** The sheet of the expert. */
let sheet: string;

const told = ({ outcome, faults = [], code }: ProposalBack): string => code ?? [outcome, ...faults.map(({ field, fault }) => `${field} ${fault}`)].join(' ');
const proposal = ({ expert }: ProposalBack) => expert!.sheet!.proposal!;
const idOf = async (email: string): Promise<string> => (await sql<{ id: string }>('select id from person where email = ?', [email]))[0]!.id;
const stored = async (): Promise<string> => (await sql<{ said: string }>(`select name || ' / ' || coalesce(corps, '') as said from expert where uuid = ?`, [sheet]))[0]!.said;
const mails = (): Promise<{ recipient: string; locale: string; text: string }[]> => sql(`select recipient, locale, text from mail where template = 'proposalDecided'`);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

beforeEach(async () => {
  await sql('delete from mail');
  sheet = await sheetOf(server(), PEOPLE.expert);
  await sql('delete from audit_entry');
});

describe('an expert', () => {
  test('proposes to change their sheet, which says what it said; sent again it is the same proposal', async () => {
    const key = randomUUID();
    const made = await propose(server(), headers.expert, { key, name: '  Ariane Q. ', summary: 'Forme des enquêteurs.', languages: [{ language: 'el', level: 'C2' }] });
    expect(told(made)).toBe('DONE');
    expect(proposal(made)).toMatchObject({ key, version: 1, sheetVersion: 1, decidedAt: null, decisions: null, fields: ['NAME', 'SUMMARY', 'LANGUAGES'], base: { name: PROPOSED.name }, content: { name: 'Ariane Q.', languages: [{ language: 'el', level: 'C2' }] } });
    expect(proposal(await propose(server(), headers.expert, { key, name: 'Ariane Q.', summary: 'Forme des enquêteurs.', languages: [{ language: 'el', level: 'C2' }] })).version).toBe(1);
    expect(await stored()).toBe('Ariane Quasimodo / Corps judiciaire');
    expect(await sql(`select action, part, by_id = about_id as own from audit_entry where subject = 'EXPERT'`)).toEqual([{ action: 'ADDED', part: 'proposal', own: true }]);
  });

  test('changes it, and withdraws it; what stands on the sheet already is no proposal', async () => {
    const key = randomUUID();
    expect(told(await propose(server(), headers.expert, { key }))).toBe('DONE');
    expect(await sql('select from expert_proposal')).toEqual([]);
    await propose(server(), headers.expert, { key, corps: null });
    expect(proposal(await propose(server(), headers.expert, { key, version: 1, corps: 'Police nationale' }))).toMatchObject({ version: 2, fields: ['CORPS'], content: { corps: 'Police nationale' } });
    expect(told(await propose(server(), headers.expert, { key, version: 1, corps: 'Gendarmerie' }))).toBe('CONFLICT');
    expect(told(await withdraw(server(), headers.expert, key, 1))).toBe('CONFLICT');
    expect(told(await withdraw(server(), headers.expert, key, 2))).toBe('DONE');
    expect(told(await withdraw(server(), headers.expert, key, 2))).toBe('DONE');
    await propose(server(), headers.expert, { key, corps: null });
    expect(proposal(await propose(server(), headers.expert, { key, corps: null })).version).toBe(1);
    // Changed back to what stands there, nothing is proposed.
    expect((await propose(server(), headers.expert, { key, version: 1 })).expert!.sheet!.proposal).toBeNull();
  });

  test('has one proposal at a time, about the sheet that they have read', async () => {
    await propose(server(), headers.expert, { corps: null });
    expect(told(await propose(server(), headers.expert, { corps: 'Gendarmerie' }))).toBe('CONFLICT');
    await sql('delete from expert_proposal');
    expect(told(await propose(server(), headers.expert, { corps: null, sheetVersion: 2 }))).toBe('CONFLICT');
  });

  test('is held to what the adviser is held to', async () => {
    expect(told(await propose(server(), headers.expert, { name: '', corps: 'x'.repeat(101), themes: ['ASSISTANCE', 'ASSISTANCE'] }))).toBe('INVALID NAME MISSING CORPS TOO_LONG THEMES REPEATED');
    expect(told(await propose(server(), headers.expert, { institution: 'NONE', languages: [{ language: 'zz', level: 'A1' }] }))).toBe('INVALID INSTITUTION UNKNOWN LANGUAGES UNKNOWN');
    expect(told(await propose(server(), headers.expert, { summary: 'Victime : Marie D., née le 3 mars 1999, +381 64 123 4567' }))).toBe('VICTIM_DATA');
    expect(told(await propose(server(), headers.expert, { summary: 'Tél. +381 64 123 4567 '.repeat(100) }))).toBe('VICTIM_DATA');
    expect(await sql('select from expert_proposal')).toEqual([]);
  });

  test('who has no sheet proposes nothing, and nobody proposes for another', async () => {
    for (const role of ROLES.filter((one) => one !== 'expert')) expect([role, told(await propose(server(), headers[role], { corps: null }))]).toEqual([role, role === 'visitor' || role === 'suspended' ? 'UNAUTHENTICATED' : 'GONE']);
    const key = proposal(await propose(server(), headers.expert, { corps: null })).key;
    for (const role of ROLES.filter((one) => one !== 'expert')) expect([role, told(await withdraw(server(), headers[role], key))]).toEqual([role, role === 'visitor' || role === 'suspended' ? 'UNAUTHENTICATED' : 'GONE']);
    expect(await sql('select from expert_proposal')).toHaveLength(1);
  });
});

describe('the adviser', () => {
  test('takes some fields and declines others with a reason; the expert is told in their language, and reads it', async () => {
    const { key } = proposal(await propose(server(), headers.expert, { name: 'Ariane Q.', corps: null, sourceLocale: 'en', summary: 'Trains judges.' }));
    const locale = 'el';
    await sql('update person set locale = ? where email = ?', [locale, PEOPLE.expert]);
    const decided = { NAME: true, CORPS: 'Le corps a été vérifié.', SUMMARY: true } as const;
    const done = await decide(server(), headers.adviser, key, decided);
    expect(told(done)).toBe('DONE');
    expect(done.expert!.sheet).toMatchObject({ version: 2, name: 'Ariane Q.', corps: 'Corps judiciaire' });
    expect(await sql('select source_locale as "sourceLocale", x.summary from expert e join expert_translation x on x.expert_uuid = e.uuid and x.locale = e.source_locale where e.uuid = ?', [sheet])).toEqual([{ sourceLocale: 'en', summary: 'Trains judges.' }]);
    expect(told(await decide(server(), headers.assistant, key, decided))).toBe('DONE');
    expect(told(await decide(server(), headers.adviser, key, { ...decided, CORPS: true }))).toBe('CONFLICT');
    const { data } = await ask(server(), '{ viewer { sheet { proposal { decidedAt reasonLocale decisions { field isTaken reason } } } } }', {}, headers.expert);
    expect((data!.viewer as { sheet: { proposal: object } }).sheet.proposal).toMatchObject({ reasonLocale: 'fr', decisions: [{ field: 'NAME', isTaken: true, reason: null }, { field: 'CORPS', isTaken: false, reason: 'Le corps a été vérifié.' }, { field: 'SUMMARY', isTaken: true, reason: null }] });
    const sent = await mails();
    expect(sent.map((mail) => [mail.recipient, mail.locale])).toEqual([[PEOPLE.expert, locale]]);
    expect(sent[0]!.text).toContain(`/${locale}/own-sheet`);
    expect(sent[0]!.text).not.toContain('Quasimodo');
    expect(await sql(`select action, part from audit_entry where subject = 'EXPERT' order by part`)).toEqual([{ action: 'ADDED', part: 'proposal' }, { action: 'CHANGED', part: 'proposal_decided' }, { action: 'CHANGED', part: 'sheet' }]);
    // What is decided stays; the next is another.
    expect(told(await propose(server(), headers.expert, { key, sheetVersion: 2, corps: null, name: 'Ariane Q.' }))).toBe('CONFLICT');
    expect(told(await propose(server(), headers.expert, { sheetVersion: 2, corps: null, name: 'Ariane Q.' }))).toBe('DONE');
  });

  test('decides about each field that is proposed, and says why not', async () => {
    const { key } = proposal(await propose(server(), headers.expert, { name: 'Ariane Q.', corps: null }));
    expect(told(await decide(server(), headers.adviser, key, { NAME: true }))).toBe('INVALID CORPS MISSING');
    expect(told(await decide(server(), headers.adviser, key, { NAME: true, CORPS: null }))).toBe('INVALID CORPS MISSING');
    expect(told(await decide(server(), headers.adviser, key, { NAME: 'x'.repeat(501), CORPS: true, THEMES: true }))).toBe('INVALID THEMES NOT_HERE NAME TOO_LONG');
    expect(told(await decide(server(), headers.adviser, key, { NAME: 'Tél. +381 64 123 4567', CORPS: true }))).toBe('VICTIM_DATA');
    expect(told(await decide(server(), headers.adviser, key, { NAME: 'Tél. +381 64 123 4567 '.repeat(30), CORPS: true }))).toBe('VICTIM_DATA');
    expect(told(await decide(server(), headers.adviser, key, { NAME: true, CORPS: true, CONTACT: true }))).toBe('INVALID CONTACT NOT_HERE');
    expect(await stored()).toBe('Ariane Quasimodo / Corps judiciaire');
    expect(await mails()).toEqual([]);
  });

  test('is shown what has changed meanwhile: the sheet by a colleague, the proposal by its expert', async () => {
    const { key } = proposal(await propose(server(), headers.expert, { name: 'Ariane Q.' }));
    expect((await update(server(), headers.assistant, `Expert_${sheet}`, 1, { corps: 'Police nationale', contact: null, vouchedBy: null, vouchedSince: null })).outcome).toBe('DONE');
    const conflict = await decide(server(), headers.adviser, key, { NAME: true });
    expect([told(conflict), conflict.expert!.sheet!.version]).toEqual(['CONFLICT', 2]);
    await propose(server(), headers.expert, { key, version: 1, sheetVersion: 2, corps: 'Police nationale', name: 'A. Q.' });
    expect(told(await decide(server(), headers.adviser, key, { NAME: true }, { sheetVersion: 2 }))).toBe('CONFLICT');
    expect(told(await decide(server(), headers.adviser, key, { NAME: true }, { sheetVersion: 2, version: 2 }))).toBe('DONE');
    // What the colleague has changed stays: nothing but the name was proposed.
    expect(await stored()).toBe('A. Q. / Police nationale');
  });

  test('finds nothing to decide once it is withdrawn, and nobody else decides', async () => {
    const { key } = proposal(await propose(server(), headers.expert, { name: 'Ariane Q.' }));
    for (const role of ROLES.filter((one) => !ADVISERS.includes(one))) expect([role, told(await decide(server(), headers[role], key, { NAME: true }))]).toEqual([role, role === 'visitor' || role === 'suspended' ? 'UNAUTHENTICATED' : 'GONE']);
    await withdraw(server(), headers.expert, key);
    expect(told(await decide(server(), headers.adviser, key, { NAME: true }))).toBe('GONE');
  });
});

describe('a proposal', () => {
  const seen = async (role: Role): Promise<string> => {
    const document = `query ($id: ID!) { sheetProposals { key content { name } expert { id } } expert(id: $id) { name sheet { proposal { content { name } } } } experts(first: 100, filter: { search: "Zzyzx" }) { totalCount } }`;
    return JSON.stringify((await ask(server(), document, { id: `Expert_${sheet}` }, headers[role])).data);
  };

  test('is seen by its expert and by the adviser: to all others it is as if there were none', async () => {
    const before = Object.fromEntries(await Promise.all(ROLES.map(async (role) => [role, await seen(role)])));
    await propose(server(), headers.expert, { name: 'Zzyzx' });
    for (const role of ROLES) {
      const now = await seen(role);
      if (ADVISERS.includes(role)) expect([role, now.match(/Zzyzx/g)?.length]).toEqual([role, 2]);
      else if (role === 'expert') expect(now.match(/Zzyzx/g)).toHaveLength(1);
      else expect([role, now]).toEqual([role, before[role]]);
    }
  });

  test('is kept by the rules of its table, whatever the code says', async () => {
    const { key } = proposal(await propose(server(), headers.expert, { name: 'Ariane Q.' }));
    const [expert, adviser, scac] = await Promise.all([PEOPLE.expert, PEOPLE.adviser, PEOPLE.scac].map(idOf));
    const tried = (person: string | undefined, text: string): Promise<string> => asPerson(person, async (client) => client.query(text).then(({ rowCount }) => String(rowCount), (error: { code: string }) => error.code));
    const DECIDE = `update expert_proposal set decided_at = now(), decisions = '[]'`;
    const CHANGE = `update expert_proposal set content = base`;
    for (const person of [undefined, scac]) for (const text of ['select from expert_proposal', DECIDE, CHANGE, 'delete from expert_proposal']) expect([text, await tried(person, text)]).toEqual([text, '0']);
    expect(await tried(expert, DECIDE)).toBe('42501');
    expect(await tried(expert, CHANGE)).toBe('1');
    expect(await tried(adviser, CHANGE)).toBe('42501');
    expect(await tried(adviser, 'delete from expert_proposal')).toBe('0');
    expect(await tried(adviser, DECIDE)).toBe('1');
    for (const person of [scac, adviser]) expect(await tried(person, `insert into expert_proposal (uuid, expert_uuid, sheet_version, base, content) values (gen_random_uuid(), '${sheet}', 1, '{}', '{}')`)).toBe('42501');
    await sql(`update expert_proposal set decided_at = now(), decisions = '[]' where uuid = ?`, [key]);
    for (const person of [expert, adviser]) expect(await tried(person, CHANGE)).toBe('0');
    expect(await tried(expert, 'delete from expert_proposal')).toBe('0');
  });

  test('is kept by nothing else: without the rules and the trigger an embassy decides about it', async () => {
    await propose(server(), headers.expert, { name: 'Ariane Q.' });
    await sql('alter table expert_proposal disable row level security');
    await sql('alter table expert_proposal disable trigger expert_proposal_kept');
    const scac = await idOf(PEOPLE.scac);
    expect(await asPerson(scac, async (client) => (await client.query(`update expert_proposal set decided_at = now(), decisions = '[]'`)).rowCount)).toBe(1);
    await sql('alter table expert_proposal enable trigger expert_proposal_kept');
    await sql('alter table expert_proposal enable row level security');
  });

  test('goes when the sheet is taken from the account, and with the sheet', async () => {
    await propose(server(), headers.expert, { name: 'Ariane Q.' });
    await sql('update expert set person_id = null where uuid = ?', [sheet]);
    expect(await sql('select from expert_proposal')).toEqual([]);
  });
});
