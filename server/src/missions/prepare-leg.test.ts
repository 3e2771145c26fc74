/** What a post does with its leg, and the adviser with them: the texts, the contacts, and two who write at once. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { legOf, prepareLeg, removeContact, replan, saveContact, shownLeg, translatePrepared } from './prepare-leg.fixture.ts';
import { giveUp, keyOf, missionWith, owner, removeLeg, saveLeg, step, told, translateLeg } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

const versionOf = async (mission: string): Promise<number> => (await owner<{ version: number }>(server(), 'select version from mission where uuid = ?', [keyOf(mission)]))[0]!.version;

describe('a post', () => {
  test('changes what is said of its leg, and says it in other languages; what was said before is outdated then', async () => {
    const { leg } = await shownLeg(server(), headers.adviser);
    const changed = await prepareLeg(server(), headers.scac, { id: leg, version: 1 }, { note: 'Le procureur est là dès 8 h.', lodgingName: 'Hôtel inventé', lodgingAddress: '1, rue inventée', transport: 'Voiture de l’ambassade' });
    expect([told(changed), changed.leg]).toMatchObject(['DONE', { version: 2, note: { text: 'Le procureur est là dès 8 h.', locale: 'fr' }, lodgingName: 'Hôtel inventé', lodgingAddress: '1, rue inventée', transport: 'Voiture de l’ambassade', can: { edit: false, plan: false, prepare: true } }]);
    const said = await translatePrepared(server(), headers.ssi, { id: leg, version: 2 }, { locale: 'sr-Latn', purpose: 'Razgovori s tužilaštvom.' });
    expect([told(said), said.leg!.version, said.leg!.texts.map(({ locale }) => locale)]).toEqual(['DONE', 3, ['fr', 'sr-Latn']]);
    expect(told(await translatePrepared(server(), headers.ssi, { id: leg, version: 2 }, { locale: 'sr-Latn', purpose: 'Razgovori s tužilaštvom.' }))).toBe('DONE');
    const again = await prepareLeg(server(), headers.scac, { id: leg, version: 3 }, { purpose: 'Échanges avec la police.' });
    expect(again.leg!.texts.find(({ locale }) => locale === 'sr-Latn')).toMatchObject({ isOutdated: true });
    const gone = await translatePrepared(server(), headers.scac, { id: leg, version: 4 }, { locale: 'sr-Latn' });
    expect([told(gone), gone.leg!.texts.length]).toEqual(['DONE', 1]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['that says nothing', { purpose: ' ' }, 'PURPOSE MISSING'], ['with an address of two lines', { lodgingAddress: 'a\nb' }, 'LODGING_ADDRESS UNREADABLE'], ['with a way that is too long', { transport: 'a'.repeat(501) }, 'TRANSPORT TOO_LONG'],
  ])('does not store a leg %s', async (_title, changes, wrong) => {
    const { leg } = await shownLeg(server(), headers.adviser);
    expect(told(await prepareLeg(server(), headers.scac, { id: leg, version: 1 }, changes))).toBe(`INVALID ${wrong}`);
    expect(told(await translatePrepared(server(), headers.scac, { id: leg, version: 1 }, { locale: 'fr', purpose: 'x' }))).toBe('INVALID LOCALE NOT_HERE');
  });

  test('goes on while the mission is planned anew, and not once it is given up or its last day is over', async () => {
    const { mission, leg, key } = await shownLeg(server(), headers.adviser);
    await replan(server(), headers.adviser, mission);
    expect(told(await prepareLeg(server(), headers.scac, { id: leg, version: 1 }, { note: 'Vu.' }))).toBe('DONE');
    const trials = async (): Promise<string[]> => [
      told(await prepareLeg(server(), headers.scac, { id: leg, version: 2 }, { note: 'Trop tard.' })), told(await translatePrepared(server(), headers.scac, { id: leg, version: 2 }, { locale: 'en', purpose: 'x' })),
      told(await saveContact(server(), headers.scac, leg)), String((await legOf(server(), headers.scac, leg))!.can.prepare), told(await prepareLeg(server(), headers.scac, { id: leg, version: 2 }, { note: 'Vu.' })),
    ];
    await owner(server(), 'alter table mission_leg disable trigger user');
    await owner(server(), `update mission_leg set starts_on = (now() at time zone 'Europe/Belgrade')::date - 1, ends_on = (now() at time zone 'Europe/Belgrade')::date - 1 where uuid = ?`, [key]);
    expect(await trials()).toEqual(['TOO_LATE', 'TOO_LATE', 'TOO_LATE', 'false', 'DONE']);
    await owner(server(), `update mission_leg set ends_on = (now() at time zone 'Europe/Belgrade')::date where uuid = ?`, [key]);
    expect((await legOf(server(), headers.scac, leg))!.can.prepare).toBe(true);
    await owner(server(), `update mission_leg set starts_on = '2098-11-09', ends_on = '2098-11-10' where uuid = ?`, [key]);
    await owner(server(), 'alter table mission_leg enable trigger user');
    expect(told(await giveUp(server(), headers.adviser, mission, { fr: 'Budget refusé.' }))).toBe('DONE');
    expect(await trials()).toEqual(['TOO_LATE', 'TOO_LATE', 'TOO_LATE', 'false', 'DONE']);
  });

  test('is told nothing of a leg that is not its to see, and changes none', async () => {
    const { legs } = await missionWith(server(), headers.adviser, [{}], ['planMission']);
    const hidden = { id: legs[0]!.id, version: 1 };
    const elsewhere = { id: (await shownLeg(server(), headers.adviser)).leg, version: 1 };
    for (const [who, one] of [[headers.scac, hidden], [headers.scacElsewhere, elsewhere], [headers.expert, elsewhere]] as const) {
      const answers = [await prepareLeg(server(), who, one, { note: 'x' }), await translatePrepared(server(), who, one, { locale: 'en', purpose: 'x' }), await saveContact(server(), who, one.id), await removeContact(server(), who, one.id, randomUUID(), 1)];
      for (const { outcome, faults, leg } of answers) expect({ outcome, faults, leg }).toEqual({ outcome: 'GONE', faults: [], leg: null });
    }
  });
});

describe('a change by a post', () => {
  test('is a change of the mission: whoever decides about it is shown it first', async () => {
    const { mission, leg } = await shownLeg(server(), headers.adviser);
    const read = await versionOf(mission);
    await prepareLeg(server(), headers.scac, { id: leg, version: 1 }, { note: 'Le procureur est absent.' });
    const late = await step(server(), headers.adviser, 'replanMission', mission, read);
    expect([told(late), late.mission!.version, late.mission!.legs[0]!.note!.text]).toEqual(['CONFLICT', read + 1, 'Le procureur est absent.']);
    expect(told(await step(server(), headers.adviser, 'replanMission', mission, read + 1))).toBe('DONE');
  });

  test('raises the version of the mission once, as one by the adviser does; one of a contact, of whom nothing is decided, does not', async () => {
    const { mission, leg, key } = await shownLeg(server(), headers.adviser);
    const before = await versionOf(mission);
    await prepareLeg(server(), headers.scac, { id: leg, version: 1 }, { note: 'Un.' });
    await translatePrepared(server(), headers.scac, { id: leg, version: 2 }, { locale: 'en', purpose: 'Two' });
    await prepareLeg(server(), headers.adviser, { id: leg, version: 3 }, { note: 'Trois.' });
    await saveLeg(server(), headers.adviser, mission, { key, version: 4, note: 'Quatre.' });
    await translateLeg(server(), headers.adviser, mission, { id: leg, version: 5 }, { locale: 'sq', purpose: 'Pesë' });
    expect(await versionOf(mission)).toBe(before + 5);
    await saveContact(server(), headers.scac, leg);
    expect(await versionOf(mission)).toBe(before + 5);
  });

  test('and one by the adviser do not write over each other', async () => {
    const { mission, leg, key } = await shownLeg(server(), headers.adviser);
    expect(told(await prepareLeg(server(), headers.scac, { id: leg, version: 1 }, { note: 'De l’ambassade.' }))).toBe('DONE');
    const late = await saveLeg(server(), headers.adviser, mission, { key, version: 1, note: 'Du conseiller.' });
    expect([told(late), late.mission!.legs[0]!.note!.text]).toEqual(['CONFLICT', 'De l’ambassade.']);
    await saveLeg(server(), headers.adviser, mission, { key, version: 2, note: 'Du conseiller.' });
    const officer = await prepareLeg(server(), headers.ssi, { id: leg, version: 2 }, { note: 'De l’attaché.' });
    expect([told(officer), officer.leg!.note!.text]).toEqual(['CONFLICT', 'Du conseiller.']);
  });
});

describe('two officers who save at once', () => {
  /** Both send while somebody holds the mission, so that both have begun before one of them writes: what each is told, and what is stored. */
  async function meet(): Promise<{ outcomes: string[]; note: string; sent: number }> {
    const { mission, leg } = await shownLeg(server(), headers.adviser);
    const holding = server().database.orm.em.fork();
    await holding.begin();
    await holding.execute('select from mission where uuid = ? for update', [keyOf(mission)]);
    const both = [prepareLeg(server(), headers.scac, { id: leg, version: 1 }, { note: 'De l’un.' }), prepareLeg(server(), headers.ssi, { id: leg, version: 1 }, { note: 'De l’autre.' })];
    await untilWaiting(server().database, 2);
    await holding.commit();
    const outcomes = (await Promise.all(both)).map(told);
    const [{ note, version }] = [await legOf(server(), headers.scac, leg)].map((now) => ({ note: now!.note!.text, version: now!.version })) as [{ note: string; version: number }];
    return { outcomes, note, sent: version - 1 };
  }

  test('lose nothing: the second writes nothing and is shown what the first has written', async () => {
    const { outcomes, note, sent } = await meet();
    expect([outcomes.toSorted(), sent]).toEqual([['CONFLICT', 'DONE'], 1]);
    expect(note).toBe(outcomes[0] === 'DONE' ? 'De l’un.' : 'De l’autre.');
  });

  test('would lose the text of one of them if the leg were not held: the control', async () => {
    const [{ is }] = (await owner<{ is: string }>(server(), `select pg_get_functiondef('hold_leg(uuid)'::regprocedure) as is`)) as [{ is: string }];
    await owner(server(), `create or replace function hold_leg(the_leg uuid) returns void language sql security definer set search_path = public, pg_temp as ''`);
    const { outcomes, sent } = await meet();
    await owner(server(), is);
    expect([outcomes, sent]).toEqual([['DONE', 'DONE'], 2]);
  });

  test('neither waits for the other for ever where one is the adviser', async () => {
    for (let n = 0; n < 5; n += 1) {
      const { mission, leg, key } = await shownLeg(server(), headers.adviser);
      const both = await Promise.all([prepareLeg(server(), headers.scac, { id: leg, version: 1 }, { note: 'De l’ambassade.' }), saveLeg(server(), headers.adviser, mission, { key, version: 1, note: 'Du conseiller.' })]);
      expect(both.map(told).sort()).toEqual(['CONFLICT', 'DONE']);
    }
  });
});

