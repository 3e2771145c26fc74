/** The clearances of experts: entered, changed and removed by the adviser, seen by the expert whose they are, and by nobody else; by the API, over HTTP and past both. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { asPersonIn } from '../../test/permissions/as-person.ts';
import { ADVISERS, type Headers, PEOPLE, type Role, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { pdf, photograph } from '../core/files/files.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import { bringClearanceFile, clearanceOf } from './clearances.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const asPerson = asPersonIn(() => server().database);
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;
/** The one whose account the sheet belongs to, and another. */
let mine: string;
let other: string;

interface Read {
  readonly id: string;
  readonly version: number;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly givenBy: string;
  readonly remark: string | null;
  readonly locale: string;
  readonly file: { readonly kind: string; readonly size: number } | null;
}
interface Back {
  readonly outcome: string;
  readonly faults: readonly { readonly field: string; readonly fault: string }[];
  readonly expert: { readonly sheet: { readonly clearances: readonly Read[] } | null } | null;
}

const CLEARANCES = 'clearances { id version fromOn untilOn givenBy givenOn remark locale file { kind size } }';
const READ = { fromOn: '2027-03-01', untilOn: '2027-03-31', givenBy: 'Parquet général', givenOn: '2025-01-15', remark: '', locale: 'fr' } as const;
const GIVEN = { ...READ, mission: null } as const;
type Given = Readonly<Record<keyof typeof READ, string>>;

/** Enters one, or changes one that was read at `version`. */
async function save(role: Role, expert: string, { key = randomUUID() as string, version = 0, ...changes }: Partial<Given> & { readonly key?: string; readonly version?: number } = {}): Promise<Back & { readonly code: string | undefined; readonly key: string }> {
  const document = `mutation ($expert: ID!, $key: UUID!, $version: Int!, $input: ClearanceInput!) { saveClearance(expert: $expert, key: $key, version: $version, input: $input) { outcome faults { field fault } expert { sheet { ${CLEARANCES} } } } }`;
  const answer = await ask(server(), document, { expert: `Expert_${expert}`, key, version, input: { ...GIVEN, ...changes } }, headers[role]);
  return { ...((answer.data?.saveClearance ?? {}) as Back), code: answer.code, key };
}

const act = async (role: Role, name: 'removeClearance' | 'removeClearanceFile', key: string, version?: number): Promise<string> => {
  const [stored] = await sql<{ version: number }>('select version from clearance where uuid = ?', [key]);
  const variables = { id: `Clearance_${key}`, version: version ?? stored?.version ?? 1 };
  const answer = await ask(server(), `mutation ($id: ID!, $version: Int!) { ${name}(id: $id, version: $version) { outcome } }`, variables, headers[role]);
  return answer.code ?? (answer.data![name] as { outcome: string }).outcome;
};
/** The keys of those that somebody sees of an expert, or null where they see no sheet. */
async function seen(role: Role, expert: string): Promise<string[] | null> {
  const { data } = await ask(server(), `query ($id: ID!) { expert(id: $id) { sheet { ${CLEARANCES} } } }`, { id: `Expert_${expert}` }, headers[role]);
  const { sheet } = data!.expert as NonNullable<Back['expert']>;
  return sheet && sheet.clearances.map(({ id }) => id.slice('Clearance_'.length));
}
const fetchFile = (role: Role, key: string): Promise<Response> => fetch(`${server().address}/clearances/Clearance_${key}`, { headers: headers[role] });
const bring = (role: Role, key: string, given?: Parameters<typeof bringClearanceFile>[3]) => bringClearanceFile(server().address, headers[role], key, given);
const idOf = async (email: string): Promise<string> => (await sql<{ id: string }>('select id from person where email = ?', [email]))[0]!.id;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  mine = (await sql<{ uuid: string }>('select e.uuid from expert e join person p on p.id = e.person_id where p.email = ?', [PEOPLE.expert]))[0]!.uuid;
  other = (await sql<{ uuid: string }>('select uuid from expert where uuid <> ? order by uuid desc limit 1', [mine]))[0]!.uuid;
  await sql('delete from clearance');
});

