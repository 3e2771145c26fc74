/** What is published of missions: by decision alone, after the mission, as a copy that leads nowhere, and gone once it is withdrawn. */
import { MikroORM } from '@mikro-orm/postgresql';
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { transactAs } from '../core/database/index.ts';
import { keyOf, owner } from '../missions/world.fixture.ts';
import { ormOptions } from '../orm.ts';
import { appraise, missionOver, missionReported, publications, publish, removeFinding, type Reported, reportedMission, saveFinding, saveReport, stepOver, translateReport, withdraw } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let orm: MikroORM;
let mission: Reported & { readonly expert: string };
/** One in Serbia, one in Albania, one of the mission as a whole. */
let keys: readonly string[];
const adviser = (): Record<string, string> => headers.adviser;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});

beforeEach(async () => {
  await owner(server(), 'delete from mission');
  mission = await missionReported(server(), adviser());
  keys = [randomUUID(), randomUUID(), randomUUID()];
  for (const [n, text] of ['Le parquet manque d’interprètes.', 'SECRET de Tirana.', 'La coopération progresse.'].entries()) await saveFinding(server(), adviser(), mission.id, { text, leg: n < 2 ? keyOf(mission.legs[n]!.id) : null, key: keys[n]! });
});

/** A statement of the application as somebody: how many rows it gave, or what the database says. */
async function as(email: string | null, statement: string): Promise<number | string> {
  const [person] = email === null ? [] : await owner<{ id: string }>(server(), 'select id from person where email = ?', [email]);
  try {
    return (await transactAs(orm, person?.id ?? null)((em) => em.execute<unknown[]>(statement))).length;
  } catch (error) {
    return (error as { cause?: Error }).cause?.message ?? (error as Error).message;
  }
}

const everything = async (): Promise<string> => (await Promise.all(ROLES.map(async (role) => JSON.stringify(await publications(server(), headers[role]))))).join('\n');

test('nothing is published until it is decided, and then what was chosen, to everybody, without days', async () => {
  expect(await everything()).toBe(ROLES.map(() => '[]').join('\n'));
  expect(await publish(server(), adviser(), mission.id, { countries: ['RS'], results: [mission.objectives[0]!.key], findings: [keys[0], keys[2]] })).toBe('DONE');
  for (const role of ROLES) {
    const [one, ...others] = await publications(server(), headers[role]);
    expect(others).toEqual([]);
    expect([one!.firstMonth, one!.lastMonth, one!.startsOn, one!.endsOn, one!.countries]).toEqual(['2026-03-01', '2026-03-01', null, null, [{ code: 'RS' }]]);
    expect(one!.summary!.text).toBe('Le parquet a adopté un protocole.');
    expect(one!.results.map(({ outcome, objective, text }) => [outcome, objective.text, text!.text])).toEqual([['REACHED', 'Former les enquêteurs.', 'Fait.']]);
    expect(one!.findings.map(({ month, country, text }) => [month, country?.code, text.text]).sort()).toEqual([['2026-03-01', 'RS', 'Le parquet manque d’interprètes.'], ['2026-03-01', undefined, 'La coopération progresse.']].sort());
  }
  // Nothing else of it, in no word and by no filter.
  const all = await everything();
  for (const secret of ['SECRET', 'Tournée', 'Bien préparée', 'Signer', '2026-03-09', '"AL"', keyOf(mission.id), ...keys, keyOf(mission.expert)]) expect([secret, all.includes(secret)]).toEqual([secret, false]);
  expect([(await publications(server(), {}, 'fr', ', filter: { country: "RS" }')).length, (await publications(server(), {}, 'fr', ', filter: { country: "AL" }')).length]).toEqual([1, 0]);
});

