/** Papers of a mission, by the API: made of what is so, anew once that has changed, for those whom they are for; what they say goes with whoever it is about. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { readPdf } from '../core/pdf/read-pdf.fixture.ts';
import { namePeople, removeMeeting, saveMeeting } from '../meetings/meetings.fixture.ts';
import { expertsOf, removeMember, saveMember, stay } from '../missions/team.fixture.ts';
import { keyOf, owner, step } from '../missions/world.fixture.ts';
import { agree, everyPaper, fileOf, makePaper, NOTE, papersFor, papersWorld, type World } from './papers.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let world: World;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  world = await papersWorld(server(), headers.adviser);
  await owner(server(), `delete from mail where template = 'paperRenewed'`);
});

const make = (kind: string, about: string, by: keyof Headers = 'adviser', key?: string) => makePaper(server(), headers[by], kind, about, key);
const states = async (): Promise<Record<string, string>> => Object.fromEntries((await papersFor(server(), headers.adviser, { mission: world.mission, leg: world.belgrade })).mission!.map(({ kind, aboutKey, number, state }) => [`${kind} ${aboutKey} ${number}`, state]));
const textOf = async (key: string, languages = 'fr,en'): Promise<string> => (await readPdf((await fileOf(server(), headers.adviser, key, 'pdf', languages)).bytes)).text;
/** Puts off the meeting of both, which was saved and then named its people. */
const putOff = (changes: Readonly<Record<string, unknown>> = { starts: '14:00' }) => saveMeeting(server(), headers.adviser, world.belgrade, {
  key: world.both, version: 2, subject: 'Équipes communes', note: NOTE, day: '2098-11-10', starts: '10:00', placeName: 'Palais de justice', placeAddress: 'Savska 17', languages: [{ language: 'sr', atLeast: 'B2' }], ...changes,
});

