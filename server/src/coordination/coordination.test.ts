/** What coordinates action against trafficking in a country: everybody reads it with its source, its post and the adviser keep it, nothing is overwritten unread, and no import takes back what a person said. */
import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { rowsAs } from '../../test/permissions/rows-as.ts';
import { ormOptions } from '../orm.ts';
import { passAsReal } from '../recommendations/progress.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import { COORDINATION, coordinationOf, removeCoordination, saveCoordination } from './coordination.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;
let orm: MikroORM;
const as = (email: string | null, ...statements: string[]): Promise<number | string> => rowsAs(orm, server().database, email, ...statements);
const KEEPING: readonly string[] = ['scac', 'ssi', 'assistant', 'adviser'];
const OTHERS = [PEOPLE.scacElsewhere, PEOPLE.authority, PEOPLE.ngoCoordinator, PEOPLE.expert, PEOPLE.international, PEOPLE.translator, PEOPLE.suspended, null];

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});
beforeEach(() => sql(`delete from country_coordination where changed_at is not null or is_demonstration`));

test('what the service came with is read by everybody, with its institution and its source; it was said by nobody, and nobody invented changes it', async () => {
  const [found] = await coordinationOf(server(), undefined, 'RO');
  expect(found).toEqual(expect.objectContaining({ key: 'ro-coordinator', kind: 'COORDINATOR', name: null, organisation: { id: 'Organisation_anitp' }, legalBasis: null, isByPost: null, changedAt: null, isDemonstration: false, canChange: false, provenance: expect.objectContaining({ isVerified: true }) }));
  const input = { key: 'ro-coordinator', version: 1, country: 'RO', kind: 'COORDINATOR', organisation: 'Organisation_anitp', name: '' };
  expect([(await saveCoordination(server(), headers.adviser, input)).outcome, await removeCoordination(server(), headers.adviser, 'ro-coordinator')]).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED']);
  expect(await coordinationOf(server(), undefined, 'HU')).toEqual([]);
});

test('it is entered by the post of the country and by the adviser, and by nobody else; everybody reads which house said so, nobody which of its services', async () => {
  const { outcome, coordination, key } = await saveCoordination(server(), headers.ssi);
  expect([outcome, coordination]).toEqual(['DONE', expect.objectContaining({ key, kind: 'STRATEGY', name: COORDINATION.name, legalBasis: COORDINATION.legalBasis, website: COORDINATION.website, startsOn: COORDINATION.startsOn, endsOn: COORDINATION.endsOn, version: 1, isByPost: true, isDemonstration: true, canChange: true, provenance: { source: COORDINATION.source, isVerified: true, checkedOn: COORDINATION.checkedOn } })]);
  for (const role of ROLES) {
    const read = (await coordinationOf(server(), headers[role])).find((one) => one.key === key)!;
    expect([role, read.isByPost, read.canChange]).toEqual([role, true, KEEPING.includes(role)]);
    const { outcome: told, code } = await saveCoordination(server(), headers[role], { name: `Стратегија ${role}` });
    expect([role, told ?? code]).toEqual([role, KEEPING.includes(role) ? 'DONE' : role === 'visitor' || role === 'suspended' ? 'UNAUTHENTICATED' : 'NOT_ALLOWED']);
  }
  expect((await saveCoordination(server(), headers.scac, { country: 'AL' })).outcome).toBe('NOT_ALLOWED');
  expect((await saveCoordination(server(), headers.adviser, { country: 'AL' })).coordination!.isByPost).toBe(false);
});

test('it is changed and removed by whoever has read it as it is; whoever has read less loses nothing; sent twice at once it is one', async () => {
  const key = randomUUID();
  expect((await Promise.all([1, 2, 3].map(() => saveCoordination(server(), headers.scac, { key })))).map(({ outcome }) => outcome)).toEqual(['DONE', 'DONE', 'DONE']);
  expect(await coordinationOf(server(), undefined)).toHaveLength(1);
  expect((await saveCoordination(server(), headers.adviser, { key, version: 1, endsOn: '2030-12-31' })).coordination).toEqual(expect.objectContaining({ version: 2, endsOn: '2030-12-31', isByPost: false }));
  const late = await saveCoordination(server(), headers.ssi, { key, version: 1, name: 'Друго' });
  expect([late.outcome, late.coordination!.name, await removeCoordination(server(), headers.ssi, key, 1)]).toEqual(['CONFLICT', COORDINATION.name, 'CONFLICT']);
  // Who has read it as it is by now does: the control.
  expect([(await saveCoordination(server(), headers.ssi, { key, version: 2, name: 'Друго' })).coordination!.name, await removeCoordination(server(), headers.ssi, key, 3), await removeCoordination(server(), headers.ssi, key, 3)]).toEqual(['Друго', 'DONE', 'GONE']);
  const trail = await sql<{ part: string; before: string | null; after: string | null }>(`select part, before, after from audit_entry where subject = 'COUNTRY' and part like 'RS.coordination.%'`);
  expect(trail).toEqual(expect.arrayContaining([{ part: `RS.coordination.STRATEGY.${COORDINATION.name} – ends_on`, before: '2029-12-31', after: '2030-12-31' }, { part: 'RS.coordination.STRATEGY.Друго', before: COORDINATION.source, after: null }]));
});

