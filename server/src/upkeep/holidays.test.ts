/** The public holidays of a country, as its post corrects them: who does, that nothing is overwritten unread, what counts days by them, and that an import changes nothing of it. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { owner } from '../registrations/world.fixture.ts';
import { HOLIDAY, holidaysOf, keepHoliday, KNOWN, strike } from './upkeep.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;
const KEEPING: readonly string[] = ['scac', 'ssi', 'assistant', 'adviser'];

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await sql(`delete from holiday where date >= '2097-01-01'`);
  await sql('delete from holiday_change');
  await sql('delete from audit_entry');
});

const known = { source: KNOWN.source, isVerified: true, checkedOn: KNOWN.checkedOn, note: null };

test('a holiday is added by the post of the country and by the adviser, is read by everybody with who added it as what, and by nobody else', async () => {
  expect((await keepHoliday(server(), headers.scac)).outcome).toBe('DONE');
  const name = { text: 'Dan probe', locale: 'sr-Latn', isFallback: false };
  expect((await holidaysOf(server(), undefined)).there).toEqual([{ date: HOLIDAY.date, version: 1, isMoonDependent: false, name, correction: { kind: 'ADDED', isByPost: true, isDemonstration: true }, provenance: known }]);
  expect((await holidaysOf(server(), undefined, 'RS', '2097', 'hu')).there).toMatchObject([{ name: { text: 'Dan probe', locale: 'sr-Latn', isFallback: true } }]);
  for (const [n, role] of ROLES.entries()) {
    const { outcome, code } = await keepHoliday(server(), headers[role], { name: `Dan ${n}` });
    expect([role, outcome ?? code]).toEqual([role, KEEPING.includes(role) ? 'INVALID' : role === 'visitor' || role === 'suspended' ? 'UNAUTHENTICATED' : 'NOT_ALLOWED']);
  }
  expect((await keepHoliday(server(), headers.scac, { country: 'AL' })).outcome).toBe('NOT_ALLOWED');
  expect((await keepHoliday(server(), headers.adviser, { country: 'AL' })).outcome).toBe('DONE');
});

test('one that is named otherwise in a language keeps its names in the others; of another holiday they go', async () => {
  await keepHoliday(server(), headers.adviser, { locale: 'en', name: 'Day of Tests' });
  await sql(`insert into holiday_translation (country_code, date, locale, name) values ('RS', ?, 'fr', 'Jour des essais')`, [HOLIDAY.date]);
  const later = { version: 1, locale: 'fr', name: 'Jour des essais', isMoonDependent: true };
  expect((await keepHoliday(server(), headers.ssi, { ...later, from: HOLIDAY.date, known: { ...KNOWN, checkedOn: null } })).outcome).toBe('DONE');
  expect(await sql(`select locale, name from holiday_translation where country_code = 'RS' and date = ? order by locale`, [HOLIDAY.date])).toEqual([{ locale: 'en', name: 'Day of Tests' }, { locale: 'fr', name: 'Jour des essais' }]);
  expect((await keepHoliday(server(), headers.scac, { from: HOLIDAY.date, version: 2, locale: 'fr', name: 'Jour des essais, corrigé' })).outcome).toBe('DONE');
  expect(await sql(`select locale, name from holiday_translation where country_code = 'RS' and date = ? order by locale`, [HOLIDAY.date])).toEqual([{ locale: 'en', name: 'Day of Tests' }, { locale: 'fr', name: 'Jour des essais, corrigé' }]);
  expect((await keepHoliday(server(), headers.scac, { from: HOLIDAY.date, version: 3, isAnother: true })).outcome).toBe('DONE');
  expect(await sql(`select locale, name from holiday_translation where country_code = 'RS' and date = ?`, [HOLIDAY.date])).toEqual([{ locale: 'sr-Latn', name: 'Dan probe' }]);
  expect((await holidaysOf(server(), undefined)).changes).toMatchObject([{ kind: 'CORRECTED', isByPost: true, name: 'Dan probe' }, { kind: 'CORRECTED', isByPost: true }, { kind: 'CORRECTED', isByPost: true }, { kind: 'ADDED', isByPost: false }]);
});

/** Moves the holiday to another day. */
const move = (date: string) => keepHoliday(server(), headers.scac, { from: HOLIDAY.date, version: 1, date });

test('a day that is moved is one on its new day alone, and takes no other’s place', async () => {
  await keepHoliday(server(), headers.scac);
  expect((await move('2097-05-15')).outcome).toBe('DONE');
  expect(await holidaysOf(server(), undefined)).toMatchObject({ there: [{ date: '2097-05-15', version: 2, correction: { kind: 'CORRECTED' } }], changes: [{ kind: 'CORRECTED', date: '2097-05-15', wasOn: HOLIDAY.date }, { kind: 'ADDED' }] });
  // Sent once more, after its answer was lost, it is done; another day from there is not known any more.
  expect([(await move('2097-05-15')).outcome, (await move('2097-05-16')).outcome]).toEqual(['DONE', 'GONE']);
  await keepHoliday(server(), headers.scac, { name: 'Drugi dan' });
  expect(await move('2097-05-15')).toMatchObject({ outcome: 'INVALID', faults: [{ field: 'DATE', fault: 'REPEATED' }] });
});

