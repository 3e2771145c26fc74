/** A photo that an expert proposes waits for the adviser, who may decline it, with a reason or without one, which its expert reads. With a control each. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { asPersonIn } from '../../test/permissions/as-person.ts';
import { ADVISERS, type Headers, PEOPLE, type Role, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { owner } from '../registrations/world.fixture.ts';
import { bringPortrait, portraitOn } from './photos.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const asPerson = asPersonIn(() => server().database);
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;
let mine: string;
let proposed: string;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  mine = (await sql<{ uuid: string }>('select e.uuid from expert e join person p on p.id = e.person_id where p.email = ?', [PEOPLE.expert]))[0]!.uuid;
});
beforeEach(async () => {
  await sql('delete from expert_photo');
  await sql('delete from audit_entry');
  await sql(`update expert set name_visibility = 'PUBLIC' where uuid = ?`, [mine]);
  proposed = await portraitOn(server(), mine, { isConfirmed: false });
});

async function act(role: Role, call: string): Promise<string> {
  const { data, code } = await ask(server(), `mutation { ${call} { outcome } }`, {}, headers[role]);
  return code ?? Object.values(data as Record<string, { outcome: string }>)[0]!.outcome;
}
const decline = (role: Role, reason = '', locale = 'fr', key = proposed): Promise<string> => act(role, `declineExpertPhoto(key: "${key}", reason: ${JSON.stringify(reason)}, locale: "${locale}")`);
const confirm = (role: Role, key = proposed): Promise<string> => act(role, `confirmExpertPhoto(key: "${key}", replaces: null)`);
const status = async (role: Role, key = proposed): Promise<number> => (await fetch(`${server().address}/portraits/ExpertPhoto_${key}`, { headers: headers[role] })).status;
/** What waits, and what somebody reads of it on the sheet. */
async function seen(role: Role): Promise<{ readonly waits: readonly string[]; readonly photos: readonly unknown[] | null }> {
  const { data } = await ask(server(), 'query ($id: ID!) { photoProposals { expert { id } } expert(id: $id) { sheet { photos { key isConfirmed declinedAt declineReason reasonLocale } } } }', { id: `Expert_${mine}` }, headers[role]);
  const { photoProposals, expert } = data as { photoProposals: { expert: { id: string } }[]; expert: { sheet: { photos: { declinedAt: string | null }[] } | null } };
  return { waits: photoProposals.map(({ expert: { id } }) => id), photos: expert.sheet && expert.sheet.photos.map((photo) => ({ ...photo, declinedAt: photo.declinedAt !== null })) };
}

test('waits for the adviser and for nobody else, until it is decided', async () => {
  await portraitOn(server(), mine);
  for (const role of ROLES) expect([role, (await seen(role)).waits]).toEqual([role, ADVISERS.includes(role) ? [`Expert_${mine}`] : []]);
  expect(await decline('adviser')).toBe('DONE');
  expect((await seen('adviser')).waits).toEqual([]);
});

test('is declined with a reason that its expert reads, in its language; the picture is gone at once, and the journal tells of it', async () => {
  expect([await status('expert'), await decline('assistant', ' Trop sombre. ', 'fr'), await status('expert'), await status('adviser')]).toEqual([200, 'DONE', 404, 404]);
  const said = { key: proposed, isConfirmed: false, declinedAt: true, declineReason: 'Trop sombre.', reasonLocale: 'fr' };
  expect([(await seen('expert')).photos, (await seen('adviser')).photos, (await seen('scac')).photos, (await seen('visitor')).photos]).toEqual([[said], [said], null, null]);
  expect(await sql('select from expert_photo_file')).toEqual([]);
  expect(await sql(`select p.email, a.action, a.part from audit_entry a join person p on p.id = a.by_id where a.object = ?`, [mine])).toEqual([{ email: PEOPLE.assistant, action: 'CHANGED', part: 'photo_declined' }]);
  // Sent again it is so already; another reason is another decision, and what is declined is put on no sheet.
  expect([await decline('adviser', 'Trop sombre.'), await decline('adviser', 'Autre.'), await decline('adviser', 'Trop sombre.', 'en'), await confirm('adviser')]).toEqual(['DONE', 'CONFLICT', 'CONFLICT', 'CONFLICT']);
});

test('is declined without a reason; one that is too long, or tells who a person is, is refused', async () => {
  expect([await decline('adviser', 'x'.repeat(501)), await decline('adviser', 'Tél. +355 69 234 5678'), await decline('adviser', '  ')]).toEqual(['REASON', 'VICTIM_DATA', 'DONE']);
  expect((await seen('expert')).photos).toMatchObject([{ declinedAt: true, declineReason: null, reasonLocale: null }]);
});

test('is declined by the adviser alone, and only while it is proposed', async () => {
  for (const role of ['expert', 'scac', 'ngoCoordinator'] as const) expect([role, await decline(role)]).toEqual([role, 'GONE']);
  expect(await decline('visitor')).toBe('UNAUTHENTICATED');
  expect([await confirm('adviser'), await decline('adviser')]).toEqual(['DONE', 'CONFLICT']);
});

test('gives way to another, and is taken away by its expert', async () => {
  await decline('adviser', 'Trop sombre.');
  const key = randomUUID();
  expect([(await bringPortrait(server(), headers.expert, mine, { key, replaces: null })).outcome, (await bringPortrait(server(), headers.expert, mine, { key, replaces: proposed })).outcome]).toEqual(['CONFLICT', 'DONE']);
  expect([(await seen('adviser')).waits, (await seen('expert')).photos]).toMatchObject([[`Expert_${mine}`], [{ key, declinedAt: false, declineReason: null }]]);
  expect([await decline('adviser', '', 'fr', key), await act('expert', `removeExpertPhoto(key: "${key}")`), (await seen('expert')).photos]).toEqual(['DONE', 'DONE', []]);
});

test('past the services is declined by nobody else, nor decided anew; without the guard of the table its expert does it: the control', async () => {
  const as = async (role: 'expert' | 'adviser', statement: string): Promise<number | string> =>
    asPerson((await sql<{ id: string }>('select id from person where email = ?', [PEOPLE[role]]))[0]!.id, (client) => client.query(statement, [proposed]).then(({ rowCount }) => rowCount ?? 0, (error: { code: string }) => error.code));
  const declined = `update expert_photo set declined_at = now(), decline_reason = 'R', reason_locale = 'fr' where uuid = $1`;
  expect(await as('expert', declined)).toBe('42501');
  await sql('alter table expert_photo disable trigger expert_photo_kept');
  expect(await as('expert', declined)).toBe(1);
  await sql('alter table expert_photo enable trigger expert_photo_kept');
  // The adviser does it once.
  expect(await as('adviser', declined)).toBe(1);
  await sql(`update expert_photo set declined_at = now()`);
  expect([await as('adviser', `update expert_photo set declined_at = null where uuid = $1`), await as('adviser', `update expert_photo set is_confirmed = true where uuid = $1`)]).toEqual(['42501', '23514']);
});
