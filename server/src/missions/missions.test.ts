/** What the adviser does with missions and their legs, by the API. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { allPostsAgree, createMission, editMission, giveUp, keyOf, legsOf, missionWith, owner, removeLeg, saveLeg, step, told, translateLeg, translateMission } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

const SARAJEVO = { country: 'BA', city: 'sarajevo', startsOn: '2098-11-08', endsOn: '2098-11-09' };
const PRISTINA = { country: 'XK', city: 'pristina', startsOn: '2098-11-11', endsOn: '2098-11-12' };

describe('a mission', () => {
  test('is made once under its key, with the team that every mission has', async () => {
    const key = randomUUID();
    const first = await createMission(server(), headers.adviser, {}, key);
    const again = await createMission(server(), headers.adviser, { title: 'Autre titre' }, key);
    expect([told(first), told(again), first.mission!.id === again.mission!.id, again.mission!.title.text]).toEqual(['DONE', 'DONE', true, 'Autre titre']);
    expect([again.mission!.version, again.mission!.state, again.mission!.team]).toEqual([2, 'IDEA', [{ kind: 'MAGISTRATE', atLeast: 1 }, { kind: 'NGO', atLeast: 1 }, { kind: 'POLICE', atLeast: 1 }]]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['without a title', { title: ' ' }, 'TITLE MISSING'], ['with a title of two lines', { title: 'a\nb' }, 'TITLE UNREADABLE'], ['with a title that is too long', { title: 'a'.repeat(201) }, 'TITLE TOO_LONG'],
    ['that ends before it begins', { startsOn: '2098-11-13' }, 'ENDS NOT_AFTER'], ['of more than a year', { endsOn: '2099-11-09' }, 'ENDS TOO_MANY_DAYS'], ['in a year with a slip in it', { endsOn: '9999-11-12' }, 'ENDS FAR_OFF'], ['that began long before there were any', { startsOn: '1098-11-08' }, 'STARTS FAR_OFF'], ['that costs less than nothing', { envelopeCents: -1 }, 'ENVELOPE OUT_OF_RANGE'],
    ['that needs nobody of a role', { team: [{ kind: 'NGO', atLeast: 0 }] }, 'TEAM OUT_OF_RANGE'], ['that needs a role twice', { team: [{ kind: 'NGO', atLeast: 1 }, { kind: 'NGO', atLeast: 2 }] }, 'TEAM REPEATED'],
    ['with an objective that says nothing', { objectives: [{ key: randomUUID(), text: ' ', recommendations: [] }] }, 'OBJECTIVES MISSING'],
    ['with a recommendation that is none', { objectives: [{ key: randomUUID(), text: 'x', recommendations: ['Recommendation_nothing'] }] }, 'OBJECTIVES UNKNOWN'],
  ])('%s is not made', async (_title, changes, wrong) => {
    const { outcome, faults, mission } = await createMission(server(), headers.adviser, changes);
    expect([told({ outcome, faults }), mission]).toEqual([`INVALID ${wrong}`, null]);
  });

  test('of 366 days is made', async () => {
    expect(told(await createMission(server(), headers.adviser, { startsOn: '2098-01-01', endsOn: '2099-01-01' }))).toBe('DONE');
  });

  test('that somebody else has changed is not written over; the same again is done', async () => {
    const { mission } = await createMission(server(), headers.adviser);
    const one = await editMission(server(), headers.assistant, mission!.id, 1, { title: 'La sienne' });
    const other = await editMission(server(), headers.adviser, mission!.id, 1, { title: 'La mienne' });
    expect([told(one), told(other), other.mission!.title.text, other.mission!.version]).toEqual(['DONE', 'CONFLICT', 'La sienne', 2]);
    expect(told(await editMission(server(), headers.adviser, mission!.id, 1, { title: 'La sienne' }))).toBe('DONE');
  });

  test('keeps its objectives by their keys, in their order, with recommendations; a changed text outdates its translation', async () => {
    const [recommendation] = await owner<{ slug: string }>(server(), 'select min(slug) as slug from recommendation');
    const [one, two] = [randomUUID(), randomUUID()];
    const first = { key: one, text: 'Former les procureurs', recommendations: [`Recommendation_${recommendation!.slug}`] };
    const { mission } = await createMission(server(), headers.adviser, { objectives: [first, { key: two, text: 'Rencontrer une ONG', recommendations: [] }] });
    expect(mission!.objectives.map(({ key, text, recommendations }) => [key, text.text, recommendations.length])).toEqual([[one, 'Former les procureurs', 1], [two, 'Rencontrer une ONG', 0]]);
    const said = await translateMission(server(), headers.adviser, mission!.id, 1, { locale: 'en', title: 'Tour', objectives: [{ key: one, text: 'Train prosecutors' }] });
    expect([told(said), said.mission!.objectives[0]!.texts.map(({ locale }) => locale)]).toEqual(['DONE', ['en', 'fr']]);
    const turned = await editMission(server(), headers.adviser, mission!.id, 2, { objectives: [{ key: two, text: 'Rencontrer une ONG', recommendations: [] }, { ...first, text: 'Former des procureurs', recommendations: [] }] });
    expect([told(turned), turned.mission!.objectives.map(({ key, recommendations }) => [key, recommendations.length])]).toEqual(['DONE', [[two, 0], [one, 0]]]);
    const [outdated] = await owner<{ old: boolean }>(server(), `select t.source_version < o.source_version as old from mission_objective o join mission_objective_translation t on t.objective_uuid = o.uuid and t.locale = 'en' where o.uuid = ?`, [one]);
    expect(outdated!.old).toBe(true);
    const elsewhere = await createMission(server(), headers.adviser, { objectives: [first] });
    expect(told(elsewhere)).toBe('INVALID OBJECTIVES UNKNOWN');
    expect(told(await translateMission(server(), headers.adviser, mission!.id, 3, { locale: 'en', objectives: [{ key: randomUUID(), text: 'x' }] }))).toBe('INVALID OBJECTIVES UNKNOWN');
  });

  test('is said in other languages, not in its own, and by whoever has read it as it is', async () => {
    const { mission } = await createMission(server(), headers.adviser);
    expect(told(await translateMission(server(), headers.adviser, mission!.id, 1, { locale: 'fr', title: 'x' }))).toBe('INVALID LOCALE NOT_HERE');
    expect(told(await translateMission(server(), headers.adviser, mission!.id, 1, { locale: 'sq', title: 'Udhëtim', givenUpReason: 'x' }))).toBe('INVALID REASON NOT_HERE');
    expect(told(await translateMission(server(), headers.adviser, mission!.id, 1, { locale: 'sq', title: 'Udhëtim' }))).toBe('DONE');
    expect(told(await translateMission(server(), headers.assistant, mission!.id, 1, { locale: 'sq', title: 'Tur' }))).toBe('CONFLICT');
    expect(told(await translateMission(server(), headers.assistant, mission!.id, 1, { locale: 'sq', title: 'Udhëtim' }))).toBe('DONE');
  });
});

describe('a leg', () => {
  test('comes in the order of its days, whatever the order in which legs are added', async () => {
    const mission = await missionWith(server(), headers.adviser, [PRISTINA, SARAJEVO, {}], []);
    expect(mission.legs.map(({ country }) => country.code)).toEqual(['BA', 'RS', 'XK']);
    expect(mission.legs.map(({ isShown }) => isShown)).toEqual([false, false, false]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['that says nothing', { purpose: '' }, 'PURPOSE MISSING'], ['that ends before it begins', { endsOn: '2098-11-08' }, 'ENDS NOT_AFTER'], ['before the mission', { startsOn: '2098-11-07' }, 'STARTS OUTSIDE'], ['after it', { endsOn: '2098-11-13' }, 'ENDS OUTSIDE'],
    ['in a city of another country', { city: 'tirana' }, 'CITY UNKNOWN'], ['in no city', { city: '' }, 'CITY MISSING'], ['whose key is made of the time', { key: '01990000-0000-7000-8000-0000000000ab' }, 'KEY UNREADABLE'],
    ['with an address of two lines', { lodgingAddress: 'a\nb' }, 'LODGING_ADDRESS UNREADABLE'],
  ])('%s is not added', async (_title, changes, wrong) => {
    const { mission } = await createMission(server(), headers.adviser);
    const { outcome, faults, mission: now } = await saveLeg(server(), headers.adviser, mission!.id, changes);
    expect([told({ outcome, faults }), now!.legs]).toEqual([`INVALID ${wrong}`, []]);
  });

  test('keeps its mission from being moved away from under it', async () => {
    const mission = await missionWith(server(), headers.adviser, [SARAJEVO, PRISTINA], []);
    expect(told(await editMission(server(), headers.adviser, mission.id, mission.version, { startsOn: '2098-11-09', endsOn: '2098-11-11' }))).toBe('INVALID STARTS LEGS_OUTSIDE ENDS LEGS_OUTSIDE');
  });

  test('that somebody else has changed is not written over', async () => {
    const { id } = await missionWith(server(), headers.adviser, [], []);
    const { key } = await saveLeg(server(), headers.adviser, id);
    expect(told(await saveLeg(server(), headers.assistant, id, { key, version: 1, purpose: 'Le sien' }))).toBe('DONE');
    const mine = await saveLeg(server(), headers.adviser, id, { key, version: 1, purpose: 'Le mien' });
    expect([told(mine), mine.mission!.legs[0]!.purpose.text]).toEqual(['CONFLICT', 'Le sien']);
    expect(told(await saveLeg(server(), headers.adviser, id, { key, version: 0, purpose: 'Le sien' }))).toBe('DONE');
  });

  test('is said in other languages, and outdated by another original', async () => {
    const mission = await missionWith(server(), headers.adviser, [{}], []);
    const said = await translateLeg(server(), headers.adviser, mission.id, mission.legs[0]!, { locale: 'sr-Latn', purpose: 'Razgovori s tužilaštvom.' });
    expect([told(said), said.mission!.legs[0]!.version]).toEqual(['DONE', 2]);
    expect(told(await translateLeg(server(), headers.assistant, mission.id, mission.legs[0]!, { locale: 'sr-Latn', purpose: 'Drugo.' }))).toBe('CONFLICT');
    expect(told(await translateLeg(server(), headers.adviser, mission.id, said.mission!.legs[0]!, { locale: 'fr', purpose: 'x' }))).toBe('INVALID LOCALE NOT_HERE');
    await saveLeg(server(), headers.adviser, mission.id, { key: keyOf(mission.legs[0]!.id), version: 2, purpose: 'Échanges avec la police.' });
    const [row] = await owner<{ old: boolean }>(server(), `select t.source_version < l.source_version as old from mission_leg l join mission_leg_translation t on t.leg_uuid = l.uuid and t.locale = 'sr-Latn' where l.uuid = ?`, [keyOf(mission.legs[0]!.id)]);
    expect(row!.old).toBe(true);
  });

  test('of one mission is none of another', async () => {
    const [one, other] = [await missionWith(server(), headers.adviser, [{}], []), await missionWith(server(), headers.adviser, [], [])];
    expect(told(await saveLeg(server(), headers.adviser, other.id, { key: keyOf(one.legs[0]!.id), purpose: 'x' }))).toBe('GONE');
    expect(told(await removeLeg(server(), headers.adviser, other.id, keyOf(one.legs[0]!.id)))).toBe('DONE');
    expect(await owner(server(), 'select from mission_leg where uuid = ?', [keyOf(one.legs[0]!.id)])).toHaveLength(1);
  });
});

describe('the steps', () => {
  test('a mission without a leg is not planned', async () => {
    const { mission } = await createMission(server(), headers.adviser);
    expect(told(await step(server(), headers.adviser, 'planMission', mission!.id))).toBe('INVALID LEGS MISSING');
    expect(told(await step(server(), headers.adviser, 'consultPosts', mission!.id))).toBe('TOO_LATE');
  });

  test('what posts are consulted about is settled until it is planned anew; what was shown stays shown, what is added is not', async () => {
    const { id, legs } = await missionWith(server(), headers.adviser, [{}]);
    const key = keyOf(legs[0]!.id);
    expect([legs[0]!.isShown, legs[0]!.state]).toEqual([true, 'CONSULTED']);
    expect(told(await saveLeg(server(), headers.adviser, id, { key, version: 1, endsOn: '2098-11-11' }))).toBe('INVALID ENDS SETTLED');
    expect(told(await saveLeg(server(), headers.adviser, id, SARAJEVO))).toBe('INVALID LEGS SETTLED');
    expect(told(await removeLeg(server(), headers.adviser, id, key))).toBe('TOO_LATE');
    expect(told(await saveLeg(server(), headers.adviser, id, { key, version: 1, lodgingName: 'Hotel Moskva' }))).toBe('DONE');
    expect(told(await step(server(), headers.adviser, 'replanMission', id))).toBe('DONE');
    const { mission } = await saveLeg(server(), headers.adviser, id, SARAJEVO);
    expect(mission!.legs.map(({ country, isShown, state }) => [country.code, isShown, state])).toEqual([['BA', false, 'PLANNED'], ['RS', true, 'PLANNED']]);
    expect(told(await saveLeg(server(), headers.adviser, id, { key, version: 2, ...PRISTINA, lodgingName: 'Hotel Moskva' }))).toBe('INVALID COUNTRY SHOWN');
    expect((await step(server(), headers.adviser, 'consultPosts', id)).mission!.legs.every(({ isShown }) => isShown)).toBe(true);
  });

  test('nothing is decided about legs that who decides has not seen: of two who have read the same the second is told, and told what it is now', async () => {
    const { id, version, legs } = await missionWith(server(), headers.adviser, [{}], ['planMission']);
    const added = await saveLeg(server(), headers.assistant, id, SARAJEVO);
    const late = await step(server(), headers.adviser, 'consultPosts', id, version);
    expect([told(late), late.mission!.version, late.mission!.state, late.mission!.legs.map(({ isShown }) => isShown)]).toEqual(['CONFLICT', version + 1, 'PLANNED', [false, false]]);
    const changed = await saveLeg(server(), headers.assistant, id, { key: added.key, version: 1, ...SARAJEVO, note: 'Autre note' });
    const said = await translateLeg(server(), headers.assistant, id, changed.mission!.legs[0]!, { locale: 'en', purpose: 'Talks' });
    const gone = await removeLeg(server(), headers.assistant, id, added.key);
    expect([added, changed, said, gone].map(({ mission }) => mission!.version - version)).toEqual([1, 2, 3, 4]);
    for (const old of [added, changed, said]) expect(told(await step(server(), headers.adviser, 'consultPosts', id, old.mission!.version))).toBe('CONFLICT');
    expect(told(await giveUp(server(), headers.adviser, id, { fr: 'Budget refusé.' }, version))).toBe('CONFLICT');
    const shown = await step(server(), headers.adviser, 'consultPosts', id, gone.mission!.version);
    expect([told(shown), shown.mission!.legs.map((leg) => [leg.id, leg.isShown])]).toEqual(['DONE', [[legs[0]!.id, true]]]);
    // What is so already is done, whatever was read.
    expect(told(await step(server(), headers.assistant, 'consultPosts', id, version))).toBe('DONE');
    expect(told(await step(server(), headers.assistant, 'replanMission', id, version))).toBe('CONFLICT');
  });

  test('a leg is not taken away with what somebody else has written in it meanwhile', async () => {
    const { id, legs } = await missionWith(server(), headers.adviser, [{}], []);
    const key = keyOf(legs[0]!.id);
    await saveLeg(server(), headers.assistant, id, { key, version: 1, note: 'À lire.' });
    const late = await removeLeg(server(), headers.adviser, id, key, 1);
    expect([told(late), late.mission!.legs[0]!.note!.text]).toEqual(['CONFLICT', 'À lire.']);
    expect([told(await removeLeg(server(), headers.adviser, id, key, 2)), told(await removeLeg(server(), headers.adviser, id, key, 2))]).toEqual(['DONE', 'DONE']);
  });

  test('the last leg of a mission that is planned is not taken away', async () => {
    const { id, legs } = await missionWith(server(), headers.adviser, [{}], ['planMission']);
    expect(told(await removeLeg(server(), headers.adviser, id, keyOf(legs[0]!.id)))).toBe('INVALID LEGS MISSING');
  });

  test('a leg that a post has seen is gone for it once it is taken away', async () => {
    const { id, legs } = await missionWith(server(), headers.adviser, [SARAJEVO, {}]);
    const seen = async (): Promise<boolean> => (await legsOf(server(), headers.scac)).some((leg) => leg.id === legs[1]!.id);
    expect(await seen()).toBe(true);
    await step(server(), headers.adviser, 'replanMission', id);
    expect([await seen(), told(await removeLeg(server(), headers.adviser, id, keyOf(legs[1]!.id))), await seen()]).toEqual([true, 'DONE', false]);
  });

  test('a mission is given up for a reason that its readers find; nothing more is done with it, and a post reads of its leg that it was given up, not why', async () => {
    const { id, legs } = await missionWith(server(), headers.adviser, [{}]);
    expect(told(await giveUp(server(), headers.adviser, id, { sq: 'Arsye.' }))).toBe('INVALID REASON MISSING');
    const given = await giveUp(server(), headers.adviser, id, { fr: 'Budget refusé.' });
    expect([told(given), given.mission!.state, given.mission!.givenUpReason!.text, given.mission!.givenUpOn !== null]).toEqual(['DONE', 'GIVEN_UP', 'Budget refusé.', true]);
    expect(Object.entries(given.mission!.can).filter(([, can]) => can).map(([act]) => act)).toEqual(['translate']);
    const said = await translateMission(server(), headers.assistant, id, given.mission!.version, { locale: 'sq', givenUpReason: 'Buxheti u refuzua.' });
    expect([told(said), (said.mission as unknown as { texts: { locale: string; givenUpReason: string | null }[] }).texts.find(({ locale }) => locale === 'sq')?.givenUpReason]).toEqual(['DONE', 'Buxheti u refuzua.']);
    const leg = (await legsOf(server(), headers.scac)).find((one) => one.id === legs[0]!.id)!;
    expect([leg.state, JSON.stringify(leg).includes('Budget')]).toEqual(['GIVEN_UP', false]);
    expect([told(await giveUp(server(), headers.adviser, id, { fr: ' Budget refusé. ' })), told(await giveUp(server(), headers.adviser, id, { fr: 'Encore.' })), told(await step(server(), headers.adviser, 'replanMission', id))]).toEqual(['DONE', 'CONFLICT', 'TOO_LATE']);
  });

  test('one that is agreed is under way on its days, a leg on its own', async () => {
    const { id, legs } = await missionWith(server(), headers.adviser, [{}], ['planMission', 'consultPosts'], { team: [] });
    await allPostsAgree(server(), id);
    await owner(server(), `update mission set stage = 'AGREED' where uuid = ?`, [keyOf(id)]);
    const state = async (): Promise<unknown[]> => {
      const { mission } = await editMission(server(), headers.adviser, id, -1, { title: 'x' });
      return [mission!.state, mission!.legs[0]!.state];
    };
    expect(await state()).toEqual(['AGREED', 'AGREED']);
    await owner(server(), `alter table mission disable trigger user`);
    await owner(server(), `alter table mission_leg disable trigger user`);
    const today = `(now() at time zone 'Europe/Belgrade')::date`;
    await owner(server(), `update mission set starts_on = ${today} - 3, ends_on = ${today} + 3 where uuid = ?`, [keyOf(id)]);
    await owner(server(), `update mission_leg set starts_on = ${today} + 1, ends_on = ${today} + 2 where uuid = ?`, [keyOf(legs[0]!.id)]);
    expect(await state()).toEqual(['UNDER_WAY', 'AGREED']);
    await owner(server(), `update mission_leg set starts_on = ${today} where uuid = ?`, [keyOf(legs[0]!.id)]);
    expect(await state()).toEqual(['UNDER_WAY', 'UNDER_WAY']);
    await owner(server(), `alter table mission enable trigger user`);
    await owner(server(), `alter table mission_leg enable trigger user`);
  });
});