describe('a paper', () => {
  test('is made of what is so, under its number; what is so already is not made anew, and the same sent again is the same', async () => {
    const key = randomUUID();
    const first = await make('PROGRAMME_POST', keyOf(world.belgrade), 'adviser', key);
    expect([first.outcome, first.told, first.paper]).toEqual(['DONE', 0, { key, kind: 'PROGRAMME_POST', aboutKey: keyOf(world.belgrade), number: 1, state: 'CURRENT', countryCode: 'RS', changes: [] }]);
    for (const again of [key, randomUUID()]) expect((await make('PROGRAMME_POST', keyOf(world.belgrade), 'adviser', again)).paper!.key).toBe(key);
    expect((await make('CONTACTS', keyOf(world.belgrade), 'adviser', key)).outcome).toBe('GONE');
  });

  test('is out of date exactly where what it says has changed, and says in words what', async () => {
    for (const [kind, about] of everyPaper(world)) await make(kind, about);
    await make('INVITATION', world.alone);
    await make('PROGRAMME_POST', keyOf(world.tirana));
    expect(new Set(Object.values(await states()))).toEqual(new Set(['CURRENT']));
    expect((await putOff({ starts: '14:00', placeAddress: 'Nemanjina 22' })).outcome).toBe('DONE');
    const changed = Object.entries(await states()).filter(([, state]) => state === 'CHANGED').map(([paper]) => paper).toSorted();
    const [rs, { own, judge, both }] = [keyOf(world.belgrade), world];
    expect(changed).toEqual([`INTERPRETER ${rs} 1`, `INVITATION ${both} 1`, `PROGRAMME_PERSON ${own} 1`, `PROGRAMME_PERSON ${judge} 1`, `PROGRAMME_POST ${rs} 1`].toSorted());
    const post = (await papersFor(server(), headers.scac, { mission: world.mission, leg: world.belgrade })).leg!.find(({ kind }) => kind === 'PROGRAMME_POST')!;
    expect(post.changes).toEqual([
      { kind: 'HOURS', about: 'Équipes communes', aboutLocale: 'fr', before: '10:00', after: '14:00' }, { kind: 'PLACE', about: 'Équipes communes', aboutLocale: 'fr', before: 'Palais de justice · Savska 17', after: 'Palais de justice · Nemanjina 22' },
    ]);
  });

  test('has a new version then: the earlier one stays to be read, and says that it was replaced', async () => {
    const first = (await make('PROGRAMME_POST', keyOf(world.belgrade))).paper!;
    await putOff();
    expect(await textOf(first.key)).toContain('a changé depuis');
    const second = (await make('PROGRAMME_POST', keyOf(world.belgrade), 'scac')).paper!;
    expect([second.number, second.state]).toEqual([2, 'CURRENT']);
    const [was, is] = [await textOf(first.key), await textOf(second.key)];
    expect([was.includes('10:00–11:00'), was.includes('a été remplacée'), is.includes('14:00–15:00'), is.includes('a été remplacée')]).toEqual([true, true, true, false]);
    expect(await states()).toEqual({ [`PROGRAMME_POST ${keyOf(world.belgrade)} 1`]: 'REPLACED', [`PROGRAMME_POST ${keyOf(world.belgrade)} 2`]: 'CURRENT' });
  });

  test('is told of to those who must know, each in their language: the post of the leg, or whoever it is about; who has made it knows', async () => {
    for (const [kind, about] of everyPaper(world)) await make(kind, about);
    await putOff();
    expect((await make('PROGRAMME_POST', keyOf(world.belgrade), 'scac')).told).toBeGreaterThan(0);
    expect([(await make('PROGRAMME_PERSON', world.own)).told, (await make('PROGRAMME_PERSON', world.judge)).told]).toEqual([1, 0]);
    const mails = await owner<{ recipient: string; text: string; subject: string; html: string; calendar: unknown }>(server(), `select recipient, subject, text, html, calendar from mail where template = 'paperRenewed' order by created_at, recipient`);
    const to = mails.map(({ recipient }) => recipient);
    expect([to.includes(PEOPLE.ssi), to.includes(PEOPLE.scac), to.includes(PEOPLE.scacElsewhere), to.includes(PEOPLE.expert)]).toEqual([true, false, false, true]);
    for (const { recipient, subject, text, html, calendar } of mails) {
      expect([recipient, calendar, /TIRAN|Albani|Shqip|SECRET|Primer/i.test(subject + text + html)]).toEqual([recipient, null, false]);
      expect(text).toContain(recipient === PEOPLE.expert ? '/own-missions/papers' : `/legs/${world.belgrade}/papers`);
    }
  });

  test('that is sent again once its answer was lost says how many were written to, and writes to nobody', async () => {
    await make('PROGRAMME_POST', keyOf(world.belgrade));
    await putOff();
    const key = randomUUID();
    const first = await make('PROGRAMME_POST', keyOf(world.belgrade), 'adviser', key);
    expect([first.told > 0, (await make('PROGRAMME_POST', keyOf(world.belgrade), 'adviser', key)).told]).toEqual([true, first.told]);
    expect(await owner(server(), `select from mail where template = 'paperRenewed'`)).toHaveLength(first.told);
  });

  test('about somebody of the adviser’s own is told to them as long as they are, with the way to where they read it', async () => {
    await step(server(), headers.adviser, 'replanMission', world.mission);
    const [{ colleague }] = (await owner<{ colleague: string }>(server(), `select 'NetworkMember_' || m.uuid as colleague from member m join person p on p.id = m.person_id where p.email = ?`, [PEOPLE.assistant])) as [{ colleague: string }];
    const stays = [stay(keyOf(world.belgrade), '2098-11-09T09:15', '2098-11-11T18:45')];
    const { key, outcome } = await saveMember(server(), headers.adviser, world.mission, { colleague, kind: 'ADVISER', stays });
    expect(outcome).toBe('DONE');
    await step(server(), headers.adviser, 'consultPosts', world.mission);
    await agree(server(), world.mission);
    const renew = async (arrives: string): Promise<number> => {
      await owner(server(), 'update mission_stay set arrives_at = ? where member_uuid = ?', [arrives, key]);
      return (await make('ORDER', key)).told;
    };
    expect([await renew('2098-11-09 10:00'), await renew('2098-11-09 10:30')]).toEqual([0, 1]);
    const [mail] = await owner<{ recipient: string; text: string }>(server(), `select recipient, text from mail where template = 'paperRenewed'`);
    expect([mail!.recipient, mail!.text.includes(`/missions/${world.mission}/papers`)]).toEqual([PEOPLE.assistant, true]);
    const until = (day: string | null): Promise<unknown> => owner(server(), 'update member set until = ? where uuid = ?', [day, keyOf(colleague)]);
    await until('2026-01-31');
    expect(await renew('2098-11-09 11:00')).toBe(0);
    await until(null);
  });

  test('is made by two at once as one, or under two numbers', async () => {
    const both = await Promise.all([make('PROGRAMME_POST', keyOf(world.belgrade)), make('PROGRAMME_POST', keyOf(world.belgrade), 'scac'), make('PROGRAMME_POST', keyOf(world.belgrade), 'ssi')]);
    expect([both.map(({ outcome }) => outcome), new Set(both.map(({ paper }) => paper!.key)).size]).toEqual([['DONE', 'DONE', 'DONE'], 1]);
    expect(Object.keys(await states())).toHaveLength(1);
  });

  test('is not made of what has nothing to say yet, nor once the mission is given up', async () => {
    const { key } = await saveMeeting(server(), headers.adviser, world.belgrade, {});
    expect((await make('INVITATION', key)).outcome).toBe('TOO_LATE');
    const programme = (await make('PROGRAMME_POST', keyOf(world.belgrade))).paper!;
    await step(server(), headers.adviser, 'replanMission', world.mission);
    await owner(server(), `update mission set stage = 'GIVEN_UP', given_up_on = current_date where uuid = ?`, [keyOf(world.mission)]);
    expect([(await make('PROGRAMME_POST', keyOf(world.belgrade))).outcome, (await make('ORDER', world.judge)).outcome]).toEqual(['TOO_LATE', 'TOO_LATE']);
    expect((await fileOf(server(), headers.scac, programme.key, 'pdf')).status).toBe(404);
    expect((await papersFor(server(), headers.adviser, { mission: world.mission, leg: world.belgrade })).mission![0]!.changes).toEqual([{ kind: 'ENDED', about: null, aboutLocale: null, before: null, after: null }]);
  });
});

