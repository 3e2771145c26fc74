/** No text about missions and practices gives away where a protected organisation is, whoever writes it; and of who publishes and who protects at the same moment the second finds what the first did. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { meetingsOf, saveMeeting, tour, translateMeeting } from '../meetings/meetings.fixture.ts';
import { GUARDED, GUARDED_LATER, GUARDED_OF_CLEARANCES, GUARDED_OF_COORDINATION, GUARDED_OF_GROUPS, GUARDED_OF_MONITORING, GUARDED_OF_PROJECTS, GUARDED_OF_PROVISIONS, GUARDED_OF_RECOMMENDATIONS, GUARDED_OF_REGISTER, GUARDED_OF_REQUEST_OPINIONS, GUARDED_OF_REQUESTS, GUARDED_OF_SUBSTITUTES, GUARDED_OF_UPKEEP } from '../migrations/secret-places.ts';
import { createMission, keyOf, missionWith, owner, saveLeg } from '../missions/world.fixture.ts';
import { savePractice, translate } from '../practices/practices.fixture.ts';
import { missionReported, publications, publish, saveFinding, saveReport, translateReport } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const SLUG = 't-secret-house';
const AWAY = 'Maison Ébène, 12 rue des Lilas';
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await sql('delete from mission');
  await sql('delete from mission_publication');
  await sql(`delete from practice`);
  await sql('delete from organisation where slug = ?', [SLUG]);
  await sql(`with o as (insert into organisation (slug, country_code, kind, source_locale, source, is_verified, is_published, is_protected, is_demonstration) values (?, 'RS', 'NGO', 'fr', 'T', false, true, true, true) returning slug)
    insert into organisation_translation (organisation_slug, locale, name) select slug, 'fr', 'Maison Ébène' from o`, [SLUG]);
});

/** The outcome, or the code of the error. */
const outcome = (work: Promise<unknown>): Promise<string> => work.then(
  (back) => (typeof back === 'string' ? back : (back as { code?: string }).code ?? (back as { outcome: string }).outcome), (error: Error) => error.message);
const protect = (isProtected: boolean): Promise<string> => sql('update organisation set is_protected = ? where slug = ?', [isProtected, SLUG]).then(() => 'DONE');

