/** Making provisions of national law public: who decides, what visitors then read and what never, and that another text is another decision. */
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { rowsAs } from '../../test/permissions/rows-as.ts';
import { ormOptions } from '../orm.ts';
import { passAsReal } from '../recommendations/progress.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import { PROVISION, publicIn, publishProvision, removeProvision, saveProvision } from './provisions.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;
let orm: MikroORM;
let serbian: string;
const as = (email: string | null, ...statements: string[]): Promise<number | string> => rowsAs(orm, server().database, email, ...statements);
const isPublic = async (): Promise<boolean> => (await publicIn(server(), undefined)).length === 1;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  serbian = (await sql<{ slug: string }>(`select slug from recommendation where country_code = 'RS' order by slug limit 1`))[0]!.slug;
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});
beforeEach(() => sql('delete from national_provision'));

test('nobody but the adviser and the team makes one public; before that no visitor reads it, on no path', async () => {
  const { key } = await saveProvision(server(), headers.scac, { recommendations: [`Recommendation_${serbian}`] });
  for (const role of ROLES.filter((one) => one !== 'adviser' && one !== 'assistant')) expect([role, await publishProvision(server(), headers[role], key)]).toEqual([role, role === 'scac' || role === 'ssi' ? 'NOT_ALLOWED' : expect.stringMatching(/GONE|UNAUTHENTICATED/)]);
  const paths = ['country(code: "RS")', 'instrument(code: "coe-197")', `recommendation(id: "Recommendation_${serbian}")`];
  for (const of of paths) expect([of, await publicIn(server(), undefined, of)]).toEqual([of, []]);
  for (const role of ['assistant', 'adviser'] as const) {
    expect([role, await publishProvision(server(), headers[role], key)]).toEqual([role, 'DONE']);
    for (const of of paths) expect([role, of, (await publicIn(server(), undefined, of)).map((one) => one.key)]).toEqual([role, of, [key]]);
    expect([role, await publishProvision(server(), headers[role], key, { isPublic: false })]).toEqual([role, 'DONE']);
    for (const of of paths) expect([role, of, await publicIn(server(), undefined, of)]).toEqual([role, of, []]);
  }
});

test('visitors read what was read in the law, with its source and its mark, and nothing of who entered it', async () => {
  const { key } = await saveProvision(server(), headers.scac, { recommendations: [`Recommendation_${serbian}`] });
  await publishProvision(server(), headers.adviser, key);
  expect(await publicIn(server(), undefined)).toEqual([{
    key, kind: 'PROVISION', text: PROVISION.text, reference: PROVISION.reference, locale: PROVISION.locale, startsOn: PROVISION.startsOn, endsOn: null, isDemonstration: true, articles: [{ number: '18' }, { number: '26' }],
    recommendations: [{ id: `Recommendation_${serbian}` }], provenance: { source: PROVISION.source, isVerified: true, checkedOn: PROVISION.checkedOn },
  }]);
  const { data } = await ask(server(), '{ country(code: "RS") { provisions { key } } __type(name: "PublicProvision") { fields { name } } }');
  const { country, __type: type } = data as unknown as { country: { provisions: unknown[] }; __type: { fields: { name: string }[] } };
  expect([country.provisions, type.fields.map(({ name }) => name).filter((name) => /entered|changed|version|can/i.test(name))]).toEqual([[], []]);
});

test('another text is another decision, whoever writes it and whatever of it is changed', async () => {
  const { key } = await saveProvision(server(), headers.scac);
  let version = 1;
  for (const [role, changes] of [['scac', { text: 'Друго' }], ['adviser', { text: 'Треће' }], ['ssi', { text: 'Треће', articles: ['18'] }], ['scac', { text: 'Треће', articles: ['18'], recommendations: [`Recommendation_${serbian}`] }]] as const) {
    expect([role, await publishProvision(server(), headers.adviser, key, { version }), await isPublic()]).toEqual([role, 'DONE', true]);
    expect([role, (await saveProvision(server(), headers[role], { key, version, ...changes })).outcome, await isPublic()]).toEqual([role, 'DONE', false]);
    version += 1;
  }
  // Sent once more as it is, it changes nothing: the control.
  await publishProvision(server(), headers.adviser, key, { version });
  expect((await saveProvision(server(), headers.scac, { key, version, text: 'Треће', articles: ['18'], recommendations: [`Recommendation_${serbian}`] })).outcome).toBe('DONE');
  expect(await isPublic()).toBe(true);
});