test('one that is struck stays to be read, with why, and counts no more for meetings, deadlines and the planner until that is taken back', async () => {
  // A Tuesday.
  const counts = async (): Promise<unknown> => (await sql(`select is_day_off('RS', ?::date) as off, working_days_after('RS', ?::date - 1, 1)::text as next, working_day_before('RS', ?::date + 1)::text as before`, [HOLIDAY.date, HOLIDAY.date, HOLIDAY.date]))[0];
  await keepHoliday(server(), headers.scac);
  const asHoliday = await counts();
  expect(asHoliday).toEqual({ off: true, next: '2097-05-15', before: '2097-05-13' });
  expect((await strike(server(), headers.scac, { source: 'Odluka vlade' })).outcome).toBe('DONE');
  expect(await counts()).toEqual({ off: false, next: HOLIDAY.date, before: HOLIDAY.date });
  expect(await holidaysOf(server(), undefined)).toMatchObject({ there: [], struck: [{ date: HOLIDAY.date, version: 2, correction: { kind: 'STRUCK', isByPost: true }, provenance: { source: 'Odluka vlade' } }] });
  expect((await strike(server(), headers.scac, { source: 'Odluka vlade' })).outcome).toBe('DONE');
  expect((await strike(server(), headers.scac, { source: 'Druga odluka' })).outcome).toBe('CONFLICT');
  expect(await keepHoliday(server(), headers.scac)).toMatchObject({ outcome: 'INVALID', faults: [{ field: 'DATE', fault: 'REPEATED' }] });
  expect((await keepHoliday(server(), headers.scac, { from: HOLIDAY.date, version: 2, locale: 'fr', name: 'Jour des essais, corrigé' })).outcome).toBe('DONE');
  expect(await sql(`select locale, name from holiday_translation where country_code = 'RS' and date = ? order by locale`, [HOLIDAY.date])).toEqual([{ locale: 'fr', name: 'Jour des essais, corrigé' }, { locale: 'sr-Latn', name: 'Dan probe' }]);
  expect((await keepHoliday(server(), headers.scac, { from: HOLIDAY.date, version: 3, isAnother: true })).outcome).toBe('DONE');
  expect(await counts()).toEqual(asHoliday);
  expect((await holidaysOf(server(), undefined)).changes).toMatchObject([{ kind: 'RESTORED' }, { kind: 'STRUCK' }, { kind: 'ADDED' }]);
});

test('who has read less overwrites nothing, and what is sent twice is done once; of two at once one is told', async () => {
  await keepHoliday(server(), headers.scac);
  expect((await keepHoliday(server(), headers.scac)).outcome).toBe('DONE');
  const rename = (role: 'scac' | 'ssi', name: string) => keepHoliday(server(), headers[role], { from: HOLIDAY.date, version: 1, name });
  expect((await Promise.all([rename('scac', 'Dan A'), rename('ssi', 'Dan B')])).map(({ outcome }) => outcome).toSorted()).toEqual(['CONFLICT', 'DONE']);
  expect((await sql('select from holiday_change')).length).toBe(2);
});

describe('what is wrong', () => {
  test.each([
    ['a day before 2000', { date: '1999-12-31' }, 'DATE', 'OUT_OF_RANGE'], ['no name', { name: ' ' }, 'NAME', 'MISSING'], ['a long name', { name: 'x'.repeat(121) }, 'NAME', 'TOO_LONG'],
    ['no source', { known: { ...KNOWN, source: '' } }, 'SOURCE', 'MISSING'], ['no address', { known: { ...KNOWN, sourceUrl: 'example' } }, 'SOURCE_URL', 'NOT_AN_ADDRESS'], ['a check to come', { known: { ...KNOWN, checkedOn: '2096-01-01' } }, 'CHECKED_ON', 'TO_COME'],
  ])('%s is said', async (_title, changes, field, fault) => {
    expect(await keepHoliday(server(), headers.scac, changes)).toMatchObject({ outcome: 'INVALID', faults: [{ field, fault }] });
  });

  test('what tells who a victim is is refused', async () => {
    expect((await keepHoliday(server(), headers.scac, { known: { ...KNOWN, source: 'Call +381 64 123 45 67 about Ana' } })).code).toBe('VICTIM_DATA');
  });
});

test('the adviser’s journal tells who did it', async () => {
  await keepHoliday(server(), headers.scac);
  expect(await sql(`select subject, action, part, after from audit_entry where subject = 'COUNTRY'`)).toEqual([{ subject: 'COUNTRY', action: 'CHANGED', part: `RS.holiday.${HOLIDAY.date}.ADDED`, after: `Dan probe (${KNOWN.source})` }]);
});

test('one whose language has no name is struck under the name that it has', async () => {
  await sql(`insert into holiday (country_code, date, source, source_locale) values ('RS', '2097-09-02', 'S', 'sr-Cyrl')`);
  await sql(`insert into holiday_translation (country_code, date, locale, name) values ('RS', '2097-09-02', 'en', 'Day of One Name')`);
  expect((await strike(server(), headers.scac, { date: '2097-09-02' })).outcome).toBe('DONE');
  expect((await holidaysOf(server(), undefined)).changes).toMatchObject([{ kind: 'STRUCK', name: 'Day of One Name', locale: 'en' }]);
});