describe('every text that somebody writes about missions and practices', () => {
  /** What leads to nobody's words, and why. */
  const EXEMPT: Readonly<Record<string, string>> = {
    'availability_request.secret_hash': 'made by the server', 'availability_request.former_hash': 'made by the server', 'consultation.rule_code': 'a code', 'leg_contact.email': 'where somebody is reached', 'leg_contact.phone': 'where somebody is reached', 'mission_cost.currency': 'a code',
    'slot_offer.email': 'where somebody is reached', 'slot_offer.secret_hash': 'made by the server', 'mission_cost.basis': 'made by the server', 'need.urgency': 'made by the database', 'cooperation_request.urgency': 'made by the database', 'cooperation_request_translation.folded': 'made by the database', 'need_translation.folded': 'made by the database', 'common_need_translation.folded': 'made by the database', 'project_translation.folded': 'made by the database',
    // What a paper says was looked at where it was written; places of meetings are apart in it (`papers-places.long.test.ts`).
    'mission_paper.facts': 'a copy of what is looked at', 'mission_paper.difference': 'a digest, made by the server', 'mission_paper_person.name': 'a copy of what is looked at', 'mission_paper_person.function': 'a copy of what is looked at', 'mission_paper_person.organisation': 'a copy of what is looked at',
    'plan_search.problem': 'keys and codes, made by the server', 'plan_search.assumed': 'keys and codes, made by the server', 'plan_search.best': 'keys and codes, made by the server', 'plan_search.explained': 'keys and codes, made by the server', 'plan_search.goals': 'codes and numbers', 'plan_search.kind_limits': 'codes and numbers', 'plan_search.pins': 'keys and codes, looked at by `isPin`', 'plan_search.worth': 'numbers, made by the server', 'plan_search.bound': 'numbers, made by the server', 'plan_search.curve_points': 'numbers, made by the server', 'plan_search.problem_hash': 'made by the server',
    'mission_paper_person.email': 'where somebody is reached', 'mission_paper_person.phone': 'where somebody is reached',
    'meeting.place_name': 'kept by a rule of its own, which empties it', 'meeting.place_address': 'kept by a rule of its own, which empties it',
  };

  /** The columns of free text, or that hold any text as JSON, of whatever hangs on these tables, of which no trigger looks for places. */
  const unguarded = async (): Promise<string[]> => (await sql<{ at: string }>(`
    with recursive hangs(t) as (
      select x::regclass from unnest(array['mission', 'practice', 'availability_call', 'mission_publication', 'need', 'common_need', 'project']) x union select c.conrelid::regclass from pg_constraint c join hangs h on c.confrelid = h.t where c.contype = 'f'
    )
    select h.t::text || '.' || a.attname as at from hangs h join pg_attribute a on a.attrelid = h.t and a.attnum > 0 and not a.attisdropped and a.atttypid in ('text'::regtype, 'json'::regtype, 'jsonb'::regtype)
    where not exists (select from pg_constraint k where k.conrelid = h.t and (k.contype = 'f' and a.attnum = any(k.conkey) or k.contype = 'c' and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) ~ 'ANY \\(ARRAY'))
      and not exists (select from pg_trigger g where g.tgrelid = h.t and g.tgname = h.t::text || '_keeps_places' and g.tgenabled = 'O' and pg_get_triggerdef(g.oid) ~ ('UPDATE OF [^()]*\\m' || a.attname || '\\M')) order by 1`)).map(({ at }) => at);

  test('is looked at, or says why not; with a trigger less one is missing: the control', async () => {
    expect(await unguarded()).toEqual(Object.keys(EXEMPT).toSorted());
    await sql('alter table finding_translation disable trigger finding_translation_keeps_places');
    expect(await unguarded()).toContain('finding_translation.text');
    await sql('alter table finding_translation enable trigger finding_translation_keeps_places');
  });

  test('is looked at when it changes: the trigger of each table is told the columns that it waits for', async () => {
    for (const [table, columns] of Object.entries({ ...GUARDED, ...GUARDED_LATER, ...GUARDED_OF_GROUPS, ...GUARDED_OF_REQUESTS, ...GUARDED_OF_REQUEST_OPINIONS, ...GUARDED_OF_RECOMMENDATIONS, ...GUARDED_OF_REGISTER, ...GUARDED_OF_MONITORING, ...GUARDED_OF_PROJECTS, ...GUARDED_OF_PROVISIONS, ...GUARDED_OF_CLEARANCES, ...GUARDED_OF_SUBSTITUTES, ...GUARDED_OF_UPKEEP, ...GUARDED_OF_COORDINATION })) {
      const [{ args }] = (await sql<{ args: string }>(`select encode(tgargs, 'escape') as args from pg_trigger where tgname = ?`, [`${table}_keeps_places`])) as [{ args: string }];
      expect([table, args.split('\\000').filter(Boolean)]).toEqual([table, [...columns]]);
    }
  });

  test('is refused by the API, with what to take out; without the address, or of another organisation, it is stored', async () => {
    const mission = await missionReported(server(), headers.adviser);
    const code = 'PROTECTED_PLACE';
    const objective = { key: randomUUID(), text: AWAY, recommendations: [] };
    expect([
      await outcome(createMission(server(), headers.adviser, { purpose: AWAY })), await outcome(createMission(server(), headers.adviser, { title: AWAY })), await outcome(createMission(server(), headers.adviser, { objectives: [objective] })),
      await outcome(saveReport(server(), headers.adviser, mission, { summary: AWAY })), await outcome(saveFinding(server(), headers.adviser, mission.id, { text: `Visite : ${AWAY}.` })), await outcome(translateReport(server(), headers.adviser, mission, { summary: 'Ebony: Maison Ébène, улица Кнеза Милоша 15' })),
      await outcome(savePractice(server(), headers.adviser, { audience: AWAY })),
    ]).toEqual(Array.from({ length: 7 }, () => code));
    expect([
      await outcome(createMission(server(), headers.adviser, { purpose: 'Maison Ébène' })), await outcome(createMission(server(), headers.adviser, { purpose: 'Hôtel, 12 rue des Lilas' })), await outcome(savePractice(server(), headers.adviser, { audience: 'Maison Ébène' })),
    ]).toEqual(['DONE', 'DONE', 'DONE']);
    const { id } = await missionWith(server(), headers.adviser, [], [], {});
    expect([await outcome(saveLeg(server(), headers.adviser, id, { note: AWAY })), await outcome(saveLeg(server(), headers.adviser, id, { lodgingName: AWAY })), await outcome(saveLeg(server(), headers.adviser, id, { lodgingName: 'Hôtel', lodgingAddress: '12 rue des Lilas' }))]).toEqual([code, code, 'DONE']);
  });

  test('in one of several translations is told of by the key of that one', async () => {
    const mission = await missionReported(server(), headers.adviser);
    const results = mission.objectives.map(({ key }, n) => ({ key, text: n === 1 ? AWAY : 'Done.' }));
    const document = 'mutation ($id: ID!, $version: Int!, $texts: MissionReportTextsInput!) { translateMissionReport(id: $id, version: $version, texts: $texts) { outcome } }';
    const { errors } = await ask(server(), document, { id: mission.id, version: mission.version, texts: { locale: 'en', summary: 'Done.', evaluation: '', results, findings: [] } }, headers.adviser);
    expect(errors!.map(({ extensions }) => extensions)).toMatchObject([{ code: 'PROTECTED_PLACE', params: { field: `${mission.objectives[1]!.key}.text` } }]);
  });

  test('in a meeting is looked at with whoever hosts it, by the adviser and by a post', async () => {
    const { leg } = await tour(server(), headers.adviser);
    const host = { organisation: `Organisation_${SLUG}`, hostName: '' };
    const code = 'PROTECTED_PLACE';
    expect([
      await outcome(saveMeeting(server(), headers.adviser, leg, { ...host, note: 'Au 12 rue des Lilas.' })), await outcome(saveMeeting(server(), headers.scac, leg, { hostName: 'maison ebene', subject: '12 rue des Lilas' })),
      await outcome(saveMeeting(server(), headers.scac, leg, { note: AWAY })), await outcome(saveMeeting(server(), headers.scac, leg, { hostName: AWAY })),
    ]).toEqual([code, code, code, code]);
    const { key } = await saveMeeting(server(), headers.adviser, leg, { note: 'Au 12 rue des Lilas.' });
    expect(await outcome(saveMeeting(server(), headers.adviser, leg, { key, version: 1, ...host, note: 'Au 12 rue des Lilas.' }))).toBe(code);
    // Together they may change: the host to that one, and the address out of the note.
    expect(await outcome(saveMeeting(server(), headers.adviser, leg, { key, version: 1, ...host, note: 'Entrée par la cour.' }))).toBe('DONE');
    expect(await outcome(translateMeeting(server(), headers.ssi, leg, { key, version: 2, locale: 'en', subject: 'At 12 Lilac Street' }))).toBe(code);
    expect((await meetingsOf(server(), headers.adviser, leg))!.map(({ note }) => note!.text)).toEqual(['Entrée par la cour.']);
  });
});

