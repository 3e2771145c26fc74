/** The sheets of experts: bound to accounts by the adviser, opened and closed by their experts, read by those whom they chose. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { ADVISERS, type Headers, OUTSIDERS, PEOPLE, type Role, ROLES, signEverybodyIn, signIn } from '../../test/permissions/roles.ts';
import { asRole, type Choices, type Sheet, wrongFields } from '../../test/permissions/sheet.ts';
import type { SignInLink } from '../accounts/index.ts';
import type { Visibility } from '../core/consent/index.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
const LEVELS: readonly Visibility[] = ['PUBLIC', 'NETWORK', 'POST', 'ADVISER'];
let headers: Headers;
let sheet: Sheet;
/** Another sheet, which nobody's account has. */
let free: string;
let member: string;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => server().database.orm.em.fork().execute<T[]>(text, values) as Promise<T[]>;
const outcome = (answer: Answer): unknown => answer.code ?? (Object.values(answer.data!)[0] as { outcome: string }).outcome;
const bind = (by: Role, expert: string, to = member): Promise<Answer> =>
  ask(server(), 'mutation ($id: ID!, $member: ID!) { bindExpert(id: $id, member: $member) { outcome } }', { id: `Expert_${expert}`, member: `NetworkMember_${to}` }, headers[by]);
const unbind = (by: Role, expert: string): Promise<Answer> => ask(server(), 'mutation ($id: ID!) { unbindExpert(id: $id) { outcome } }', { id: `Expert_${expert}` }, headers[by]);
const choose = (by: Role, { name, institution, email, missions }: Choices): Promise<Answer> =>
  ask(server(), `mutation { chooseSheet(choices: { name: ${name}, institution: ${institution}, email: ${email}, missions: ${missions} }) { isChosen } }`, {}, headers[by]);
const all = (level: Visibility): Choices => ({ name: level, institution: level, email: level, missions: level });
const boundTo = async (expert: string): Promise<unknown> => (await sql('select p.email from expert e left join person p on p.id = e.person_id where e.uuid = ?', [expert]))[0];

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  // One who knows Serbia and teaches, so that every path leads to them.
  const [taught] = await sql<{ uuid: string }>(`select e.uuid from expert e join expert_country c on c.expert_uuid = e.uuid and c.country_code = 'RS' join session_trainer t on t.expert_uuid = e.uuid order by 1 limit 1`);
  await sql('update expert set person_id = null');
  await sql(`update expert set name = 'Zoé Quasimodo', person_id = (select id from person where email = ?) where uuid = ?`, [PEOPLE.expert, taught!.uuid]);
  [sheet] = (await sql<Sheet>('select e.uuid, e.name, e.institution_code as institution, p.email from expert e join person p on p.id = e.person_id')) as [Sheet];
  [{ uuid: free }] = (await sql<{ uuid: string }>('select uuid from expert where person_id is null order by uuid limit 1')) as [{ uuid: string }];
  [{ uuid: member }] = (await sql<{ uuid: string }>(`select uuid from member where role = 'EXPERT'`)) as [{ uuid: string }];
});

beforeEach(async () => {
  await sql('update expert set person_id = null');
  await sql('update expert set person_id = (select id from person where email = ?) where uuid = ?', [PEOPLE.expert, sheet.uuid]);
  await sql(`update expert set name_visibility = 'ADVISER', institution_visibility = 'PUBLIC', email_visibility = 'ADVISER' where uuid = ?`, [sheet.uuid]);
});

