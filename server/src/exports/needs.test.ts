/** Taking needs, cooperation requests and instruments along: in the file is what the pages show to whoever asks, and nothing more. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, ask, send, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, ROLES, type Role, signEverybodyIn } from '../../test/permissions/roles.ts';
import { close, decide, opine, requestOf } from '../cooperation-requests/requests.fixture.ts';
import { needOf } from '../needs/needs.fixture.ts';
import { PROVISION, saveProvision } from '../provisions/provisions.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;

const take = (role: Role, address: string): Promise<Answer> => send(server(), `/export/${address}`, { headers: { ...headers[role] } });
/** The lines of a file after its heads, as cells: each is in quotes. */
const linesOf = ({ text }: Answer): string[][] => text.split('\r\n').slice(1, -1).map((line) => line.slice(1, -1).split('","'));
const recordsOf = ({ text }: Answer): Record<string, unknown>[] => (JSON.parse(text) as { records: Record<string, unknown>[] }).records;

/** Who sees the needs of Serbia, and who its requests: two of them, one sent by an authority. */
const OF_NEEDS: readonly Role[] = ['adviser', 'assistant', 'scac', 'ssi'];
const SIGNED_IN = ROLES.filter((role) => role !== 'visitor' && role !== 'suspended');

let need: string;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  await owner(server(), 'delete from cooperation_request');
  await owner(server(), 'delete from need');
  need = await needOf(server(), headers.scac, { title: '=1+1 Sklonište', text: 'Zzyzx', subtheme: 'SHELTER' });
  await needOf(server(), headers.scacElsewhere, { country: 'AL', title: 'Xyzzy', pillar: 'PREVENTION' });
  const asked = await requestOf(server(), headers.scac, { subject: 'Plugh', need: `Need_${need}` });
  await opine(server(), headers.ssi, asked, { answer: 'AGAINST', reason: 'Frotz' });
  await decide(server(), headers.adviser, asked, { reason: 'Nitfol' });
  await close(server(), headers.adviser, asked, { reason: 'Rezrov' });
  const theirs = await requestOf(server(), headers.authority, { subject: 'Gnusto' });
  await opine(server(), headers.scac, theirs, { service: 'SCAC', answer: 'AGAINST', reason: 'Blorb' });
});