describe('a contact', () => {
  const FULL = { name: 'Jovana Primer', function: 'Attachée', organisation: 'Ambassade de France', email: 'Jovana.Primer@Post.example', phone: ' +381 11 302 3500 ' };

  test('is added by a post once under its key, changed by the adviser, and removed by whoever has read it as it is', async () => {
    const { leg } = await shownLeg(server(), headers.adviser);
    const added = await saveContact(server(), headers.scac, leg, FULL);
    expect([told(added), added.leg!.contacts]).toEqual(['DONE', [{ key: added.key, version: 1, ...FULL, email: 'jovana.primer@post.example', phone: '+381 11 302 3500' }]]);
    expect(told(await saveContact(server(), headers.scac, leg, { ...FULL, key: added.key }))).toBe('DONE');
    const changed = await saveContact(server(), headers.adviser, leg, { ...FULL, key: added.key, version: 1, phone: '' });
    expect([told(changed), changed.leg!.contacts[0]]).toMatchObject(['DONE', { version: 2, phone: null }]);
    const late = await saveContact(server(), headers.ssi, leg, { ...FULL, key: added.key, version: 1, function: 'Consule' });
    expect([told(late), late.leg!.contacts[0]!.function]).toEqual(['CONFLICT', 'Attachée']);
    expect(told(await removeContact(server(), headers.ssi, leg, added.key, 1))).toBe('CONFLICT');
    const gone = await removeContact(server(), headers.ssi, leg, added.key, 2);
    expect([told(gone), gone.leg!.contacts]).toEqual(['DONE', []]);
    expect(told(await removeContact(server(), headers.ssi, leg, added.key, 2))).toBe('DONE');
    expect(told(await saveContact(server(), headers.ssi, leg, { ...FULL, key: added.key, version: 2 }))).toBe('GONE');
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['without a name', { name: ' ' }, 'NAME MISSING'], ['with a name of two lines', { name: 'a\nb' }, 'NAME UNREADABLE'], ['with a function that is too long', { function: 'a'.repeat(201) }, 'FUNCTION TOO_LONG'],
    ['with a number that is none', { phone: 'le matin' }, 'PHONE UNREADABLE'], ['with a number of two figures', { phone: '12' }, 'PHONE UNREADABLE'], ['with words after a number', { phone: '+381 11 302 3500 ou rue 5' }, 'PHONE UNREADABLE'], ['of an organisation of two lines', { organisation: 'a\nb' }, 'ORGANISATION UNREADABLE'],
  ])('%s is not stored', async (_title, changes, wrong) => {
    const { leg } = await shownLeg(server(), headers.adviser);
    const { outcome, faults, leg: now } = await saveContact(server(), headers.scac, leg, changes);
    expect([told({ outcome, faults }), now!.contacts]).toEqual([`INVALID ${wrong}`, []]);
  });

  test('that tells of a person who needs protection is refused', async () => {
    const { leg } = await shownLeg(server(), headers.adviser);
    await expect(saveContact(server(), headers.scac, leg, { function: 'a 17-year-old girl from Kragujevac' })).rejects.toThrow('VICTIM_DATA');
  });

  test('of one leg is none of another, and there are thirty at most', async () => {
    const [one, other] = [await shownLeg(server(), headers.adviser), await shownLeg(server(), headers.adviser)];
    const { key } = await saveContact(server(), headers.scac, one.leg);
    expect(told(await saveContact(server(), headers.scac, other.leg, { key }))).toBe('GONE');
    expect(told(await removeContact(server(), headers.scac, other.leg, key, 1))).toBe('DONE');
    expect((await legOf(server(), headers.scac, one.leg))!.contacts).toHaveLength(1);
    await owner(server(), `insert into leg_contact (uuid, leg_uuid, name) select gen_random_uuid(), ?, 'N ' || n from generate_series(1, 29) n`, [one.key]);
    expect(told(await saveContact(server(), headers.scac, one.leg))).toBe('INVALID CONTACTS TOO_LONG');
  });

  test('goes with its leg', async () => {
    const { mission, leg, key } = await shownLeg(server(), headers.adviser);
    await saveContact(server(), headers.scac, leg);
    await replan(server(), headers.adviser, mission);
    await saveLeg(server(), headers.adviser, mission, {});
    expect(told(await removeLeg(server(), headers.adviser, mission, key))).toBe('DONE');
    expect(await owner(server(), 'select from leg_contact where leg_uuid = ?', [key])).toEqual([]);
  });

  test('is not told the new address of whoever has an account, and goes with them', async () => {
    const { leg, key } = await shownLeg(server(), headers.adviser);
    const id = randomUUID();
    await owner(server(), `insert into person (id, name, email, created_at, updated_at, is_demonstration) values (?, 'N', 'moved.from@post.example', now(), now(), true)`, [id]);
    await saveContact(server(), headers.scac, leg, { email: 'moved.from@post.example' });
    await owner(server(), `update person set email = 'moved.to@post.example' where id = ?`, [id]);
    expect((await legOf(server(), headers.scac, leg))!.contacts[0]).toMatchObject({ email: null, version: 2 });
    await owner(server(), `update person set email = 'moved.from@post.example' where id = ?`, [id]);
    await saveContact(server(), headers.scac, leg, { email: 'moved.from@post.example' });
    await owner(server(), 'delete from person where id = ?', [id]);
    expect(await owner(server(), 'select email from leg_contact where leg_uuid = ?', [key])).toEqual([{ email: null }]);
  });
});

