/** Taking the register of recommendations along: everybody who is signed in has the register, and where recommendations stand only who follows them. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, post, send, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, type Role, signEverybodyIn } from '../../test/permissions/roles.ts';
import { enterProgress, passAsReal, progressOf } from '../recommendations/progress.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;

const take = (role: Role, query = '', type = 'csv'): Promise<Answer> => send(server(), `/export/recommendations.${type}?locale=en${query}`, { headers: { ...headers[role] } });
/** The lines of a file after its heads, as cells: each is in quotes. */
const linesOf = ({ text }: Answer): string[][] => text.split('\r\n').slice(1, -1).map((line) => line.slice(1, -1).split('","'));

const INVENTED = 'Demonstration: the people and the figures are invented.';

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  await owner(server(), 'delete from recommendation_progress');
  const first = await progressOf(server(), headers.scac);
  await enterProgress(server(), headers.adviser, { after: first, status: 'IMPLEMENTED', asOf: '2026-10-01', sourceLocale: 'en', seen: '=1+1 Zzyzx', links: [] });
});

describe('the register', () => {
  test('has the body, round, year, paragraph, country and verb of each, with where it was read, the latest first', async () => {
    const answer = await take('adviser');
    expect(answer.text.split('\r\n')[0]!.replace(/^\uFEFF/, '')).toBe('"Body","Evaluation round","Year of the report","Paragraph","Country","Verb of the official text","Themes","Neutral summary","Follow-up","As of","What was seen","Where it was read","Language of the text","About the text"');
    const [{ count }] = (await owner<{ count: number }>(server(), 'select count(*)::int as count from recommendation')) as [{ count: number }];
    expect(linesOf(answer)).toHaveLength(count);
    expect(linesOf(await take('adviser', '&country=RS'))).toEqual([['GRETA', '2', expect.any(String), expect.any(String), 'Serbia', expect.any(String), expect.any(String), expect.any(String), 'Implemented', '2026-10-01', `${INVENTED} =1+1 Zzyzx`, expect.any(String), 'English', '']]);
  });

  test('says where recommendations stand to those who follow them, and to nobody else', async () => {
    for (const role of ['adviser', 'assistant', 'scac', 'ssi'] as const) expect([role, linesOf(await take(role, '&country=RS'))[0]![8]]).toEqual([role, 'Implemented']);
    for (const role of ['scacElsewhere', 'authority', 'ngoCoordinator', 'expert', 'international', 'translator'] as const) {
      const answer = await take(role, '&country=RS');
      expect([role, answer.status, linesOf(answer)[0]!.slice(8, 11), answer.text.includes('Zzyzx')]).toEqual([role, 200, ['', '', ''], false]);
    }
  });

  test('has a real entry before an invented one for who is real, and says of invented ones that they are', async () => {
    const cells = async (role: Role): Promise<string[]> => linesOf(await take(role, '&country=RS'))[0]!.slice(8, 11);
    const isInventedAgain = await passAsReal(server(), PEOPLE.adviser);
    const [{ uuid }] = (await owner<{ uuid: string }>(server(), `select uuid from recommendation_progress where status = 'IMPLEMENTED'`)) as [{ uuid: string }];
    expect(await cells('adviser')).toEqual(['Implemented', '2026-10-01', `${INVENTED} =1+1 Zzyzx`]);
    const real = await enterProgress(server(), headers.adviser, { after: uuid, status: 'UNDER_WAY', sourceLocale: 'en', seen: '=2+2 Real', links: [] });
    const after = await enterProgress(server(), headers.scac, { after: uuid, status: 'NOT_STARTED', sourceLocale: 'en', seen: 'Xyzzy', links: [] });
    expect([real.outcome, after.outcome]).toEqual(['DONE', 'DONE']);
    expect([await cells('adviser'), await cells('scac')]).toEqual([['Under way', '2026-11-01', `'=2+2 Real`], ['Not started', '2026-11-01', `${INVENTED} Xyzzy`]]);
    await owner(server(), `delete from recommendation_progress where status = 'NOT_STARTED' or not is_demonstration`);
    await isInventedAgain();
  });

  test('is taken on the conditions of the page', async () => {
    const all = linesOf(await take('adviser')).length;
    const many = async (role: Role, query: string): Promise<number> => linesOf(await take(role, query)).length;
    expect([await many('adviser', '&standing=IMPLEMENTED'), await many('adviser', '&standing=OPEN'), await many('adviser', '&standing=UNKNOWN')]).toEqual([1, all - 1, all - 1]);
    expect([await many('scac', '&standing=IMPLEMENTED'), await many('scac', '&standing=OPEN'), await many('expert', '&standing=UNKNOWN'), await many('scacElsewhere', '&standing=IMPLEMENTED')]).toEqual([1, 0, 0, 0]);
    expect(await many('adviser', '&verb=NONE')).toBe(0);
    expect(await many('adviser', '&theme=COMPENSATION')).toBeGreaterThan(0);
  });

  test('is JSON too, by codes, with where they stand for those who see it', async () => {
    const records = async (role: Role): Promise<Record<string, unknown>[]> => (JSON.parse((await take(role, '&country=RS', 'json')).text) as { records: Record<string, unknown>[] }).records;
    expect(await records('scac')).toEqual([expect.objectContaining({ country: 'RS', verb: expect.any(String), summaryLocale: 'en', isFallback: false, isOutdated: false, progress: { status: 'IMPLEMENTED', asOf: '2026-10-01', seen: '=1+1 Zzyzx', seenLocale: 'en', isFallback: false, isOutdated: false, isDemonstration: true } })]);
    expect((await records('expert')).map(({ progress }) => progress)).toEqual([null]);
  });

  test('is a workbook too, and is written into the trail', async () => {
    expect((await take('adviser', '', 'xlsx')).text.slice(0, 2)).toBe('PK');
    expect(await owner(server(), `select from audit_entry where subject = 'EXPORT' and part = 'recommendations.xlsx'`)).toHaveLength(1);
    expect((await take('adviser', '', 'pdf')).code).toBe('BAD_REQUEST');
  });
});