describe('needs', () => {
  test('are those that the page shows: of a post those of its country, of the adviser all, of nobody else any', async () => {
    for (const role of SIGNED_IN) {
      const { data } = await ask(server(), '{ needs(first: 50) { nodes { id } } }', {}, headers[role]);
      const shown = (data as { needs: { nodes: { id: string }[] } }).needs.nodes.map(({ id }) => id).sort();
      const [csv, json] = [await take(role, 'needs.csv?locale=en'), await take(role, 'needs.json?locale=en')];
      expect([role, recordsOf(json).map(({ key }) => `Need_${String(key)}`).sort(), linesOf(csv).length, csv.text.includes('Zzyzx')]).toEqual([role, shown, shown.length, OF_NEEDS.includes(role)]);
    }
    expect((await take('visitor', 'needs.csv?locale=en')).code).toBe('UNAUTHENTICATED');
  });

  test('control: the rows that only the rule hides are there', async () => {
    await owner(server(), 'alter table need disable row level security');
    await owner(server(), 'alter table need_translation disable row level security');
    try {
      expect(linesOf(await take('expert', 'needs.csv?locale=en'))).toHaveLength(2);
    } finally {
      await owner(server(), 'alter table need enable row level security');
      await owner(server(), 'alter table need_translation enable row level security');
    }
  });

  test('are said in words in a table, and by codes, in every language in which they are said, in JSON; no cell is a formula', async () => {
    const [line] = linesOf(await take('scac', 'needs.csv?locale=en'));
    expect(line!.slice(1)).toEqual(['Serbia', expect.any(String), 'Shelter', expect.any(String), 'Protection', expect.stringContaining('=1+1 Sklonište'), 'Zzyzx', 'srpski (latinica)', 'Not in the language of this file', expect.stringContaining(' · '), 'Nothing in the country responds to it · Other countries of the region have the same problem', 'High', 'Submitted', '', 'Izveštaj · https://example.org/izvestaj']);
    expect((await take('scac', 'needs.csv?locale=en')).text).not.toMatch(/(^|[";,])=/m);
    expect(recordsOf(await take('scac', 'needs.json?locale=fr'))).toEqual([expect.objectContaining({ key: need, country: 'RS', theme: 'ASSISTANCE', subtheme: 'SHELTER', furtherThemes: ['CHILD_TRAFFICKING'], urgency: 'HIGH', texts: { 'sr-Latn': { title: '=1+1 Sklonište', text: 'Zzyzx' } }, outdated: [], isDemonstration: true })]);
  });

  test('are taken on the conditions of the page; a day that is none is refused', async () => {
    const many = async (query: string): Promise<number> => linesOf(await take('adviser', `needs.csv?locale=en${query}`)).length;
    expect([await many(''), await many('&country=AL'), await many('&pillar=PREVENTION'), await many('&theme=CHILD_TRAFFICKING'), await many('&subtheme=SHELTER'), await many('&status=DECLINED'), await many('&from=2099-01-01'), await many('&until=2099-01-01')]).toEqual([2, 1, 1, 2, 1, 0, 0, 2]);
    expect([(await take('adviser', 'needs.csv?locale=en&from=2026-02-30')).code, (await take('adviser', 'needs.pdf?locale=en')).code]).toEqual(['BAD_USER_INPUT', 'BAD_REQUEST']);
  });

  test('say in which language a text is, where it is not that of the file, and where it was translated from an earlier version', async () => {
    const said = async (locale: string): Promise<string[]> => linesOf(await take('scac', `needs.csv?locale=${locale}`))[0]!.slice(8, 10);
    await owner(server(), `insert into need_translation (need_uuid, locale, title, text, source_version) values (?, 'mk', 'Прибежище', 'x', 0)`, [need]);
    try {
      expect([await said('sr-Latn'), await said('mk'), await said('en')]).toEqual([['srpski (latinica)', ''], ['македонски', 'Преведено од поранешна верзија'], ['srpski (latinica)', 'Not in the language of this file']]);
      expect(recordsOf(await take('scac', 'needs.json?locale=fr'))[0]).toMatchObject({ outdated: ['mk'] });
    } finally {
      await owner(server(), `delete from need_translation where need_uuid = ? and locale = 'mk'`, [need]);
    }
  });

  test('are a workbook too, and each file is in the trail', async () => {
    expect((await take('adviser', 'needs.xlsx?locale=bg')).text.slice(0, 2)).toBe('PK');
    expect((await owner(server(), `select from audit_entry where subject = 'EXPORT' and part in ('needs.xlsx', 'needs.json')`)).length).toBeGreaterThan(1);
  });
});

describe('cooperation requests', () => {
  test('are those that the page shows, and what the embassy thinks of them is for the embassy and the adviser', async () => {
    for (const role of SIGNED_IN) {
      const { data } = await ask(server(), '{ cooperationRequests(first: 50) { nodes { id } } }', {}, headers[role]);
      const shown = (data as { cooperationRequests: { nodes: { id: string }[] } }).cooperationRequests.nodes.map(({ id }) => id).sort();
      const [csv, json] = [await take(role, 'requests.csv?locale=en'), await take(role, 'requests.json?locale=en')];
      expect([role, recordsOf(json).map(({ key }) => `CooperationRequest_${String(key)}`).sort(), linesOf(csv).length]).toEqual([role, shown, shown.length]);
      for (const { text } of [csv, json]) expect([role, ['Plugh', 'Gnusto', 'Frotz', 'Blorb'].filter((word) => text.includes(word))]).toEqual([role, OF_NEEDS.includes(role) ? ['Plugh', 'Gnusto', 'Frotz', 'Blorb'] : role === 'authority' ? ['Gnusto'] : []]);
    }
  });

  test('say what was decided, by which criteria and why, and what was done', async () => {
    const line = linesOf(await take('scac', 'requests.csv?locale=en&status=CLOSED'))[0]!;
    expect(line.slice(13)).toEqual([expect.stringContaining('Sklonište'), 'Closed', expect.stringMatching(/^\d{4}-/), '', 'Against · Frotz', 'Granted', expect.stringContaining('Nobody else is doing it already – No'), 'Nitfol', 'Rezrov', '', '']);
    expect(recordsOf(await take('adviser', 'requests.json?locale=en&status=CLOSED'))).toEqual([expect.objectContaining({ need, decision: 'GRANTED', notMet: ['NO_DUPLICATE'], opinions: [expect.objectContaining({ service: 'SSI', state: 'AGAINST' })] })]);
  });

  test('name the need that they answer in the language in which it was written, where it is named in none that is read', async () => {
    const named = async (locale: string): Promise<string> => linesOf(await take('scac', `requests.csv?locale=${locale}&status=CLOSED`))[0]![13]!;
    for (const [locale, title] of [['bg', null], ['mk', 'Прибежище']]) await owner(server(), `insert into need_translation (need_uuid, locale, title, text) values (?, ?, ?, 'x')`, [need, locale, title]);
    try {
      expect([await named('tr'), await named('en'), await named('mk')]).toEqual([expect.stringContaining('Sklonište'), expect.stringContaining('Sklonište'), 'Прибежище']);
    } finally {
      await owner(server(), `delete from need_translation where need_uuid = ? and locale in ('bg', 'mk')`, [need]);
    }
  });
});


describe('instruments', () => {
  test('have a line for each country and instrument, as the table shows, also where nothing is known', async () => {
    const [{ count }] = (await owner<{ count: number }>(server(), 'select (select count(*) from instrument)::int * (select count(*) from country)::int as count')) as [{ count: number }];
    // Below the table stand notes on names.
    const all = linesOf(await take('expert', 'instruments.csv?locale=en'));
    const lines = all.slice(0, all.findIndex((line) => line.every((cell) => cell === '')));
    expect(lines).toHaveLength(count);
    expect(lines.filter((line) => line[5] === 'Unknown').length).toBe(count - (await owner(server(), 'select from country_instrument')).length);
    const records = recordsOf(await take('authority', 'instruments.json?locale=en&country=RS'));
    expect([records.length, new Set(records.map(({ country }) => country))]).toEqual([(await owner(server(), 'select from instrument')).length, new Set(['RS'])]);
  });

  test('say of what is to a country whether somebody has verified it, and when it was checked; nothing where nothing is known', async () => {
    const [one] = (await owner<{ country: string; instrument: string }>(server(), 'select country_code as country, instrument_code as instrument from country_instrument order by 1, 2 limit 1')) as [{ country: string; instrument: string }];
    const said = async (): Promise<string[]> => linesOf(await take('expert', `instruments.csv?locale=en&country=${one.country}&instrument=${one.instrument}`))[0]!.slice(-2);
    const { is_verified: was, checked_on: on } = (await owner<{ is_verified: boolean; checked_on: string }>(server(), 'select is_verified, checked_on from country_instrument where country_code = ? and instrument_code = ?', [one.country, one.instrument]))[0]!;
    const set = (isVerified: boolean, checkedOn: string | null): Promise<unknown> => owner(server(), 'update country_instrument set is_verified = ?, checked_on = ? where country_code = ? and instrument_code = ?', [isVerified, checkedOn, one.country, one.instrument]);
    try {
      await set(false, null);
      expect(await said()).toEqual(['No', '']);
      await set(true, '2026-10-05');
      expect(await said()).toEqual(['Yes', '2026-10-05']);
    } finally {
      await set(was, on);
    }
    const unknown = linesOf(await take('expert', 'instruments.csv?locale=en')).filter((line) => line[5] === 'Unknown');
    expect(unknown.every((line) => line.slice(-2).join('') === '')).toBe(true);
  });
});

describe('provisions of national law', () => {
  test('are those that who asks sees, as they were read, in their own language', async () => {
    const { key } = await saveProvision(server(), headers.scac);
    for (const role of SIGNED_IN) expect([role, recordsOf(await take(role, 'provisions.json?locale=en&country=RS&instrument=coe-197')).filter((one) => one.key === key).length]).toEqual([role, OF_NEEDS.includes(role) ? 1 : 0]);
    const line = linesOf(await take('scac', 'provisions.csv?locale=en&country=RS&instrument=coe-197')).find((cells) => cells.includes(PROVISION.reference))!;
    expect([line[0], line[2], line[4]?.endsWith('Provision of national law'), line[6], line[7], line[8], line[11]]).toEqual(['Serbia', '18 · 26', true, PROVISION.text, 'српски (ћирилица)', PROVISION.startsOn, 'Yes']);
    expect((await take('visitor', 'provisions.csv?locale=en')).code).toBe('UNAUTHENTICATED');
  });
});