test('the days are published where the adviser says so', async () => {
  await publish(server(), adviser(), mission.id, { hasDays: true });
  expect((await publications(server(), {})).map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([['2026-03-09', '2026-03-13']]);
});

test('the texts are read in the language of whoever reads; another one is said to be so', async () => {
  await translateReport(server(), adviser(), (await reportedMission(server(), adviser(), mission.id))!, { summary: 'In English.', findings: [{ key: keys[2], text: 'Cooperation goes on.' }] });
  await publish(server(), adviser(), mission.id, { findings: [keys[2]], results: mission.objectives.map(({ key }) => key) });
  const said = async (locale: string) => (await publications(server(), {}, locale)).map(({ summary, findings, results }) => [summary!.locale, summary!.isFallback, findings[0]!.text.locale, results.map(({ objective, text }) => [objective.locale, text!.locale])])[0];
  expect([await said('en'), await said('fr')]).toEqual([['en', false, 'en', [['fr', 'fr'], ['fr', 'fr']]], ['fr', false, 'fr', [['fr', 'fr'], ['fr', 'fr']]]]);
});

test('what is written later is not published, and what is withdrawn is gone, with its address', async () => {
  await publish(server(), adviser(), mission.id, { findings: [keys[0]] });
  const id = (await publications(server(), {}))[0]!.id;
  const seen = async (): Promise<unknown> => (await ask(server(), 'query ($id: ID!) { node(id: $id) { id } missionPublication(id: $id) { id } }', { id })).data;
  expect(await seen()).toEqual({ node: { id }, missionPublication: { id } });
  await saveReport(server(), adviser(), (await reportedMission(server(), adviser(), mission.id))!, { summary: 'SINCE' });
  await removeFinding(server(), adviser(), mission.id, keys[0]!, 1);
  expect((await publications(server(), {})).map(({ summary, findings }) => [summary!.text, findings.length])).toEqual([['Le parquet a adopté un protocole.', 1]]);
  // Anew under the same address.
  expect(await publish(server(), adviser(), mission.id)).toBe('DONE');
  expect((await publications(server(), {})).map((one) => [one.id, one.summary!.text, one.findings.length])).toEqual([[id, 'SINCE', 0]]);
  expect([await withdraw(server(), adviser(), mission.id), await withdraw(server(), adviser(), mission.id)]).toEqual(['DONE', 'DONE']);
  expect([await seen(), await everything()]).toEqual([{ node: null, missionPublication: null }, ROLES.map(() => '[]').join('\n')]);
  for (const table of ['mission_publication', 'published_finding', 'published_result', 'mission_publication_translation']) expect([table, await owner(server(), `select from ${table}`)]).toEqual([table, []]);
});

test('who decides has read it; sent again it is the same decision', async () => {
  const { version } = (await reportedMission(server(), adviser(), mission.id))!;
  await saveFinding(server(), headers.assistant, mission.id);
  expect(await publish(server(), adviser(), mission.id, {}, version)).toBe('CONFLICT');
  expect([await publish(server(), adviser(), mission.id, {}, version + 1), await publish(server(), adviser(), mission.id, {}, version + 1)]).toEqual(['DONE', 'DONE']);
  expect(await publish(server(), headers.assistant, mission.id, { hasDays: true }, version + 1)).toBe('CONFLICT');
});

test('a choice is of what is there, and of countries that are named', async () => {
  expect(await publish(server(), adviser(), mission.id, { hasSummary: false })).toBe('INVALID PARTS MISSING');
  expect(await publish(server(), adviser(), mission.id, { countries: [] })).toBe('INVALID COUNTRIES MISSING');
  expect(await publish(server(), adviser(), mission.id, { countries: ['MD'], results: [randomUUID()], findings: [randomUUID()] })).toBe('INVALID COUNTRIES UNKNOWN RESULTS UNKNOWN FINDING UNKNOWN');
  expect(await publish(server(), adviser(), mission.id, { countries: ['RS'], findings: [keys[1]] })).toBe('INVALID FINDING NOT_HERE');
  const over = await missionOver(server(), adviser());
  expect([await publish(server(), adviser(), over.id), await publications(server(), {})]).toEqual(['TOO_LATE', []]);
});

test('no text that is published names somebody of the mission or a protected organisation, or says how to reach anybody', async () => {
  const [{ name }] = (await owner<{ name: string }>(server(), 'select name from expert where uuid = ?', [keyOf(mission.expert)])) as [{ name: string }];
  const [{ title }] = (await owner<{ title: string }>(server(), 'select t.name as title from organisation o join organisation_translation t on t.organisation_slug = o.slug where o.is_protected and char_length(t.name) > 8 order by o.slug limit 1')) as [{ title: string }];
  const say = async (summary: string): Promise<string> => {
    expect(await saveReport(server(), adviser(), (await reportedMission(server(), adviser(), mission.id))!, { summary })).toBe('DONE');
    return publish(server(), adviser(), mission.id);
  };
  expect(await say(`Avec ${name}.`)).toBe('INVALID SUMMARY NAMES_PERSON');
  expect(await say(`Avec ${name.split(' ').toReversed().join(' ').toUpperCase()}, magistrat.`)).toBe('INVALID SUMMARY NAMES_PERSON');
  expect(await say(`Visite chez ${title}.`)).toBe('INVALID SUMMARY NAMES_ORGANISATION');
  expect(await say('Écrire à info@example.org.')).toBe('INVALID SUMMARY HAS_CONTACT');
  expect(await say('Appeler le +389 2 3123 456.')).toBe('INVALID SUMMARY HAS_CONTACT');
  expect([await publications(server(), {}), await say('Le parquet avance.')]).toEqual([[], 'DONE']);
});

test('a name is found in any case, in whatever letters; once somebody is forgotten nothing more is published', async () => {
  await owner(server(), `update expert set name = 'Marija Petrović' where uuid = ?`, [keyOf(mission.expert)]);
  for (const [name, leg] of [['Arben Hoxha', 1], ['Γιώργος Παπαδόπουλος', 0], ['Mehmet Yılmaz', 0], ['Ivan Zajec', 0]] as const) await owner(server(), 'insert into leg_contact (uuid, leg_uuid, name) values (gen_random_uuid(), ?, ?)', [keyOf(mission.legs[leg]!.id), name]);
  const names = (text: string): Promise<unknown> => as(PEOPLE.adviser, `select from (select named_in_text('${keyOf(mission.id)}', '${text.replaceAll("'", "''")}') as what) n where what = 'PERSON'`);
  const found = ['Zahvala gospođi Petrović.', 'Prisustvo Petrovića.', 'Sa Petrovićem i kolegama.', 'Са Петровићем и колегама.', 'PETROVIĆU je rečeno.', 'Takimi me Hoxhën.', 'Zyra e Hoxhës.', 'Με τον Παπαδόπουλο.', 'Yılmaz’ın sunumu.', 'Pogovor z Zajcem.'];
  for (const text of found) expect([text, await names(text)]).toEqual([text, 1]);
  for (const text of ['Le parquet avance.', 'Marija est un prénom.', 'Un petrović sans majuscule.', 'Petrovaradin est une ville.']) expect([text, await names(text)]).toEqual([text, 0]);
  expect(await saveReport(server(), adviser(), (await reportedMission(server(), adviser(), mission.id))!, { summary: 'Avec Petrovićem.' })).toBe('DONE');
  expect(await publish(server(), adviser(), mission.id)).toBe('INVALID SUMMARY NAMES_PERSON');
  await saveReport(server(), adviser(), (await reportedMission(server(), adviser(), mission.id))!, { summary: 'Le parquet avance.' });
  // Whom the adviser takes away is not forgotten; whom retention takes is, and who erases themselves.
  await owner(server(), `delete from leg_contact where name = 'Ivan Zajec'`);
  expect(await publish(server(), adviser(), mission.id)).toBe('DONE');
  await owner(server(), `do $body$ begin perform set_config('passerelle.purpose', 'retention', true); delete from leg_contact where name = 'Arben Hoxha'; end $body$`);
  expect(await publish(server(), adviser(), mission.id, { hasDays: true })).toBe('INVALID PARTS FORGOTTEN');
  await owner(server(), 'update mission_report set are_names_forgotten = false');
  await owner(server(), `do $body$ declare spare constant uuid := gen_random_uuid(); begin
    insert into expert (uuid, source_locale, name, profession_code, institution_code, is_demonstration) select spare, 'fr', 'Zzyzx', profession_code, institution_code, is_demonstration from expert where uuid = '${keyOf(mission.expert)}';
    insert into expert_translation (expert_uuid, locale, summary) values (spare, 'fr', 'Juge.');
    insert into mission_member (uuid, mission_uuid, expert_uuid, role) values (gen_random_uuid(), '${keyOf(mission.id)}', spare, 'POLICE');
  end $body$`);
  await owner(server(), `delete from expert where name = 'Zzyzx'`);
  expect(await publish(server(), adviser(), mission.id, { hasDays: true })).toBe('INVALID PARTS FORGOTTEN');
  expect(await withdraw(server(), adviser(), mission.id)).toBe('DONE');
});

test('what is published is withdrawn once it names an organisation that becomes protected, or is called so then', async () => {
  const [slug] = [`red-team-${randomUUID().slice(0, 8)}`];
  await owner(server(), `do $body$ begin insert into organisation (slug, source, kind, source_locale, is_protected) values ('${slug}', 'Test', 'NGO', 'fr', false); insert into organisation_translation (organisation_slug, locale, name) values ('${slug}', 'fr', 'Refuge des Tilleuls'); end $body$`);
  const lines = async (): Promise<number> => (await owner(server(), `select from audit_entry where object = ? and part = 'published_at' and after is null`, [keyOf(mission.id)])).length;
  const say = async (summary: string): Promise<void> => {
    await saveReport(server(), adviser(), (await reportedMission(server(), adviser(), mission.id))!, { summary });
    expect(await publish(server(), adviser(), mission.id, { findings: [keys[0]] })).toBe('DONE');
  };
  const shown = async (): Promise<number> => (await publications(server(), {})).length;
  await say('Visite du Refuge des Tilleuls.');
  await owner(server(), `update organisation set website = 'https://example.org' where slug = ?`, [slug]);
  expect(await shown()).toBe(1);
  await owner(server(), 'update organisation set is_protected = true where slug = ?', [slug]);
  expect([await shown(), await lines()]).toEqual([0, 1]);
  expect(await publish(server(), adviser(), mission.id)).toBe('INVALID SUMMARY NAMES_ORGANISATION');
  await say('Visite de la Maison des Ormes.');
  await owner(server(), `update organisation_translation set name = 'Maison des Ormes' where organisation_slug = ?`, [slug]);
  expect([await shown(), await lines()]).toEqual([0, 2]);
  await say('Visite du SXQ.');
  await owner(server(), `update organisation set acronym = 'SXQ' where slug = ?`, [slug]);
  expect([await shown(), await lines()]).toEqual([0, 3]);
  await owner(server(), 'delete from organisation where slug = ?', [slug]);
});

test('the tables say the same: nobody but the adviser writes what is published, or reads of which mission it is, and the report is nobody’s else', async () => {
  await publish(server(), adviser(), mission.id, { findings: [keys[0]], results: [mission.objectives[0]!.key] });
  await appraise(server(), adviser(), { mission: mission.id, expert: mission.expert });
  const secret = ['publication_decision', 'mission_report', 'mission_report_translation', 'objective_result', 'objective_result_translation', 'finding', 'finding_translation', 'appraisal'];
  for (const role of ROLES.filter((one) => one !== 'adviser' && one !== 'assistant')) {
    const email = role === 'visitor' ? null : PEOPLE[role];
    for (const table of secret) expect([role, table, await as(email, `select from ${table}`)]).toEqual([role, table, 0]);
    expect(await as(email, 'select from mission_publication')).toBe(1);
    for (const table of ['mission_publication', 'published_finding', 'published_result']) expect([role, table, await as(email, `delete from ${table} returning 1`)]).toEqual([role, table, 0]);
    expect(await as(email, `update published_finding_translation set text = 'N' returning 1`)).toBe(0);
    expect(await as(email, `insert into mission_publication (uuid, first_month, last_month) values (gen_random_uuid(), '2026-03-01', '2026-03-01')`)).toMatch(/row-level security/);
  }
  for (const table of secret) expect([table, await as(PEOPLE.adviser, `select from ${table}`)]).not.toEqual([table, 0]);
  // Nor the adviser, without a decision, or before the mission is reported on.
  expect(await as(PEOPLE.adviser, `insert into mission_publication (uuid, first_month, last_month, is_demonstration) values (gen_random_uuid(), '2026-03-01', '2026-03-01', true)`)).toMatch(/was decided/);
  const over = await missionOver(server(), adviser());
  expect(await as(PEOPLE.adviser, `insert into publication_decision select '${keyOf(over.id)}', gen_random_uuid(), true, false, '{RS}', '{}', '{}', now(), null, 1`)).toMatch(/reported on/);
  expect(await as(PEOPLE.adviser, `update mission set stage = 'REPORTED' where uuid = '${keyOf(over.id)}'`)).toMatch(/has its report/);
  expect(await as(PEOPLE.adviser, `delete from mission_report where mission_uuid = '${keyOf(mission.id)}'`)).toMatch(/has its report/);
});

test('without the rules of the tables the readers alone hide reports, findings and appraisals', async () => {
  await appraise(server(), adviser(), { mission: mission.id, expert: mission.expert });
  const tables = ['mission', 'mission_report', 'mission_report_translation', 'finding', 'finding_translation', 'objective_result', 'appraisal', 'publication_decision', 'mission_objective'];
  const found = async (): Promise<string[]> => {
    const roles: string[] = [];
    for (const role of ROLES) {
      const { text } = await ask(server(), `query ($id: ID!, $expert: ID!) { mission(id: $id) { report { version } findings { key } appraisals { version } } expert(id: $expert) { sheet { appraisals { version } } } }`, { id: mission.id, expert: mission.expert }, headers[role]);
      if (/version|key/.test(text)) roles.push(role);
    }
    return roles.sort();
  };
  expect(await found()).toEqual(['adviser', 'assistant']);
  for (const table of tables) await owner(server(), `alter table ${table} disable row level security`);
  expect(await found()).toEqual(['adviser', 'assistant']);
  // The control: here the rules were what hid.
  expect(await as(PEOPLE.ngoMember, 'select from appraisal')).toBe(1);
  for (const table of tables) await owner(server(), `alter table ${table} enable row level security`);
});

test('an expert finds neither on their own sheet nor in a list how they were found, and a closed mission keeps what is published', async () => {
  const [{ id }] = (await owner<{ id: string }>(server(), 'select id from person where email = ?', [PEOPLE.expert])) as [{ id: string }];
  const [{ sheet }] = (await owner<{ sheet: string }>(server(), 'select uuid as sheet from expert where person_id = ?', [id])) as [{ sheet: string }];
  await owner(server(), `insert into mission_member (uuid, mission_uuid, expert_uuid, role) values (gen_random_uuid(), ?, ?, 'POLICE')`, [keyOf(mission.id), sheet]);
  await owner(server(), `insert into mission_stay (member_uuid, leg_uuid, arrives_at, leaves_at) select m.uuid, ?, '2026-03-09 09:00', '2026-03-09 18:00' from mission_member m where m.expert_uuid = ?`, [keyOf(mission.legs[0]!.id), sheet]);
  expect(await appraise(server(), adviser(), { mission: mission.id, expert: `Expert_${sheet}`, text: 'SECRET' })).toBe('DONE');
  const { data } = await ask(server(), '{ viewer { sheet { id: version appraisals { text } } } }', {}, headers.expert);
  expect((data!.viewer as { sheet: { appraisals: unknown[] } }).sheet.appraisals).toEqual([]);
  await publish(server(), adviser(), mission.id);
  await stepOver(server(), adviser(), 'closeMission', mission.id);
  expect([(await publications(server(), {})).length, await withdraw(server(), adviser(), mission.id), (await publications(server(), {})).length]).toEqual([1, 'DONE', 0]);
});
