/** What an offer and an answer say gives no place away that nobody may learn; and what a meeting said before an organisation was protected keeps no host from answering. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { MEETING, saveMeeting, type Toured, tour } from '../meetings/meetings.fixture.ts';
import { owner } from '../missions/world.fixture.ts';
import { answer, at, offer, offered, secretsTo, seen } from './slots.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let toured: Toured;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await owner(server(), 'delete from mission');
  await owner(server(), 'delete from organisation where slug = ?', [SLUG]);
  await owner(server(), `with o as (insert into organisation (slug, country_code, kind, source_locale, source, is_verified, is_published, is_protected, is_demonstration) values (?, 'RS', 'NGO', 'fr', 'T', false, true, true, true) returning slug)
    insert into organisation_translation (organisation_slug, locale, name) select slug, 'fr', 'Maison Ébène' from o`, [SLUG]);
  toured = await tour(server(), headers.adviser);
});

type Given = Readonly<Record<string, unknown>>;
const SLUG = 't-slot-house';
const HOUSE = { organisation: `Organisation_${SLUG}`, hostName: '' };
const STREET = '12 rue des Lilas';
const SUNDAY = '2098-11-09';
const protect = (isProtected: boolean) => owner(server(), 'update organisation set is_protected = ? where slug = ?', [isProtected, SLUG]);
const one = async (key: string) => (await seen(server(), headers.scac, toured.leg))!.find((meeting) => meeting.key === key)!;

/** A meeting whose host was offered slots: its key, and the secret of the link; or why not. */
async function of(meeting: Given, changes: Given = {}): Promise<{ readonly key: string; readonly secret: string; readonly came: string }> {
  const { key } = await saveMeeting(server(), headers.scac, toured.leg, meeting);
  const email = `${key}@host.example`;
  const came = await offer(server(), headers.scac, toured.leg, { meeting: key, email, ...changes }).catch((error: Error) => error.message);
  return { key, came, secret: (await secretsTo(server(), email)).at(-1)! };
}

test('a host who writes where they are is told so at that field, and nothing is stored; without the address it is; without the trigger it is read beside the name: the control', async () => {
  const { key, secret } = await of(HOUSE);
  const before = await one(key);
  const remark = `Au foyer, ${STREET}`;
  expect([await answer(server(), secret, at('10:00'), { remark }), await answer(server(), secret, null, { remark }), await one(key)]).toEqual(['INVALID REMARK PLACE', 'INVALID REMARK PLACE', before]);
  expect([await answer(server(), secret, at('10:00'), { remark: 'Sonnez deux fois' }), (await one(key)).slotOffer!.remark]).toEqual(['DONE', 'Sonnez deux fois']);
  await owner(server(), 'alter table slot_offer disable trigger slot_offer_keeps_places');
  expect([await answer(server(), secret, at('10:00'), { remark }), (await one(key)).slotOffer!.remark]).toEqual(['DONE', remark]);
  await owner(server(), 'alter table slot_offer enable trigger slot_offer_keeps_places');
});

test('a remark is looked at with the host that is only named, with what the meeting says, and by itself; of anybody else an address is stored', async () => {
  const [named, said, other] = [await of({ hostName: 'maison ebene' }), await of({ note: 'Avec la Maison Ébène.' }), await offered(server(), headers.scac, toured)];
  for (const { secret } of [named, said]) expect(await answer(server(), secret, at('10:00'), { remark: STREET })).toBe('INVALID REMARK PLACE');
  expect([await answer(server(), other.secret, at('14:00'), { remark: `Maison Ébène, ${STREET}` }), await answer(server(), other.secret, at('14:00'), { remark: STREET })]).toEqual(['INVALID REMARK PLACE', 'DONE']);
});

test('an offer that gives such a place away is refused whole: by the name of the host, by the reason, or by the reason beside what the meeting says', async () => {
  const sunday = { slots: [at('10:00', SUNDAY)], overrideReason: 'Seul jour possible.' };
  const came = [await of(HOUSE, { name: `Accueil, ${STREET}` }), await of(HOUSE, { ...sunday, overrideReason: `Au ${STREET}` }), await of(HOUSE, { name: 'Accueil' })];
  expect(came.map((each) => each.came)).toEqual(['PROTECTED_PLACE', 'PROTECTED_PLACE', 'DONE']);
  expect([came[0]!.secret, (await one(came[0]!.key)).slotOffer]).toEqual([undefined, null]);
  await protect(false);
  const { key } = await saveMeeting(server(), headers.scac, toured.leg, { ...HOUSE, note: `Au ${STREET}.` });
  await protect(true);
  expect([await offer(server(), headers.scac, toured.leg, { meeting: key, ...sunday }), await offer(server(), headers.scac, toured.leg, { meeting: key })]).toEqual(['PROTECTED_PLACE', 'DONE']);
});