test.each<[field: string, fault: string, maximum: number | null, changes: Readonly<Record<string, unknown>>]>([
  ['NAME', 'MISSING', null, { name: ' ' }], ['NAME', 'TOO_LONG', 300, { name: 'a'.repeat(301) }], ['NAME', 'UNREADABLE', null, { name: 'a\nb' }], ['LEGAL_BASIS', 'TOO_LONG', 500, { legalBasis: 'a'.repeat(501) }], ['WEBSITE', 'NOT_AN_ADDRESS', null, { website: 'javascript:x' }],
  ['SOURCE', 'MISSING', null, { source: '' }], ['SOURCE_URL', 'NOT_AN_ADDRESS', null, { sourceUrl: 'x' }], ['CHECKED_ON', 'TO_COME', null, { checkedOn: '2097-01-01' }], ['ENDS_ON', 'NOT_AFTER', null, { endsOn: '2023-01-01' }], ['COUNTRY', 'UNKNOWN', null, { country: 'FR' }],
  ['ORGANISATION', 'UNKNOWN', null, { organisation: 'Organisation_anitp' }], ['KEY', 'UNREADABLE', null, { key: 'rs-strategy' }],
])('%s is refused as %s, with the most that it may have: %s', async (field, fault, maximum, changes) => {
  const { outcome, faults } = await saveCoordination(server(), headers.adviser, changes);
  expect([outcome, faults.filter((one) => one.field === field)]).toEqual(['INVALID', [{ field, fault, maximum }]]);
});

test('an institution of the directory needs no name; it is one of the country', async () => {
  expect((await saveCoordination(server(), headers.adviser, { country: 'RO', kind: 'RAPPORTEUR', name: '', organisation: 'Organisation_anitp' })).coordination).toEqual(expect.objectContaining({ name: null, organisation: { id: 'Organisation_anitp' } }));
});

test('it names nobody: a text that tells who a person is is refused', async () => {
  for (const field of ['name', 'legalBasis', 'source']) expect([field, (await saveCoordination(server(), headers.adviser, { [field]: 'Call her on +381 64 123 45 67.' })).code]).toEqual([field, 'VICTIM_DATA']);
});

test('what is real is changed by nobody invented, nor the other way round; the database says the same, and without its rule it is changed: the control', async () => {
  const invented = (await saveCoordination(server(), headers.scac)).key;
  const back = await passAsReal(server(), PEOPLE.adviser);
  const real = (await saveCoordination(server(), headers.adviser)).key;
  expect([(await saveCoordination(server(), headers.adviser, { key: invented, version: 1, name: 'Друго' })).outcome, await removeCoordination(server(), headers.adviser, invented)]).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED']);
  await back();
  expect(await removeCoordination(server(), headers.adviser, real)).toBe('NOT_ALLOWED');
  const change = `update country_coordination set name = 'X' where code in ('${real}', 'ro-coordinator') returning 1`;
  for (const email of [PEOPLE.scac, PEOPLE.adviser, ...OTHERS]) expect([email, await as(email, change)]).toEqual([email, 0]);
  const own = `update country_coordination set name = 'X' where code = '${invented}' returning 1`;
  for (const email of OTHERS) expect([email, await as(email, own), await as(email, `delete from country_coordination where code = '${invented}' returning 1`)]).toEqual([email, 0, 0]);
  const made = `insert into country_coordination (code, kind, country_code, name, locale, source, is_demonstration) values ('x', 'STRATEGY', 'RS', 'N', 'en', 'S', true)`;
  for (const email of OTHERS) expect([email, await as(email, made)]).toEqual([email, 'new row violates row-level security policy for table "country_coordination"']);
  expect([await as(PEOPLE.scac, own, 'select 1/0'), await as(PEOPLE.scac, made, 'select 1/0')]).toEqual(['division by zero', 'division by zero']);
  await sql('alter table country_coordination disable row level security');
  expect(await as(PEOPLE.scacElsewhere, own)).toBe(1);
  await sql('alter table country_coordination enable row level security');
});