test('the trail tells what a post has changed, and of contacts that there is one more, one less, or another: nothing of whom', async () => {
  const { mission, leg } = await shownLeg(server(), headers.adviser);
  await owner(server(), 'delete from audit_entry');
  await prepareLeg(server(), headers.scac, { id: leg, version: 1 }, { lodgingName: 'Hôtel inventé', note: 'À savoir.' });
  const { key } = await saveContact(server(), headers.scac, leg, { name: 'CANARY', email: 'canary@post.example', phone: '+381 11 302 3500' });
  await saveContact(server(), headers.scac, leg, { key, version: 1, name: 'CANARY TOO' });
  await removeContact(server(), headers.scac, leg, key, 2);
  const entries = await owner<{ line: string }>(server(), `select concat_ws(' ', p.email, action, subject, part, coalesce(before, '-') || ' > ' || coalesce(after, '-')) as line from audit_entry a join person p on p.id = a.by_id where object = ? order by 1`, [keyOf(mission)]);
  expect(entries.map(({ line }) => line.replace('scac.rs@passerelle.example ', ''))).toEqual([
    'CHANGED MISSION_LEG contact_added - > -', 'CHANGED MISSION_LEG contact_changed - > -', 'CHANGED MISSION_LEG contact_removed - > -', 'CHANGED MISSION_LEG lodging_name - > Hôtel inventé', 'CHANGED MISSION_LEG note.fr - > À savoir.',
  ]);
  expect(JSON.stringify(await owner(server(), 'select * from audit_entry')).toLowerCase()).not.toContain('canary');
});