test('a host whose organisation is protected while the note says its address takes a slot, another, and none; where the reason would be written beside it, that one is not free', async () => {
  await protect(false);
  const [plain, sunday] = [await of({ ...HOUSE, note: `Au ${STREET}.` }), await of({ ...HOUSE, note: `Au ${STREET}.` }, { slots: [at('10:00'), at('10:00', SUNDAY)], overrideReason: 'Seul jour possible.' })];
  await protect(true);
  expect([await answer(server(), plain.secret, at('10:00')), await answer(server(), plain.secret, at('14:00')), await answer(server(), plain.secret, null)]).toEqual(['DONE', 'DONE', 'DONE']);
  const before = await one(sunday.key);
  expect([await answer(server(), sunday.secret, at('10:00', SUNDAY), { remark: 'Mirë' }), await one(sunday.key)]).toEqual(['NOT_FREE', before]);
  expect([await answer(server(), sunday.secret, at('10:00')), await answer(server(), sunday.secret, null)]).toEqual(['DONE', 'DONE']);
});

test('a slot on a day off that was taken before is given back all the same', async () => {
  await protect(false);
  const { key, secret } = await of({ ...HOUSE, note: `Au ${STREET}.` }, { slots: [at('10:00', SUNDAY)], overrideReason: 'Seul jour possible.' });
  expect(await answer(server(), secret, at('10:00', SUNDAY))).toBe('DONE');
  await protect(true);
  expect([await answer(server(), secret, null), (await one(key)).status]).toEqual(['DONE', 'PROPOSED']);
});

test('where the host of a meeting becomes such an organisation, an address that was answered goes', async () => {
  const { key, secret } = await of({});
  await answer(server(), secret, null, { remark: `Au ${STREET}` });
  expect((await one(key)).slotOffer!.remark).toBe(`Au ${STREET}`);
  await saveMeeting(server(), headers.scac, toured.leg, { key, version: 1, ...HOUSE });
  expect((await one(key)).slotOffer).toMatchObject({ answer: 'NONE', remark: null, remarkLocale: null });
});

/** At which field something is refused that is sent of the leg. */
async function refusedAt(call: string, types: string, variables: Given): Promise<unknown> {
  const { errors } = await ask(server(), `mutation ($leg: ID!, ${types}) { ${call} { outcome } }`, { leg: toured.leg, ...variables }, headers.scac);
  return (errors?.[0]?.extensions as { params?: { field?: unknown } } | undefined)?.params?.field;
}

test('the field in which the address stands is said, of a meeting, of what it says in another language and of an offer; where it stands in none of what is sent, that of the meeting in which it does', async () => {
  const meeting = (changes: Given, key: string = randomUUID(), version = 0) => refusedAt('saveMeeting(leg: $leg, key: $key, version: $version, input: $input)', '$key: UUID!, $version: Int!, $input: MeetingInput!', { key, version, input: { ...MEETING, ...changes } });
  expect([await meeting({ ...HOUSE, note: `Au ${STREET}` }), await meeting({ ...HOUSE, subject: `Au ${STREET}` }), await meeting({ hostName: `Maison Ébène, ${STREET}` }), await meeting({ note: `Maison Ébène, ${STREET}` }), await meeting(HOUSE)]).toEqual(['note', 'subject', 'hostName', 'note', undefined]);
  const { key } = await saveMeeting(server(), headers.scac, toured.leg, { note: `Au ${STREET}` });
  expect(await meeting({ ...HOUSE, note: `Au ${STREET}` }, key, 1)).toBe('note');
  const { key: house } = await saveMeeting(server(), headers.scac, toured.leg, HOUSE);
  expect(await refusedAt('translateMeeting(leg: $leg, key: $key, version: 1, texts: $texts)', '$key: UUID!, $texts: MeetingTextsInput!', { key: house, texts: { locale: 'en', subject: 'Visit', note: `At ${STREET}` } })).toBe('note');
  const offering = (changes: Given) => refusedAt('offerSlots(leg: $leg, meeting: $meeting, version: 1, input: $input)', '$meeting: UUID!, $input: SlotOfferInput!', {
    meeting: house, input: { submission: randomUUID(), name: 'Accueil', email: `${randomUUID()}@host.example`, locale: 'sq', answersUntil: '2098-11-01', overrideReason: 'Seul jour possible.', slots: [at('10:00', SUNDAY)], ...changes },
  });
  expect([await offering({ name: `Accueil, ${STREET}` }), await offering({ overrideReason: `Au ${STREET}` })]).toEqual(['name', 'overrideReason']);
});