test('it is decided about what was read: whoever has read less decides nothing; twice it is one decision; what is removed is read by nobody', async () => {
  const { key } = await saveProvision(server(), headers.scac);
  await saveProvision(server(), headers.scac, { key, version: 1, text: 'Друго' });
  expect([await publishProvision(server(), headers.adviser, key), await isPublic()]).toEqual(['CONFLICT', false]);
  expect(await Promise.all([1, 2].map(() => publishProvision(server(), headers.adviser, key, { version: 2 })))).toEqual(['DONE', 'DONE']);
  const trail = await sql<{ part: string }>(`select part from audit_entry where subject = 'PROVISION' and part like '%public_since' and object = ?`, [key]);
  expect(trail).toHaveLength(1);
  expect([await removeProvision(server(), headers.scac, key, 2), await publicIn(server(), undefined)]).toEqual(['DONE', []]);
});

test('nobody invented makes public what is real, nor the other way round', async () => {
  const invented = (await saveProvision(server(), headers.scac)).key;
  const back = await passAsReal(server(), PEOPLE.adviser);
  const real = (await saveProvision(server(), headers.adviser)).key;
  expect([await publishProvision(server(), headers.adviser, invented), await publishProvision(server(), headers.adviser, real)]).toEqual(['GONE', 'DONE']);
  await back();
  expect([await publishProvision(server(), headers.adviser, real, { isPublic: false }), (await publicIn(server(), undefined)).map(({ key, isDemonstration }) => [key, isDemonstration])]).toEqual(['GONE', [[real, false]]]);
});

test('the database says the same, whatever a service forgets: a post makes none public, and what is changed or linked otherwise is public no more', async () => {
  const { key } = await saveProvision(server(), headers.scac);
  const publish = `update national_provision set public_since = now() where uuid = '${key}' returning 1`;
  expect(await as(PEOPLE.scac, publish)).toContain('the adviser alone decides');
  expect([await as(PEOPLE.adviser, publish, 'select 1/0'), await as(PEOPLE.scacElsewhere, publish), await as(null, publish)]).toEqual(['division by zero', 0, 0]);
  expect(await as(PEOPLE.scac, `insert into national_provision (uuid, kind, country_code, instrument_code, locale, text, reference, source, entered_as, is_demonstration, public_since) values ('00000000-0000-4000-8000-0000000000d5', 'PROVISION', 'RS', 'coe-197', 'en', 'T', 'R', 'S', 'SCAC', true, now())`)).toContain('the adviser alone decides');
  for (const statement of [`update national_provision set text = 'X' where uuid = '${key}'`, `insert into national_provision_article (provision_uuid, instrument_code, number) values ('${key}', 'coe-197', '19')`, `delete from national_provision_article where provision_uuid = '${key}' and number = '18'`]) {
    await sql('update national_provision set public_since = now()');
    expect([statement, await as(PEOPLE.scac, 'select from public_provision')]).toEqual([statement, 1]);
    expect([statement, await as(PEOPLE.scac, statement, 'select from public_provision')]).toEqual([statement, 0]);
  }
  // Without these rules it would be: the control.
  await sql('update national_provision set public_since = now()');
  await sql('alter table national_provision disable trigger national_provision_decided');
  expect([await as(PEOPLE.scac, `update national_provision set text = 'X' where uuid = '${key}'`, 'select from public_provision'), await as(PEOPLE.scac, publish, 'select 1/0')]).toEqual([1, 'division by zero']);
  await sql('alter table national_provision enable trigger national_provision_decided');
});