describe('as what somebody goes to one meeting', () => {
  test('stands in its invitation and in the programme of its post, with whose place is taken; in the team they are something else', async () => {
    const going = await owner<{ key: string; role: string }>(server(), `select g.member_uuid::text as key, m.role from meeting_member g join mission_member m on m.uuid = g.member_uuid where g.meeting_uuid = ? order by m.role`, [world.both]);
    const [first, second] = going as [{ key: string; role: string }, { key: string; role: string }];
    const version = (await owner<{ version: number }>(server(), 'select version from meeting where uuid = ?', [world.both]))[0]!.version;
    const people = [{ member: first.key, kind: 'SOCIAL', isSubstitute: false }, { member: second.key, kind: 'OTHER', isSubstitute: true, inPlaceOf: first.key }];
    expect((await namePeople(server(), headers.adviser, world.belgrade, { key: world.both, version, people })).outcome).toBe('DONE');
    expect(first.role).not.toBe('SOCIAL');
    const invitation = await textOf((await make('INVITATION', world.both)).paper!.key);
    const programme = await textOf((await make('PROGRAMME_POST', keyOf(world.belgrade))).paper!.key);
    expect([invitation.includes('Travail social'), programme.includes('(Travail social)'), /\(Autre · Ne vient que si [^)]+ ne peut pas venir\)/.test(programme.replaceAll(/\s+/g, ' '))]).toEqual([true, true, true]);
  });

  test('is said by a version as it was when that was made, and by one of before there was such a thing not at all', async () => {
    const [{ key, own } = { key: '', own: '' }] = await owner<{ key: string; own: string }>(server(), `select g.member_uuid::text as key, m.role as own from meeting_member g join mission_member m on m.uuid = g.member_uuid where g.meeting_uuid = ? and m.role = 'MAGISTRATE'`, [world.both]);
    const goAs = async (kind: string, version: number): Promise<void> => void expect((await namePeople(server(), headers.adviser, world.belgrade, { key: world.both, version, people: [{ member: key, kind, isSubstitute: false }] })).outcome).toBe('DONE');
    await goAs('SOCIAL', 2);
    const [invitation, programme] = [(await make('INVITATION', world.both)).paper!.key, (await make('PROGRAMME_POST', keyOf(world.belgrade))).paper!.key];
    await goAs('OTHER', 3);
    /** Which of these the invitation says, and which the programme says of who goes. */
    const says = async (): Promise<string[][]> => {
      const [invites, tells, words] = [await textOf(invitation, 'fr'), (await textOf(programme, 'fr')).replaceAll(/\s+/g, ' '), ['Travail social', 'Magistrature']];
      return [words.filter((word) => invites.includes(word)), words.filter((word) => tells.includes(`(${word})`))];
    };
    expect([own, await says()]).toEqual(['MAGISTRATE', [['Travail social'], ['Travail social']]]);
    await owner(server(), `update mission_paper set facts = facts || '{"version": 1}'`);
    expect(await says()).toEqual([['Magistrature'], []]);
    await goAs('SOCIAL', 4);
    expect(new Set(Object.values(await states()))).toEqual(new Set(['CURRENT']));
    expect((await make('INVITATION', world.both)).paper!.key).toBe(invitation);
  });
});