/** A function as it would be otherwise, while something is done. */
async function otherwise(signature: string, [is, other]: readonly [is: RegExp, other: string], work: () => Promise<void>): Promise<void> {
  const [{ now }] = (await sql<{ now: string }>('select pg_get_functiondef(?::regprocedure) as now', [signature])) as [{ now: string }];
  expect(now).toMatch(is);
  await sql(now.replace(is, other));
  await work();
  await sql(now);
}

describe('whoever publishes what names an organisation while it is protected', () => {
  /** Publishing has read the texts and is about to write, when the organisation is protected: what came of both, and what everybody reads. */
  const both = async (): Promise<unknown[]> => {
    await protect(false);
    const mission = await missionReported(server(), headers.adviser);
    await saveReport(server(), headers.adviser, mission, { summary: 'La Maison Ébène a adopté un protocole.' });
    const em = server().database.orm.em.fork();
    await em.begin();
    await em.execute('lock table mission_publication in share mode');
    const published = outcome(publish(server(), headers.adviser, mission.id));
    await untilWaiting(server().database);
    const isProtected = protect(true);
    await Promise.race([untilWaiting(server().database, 2), isProtected]);
    await em.rollback();
    const came = [await published, await isProtected, (await publications(server(), headers.adviser)).length];
    await sql('delete from mission');
    await sql('delete from mission_publication');
    return came;
  };

  test('publishes nothing in the end, and neither is broken off; where they do not wait for each other it stays published: the control', async () => {
    expect(await both()).toEqual(['DONE', 'DONE', 0]);
    await otherwise('hold_places()', [/SELECT pg_advisory_xact_lock_shared\([^;]*\) AS \w+;/, 'SELECT null::void;'], async () => expect(await both()).toEqual(['DONE', 'DONE', 1]));
  });

  test('is refused once it is protected first', async () => {
    await protect(false);
    const mission = await missionReported(server(), headers.adviser);
    await saveReport(server(), headers.adviser, mission, { summary: 'La Maison Ébène a adopté un protocole.' });
    const em = server().database.orm.em.fork();
    await em.begin();
    await em.execute('update organisation set is_protected = true where slug = ?', [SLUG]);
    const published = outcome(publish(server(), headers.adviser, mission.id));
    await untilWaiting(server().database);
    await em.commit();
    expect([await published, (await publications(server(), headers.adviser)).length]).toEqual(['INVALID SUMMARY NAMES_ORGANISATION', 0]);
  });
});