describe('a clearance', () => {
  test('is entered by the adviser and their team; what is sent again is there once', async () => {
    const first = await save('adviser', other);
    expect(first).toMatchObject({ outcome: 'DONE', expert: { sheet: { clearances: [{ id: `Clearance_${first.key}`, version: 1, ...READ, remark: null, file: null }] } } });
    expect((await save('adviser', other, { key: first.key })).outcome).toBe('DONE');
    expect((await save('assistant', other, { fromOn: '2027-06-01', untilOn: '2027-06-01' })).outcome).toBe('DONE');
    expect((await seen('adviser', other))!.length).toBe(2);
  });

  test('is given for five years, to the day', async () => {
    const { outcome, key } = await save('adviser', other, { fromOn: '2028-02-29', untilOn: '2033-02-28' });
    expect(outcome).toBe('DONE');
    expect((await save('adviser', other, { key, version: 1, fromOn: '2027-03-01', untilOn: '2032-03-01' })).outcome).toBe('DONE');
  });

  test('is entered by nobody else, who are told the same as of an expert who does not exist', async () => {
    for (const role of ROLES.filter((one) => !ADVISERS.includes(one))) {
      const [refused, absent] = [await save(role, other), await save(role, randomUUID())];
      expect([role, refused.code ?? refused.outcome]).toEqual([role, role === 'visitor' || role === 'suspended' ? 'UNAUTHENTICATED' : 'GONE']);
      expect(absent).toEqual({ ...refused, key: absent.key, ...(refused.expert !== undefined && { expert: null }) });
    }
    expect((await save('adviser', randomUUID())).outcome).toBe('GONE');
  });

  test('says what is wrong with it, and is then written nowhere', async () => {
    const before = await seen('adviser', other);
    const wrong = async (changes: Partial<Given>): Promise<unknown> => (await save('adviser', other, changes)).faults;
    expect(await wrong({ untilOn: '2027-02-28' })).toEqual([{ field: 'UNTIL', fault: 'BEFORE' }]);
    expect([await wrong({ untilOn: '2032-03-02' }), await wrong({ fromOn: '2028-02-29', untilOn: '2033-03-01' })]).toEqual(Array(2).fill([{ field: 'UNTIL', fault: 'TOO_FAR' }]));
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    expect(await wrong({ givenOn: tomorrow })).toEqual([{ field: 'GIVEN_ON', fault: 'FUTURE' }]);
    expect(await wrong({ givenBy: '  ' })).toEqual([{ field: 'GIVEN_BY', fault: 'MISSING' }]);
    expect(await wrong({ givenBy: 'x'.repeat(201), remark: 'x'.repeat(501) })).toEqual([{ field: 'GIVEN_BY', fault: 'TOO_LONG' }, { field: 'REMARK', fault: 'TOO_LONG' }]);
    expect(await wrong({ remark: 'one\ntwo' })).toEqual([{ field: 'REMARK', fault: 'NOT_A_LINE' }]);
    expect((await save('adviser', other, { remark: 'Ana, 17 ans, +355 69 234 5678' })).code).toBe('VICTIM_DATA');
    expect(await seen('adviser', other)).toEqual(before);
  });

  test('is changed by who has read it as it is; somebody else is shown what it is by now', async () => {
    const { key } = await save('adviser', other, { fromOn: '2028-01-01', untilOn: '2028-01-31' });
    const changed = await save('assistant', other, { key, version: 1, fromOn: '2028-01-01', untilOn: '2028-02-29', remark: 'Prolongé.' });
    expect(changed.outcome).toBe('DONE');
    const late = await save('adviser', other, { key, version: 1, fromOn: '2028-01-01', untilOn: '2028-03-31' });
    expect(late.outcome).toBe('CONFLICT');
    expect(late.expert!.sheet!.clearances.find(({ id }) => id.endsWith(key))).toMatchObject({ version: 2, untilOn: '2028-02-29', remark: 'Prolongé.' });
    // What is so already is done, whatever the version.
    expect((await save('adviser', other, { key, version: 1, fromOn: '2028-01-01', untilOn: '2028-02-29', remark: 'Prolongé.' })).outcome).toBe('DONE');
    // Under its key there is none of another expert.
    expect((await save('adviser', mine, { key, version: 2 })).outcome).toBe('GONE');
  });

  test('is changed by one of two at once', async () => {
    const { key } = await save('adviser', other, { fromOn: '2029-01-01', untilOn: '2029-01-31' });
    const came = await Promise.all(['2029-02-01', '2029-03-01'].map((untilOn) => save('adviser', other, { key, version: 1, fromOn: '2029-01-01', untilOn })));
    expect(came.map(({ outcome }) => outcome).sort()).toEqual(['CONFLICT', 'DONE']);
  });

  test('is seen by the expert whose it is, and by the adviser; for all others it is not there', async () => {
    const key = await clearanceOf(server(), mine);
    const absent = (await ask(server(), 'query ($id: ID!) { node(id: $id) { id } }', { id: `Clearance_${randomUUID()}` })).text;
    for (const role of ROLES) {
      const isTheirs = role === 'expert' || ADVISERS.includes(role);
      expect([role, await seen(role, mine)]).toEqual([role, isTheirs ? [key] : null]);
      const node = await ask(server(), 'query ($id: ID!) { node(id: $id) { id } }', { id: `Clearance_${key}` }, headers[role]);
      if (isTheirs) expect(node.data).toEqual({ node: { id: `Clearance_${key}` } });
      else expect(node.text).toBe(absent);
    }
    // Not those of another.
    const [theirs] = await sql<{ uuid: string }>('select uuid from clearance where expert_uuid = ? limit 1', [other]);
    expect((await ask(server(), 'query ($id: ID!) { node(id: $id) { id } }', { id: `Clearance_${theirs!.uuid}` }, headers.expert)).data).toEqual({ node: null });
  });

  test('is removed with its document by the adviser, and by nobody else', async () => {
    const key = await clearanceOf(server(), mine);
    for (const role of ['expert', 'scac', 'translator'] as const) expect([await act(role, 'removeClearance', key), await act(role, 'removeClearanceFile', key)]).toEqual(['GONE', 'GONE']);
    expect(await sql('select from clearance_file where clearance_uuid = ?', [key])).toHaveLength(1);
    expect([await act('adviser', 'removeClearance', key), await act('adviser', 'removeClearance', key)]).toEqual(['DONE', 'DONE']);
    expect(await sql('select from clearance where uuid = ? union all select from clearance_file where clearance_uuid = ?', [key, key])).toEqual([]);
  });

  test('is not removed by who has not read it as it is, nor is its document: bringing and removing one changes it too', async () => {
    const { key } = await save('adviser', other, { fromOn: '2030-01-01', untilOn: '2030-01-31' });
    const version = async (): Promise<number> => (await sql<{ version: number }>('select version from clearance where uuid = ?', [key]))[0]!.version;
    expect([(await bring('assistant', key)).outcome, await version(), (await bring('assistant', key)).outcome, await version()]).toEqual(['DONE', 2, 'DONE', 2]);
    expect([await act('adviser', 'removeClearance', key, 1), await act('adviser', 'removeClearanceFile', key, 1)]).toEqual(['CONFLICT', 'CONFLICT']);
    expect(await sql('select from clearance_file where clearance_uuid = ?', [key])).toHaveLength(1);
    expect([await act('adviser', 'removeClearanceFile', key, 2), await version(), await act('assistant', 'removeClearanceFile', key, 2), await version()]).toEqual(['DONE', 3, 'DONE', 3]);
    expect([await act('assistant', 'removeClearance', key, 2), await act('assistant', 'removeClearance', key, 3), await act('adviser', 'removeClearance', key, 3)]).toEqual(['CONFLICT', 'DONE', 'DONE']);
  });

  test('is told of in the journal: its days with before and after, of its texts that they were changed', async () => {
    await sql('delete from audit_entry');
    const { key } = await save('adviser', mine);
    await save('adviser', mine, { key, version: 1, untilOn: '2027-04-30', remark: 'Prolongé.' });
    await bring('adviser', key);
    await act('adviser', 'removeClearance', key);
    const entries = await sql<{ line: string }>(`select concat_ws(' ', p.email, a.action, a.part, a.before, a.after) as line from audit_entry a join person p on p.id = a.about_id where a.subject = 'CLEARANCE' and a.object = ? order by a.at, a.part`, [mine]);
    expect(entries.map(({ line }) => line).sort()).toEqual([`${PEOPLE.expert} ADDED`, `${PEOPLE.expert} CHANGED file PDF`, `${PEOPLE.expert} CHANGED remark`, `${PEOPLE.expert} CHANGED until_on 2027-03-31 2027-04-30`, `${PEOPLE.expert} REMOVED`].sort());
    const { data } = await ask(server(), '{ auditEntries(first: 1, sort: LATEST, filter: { subjects: [CLEARANCE] }) { nodes { cleared { id } } } }', {}, headers.adviser);
    expect(data!.auditEntries).toEqual({ nodes: [{ cleared: { id: `Expert_${mine}` } }] });
  });
});