describe('each field of a sheet', () => {
  test.each(LEVELS)('that its expert opens to %s comes by every path to those, and to nobody else', { timeout: 120_000 }, async (level) => {
    expect((await choose('expert', all(level))).data).toEqual({ chooseSheet: { isChosen: true } });
    expect(await wrongFields(server(), headers, sheet, all(level))).toEqual([]);
  });

  test('has a choice of its own', { timeout: 120_000 }, async () => {
    const choices: Choices = { name: 'NETWORK', institution: 'ADVISER', email: 'POST', missions: 'ADVISER' };
    await choose('expert', choices);
    expect(await wrongFields(server(), headers, sheet, choices)).toEqual([]);
    // The search finds a name for those who see it.
    for (const role of ['visitor', 'ngoMember'] as const) {
      const { data } = await ask(server(), '{ experts(filter: { search: "quasimodo" }) { totalCount } }', {}, headers[role]);
      expect(data).toEqual({ experts: { totalCount: role === 'visitor' ? 0 : 1 } });
    }
  });

  test('is closed with the next request after its expert says so', async () => {
    await choose('expert', all('PUBLIC'));
    const seen = async (): Promise<unknown> => (await ask(server(), `{ expert(id: "Expert_${sheet.uuid}") { name email institution { code } } }`)).data!.expert;
    expect(await seen()).toEqual({ name: sheet.name, email: sheet.email, institution: { code: sheet.institution } });
    await choose('expert', all('ADVISER'));
    expect(await seen()).toEqual({ name: null, email: null, institution: null });
  });

  test('is chosen by nobody but its expert', async () => {
    for (const role of ROLES.filter((role) => role !== 'expert')) {
      const answer = await choose(role, all('PUBLIC'));
      if (OUTSIDERS.includes(role)) expect(answer.code).toBe('UNAUTHENTICATED');
      else expect(answer.data).toEqual({ chooseSheet: { isChosen: false } });
    }
    expect(await sql('select name_visibility as name from expert where uuid = ?', [sheet.uuid])).toEqual([{ name: 'ADVISER' }]);
  });

  test('shows no address of somebody who is suspended', async () => {
    await choose('expert', all('PUBLIC'));
    await sql('update person set suspended_at = now() where email = ?', [PEOPLE.expert]);
    expect((await ask(server(), `{ expert(id: "Expert_${sheet.uuid}") { email } }`)).data).toEqual({ expert: { email: null } });
    await sql('update person set suspended_at = null where email = ?', [PEOPLE.expert]);
    headers = { ...headers, expert: await signIn(server(), links, PEOPLE.expert) };
  });
});