describe('what was given out', () => {
  const ENDED = { kind: 'ENDED', aboutLocale: null, before: null, after: null };

  test('of a meeting that is removed stays to be read by who has it, and says that it is not to be any more; a calendar calls the meeting off', async () => {
    const invitation = (await make('INVITATION', world.both)).paper!;
    await make('PROGRAMME_POST', keyOf(world.belgrade));
    expect((await removeMeeting(server(), headers.adviser, world.belgrade, world.both, 2)).outcome).toBe('DONE');
    const { mission, leg } = await papersFor(server(), headers.scac, { mission: world.mission, leg: world.belgrade });
    const seen = leg!.find(({ kind }) => kind === 'INVITATION')!;
    expect([mission, seen.state, seen.changes, seen.aboutKey]).toEqual([null, 'CHANGED', [{ ...ENDED, about: 'Équipes communes', aboutLocale: 'fr' }], world.both]);
    expect(await textOf(invitation.key)).toContain('a changé depuis');
    expect((await make('INVITATION', world.both)).outcome).toBe('GONE');
    const { key } = (await make('PROGRAMME_POST', keyOf(world.belgrade))).paper!;
    const calendar = (await fileOf(server(), headers.scac, key, 'ics', 'fr')).bytes.toString().replaceAll('\r\n ', '');
    expect(calendar.split('BEGIN:VEVENT').filter((event) => event.includes('STATUS:CANCELLED')).map((event) => event.includes(`Meeting_${world.both}_`))).toEqual([true]);
  });

  test('to somebody who leaves the team stays to be read by the adviser, and by them where they could read it; not what was never given to them', async () => {
    const given = (await make('ORDER', world.own)).paper!;
    await step(server(), headers.adviser, 'replanMission', world.mission);
    await putOff();
    const never = (await make('PROGRAMME_PERSON', world.own)).paper!;
    expect((await removeMember(server(), headers.adviser, world.mission, world.own, 1)).outcome).toBe('DONE');
    const read = async (role: 'adviser' | 'expert'): Promise<unknown[]> => [(await fileOf(server(), headers[role], given.key, 'pdf')).status, (await fileOf(server(), headers[role], never.key, 'pdf')).status];
    expect([await read('adviser'), await read('expert')]).toEqual([[200, 200], [404, 404]]);
    await step(server(), headers.adviser, 'consultPosts', world.mission);
    await agree(server(), world.mission);
    expect([await read('adviser'), await read('expert')]).toEqual([[200, 200], [200, 404]]);
    const { own, leg, mission } = await papersFor(server(), headers.expert, { mission: world.mission, leg: world.belgrade });
    const [{ name }] = (await owner<{ name: string }>(server(), `select e.name from expert e join person p on p.id = e.person_id where p.email = ?`, [PEOPLE.expert])) as [{ name: string }];
    expect([own.map(({ key, changes }) => [key, changes]), leg, mission]).toEqual([[[given.key, [{ ...ENDED, about: name }]]], null, null]);
  });
});