describe('the document of a clearance', () => {
  test('is a PDF or a picture, brought once by the adviser, and read by those who see the clearance', async () => {
    const key = await clearanceOf(server(), mine, { hasFile: false });
    for (const role of ['expert', 'scac', 'ngoCoordinator'] as const) expect([role, await bring(role, key)]).toMatchObject([role, { status: 404, outcome: 'GONE' }]);
    expect(await bring('visitor', key)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(await bring('adviser', randomUUID())).toMatchObject({ status: 404, outcome: 'GONE' });
    expect(await bring('adviser', key)).toMatchObject({ status: 201, outcome: 'DONE' });
    expect((await bring('adviser', key)).outcome).toBe('DONE');
    expect(await bring('assistant', key, { file: await photograph('png') })).toMatchObject({ status: 409, outcome: 'TOO_MANY' });
    for (const role of ROLES) {
      const response = await fetchFile(role, key);
      expect([role, response.status]).toEqual([role, role === 'expert' || ADVISERS.includes(role) ? 200 : 404]);
      if (response.status !== 200) continue;
      expect([response.headers.get('content-type'), response.headers.get('x-content-type-options'), response.headers.get('content-security-policy')]).toEqual(['application/pdf', 'nosniff', expect.stringContaining('sandbox')]);
      expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
    }
    expect(await act('assistant', 'removeClearanceFile', key)).toBe('DONE');
    expect((await fetchFile('adviser', key)).status).toBe(404);
    expect((await bring('adviser', key, { file: await photograph('png') })).outcome).toBe('DONE');
    expect(await sql('select kind from clearance_file where clearance_uuid = ?', [key])).toEqual([{ kind: 'PNG' }]);
  });

  test('that is not taken is stored nowhere, and says why', async () => {
    const key = await clearanceOf(server(), mine, { hasFile: false });
    const tried = [await bring('adviser', key, { file: Buffer.from('MZ') }), await bring('adviser', key, { file: Buffer.alloc(5_000_001) }), await bring('adviser', key, { file: pdf(['<< /S /JavaScript >>']) }), await bring('adviser', key, { more: { 'x-clearance': '' } }), await bring('adviser', key, { more: { 'sec-fetch-site': 'cross-site', origin: 'https://example.org' } })];
    expect(tried.map(({ status, outcome, code }) => `${status} ${outcome ?? code!}`)).toEqual(['415 UNSUPPORTED', '413 TOO_LARGE', '400 ACTIVE', '400 BAD_REQUEST', '400 BAD_REQUEST']);
    expect(await sql('select from clearance_file where clearance_uuid = ?', [key])).toEqual([]);
  });
});

describe('the rows', () => {
  /** What somebody does past the services: how many rows, or the code with which it is refused. */
  const reach = async (role: Exclude<Role, 'visitor'> | null, statement: string, values: unknown[] = []): Promise<number | string> =>
    asPerson(role && (await idOf(PEOPLE[role])), (client) => client.query(statement, values).then(({ rowCount }) => rowCount ?? 0, (error: { code: string }) => error.code));

  test('are those of the API, by each table; without the rules anybody sees them: the control', async () => {
    await sql('delete from clearance');
    for (const expert of [mine, other]) await clearanceOf(server(), expert);
    for (const table of ['clearance', 'clearance_file']) {
      for (const role of [null, 'scac', 'ngoCoordinator', 'translator', 'expert', 'adviser', 'assistant'] as const) {
        expect([table, role, await reach(role, `select from ${table}`)]).toEqual([table, role, role === 'expert' ? 1 : role === 'adviser' || role === 'assistant' ? 2 : 0]);
      }
    }
    for (const table of ['clearance', 'clearance_file']) await sql(`alter table ${table} disable row level security`);
    expect([await reach(null, 'select from clearance'), await reach(null, 'select from clearance_file')]).toEqual([2, 2]);
    for (const table of ['clearance', 'clearance_file']) await sql(`alter table ${table} enable row level security`);
  });

  test('are written by the adviser alone', async () => {
    const add = `insert into clearance (uuid, expert_uuid, from_on, until_on, given_by, given_on, locale) values (gen_random_uuid(), $1, '2027-01-01', '2027-01-02', 'x', '2027-01-01', 'fr')`;
    expect([await reach('adviser', add, [other]), await reach('expert', add, [mine]), await reach('scac', add, [other]), await reach(null, add, [other])]).toEqual([1, '42501', '42501', '42501']);
    expect(await reach('adviser', `update clearance set until_on = from_on + 1828`)).toBe('23514');
    for (const statement of [`update clearance set until_on = '2030-01-01'`, 'delete from clearance', 'delete from clearance_file']) expect([await reach('expert', statement), await reach('scac', statement)]).toEqual([0, 0]);
  });

  test('of a real expert are no invented adviser’s', async () => {
    await sql('update expert set is_demonstration = false where uuid = ?', [other]);
    expect(await reach('adviser', 'select from clearance')).toBe(1);
    await sql('update expert set is_demonstration = true where uuid = ?', [other]);
    expect(await reach('adviser', 'select from clearance')).toBe(2);
  });
});
