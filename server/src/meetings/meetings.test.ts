/** The meetings of a leg by the API: what the adviser and the post do with them, and what is refused. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { saveMember, stay } from '../missions/team.fixture.ts';
import { giveUp, keyOf, owner, saveLeg, step, told } from '../missions/world.fixture.ts';
import { type MeetingBack, meetingsOf, namePeople, removeMeeting, saveMeeting, type Toured, tour, translateMeeting } from './meetings.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let toured: Toured;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await owner(server(), 'delete from mission');
  toured = await tour(server(), headers.adviser);
});

type Given = Readonly<Record<string, unknown>>;
const tell = ({ outcome, faults }: MeetingBack): string => told({ outcome, faults } as never);
const save = (given: Given = {}, who: keyof Headers = 'adviser'): Promise<MeetingBack> => saveMeeting(server(), headers[who], toured.leg, given);
const name = (key: string, version: number, people: readonly Given[], who: keyof Headers = 'adviser'): Promise<MeetingBack> => namePeople(server(), headers[who], toured.leg, { key, version, people });
const goes = (n: 0 | 1, isSubstitute = false): Given => ({ member: toured.members[n], kind: n === 0 ? 'MAGISTRATE' : 'POLICE', isSubstitute });
const MONDAY = { day: '2098-11-10', starts: '10:00' };
const missionVersion = async (): Promise<number> => (await owner<{ version: number }>(server(), 'select version from mission where uuid = ?', [keyOf(toured.mission)]))[0]!.version;

describe('a meeting', () => {
  test('has all that was said of it, in one order, and is read by the adviser and by the post of its leg alike', async () => {
    const later = await save({ subject: 'Après' });
    const made = await save({
      ...MONDAY, note: 'Apporter le protocole.', isMandatory: true, placeName: 'Palais de justice', placeAddress: '1, rue inventée', windows: [{ day: '2098-11-11', from: '14:00', until: '24:00' }, { day: '2098-11-10', from: '09:00', until: '12:00' }],
      needs: [{ kind: 'MAGISTRATE', atLeast: 1 }], languages: [{ language: 'fr', atLeast: 'C1' }], precedes: [{ meeting: later.key, gapMinutes: 30 }],
    });
    expect([tell(later), tell(made)]).toEqual(['DONE', 'DONE']);
    const named = await name(made.key, 1, [goes(0), goes(1, true)]);
    expect([tell(named), named.leg!.meetings[0]]).toMatchObject(['DONE', {
      key: made.key, version: 2, subject: { text: 'Équipes communes d’enquête', locale: 'fr' }, note: { text: 'Apporter le protocole.' }, hostName: 'Parquet', category: 'JUSTICE', status: 'PROPOSED', minutes: 60, isMandatory: true, ...MONDAY, isDayOff: false,
      placeName: 'Palais de justice', placeAddress: '1, rue inventée', isPlaceSecret: false, windows: [{ day: '2098-11-10', fromTime: '09:00', untilTime: '12:00' }, { day: '2098-11-11', fromTime: '14:00', untilTime: '24:00' }],
      needs: [{ kind: 'MAGISTRATE', atLeast: 1 }], languages: [{ language: { code: 'fr' }, atLeast: 'C1' }], precedes: [{ afterKey: later.key, gapMinutes: 30 }],
      people: [{ memberKey: toured.members[0], kind: 'MAGISTRATE', isSubstitute: false, isEngagedElsewhere: false }, { memberKey: toured.members[1], isSubstitute: true }],
    }]);
    const read = (await meetingsOf(server(), headers.scac, toured.leg))!;
    expect(read.map((one) => ({ ...one, people: [] }))).toEqual(named.leg!.meetings.map((one) => ({ ...one, people: [] })));
    expect(read[0]!.people).toEqual(named.leg!.meetings[0]!.people.map((person) => ({ ...person, memberKey: null, inPlaceOfKey: null, isEngagedElsewhere: null, isAway: null })));
    expect([await meetingsOf(server(), headers.scacElsewhere, toured.leg), await meetingsOf(server(), headers.expert, toured.leg)]).toEqual([null, null]);
  });

  test('is changed as it was read: a conflict writes nothing, the same again is done, and the mission is another version', async () => {
    const before = await missionVersion();
    const { key } = await save();
    expect(await missionVersion()).toBe(before + 1);
    const changed = await save({ key, version: 1, subject: 'Autre' }, 'scac');
    expect([tell(changed), tell(await save({ key, version: 1, subject: 'Encore' })), tell(await save({ key, version: 1, subject: 'Autre' })), await missionVersion()]).toEqual(['DONE', 'CONFLICT', 'DONE', before + 2]);
    expect(tell(await name(key, 1, [goes(0)]))).toBe('CONFLICT');
    expect([tell(await removeMeeting(server(), headers.adviser, toured.leg, key, 1)), tell(await removeMeeting(server(), headers.adviser, toured.leg, key, 2)), tell(await removeMeeting(server(), headers.adviser, toured.leg, key, 2)), await missionVersion()])
      .toEqual(['CONFLICT', 'DONE', 'DONE', before + 3]);
  });

  test('is said in other languages; what was said before is outdated once its own words change', async () => {
    const { key } = await save();
    const said = await translateMeeting(server(), headers.ssi, toured.leg, { key, version: 1, locale: 'sr-Latn', subject: 'Zajednički istražni timovi' });
    expect([tell(said), said.leg!.meetings[0]!.texts.map(({ locale }) => locale)]).toEqual(['DONE', ['fr', 'sr-Latn']]);
    const again = await save({ key, version: 2, subject: 'Autre' });
    expect([again.leg!.meetings[0]!.texts[1]!.isOutdated, tell(await translateMeeting(server(), headers.scac, toured.leg, { key, version: 3, locale: 'fr', subject: 'x' }))]).toEqual([true, 'INVALID LOCALE NOT_HERE']);
  });

  test.each<[string, Given, string]>([
    ['without a subject', { subject: ' ' }, 'SUBJECT MISSING'], ['without a host', { hostName: '' }, 'HOST MISSING'], ['with a host that is not there', { organisation: 'Organisation_nobody', hostName: '' }, 'HOST UNKNOWN'],
    ['of two hours and one minute to midnight', { day: '2098-11-10', starts: '23:01' }, 'STARTS NOT_AFTER'], ['that is confirmed without a day', { status: 'CONFIRMED' }, 'DAY MISSING'], ['at no hour', { day: '2098-11-10' }, 'STARTS MISSING'],
    ['at an hour that is none', { day: '2098-11-10', starts: '25:00' }, 'STARTS UNREADABLE'], ['of no length', { minutes: 0 }, 'MINUTES OUT_OF_RANGE'], ['on a day outside the leg', { day: '2098-11-12', starts: '10:00' }, 'DAY OUTSIDE'],
    ['on a Sunday', { day: '2098-11-09', starts: '10:00' }, 'DAY DAY_OFF'], ['on a public holiday', { day: '2098-11-11', starts: '10:00' }, 'DAY DAY_OFF'],
    ['with a window outside the leg', { windows: [{ day: '2098-11-12', from: '09:00', until: '10:00' }] }, 'WINDOWS OUTSIDE'], ['with a window that ends first', { windows: [{ day: '2098-11-10', from: '10:00', until: '09:00' }] }, 'WINDOWS NOT_AFTER'],
    ['partly outside its windows', { ...MONDAY, windows: [{ day: '2098-11-10', from: '09:00', until: '10:59' }] }, 'STARTS OUTSIDE_WINDOWS'], ['in a language that is none', { languages: [{ language: 'xx', atLeast: 'B1' }] }, 'LANGUAGES UNKNOWN'],
    ['before one that is not there', { precedes: [{ meeting: '00000000-0000-4000-8000-000000000000', gapMinutes: 0 }] }, 'PRECEDES UNKNOWN'],
  ])('is not stored %s', async (_title, given, wrong) => {
    await owner(server(), `insert into holiday (country_code, date, source, source_locale) values ('RS', '2098-11-11', 'A test', 'sr-Cyrl') on conflict do nothing`);
    for (const who of ['adviser', 'scac'] as const) expect([who, tell(await save(given, who))]).toEqual([who, who === 'scac' && wrong.startsWith('PRECEDES') ? 'INVALID PRECEDES SETTLED PRECEDES UNKNOWN' : `INVALID ${wrong}`]);
    expect(await meetingsOf(server(), headers.adviser, toured.leg)).toEqual([]);
  });

  test('is on a weekend where a reason is given', async () => {
    const made = await save({ day: '2098-11-09', starts: '10:00', overrideReason: 'Seul jour possible.' });
    expect([tell(made), made.leg!.meetings[0]]).toMatchObject(['DONE', { isDayOff: true, overrideReason: 'Seul jour possible.' }]);
  });

  test('tells nobody who a victim is', async () => {
    for (const field of ['subject', 'note', 'hostName', 'placeAddress']) await expect(save({ [field]: 'La victime Jovana Primer, née le 3 mai 1999' }, 'scac')).rejects.toThrow('VICTIM_DATA');
  });
});

describe('who goes', () => {
  test('is engaged, firmly from the plan on, and by one meeting at a time', async () => {
    const [first, second] = [await save(MONDAY), await save({ ...MONDAY, starts: '10:30' })];
    expect([tell(await name(first.key, 1, [goes(0)])), tell(await name(second.key, 1, [goes(1)])), tell(await name(second.key, 2, [goes(1), goes(0)])), tell(await name(second.key, 2, [goes(1), goes(0, true)]))]).toEqual(['DONE', 'DONE', 'INVALID PEOPLE BUSY', 'DONE']);
    // The clocks of Belgrade are one hour before UTC in November.
    expect(await owner(server(), `select held::text as held, is_firm as firm, place from expert_engagement where kind = 'MEETING' order by held`)).toEqual([
      { held: '{["2098-11-10 09:00:00+00","2098-11-10 10:00:00+00")}', firm: true, place: 'RS' }, { held: '{["2098-11-10 09:30:00+00","2098-11-10 10:30:00+00")}', firm: true, place: 'RS' },
    ]);
    expect(tell(await save({ key: second.key, version: 3, ...MONDAY, starts: '10:30', status: 'REFUSED' }, 'ssi'))).toBe('DONE');
    expect(tell(await name(first.key, 2, [goes(0), goes(1)]))).toBe('DONE');
    expect(tell(await save({ key: second.key, version: 4, ...MONDAY, starts: '10:30' }, 'scac'))).toBe('INVALID PEOPLE BUSY');
    await giveUp(server(), headers.adviser, toured.mission, { fr: 'Budget.' });
    expect(await owner(server(), `select from expert_engagement where kind = 'MEETING'`)).toEqual([]);
  });

  test('is there all the time that it lasts, and of the team that stays in the leg', async () => {
    const { key } = await save({ day: '2098-11-09', starts: '08:30', overrideReason: 'Seul jour possible.' });
    expect(tell(await name(key, 1, [goes(0)]))).toBe('INVALID PEOPLE AWAY');
    expect(tell(await name(key, 1, [{ member: '00000000-0000-4000-8000-000000000000', kind: 'NGO', isSubstitute: false }]))).toBe('INVALID PEOPLE UNKNOWN');
    const made = await save({ key, version: 1, day: '2098-11-09', starts: '09:00', overrideReason: 'Seul jour possible.' });
    expect([tell(made), tell(await name(key, 2, [goes(0)]))]).toEqual(['DONE', 'DONE']);
    expect(tell(await save({ key, version: 3, day: '2098-11-09', starts: '08:59', overrideReason: 'Seul jour possible.' }, 'scac'))).toBe('INVALID PEOPLE AWAY');
    const shorter = { key: toured.members[0], version: 1, kind: 'MAGISTRATE', stays: [stay(toured.legKey, '2098-11-10T09:00', '2098-11-11T18:00')] };
    expect(told(await saveMember(server(), headers.adviser, toured.mission, shorter))).toBe('INVALID TEAM MEETINGS');
    // Who does not come any more goes to no meeting.
    expect(told(await saveMember(server(), headers.adviser, toured.mission, { key: toured.members[0], version: 1, kind: 'MAGISTRATE', stays: [] }))).toBe('DONE');
    expect((await meetingsOf(server(), headers.adviser, toured.leg))![0]!.people).toEqual([]);
  });

  test('goes in the place of somebody who goes, whose name the post reads and whose key it does not; once that one does not go, of nobody', async () => {
    const { key } = await save();
    const inPlace = (of: string | undefined): Given => ({ ...goes(1, true), inPlaceOf: of });
    expect([tell(await name(key, 1, [inPlace(toured.members[0])])), tell(await name(key, 1, [goes(0, true), inPlace(toured.members[0])])), tell(await name(key, 1, [goes(0), { ...inPlace(toured.members[0]), isSubstitute: false }])), tell(await name(key, 1, [goes(0), inPlace(toured.members[1])]))])
      .toEqual(['INVALID PEOPLE UNKNOWN', 'INVALID PEOPLE UNKNOWN', 'INVALID PEOPLE UNKNOWN', 'INVALID PEOPLE UNKNOWN']);
    const [going, substitute] = (await name(key, 1, [goes(0), inPlace(toured.members[0])])).leg!.meetings[0]!.people;
    expect([substitute!.inPlaceOf, substitute!.inPlaceOfKey, going!.inPlaceOf]).toEqual([going!.name, toured.members[0], null]);
    expect((await meetingsOf(server(), headers.scac, toured.leg))![0]!.people.map(({ inPlaceOf, inPlaceOfKey }) => [inPlaceOf, inPlaceOfKey])).toEqual([[null, null], [going!.name, null]]);
    await expect(owner(server(), 'update meeting_member set substitute_for_uuid = member_uuid where is_substitute')).rejects.toThrow('meeting_member_in_place');
    await expect(owner(server(), 'update meeting_member set is_substitute = true, substitute_for_uuid = ? where not is_substitute', [toured.members[1]])).rejects.toThrow('whose place is taken goes to the meeting');
    const left = await name(key, 2, [goes(1, true)]);
    expect(left.leg!.meetings[0]!.people.map(({ inPlaceOf, inPlaceOfKey }) => [inPlaceOf, inPlaceOfKey])).toEqual([[null, null]]);
  });

  test('keeps in whose place they go where nothing is said of it, as long as both go as they did; null takes it away: the control', async () => {
    const { key } = await save();
    const placeAfter = async (version: number, people: readonly Given[]): Promise<unknown> => {
      const named = await name(key, version, people);
      return [tell(named), named.leg!.meetings[0]!.people.find(({ memberKey }) => memberKey === toured.members[1])!.inPlaceOfKey];
    };
    const [first] = toured.members;
    const inPlace: Given = { ...goes(1, true), inPlaceOf: first };
    expect([await placeAfter(1, [goes(0), inPlace]), await placeAfter(2, [{ ...goes(0), kind: 'OTHER' }, goes(1, true)]), await placeAfter(3, [goes(0), goes(1, true)])]).toEqual([['DONE', first], ['DONE', first], ['DONE', first]]);
    // What was sent before and is sent again is so already.
    expect(tell(await name(key, 3, [goes(0), goes(1, true)]))).toBe('DONE');
    expect([await placeAfter(4, [goes(0), { ...goes(1, true), inPlaceOf: null }]), await placeAfter(5, [goes(0), goes(1, true)])]).toEqual([['DONE', null], ['DONE', null]]);
    expect([await placeAfter(5, [goes(0), inPlace]), await placeAfter(6, [goes(0), goes(1)]), await placeAfter(7, [goes(0), inPlace]), await placeAfter(8, [goes(0, true), goes(1, true)])]).toEqual([['DONE', first], ['DONE', null], ['DONE', first], ['DONE', null]]);
  });

  test('loses nothing but the name once whose place they would take leaves the leg', async () => {
    const { key } = await save();
    expect(tell(await name(key, 1, [goes(0), { ...goes(1, true), inPlaceOf: toured.members[0] }]))).toBe('DONE');
    expect(told(await saveMember(server(), headers.adviser, toured.mission, { key: toured.members[0], version: 1, kind: 'MAGISTRATE', stays: [] }))).toBe('DONE');
    expect((await meetingsOf(server(), headers.adviser, toured.leg))![0]!.people.map(({ memberKey, isSubstitute, inPlaceOf }) => [memberKey, isSubstitute, inPlaceOf])).toEqual([[toured.members[1], true, null]]);
  });

  test('goes as something else than in the team, but not as what nobody of their profession comes as; what is stored so stays: the control', async () => {
    const { key } = await save();
    expect([tell(await name(key, 1, [{ ...goes(0), kind: 'NGO' }])), tell(await name(key, 1, [{ ...goes(0), kind: 'OTHER' }]))]).toEqual(['INVALID PEOPLE UNSUITED', 'DONE']);
    await owner(server(), `update meeting_member set role = 'NGO' where meeting_uuid = ?`, [key]);
    expect(tell(await name(key, 2, [{ ...goes(0), kind: 'NGO' }, goes(1, true)]))).toBe('DONE');
  });

  test('is the adviser’s team alone where only that goes', async () => {
    const { key } = await save({ isOnlyAdviser: true });
    expect(tell(await name(key, 1, [goes(0)]))).toBe('INVALID PEOPLE ONLY_ADVISER');
  });
});

describe('the order of meetings', () => {
  test('is kept where both have a time, with the minutes between them, and goes round in no circle', async () => {
    const later = await save({ ...MONDAY, starts: '11:30' });
    const { key } = await save({ ...MONDAY, precedes: [{ meeting: later.key, gapMinutes: 30 }] });
    expect(tell(await save({ key, version: 1, ...MONDAY, starts: '10:01', precedes: [{ meeting: later.key, gapMinutes: 30 }] }))).toBe('INVALID STARTS ORDER');
    expect([tell(await save({ key: later.key, version: 1, ...MONDAY, starts: '11:29' }, 'scac')), tell(await save({ key: later.key, version: 1, precedes: [{ meeting: key, gapMinutes: 0 }] }))]).toEqual(['INVALID STARTS ORDER', 'INVALID PRECEDES CIRCLE']);
    expect(tell(await save({ key: later.key, version: 1, ...MONDAY, starts: '11:29', status: 'REFUSED' }, 'scac'))).toBe('DONE');
  });
});

describe('the days of a leg', () => {
  test('are not moved away from under its meetings', async () => {
    await owner(server(), 'delete from mission');
    toured = await tour(server(), headers.adviser, []);
    await save({ day: '2098-11-11', starts: '10:00', overrideReason: 'Seul jour possible.' });
    const move = (startsOn: string, endsOn: string) => saveLeg(server(), headers.adviser, toured.mission, { key: toured.legKey, version: 1, startsOn, endsOn });
    expect([told(await move('2098-11-08', '2098-11-10')), told(await move('2098-11-10', '2098-11-12'))]).toEqual(['INVALID TEAM MEETINGS', 'DONE']);
  });
});

describe('a post', () => {
  test('decides neither who goes, nor whom a meeting needs, nor its order, and takes none away', async () => {
    const { key } = await save({ ...MONDAY, isMandatory: true, needs: [{ kind: 'POLICE', atLeast: 1 }] });
    const mine = { key, version: 1, ...MONDAY, isMandatory: true, needs: [{ kind: 'POLICE', atLeast: 1 }] };
    expect([tell(await save({ ...mine, isMandatory: false }, 'scac')), tell(await save({ ...mine, needs: [] }, 'scac')), tell(await save({ ...mine, isOnlyAdviser: true }, 'scac')), tell(await save({ isMandatory: true }, 'scac'))])
      .toEqual(['INVALID MANDATORY SETTLED', 'INVALID NEEDS SETTLED', 'INVALID ONLY_ADVISER SETTLED', 'INVALID MANDATORY SETTLED']);
    expect([tell(await name(key, 1, [goes(0)], 'scac')), tell(await removeMeeting(server(), headers.scac, toured.leg, key, 1))]).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED']);
    expect(tell(await save({ ...mine, status: 'CONFIRMED', starts: '15:00', placeName: 'Palais' }, 'scac'))).toBe('DONE');
  });

  test('learns of nothing else that engages those who go: what it moves onto a training is stored, and the adviser sees it', async () => {
    const { key } = await save(MONDAY);
    await name(key, 1, [goes(0)]);
    const who = keyOf(toured.experts[0]!);
    await owner(server(), `insert into expert_engagement (source, who, expert_uuid, kind, held) values (gen_random_uuid(), ?, ?, 'TRAINING', '{["2098-11-10 14:00+00","2098-11-10 16:00+00")}')`, [who, who]);
    expect([tell(await save({ key, version: 2, ...MONDAY, starts: '15:00' })), tell(await save({ key, version: 2, ...MONDAY, starts: '15:00' }, 'scac'))]).toEqual(['INVALID PEOPLE BUSY', 'DONE']);
    expect([(await meetingsOf(server(), headers.adviser, toured.leg))![0]!.people[0]!.isEngagedElsewhere, (await meetingsOf(server(), headers.scac, toured.leg))![0]!.people[0]!.isEngagedElsewhere]).toEqual([true, null]);
    // A change of something else is no new comparison.
    expect(tell(await save({ key, version: 3, ...MONDAY, starts: '15:00', note: 'Vu.' }))).toBe('DONE');
    await step(server(), headers.adviser, 'replanMission', toured.mission);
    await owner(server(), `delete from expert_engagement where kind = 'TRAINING' and who = ?`, [who]);
  });

  test('prepares meetings as its leg: not once it is given up; a leg of another country is absent', async () => {
    const { key } = await save();
    for (const who of ['scacElsewhere', 'expert', 'ngoCoordinator'] as const) {
      const [there, absent] = [await save({ key, version: 1 }, who), await saveMeeting(server(), headers[who], 'MissionLeg_00000000-0000-4000-8000-000000000000', { key, version: 1 })];
      expect([who, there]).toEqual([who, absent]);
    }
    await giveUp(server(), headers.adviser, toured.mission, { fr: 'Budget.' });
    expect([tell(await save({ key, version: 1, note: 'Trop tard.' }, 'scac')), tell(await save({ key, version: 1, note: 'Trop tard.' }))]).toEqual(['TOO_LATE', 'TOO_LATE']);
  });
});

describe('the place of a protected organisation', () => {
  const ORGANISATION = 't-meeting-host';
  beforeEach(async () => {
    await owner(server(), 'delete from organisation where slug = ?', [ORGANISATION]);
    await owner(server(), `with o as (insert into organisation (slug, country_code, kind, source_locale, source, is_verified, is_published, is_protected, is_demonstration) values (?, 'RS', 'NGO', 'fr', 'T', false, true, false, true) returning slug)
      insert into organisation_translation (organisation_slug, locale, name) select slug, 'fr', 'Maison Ébène' from o`, [ORGANISATION]);
    return () => owner(server(), 'delete from mission');
  });
  const protect = (isProtected: boolean): Promise<unknown> => owner(server(), 'update organisation set is_protected = ? where slug = ?', [isProtected, ORGANISATION]);
  const HOSTED = { organisation: `Organisation_${ORGANISATION}`, hostName: '', placeName: 'Bureau', placeAddress: '1, rue inventée' };

  test('is written nowhere, not under its name either, and is gone once it is protected', async () => {
    const [open, named] = [await save(HOSTED), await save({ hostName: ' maison ebene ', placeAddress: '1, rue inventée' })];
    expect([tell(open), tell(named)]).toEqual(['DONE', 'DONE']);
    const before = await missionVersion();
    await protect(true);
    expect([(await meetingsOf(server(), headers.scac, toured.leg))!.map(({ placeName, placeAddress, isPlaceSecret, version }) => [placeName, placeAddress, isPlaceSecret, version]), await missionVersion()]).toEqual([[[null, null, true, 2], [null, null, true, 2]], before + 2]);
    expect([tell(await save(HOSTED, 'scac')), tell(await save({ hostName: 'MAISON ÉBÈNE', placeAddress: '1, rue inventée' })), tell(await save({ ...HOSTED, placeName: '', placeAddress: '' }))]).toEqual(['INVALID PLACE_NAME PROTECTED PLACE_ADDRESS PROTECTED', 'INVALID PLACE_ADDRESS PROTECTED', 'DONE']);
    expect(JSON.stringify(await owner(server(), 'select before, after from audit_entry'))).not.toContain('rue inventée');
  });
});