describe('a sheet', () => {
  test('is read whole by the adviser, and by its expert; all others get null', async () => {
    for (const role of ROLES) {
      const { data } = await ask(server(), `{ expert(id: "Expert_${sheet.uuid}") { sheet { name nameVisibility institution { code } account { email } can { bind choose } } } viewer { sheet { name } } }`, {}, headers[role]);
      const whole = { name: sheet.name, nameVisibility: 'ADVISER', institution: { code: sheet.institution }, account: { email: sheet.email } };
      const due = ADVISERS.includes(role) ? { ...whole, can: { bind: true, choose: false } } : role === 'expert' ? { ...whole, can: { bind: false, choose: true } } : null;
      expect((data!.expert as { sheet: unknown }).sheet, role).toEqual(due);
      if (!OUTSIDERS.includes(role)) expect(data!.viewer, role).toEqual({ sheet: role === 'expert' ? { name: sheet.name } : null });
    }
  });

  test('is bound and unbound by the adviser alone; to all others it is as one that is not there', async () => {
    await unbind('adviser', sheet.uuid);
    for (const role of ROLES) {
      const [answer, absent] = [await bind(role, free), await bind(role, '00000000-0000-0000-0000-000000000000')];
      if (ADVISERS.includes(role)) {
        expect([outcome(answer), await boundTo(free)]).toEqual(['DONE', { email: PEOPLE.expert }]);
        expect(outcome(await bind(role, free))).toBe('DONE');
        expect(outcome(await unbind(role, free))).toBe('DONE');
      } else expect(answer.text).toBe(absent.text);
      expect(await boundTo(free)).toEqual({ email: null });
    }
  });

  test('that is unbound is closed: what was open was its expert’s choice', async () => {
    await choose('expert', all('PUBLIC'));
    expect(outcome(await unbind('assistant', sheet.uuid))).toBe('DONE');
    expect(await sql('select name_visibility as name, institution_visibility as institution, email_visibility as email, missions_visibility as missions, chosen_at as "chosenAt" from expert where uuid = ?', [sheet.uuid])).toEqual([{ name: 'ADVISER', institution: 'ADVISER', email: 'ADVISER', missions: 'ADVISER', chosenAt: null }]);
    expect((await ask(server(), `{ expert(id: "Expert_${sheet.uuid}") { name institution { code } email } }`)).data).toEqual({ expert: { name: null, institution: null, email: null } });
    expect((await choose('expert', all('PUBLIC'))).data).toEqual({ chooseSheet: { isChosen: false } });
  });

  test('has one account, and an account one sheet, whoever binds at once', async () => {
    expect(outcome(await bind('adviser', free))).toBe('TAKEN');
    await unbind('adviser', sheet.uuid);
    const outcomes = (await Promise.all([bind('adviser', free), bind('assistant', sheet.uuid)])).map(outcome).sort();
    expect(outcomes).toEqual(['DONE', 'TAKEN']);
    expect(await sql('select from expert where person_id is not null')).toHaveLength(1);
  });

  test('goes to nobody who is no expert, or no longer one', async () => {
    await unbind('adviser', sheet.uuid);
    for (const [{ uuid }] of [await sql<{ uuid: string }>(`select uuid from member where role = 'SCAC' limit 1`)] as [[{ uuid: string }]]) expect(outcome(await bind('adviser', free, uuid))).toBe('GONE');
    await sql(`update member set suspended_at = now() where uuid = ?`, [member]);
    expect(outcome(await bind('adviser', free))).toBe('GONE');
    await sql(`update member set suspended_at = null where uuid = ?`, [member]);
    headers = { ...headers, expert: await signIn(server(), links, PEOPLE.expert) };
  });

  test('is bound and unbound by whoever has shown lately that it is them', async () => {
    await sql(`update sign_in_session set created_at = now() - interval '11 minutes' from person p where p.id = person_id and p.email = ?`, [PEOPLE.adviser]);
    expect([(await unbind('adviser', sheet.uuid)).code, await boundTo(sheet.uuid)]).toEqual(['STEP_UP_REQUIRED', { email: PEOPLE.expert }]);
    await sql('update expert set person_id = null');
    expect([(await bind('adviser', free)).code, await boundTo(free)]).toEqual(['STEP_UP_REQUIRED', { email: null }]);
    await sql('update sign_in_session set created_at = now()');
  });

  test('leaves in the trail who bound it to whom, and what was opened', async () => {
    await sql('delete from audit_entry');
    await unbind('adviser', sheet.uuid);
    await bind('assistant', sheet.uuid);
    await choose('expert', { name: 'PUBLIC', institution: 'ADVISER', email: 'ADVISER', missions: 'NETWORK' });
    const { data } = await ask(server(), '{ auditEntries(filter: { subjects: [EXPERT] }) { nodes { action by { email } about { email } part before after } } }', {}, headers.adviser);
    const about = { about: { email: PEOPLE.expert } };
    const whole = { ...about, part: null, before: null, after: null };
    const { nodes } = data!.auditEntries as { nodes: { part: string | null }[] };
    expect(nodes.slice(0, 2).toSorted((one, other) => (one.part! > other.part! ? -1 : 1))).toEqual([
      { action: 'CHANGED', by: { email: PEOPLE.expert }, ...about, part: 'name_visibility', before: 'ADVISER', after: 'PUBLIC' },
      { action: 'CHANGED', by: { email: PEOPLE.expert }, ...about, part: 'missions_visibility', before: 'ADVISER', after: 'NETWORK' },
    ]);
    expect(nodes.slice(2)).toEqual([
      { action: 'ADDED', by: { email: PEOPLE.assistant }, ...whole }, { action: 'REMOVED', by: { email: PEOPLE.adviser }, ...whole },
    ]);
  });

  test('goes with the account of its expert, and with all that hangs on it', async () => {
    await sql(`insert into person (id, name, email, created_at, updated_at) values ('019abc00-0000-7000-8000-0000000000ee', 'Gone', 'gone@example.org', now(), now())`);
    await sql(`update expert set person_id = '019abc00-0000-7000-8000-0000000000ee' where uuid = ?`, [free]);
    await sql(`delete from person where email = 'gone@example.org'`);
    for (const [table, column] of [['expert', 'uuid'], ['expert_translation', 'expert_uuid'], ['session_trainer', 'expert_uuid']]) expect(await sql(`select from ${table} where ${column} = ?`, [free])).toEqual([]);
    [{ uuid: free }] = (await sql<{ uuid: string }>('select uuid from expert where person_id is null order by uuid limit 1')) as [{ uuid: string }];
  });
});