describe('a practice that says the name and an address', () => {
  const written = async (): Promise<unknown[]> => {
    await protect(false);
    await sql('delete from practice');
    const em = server().database.orm.em.fork();
    await em.begin();
    const key = randomUUID();
    await em.execute(`insert into practice (uuid, source_locale, country_code, theme_code, shown_on, is_public, is_demonstration) values (?, 'fr', 'RS', 'ASSISTANCE', '2025-03-28', true, true)`, [key]);
    await em.execute(`insert into practice_translation (practice_uuid, locale, title, audience) values (?, 'fr', 'Audition', ?)`, [key, AWAY]);
    const isProtected = protect(true);
    await Promise.race([untilWaiting(server().database), isProtected]);
    await em.commit();
    return [await isProtected, (await sql<{ is: boolean }>('select is_public as is from practice where uuid = ?', [key]))[0]!.is];
  };

  test('and is written while the organisation is protected is closed; where the second does not wait it stays open: the control', async () => {
    expect(await written()).toEqual(['DONE', false]);
    await otherwise('refuse_place(text, boolean)', [/if not pg_try_advisory_xact_lock_shared[^;]*;\s*end if;/i, ''], async () => expect(await written()).toEqual(['DONE', true]));
  });

  test('is not stored while the organisation is being protected, and whoever writes it does not wait: they try again', async () => {
    await protect(false);
    const em = server().database.orm.em.fork();
    await em.begin();
    await em.execute('update organisation set is_protected = true where slug = ?', [SLUG]);
    expect([await outcome(savePractice(server(), headers.adviser, { audience: AWAY })), await outcome(savePractice(server(), headers.adviser, { audience: 'Police de Belgrade' }))]).toEqual(['SERVICE_UNAVAILABLE', 'DONE']);
    await em.commit();
    expect(await outcome(savePractice(server(), headers.adviser, { audience: AWAY }))).toBe('PROTECTED_PLACE');
  });

  test('is closed when an organisation gets that name', async () => {
    const { practice } = await savePractice(server(), headers.adviser, { audience: 'Kuća Abonos, ul. Kneza Miloša 15' });
    expect(await outcome(translate(server(), headers.adviser, keyOf(practice!.id), { locale: 'en', title: 'Interview', audience: '', result: '' }))).toBe('DONE');
    await sql(`insert into organisation_translation (organisation_slug, locale, name) values (?, 'sr-Latn', 'kuća abonos')`, [SLUG]);
    expect(await sql('select is_public from practice where uuid = ?', [keyOf(practice!.id)])).toEqual([{ is_public: false }]);
  });
});