describe('what it says of somebody', () => {
  test('goes with them: who is erased is named by no version, and a paper about them is gone', async () => {
    const programme = (await make('PROGRAMME_POST', keyOf(world.belgrade))).paper!;
    const order = (await make('ORDER', world.judge)).paper!;
    expect([await textOf(programme.key), await textOf(order.key)].map((text) => text.includes('Jovana Primer'))).toEqual([true, true]);
    await owner(server(), `delete from expert where name = 'Jovana Primer'`);
    expect((await textOf(programme.key)).includes('Primer')).toBe(false);
    expect(await textOf(programme.key)).toContain('(nom retiré)');
    expect((await fileOf(server(), headers.adviser, order.key, 'pdf')).status).toBe(404);
    expect(await owner(server(), `select 1 as one from mission_paper p where p.facts::text like '%Primer%' union all select 1 from mission_paper_person where name like '%Primer%'`)).toEqual([]);
  });

  test('goes with a contact, and an address with whoever has it no more', async () => {
    const { key } = (await make('CONTACTS', keyOf(world.belgrade))).paper!;
    expect(await textOf(key)).toContain('ana@example.org');
    await owner(server(), 'update leg_contact set email = null where uuid = ?', [world.contact]);
    expect([(await textOf(key)).includes('ana@example.org'), (await textOf(key)).includes('Ana Kontakt')]).toEqual([false, true]);
    await owner(server(), 'delete from leg_contact where uuid = ?', [world.contact]);
    expect((await textOf(key)).includes('Ana Kontakt')).toBe(false);
  });

  test('has no address that a contact takes away while it is made', async () => {
    const em = server().database.orm.em.fork();
    await em.begin();
    await em.execute('update leg_contact set email = null where uuid = ?', [world.contact]);
    const made = make('CONTACTS', keyOf(world.belgrade));
    await Promise.race([untilWaiting(server().database), made]);
    await em.commit();
    const { key } = (await made).paper!;
    expect([(await textOf(key)).includes('Ana Kontakt'), await owner(server(), 'select email from mission_paper_person where paper_uuid = ?', [key])]).toEqual([true, [{ email: null }]]);
  });

  test('the place of an organisation that is protected from then on stands in no version', async () => {
    const [host] = await owner<{ slug: string }>(server(), `update organisation set is_protected = false where slug = (select slug from organisation where country_code = 'RS' and kind <> 'INTERNATIONAL' order by slug limit 1) returning slug`);
    expect((await putOff({ organisation: `Organisation_${host!.slug}`, hostName: '' })).outcome).toBe('DONE');
    const { key } = (await make('INVITATION', world.both)).paper!;
    expect(await textOf(key)).toContain('Savska 17');
    await owner(server(), 'update organisation set is_protected = true where slug = ?', [host!.slug]);
    for (const form of ['pdf', 'html'] as const) expect((await fileOf(server(), headers.adviser, key, form)).bytes.toString('latin1')).not.toContain('Savska');
    expect([(await textOf(key)).includes('Savska'), await owner(server(), `select 1 as one from mission_paper where facts::text like '%Savska%'`)]).toEqual([false, []]);
  });

  test('who comes is in it once their post was told of them', async () => {
    await step(server(), headers.adviser, 'replanMission', world.mission);
    const [officer] = await expertsOf(server(), ['POLICE_OFFICER']);
    await owner(server(), `update expert set name = 'Not Told' where uuid = ?`, [keyOf(officer!)]);
    expect((await saveMember(server(), headers.adviser, world.mission, { expert: officer, kind: 'POLICE', stays: [stay(keyOf(world.belgrade), '2098-11-09T09:15', '2098-11-11T18:45')] })).outcome).toBe('DONE');
    const { key } = (await make('PROGRAMME_POST', keyOf(world.belgrade))).paper!;
    expect([(await textOf(key)).includes('Jovana Primer'), (await textOf(key)).includes('Not Told')]).toEqual([true, false]);
  });
});
