/** The register of personal data: what is told to anybody, as a field and as a file. */
import { describe, expect, test } from 'vitest';
import { ask, send, testServer } from './harness.ts';

const server = testServer();
const FIELDS = 'name category persons purpose basis retention { period from } recipients source proposed';
const QUERY = `{ dataRegister { version tables { name columns { ${FIELDS} } otherColumns } tablesWithoutPersons { name reason } } }`;

interface Column {
  readonly name: string;
  readonly recipients: readonly string[];
}

interface Register {
  readonly version: number;
  readonly tables: readonly { readonly name: string; readonly columns: readonly Column[] }[];
  readonly tablesWithoutPersons: readonly unknown[];
}

async function asked(): Promise<Register> {
  return (await ask(server(), QUERY)).data!.dataRegister as Register;
}

describe('the register', () => {
  test('says of each column about a person why, on what ground, how long, for whom and from where', async () => {
    const { version, tables } = await asked();
    expect(version).toBe(1);
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['expert', 'expert_theme', 'session_trainer']));
    expect(tables.find(({ name }) => name === 'expert')!.columns.find(({ name }) => name === 'name')).toEqual({
      name: 'name', category: 'IDENTITY', persons: ['EXPERT'], purpose: 'FIND_EXPERTS', basis: 'CONSENT',
      retention: [{ period: 'P0D', from: 'CONSENT_WITHDRAWN' }, { period: 'P3Y', from: 'LAST_MISSION' }],
      recipients: ['CHOSEN', 'ADVISER'], source: 'PERSON', proposed: ['BASIS', 'RETENTION', 'SOURCE'],
    });
  });

  test('says that everybody may see no other columns than those that everybody sees', async () => {
    const { data } = await ask(server(), '{ __type(name: "Expert") { fields { name } } experts(first: 50) { nodes { name } } }');
    const fields = (data!.__type as { fields: { name: string }[] }).fields.map(({ name }) => name);
    const columns = (await asked()).tables.find(({ name }) => name === 'expert')!.columns.filter(({ recipients }) => recipients.includes('PUBLIC')).map(({ name }) => name);
    const asField: Readonly<Record<string, string>> = {
      uuid: 'id', profession_code: 'profession', institution_code: 'institution', vouched_by: 'vouchedBy', vouched_since: 'vouchedSince', last_mission_on: 'lastMissionOn', corps: 'corps',
    };
    expect(columns.filter((column) => !fields.includes(asField[column] ?? 'no field'))).toEqual([]);
    expect(columns).not.toContain('name');
  });

  test('holds nothing about anybody', async () => {
    const { rows } = await server().database.orm.em.getConnection().execute<{ rows: { name: string }[] }>('select name from expert', [], 'run');
    expect(rows.length).toBeGreaterThan(10);
    const { text } = await send(server(), '/data-register.json');
    expect(rows.filter(({ name }) => text.includes(name))).toEqual([]);
  });
});

describe('the file', () => {
  test('says the same in the same codes, and who the controller is', async () => {
    const { version, ...rest } = await asked();
    const { text, headers } = await send(server(), '/data-register.json');
    expect(JSON.parse(text)).toEqual({ schemaVersion: version, controller: { name: null, contact: null }, ...rest });
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    const named = await server().beside({}, { operator: { name: 'Ambassade', contact: 'mailto:a@passerelle.example', director: null, host: null, securityContact: null } });
    expect(JSON.parse((await send(named, '/data-register.json')).text)).toMatchObject({ controller: { name: 'Ambassade', contact: 'mailto:a@passerelle.example' } });
  });

  test('is sent once to who asks again', async () => {
    const first = await send(server(), '/data-register.json');
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    const again = await send(server(), '/data-register.json', { headers: { 'if-none-match': first.headers.get('etag')! } });
    expect([again.status, again.text, again.headers.get('content-type')]).toEqual([304, '', null]);
  });
});