describe('the rules of the table', () => {
  const SEEN: Readonly<Partial<Record<Role, number | 'ALL'>>> = { expert: 1, assistant: 'ALL', adviser: 'ALL' };

  test('let each role see sheets as the reader does, and nobody but the adviser change any: neither what an expert has chosen, nor that of who teaches is theirs to touch', async () => {
    const [{ count, idle }] = (await sql<{ count: number; idle: number }>(
      'select count(*)::int as count, count(*) filter (where person_id is null and not exists (select from session_trainer t where t.expert_uuid = e.uuid))::int as idle from expert e')) as [{ count: number; idle: number }];
    expect(idle).toBeGreaterThan(0);
    for (const role of ROLES) {
      const due = SEEN[role] === 'ALL' ? count : (SEEN[role] ?? 0);
      expect((await asRole(server(), role, 'select from expert')).count, role).toBe(due);
      const isTheirs = ADVISERS.includes(role);
      const statements = { [`update expert set name_visibility = 'PUBLIC'`]: isTheirs ? '42501' : 0, 'delete from expert': isTheirs ? idle : 0, [`update listed_expert set last_mission_on = '2030-01-01'`]: 0, 'delete from listed_expert': 0 };
      for (const [statement, told] of Object.entries(statements)) expect((await asRole(server(), role, statement)).count, `${role}: ${statement}`).toBe(told);
    }
  });

  test('hold for the functions that change sheets too', async () => {
    await sql('update expert set person_id = null');
    const person = `(select person_id from member where role = 'EXPERT')`;
    for (const role of ROLES) {
      // Whose account it is, is looked up past the rules: the function is what refuses.
      const [{ id }] = (await sql<{ id: string }>(`select ${person} as id`)) as [{ id: string }];
      expect((await asRole(server(), role, 'select bind_expert($1, $2) as outcome', [free, id])).rows, role).toEqual([{ outcome: ADVISERS.includes(role) ? 'DONE' : 'GONE' }]);
      expect((await asRole(server(), role, 'select unbind_expert($1) as outcome', [free])).rows, role).toEqual([{ outcome: ADVISERS.includes(role) ? 'DONE' : 'GONE' }]);
      expect((await asRole(server(), role, `select choose_sheet('PUBLIC', 'PUBLIC', 'PUBLIC', 'PUBLIC') as chosen`)).rows, role).toEqual([{ chosen: false }]);
    }
  });

  test('are what hides sheets: without them all see all', async () => {
    await sql('alter table expert disable row level security');
    expect((await asRole(server(), 'visitor', 'select from expert')).count).toBeGreaterThan(100);
    await sql('alter table expert enable row level security');
  });
});

describe('a real expert beside invented ones', () => {
  const REAL = '0000000f-0000-7000-8000-00000000000f';

  test('is shown to invented people, as whom anybody may sign in, as to all; and is no invented adviser’s to bind', { timeout: 60_000 }, async () => {
    await server().database.orm.em.fork().transactional(async (em) => {
      await em.execute(`insert into expert (uuid, name, name_visibility, profession_code, institution_code, source_locale) values (?, 'Real', 'NETWORK', 'JUDGE', 'ENM', 'fr')`, [REAL]);
      await em.execute(`insert into expert_translation (expert_uuid, locale, summary) values (?, 'fr', 'x')`, [REAL]);
    });
    await sql(`insert into person (id, name, email, created_at, updated_at) values ('019abc00-0000-7000-8000-0000000000ef', 'Other', 'other@example.org', now(), now())`);
    await sql(`insert into member (uuid, person_id, role, since) values (gen_random_uuid(), '019abc00-0000-7000-8000-0000000000ef', 'EXPERT', '2026-01-01')`);
    const real = await signIn(server(), links, 'other@example.org');
    const name = async (own: Record<string, string>): Promise<unknown> => (await ask(server(), `{ expert(id: "Expert_${REAL}") { name sheet { name } } }`, {}, own)).data!.expert;
    // Of what nobody has chosen nothing is shown.
    for (const own of [{}, real, headers.expert]) expect((await ask(server(), `{ expert(id: "Expert_${REAL}") { institution { code } email } }`, {}, own)).data).toEqual({ expert: { institution: null, email: null } });
    for (const role of ROLES) expect(await name(headers[role]), role).toEqual({ name: null, sheet: null });
    expect(await name(real)).toEqual({ name: 'Real', sheet: null });
    expect(outcome(await bind('adviser', REAL))).toBe('GONE');
    await sql(`update expert set name_visibility = 'PUBLIC' where uuid = ?`, [REAL]);
    for (const role of ['visitor', 'adviser'] as const) expect(await name(headers[role])).toEqual({ name: 'Real', sheet: null });
  });
});