describe('a visitor', () => {
  const visit = (address: string, more: Record<string, string> = {}): Promise<Answer> => send(server(), `/export/${address}`, { headers: more });

  test('takes what everybody reads, and nothing of what has become of it; it may be kept, and is in no trail', async () => {
    const before = (await owner(server(), `select from audit_entry where subject = 'EXPORT'`)).length;
    const csv = await visit('recommendations.csv?locale=en&country=RS');
    expect([csv.status, csv.headers.get('cache-control'), csv.headers.get('vary'), csv.headers.get('set-cookie')]).toEqual([200, 'public, max-age=300', expect.stringContaining('Cookie'), null]);
    expect(linesOf(csv).map((line) => line.slice(8, 11))).toEqual([['', '', '']]);
    const records = (JSON.parse((await visit('recommendations.json?locale=en')).text) as { records: { progress: unknown }[] }).records;
    expect([records.length > 1, records.every(({ progress }) => progress === null)]).toEqual([true, true]);
    expect([(await visit('instruments.xlsx?locale=el')).text.slice(0, 2), (await visit('instruments.csv?locale=el')).status]).toEqual(['PK', 200]);
    expect((await owner(server(), `select from audit_entry where subject = 'EXPORT'`)).length).toBe(before);
  });

  test('takes no list that is for those who are signed in, nor does a page of another site', async () => {
    for (const list of ['needs', 'requests', 'provisions', 'register', 'record']) expect([list, (await visit(`${list}.csv?locale=en`)).code]).toEqual([list, 'UNAUTHENTICATED']);
    expect((await visit('recommendations.csv?locale=en', { 'sec-fetch-site': 'cross-site' })).code).toBe('BAD_REQUEST');
  });

  test('uses up ten operations of its network for each file, which are refused like all others once they are used up', async () => {
    const few = await server().beside({}, { visitorLimit: 25, trustedProxies: ['loopback'] });
    const from = (network: string): Record<string, string> => ({ 'x-forwarded-for': network });
    const take = (address: string, network = '203.0.113.9'): Promise<Answer> => send(few, `/export/${address}`, { headers: from(network) });
    const file = 'recommendations.csv?locale=en&country=RS';
    expect([(await take(file)).status, (await take('instruments.json?locale=en')).status]).toEqual([200, 200]);
    const third = await take(file);
    expect([third.status, third.code, third.headers.get('cache-control')]).toEqual([429, 'RATE_LIMITED', 'private, no-store']);
    // Beside two files five operations of another kind are left, and no more: the control.
    expect([(await take(file, '203.0.113.11')).status, (await take(file, '203.0.113.11')).status]).toEqual([200, 200]);
    const asks = await Promise.all([1, 2, 3, 4, 5, 6].map(() => post(few, JSON.stringify({ query: '{ themes { code } }' }), from('203.0.113.11'))));
    expect(asks.map(({ code }) => code ?? 'ANSWERED').sort()).toEqual(['ANSWERED', 'ANSWERED', 'ANSWERED', 'ANSWERED', 'ANSWERED', 'RATE_LIMITED']);
    expect((await take(file, '203.0.113.10')).status).toBe(200);
  });

  test('reads where recommendations stand by no condition: it leaves nothing', async () => {
    for (const standing of ['IMPLEMENTED', 'OPEN', 'UNKNOWN']) expect([standing, linesOf(await visit(`recommendations.csv?locale=en&standing=${standing}`))]).toEqual([standing, []]);
  });
});
