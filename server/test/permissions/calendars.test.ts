/** Calendars of somebody: what each role finds in theirs, today; and nothing, as where none is, for whoever no longer may. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { readCalendar } from '../../src/calendars/reading.fixture.ts';
import { ids, linksOf, listed, make, owner, prepareStages, revoke } from '../http/calendars-world.ts';
import { ask, raw, send, testServer, UNLIMITED } from '../http/harness.ts';
import { type Headers, PEOPLE, type Role, ROLES, signEverybodyIn, signIn } from './roles.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
let headers: Headers;
/** Made before somebody was suspended. */
let suspended = '';

beforeAll(async () => {
  await prepareStages(server());
  [{ theme: THEME }] = (await owner<{ theme: string }>(server(), `select theme_code as theme from training_session where stage = 'DRAFT' and country_code = 'RS'`)) as [{ theme: string }];
  suspended = (await make(server(), await signIn(server(), links, PEOPLE.suspended))).path;
  headers = await signEverybodyIn(server());
  // Of somebody whom nobody here acts as, so that there always is another's.
  await owner(server(), `insert into calendar_link (uuid, person_id, locale, secret_hash) select gen_random_uuid(), id, 'fr', 'x' from person where email = 'scac.hr@passerelle.example'`);
}, 120_000);

const ANNOUNCED = `stage <> 'DRAFT'`;
const inCountry = (code: string): string => `country_code = '${code}'`;
const INTERNATIONAL = `(o.country is null or country_code = o.country)`;
/** Those that somebody teaches, takes part in or has registered people for, wherever they are held. */
const mine = (role: keyof typeof PEOPLE): string => `(uuid in (select t.session_uuid from session_trainer t join expert e on e.uuid = t.expert_uuid join person p on p.id = e.person_id where p.email = '${PEOPLE[role]}')
  or uuid in (select r.session_uuid from registration r left join person p on p.id = r.registered_by_id where r.state not in ('WITHDRAWN', 'REFUSED') and '${PEOPLE[role]}' in (r.email, p.email)))`;
/** What is in the calendar of each: a condition of sessions; none where there is no calendar. */
const OWN: Readonly<Record<Role, string | undefined>> = {
  visitor: undefined, suspended: undefined,
  ngoMember: `${ANNOUNCED} and (${inCountry('RS')} or ${mine('ngoMember')})`, ngoCoordinator: `${ANNOUNCED} and (${inCountry('RS')} or ${mine('ngoCoordinator')})`, authority: `${ANNOUNCED} and (${inCountry('RS')} or ${mine('authority')})`,
  scac: inCountry('RS'), ssi: inCountry('RS'), scacElsewhere: inCountry('AL'),
  expert: `${ANNOUNCED} and ${mine('expert')}`,
  // For no country.
  translator: ANNOUNCED, assistant: 'true', adviser: 'true',
  international: `${ANNOUNCED} and exists (select from (select o.country_code as country from member m join organisation o on o.slug = m.organisation_slug join person p on p.id = m.person_id where p.email = '${PEOPLE.international}') o where ${INTERNATIONAL})`,
};
const SERBIAN: readonly Role[] = ['scac', 'ssi'];
/** The theme of a draft in Serbia. */
let THEME = '';
/** Which drafts each sees beside what is announced; undefined where there is no calendar. */
const OF_THEME: Readonly<Record<Role, string | undefined>> = {
  ...OWN, ...Object.fromEntries(ROLES.filter((role) => OWN[role] !== undefined).map((role) => [role, ANNOUNCED])),
  scac: `(${ANNOUNCED} or ${inCountry('RS')})`, ssi: `(${ANNOUNCED} or ${inCountry('RS')})`, scacElsewhere: `(${ANNOUNCED} or ${inCountry('AL')})`, assistant: 'true', adviser: 'true',
};

/** A request as it is written, and what comes back but the hour. */
async function bytes(path: string): Promise<string> {
  const { head, text } = await raw(server(), (socket) => void socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`));
  return `${head.replace(/^date: .*$/im, '')}\n${text}`;
}
const ABSENT = `/calendar/own/${'x'.repeat(32)}.ics`;

describe.each(ROLES)('%s', (role: Role) => {
  test('finds in their own calendar what they may see', async () => {
    const { answer, outcome, path } = await make(server(), headers[role]);
    const condition = OWN[role];
    if (condition === undefined) expect([answer.code, path]).toEqual(['UNAUTHENTICATED', '']);
    else {
      expect([outcome, await listed(server(), path)]).toEqual(['MADE', await ids(server(), condition)]);
      expect((await ids(server(), condition)).length).toBeGreaterThan(0);
    }
  });

  test('has the calendar of the embassy in Serbia when they act for it', async () => {
    const { outcome, path } = await make(server(), headers[role], 'RS');
    if (!SERBIAN.includes(role)) expect([outcome, path]).toEqual([OWN[role] === undefined ? undefined : 'NOT_ALLOWED', '']);
    else expect([outcome, await listed(server(), path)]).toEqual(['MADE', await ids(server(), inCountry('RS'))]);
  });

  test('has the calendar of a theme where they have a role, with its sessions that they may see', async () => {
    const { answer, outcome, path } = await make(server(), headers[role], undefined, 'fr', THEME);
    const condition = OF_THEME[role];
    if (condition === undefined) expect([answer.code, path]).toEqual(['UNAUTHENTICATED', '']);
    else expect([outcome, await listed(server(), path)]).toEqual(['MADE', await ids(server(), `theme_code = '${THEME}' and ${condition}`)]);
  });

  test('sees addresses of their own only, and cannot take away those of others', async () => {
    const own = OWN[role] === undefined ? [] : await linksOf(server(), headers[role]);
    expect(own.map(({ country, theme }) => country?.code ?? theme?.code ?? null)).toEqual(OWN[role] === undefined ? [] : [null, ...(SERBIAN.includes(role) ? ['RS'] : []), THEME]);
    const [other] = await owner<{ uuid: string }>(server(), `select l.uuid from calendar_link l join person p on p.id = l.person_id where p.email <> ? limit 1`, [role === 'visitor' ? '' : PEOPLE[role]]);
    const absent = OWN[role] === undefined ? 'UNAUTHENTICATED' : false;
    expect(await revoke(server(), headers[role], `CalendarLink_${other!.uuid}`)).toBe(absent);
    expect(await revoke(server(), headers[role], 'CalendarLink_00000000-0000-0000-0000-000000000000')).toBe(absent);
    const node = (id: string) => ask(server(), 'query ($id: ID!) { node(id: $id) { id } }', { id: `CalendarLink_${id}` }, headers[role]);
    expect((await node(other!.uuid)).text).toBe((await node('00000000-0000-0000-0000-000000000000')).text);
  });
});

const entriesByOrAbout = async (email: string): Promise<number> => Number((await owner<{ count: string }>(server(), `select count(*) from audit_entry where (select id from person where email = ?) in (by_id, about_id)`, [email]))[0]!.count);

describe('the calendar of a theme', () => {
  test('is named by it, and has a draft for the embassy that prepares it alone: in the public one of the same theme there is none', async () => {
    const [draft] = await ids(server(), `stage = 'DRAFT' and ${inCountry('RS')}`);
    const named = async (path: string) => readCalendar((await send(server(), path)).text).name;
    const [ours, theirs] = [await make(server(), headers.scac, undefined, 'el', THEME), await make(server(), headers.ngoMember, undefined, 'el', THEME)];
    const open = `/calendar/sessions.ics?theme=${THEME}&locale=el`;
    expect([await named(ours.path), await named(theirs.path)]).toEqual([await named(open), await named(open)]);
    expect([(await listed(server(), ours.path) as string[]).includes(draft!), await listed(server(), theirs.path)]).toEqual([true, await listed(server(), open)]);
  });

  test('is taken away like the others, from the next request on', async () => {
    const { path } = await make(server(), headers.authority, undefined, 'fr', THEME);
    expect(await listed(server(), path)).toEqual(await ids(server(), `theme_code = '${THEME}' and ${ANNOUNCED}`));
    expect([await revoke(server(), headers.authority, (await linksOf(server(), headers.authority)).at(-1)!.id), await bytes(path)]).toEqual([true, await bytes(ABSENT)]);
  });

  test('is of a theme that there is, and of no embassy at once', async () => {
    expect([(await make(server(), headers.scac, 'RS', 'fr', THEME)).answer.code, (await make(server(), headers.scac, undefined, 'fr', 'NONE')).answer.code]).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
    await expect(owner(server(), `update calendar_link set country_code = 'RS', theme_code = ?`, [THEME])).rejects.toThrow('calendar_link_of_one');
  });
});

describe('a draft', () => {
  test('is marked as such for the embassy that prepares it, and is hidden from whom they show their calendar', async () => {
    const [draft] = await ids(server(), `stage = 'DRAFT' and ${inCountry('RS')}`);
    const { path } = await make(server(), headers.ssi, 'RS', 'sr-Cyrl');
    const event = readCalendar((await send(server(), path)).text).events.find(({ uid }) => uid === draft)!;
    expect(['status', 'class', 'transp'].map((name) => event.property(name)!.text)).toEqual(['TENTATIVE', 'PRIVATE', 'TRANSPARENT']);
    expect(event.property('summary')!.text).toMatch(/^У припреми: /);
  });
});

describe('a calendar of somebody', () => {
  test('is kept by nobody and listed nowhere', async () => {
    const { path } = await make(server(), headers.expert);
    const { headers: given } = await send(server(), path, { headers: { 'if-none-match': '*' } });
    expect([given.get('cache-control'), given.get('etag'), given.get('x-robots-tag')]).toEqual(['private, no-store', null, 'noindex']);
  });

  test('has a name in its language, whatever its reader speaks', async () => {
    const own = await make(server(), headers.scac, undefined, 'el');
    const post = await make(server(), headers.scac, 'RS', 'tr');
    const name = async (path: string) => readCalendar((await send(server(), path, { headers: { 'accept-language': 'fr' } })).text).name;
    expect([await name(own.path), await name(post.path)]).toEqual(['Passerelle · Οι εκπαιδευτικές συνεδρίες σας', 'Passerelle · Fransa Büyükelçiliği · Sırbistan']);
  });

  test('is gone with the next request, byte for byte as one that never was, when it is taken away', async () => {
    const absent = await bytes(ABSENT);
    expect(absent).toMatch(/^HTTP\/1\.1 404/);
    const { path } = await make(server(), headers.translator);
    expect(await bytes(path)).toMatch(/^HTTP\/1\.1 200/);
    const { id } = (await linksOf(server(), headers.translator)).at(-1)!;
    expect(await revoke(server(), headers.translator, id)).toBe(true);
    expect(await bytes(path)).toBe(absent);
    expect(await revoke(server(), headers.translator, id)).toBe(false);
  });

  test('is gone while the role of its person is over, and comes back with their rights', async () => {
    const role = (until: string): Promise<unknown> => owner(server(), `update member set until = ${until} where person_id = (select id from person where email = ?)`, [PEOPLE.ssi]);
    const { path: own } = await make(server(), headers.ssi);
    const { path: post } = await make(server(), headers.ssi, 'RS');
    await role('current_date - 1');
    const absent = await bytes(ABSENT);
    expect([await bytes(own), await bytes(post)]).toEqual([absent, absent]);
    await role('null');
    expect([await bytes(own), await bytes(post)].map((text) => text.slice(0, 12))).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200']);
    for (const { id } of (await linksOf(server(), headers.ssi)).slice(-2)) await revoke(server(), headers.ssi, id);
  });

  test.each([['they themselves', 'person', 'id'], ['a role of theirs', 'member', 'person_id']])('is gone for good, as all keys are, once %s was suspended', async (_what, table, key) => {
    const suspend = (at: string): Promise<unknown> => owner(server(), `update ${table} set suspended_at = ${at} where ${key} = (select id from person where email = ?)`, [PEOPLE.authority]);
    const { path } = await make(server(), await signIn(server(), links, PEOPLE.authority));
    expect((await bytes(path)).slice(0, 12)).toBe('HTTP/1.1 200');
    for (const at of ['now()', 'null']) {
      await suspend(at);
      expect(await bytes(path)).toBe(await bytes(ABSENT));
    }
    headers = { ...headers, authority: await signIn(server(), links, PEOPLE.authority) };
  });

  test('shows what a person may see today: another country with another role, and no drafts any more', async () => {
    const { path } = await make(server(), headers.scacElsewhere);
    const change = (to: string) => owner(server(), `update member set role = ?, country_code = 'BG' where person_id = (select id from person where email = ?)`, [to, PEOPLE.scacElsewhere]);
    await owner(server(), `update training_session set stage = 'DRAFT' where uuid = (select uuid from training_session where country_code = 'BG' and ends_at > now() - interval '90 days' order by uuid limit 1)`);
    await change('SCAC');
    expect(await listed(server(), path)).toEqual(await ids(server(), inCountry('BG')));
    await change('AUTHORITY');
    expect(await listed(server(), path)).toEqual(await ids(server(), `${ANNOUNCED} and ${inCountry('BG')}`));
    expect(await ids(server(), `${ANNOUNCED} and ${inCountry('BG')}`)).not.toEqual(await ids(server(), inCountry('BG')));
    await owner(server(), `update member set role = 'SCAC', country_code = 'AL' where person_id = (select id from person where email = ?)`, [PEOPLE.scacElsewhere]);
  });

  test('of somebody who was suspended since is not there', async () => {
    expect(suspended).not.toBe('');
    expect(await bytes(suspended)).toBe(await bytes(ABSENT));
  });

  test('is not there for what cannot be its secret, as for one that could', async () => {
    const absent = await bytes(ABSENT);
    for (const path of ['/calendar/own/.ics', '/calendar/own/x.ics', `/calendar/own/${'x'.repeat(33)}.ics`, `/calendar/own/${'%27'.repeat(20)}.ics`, `/calendar/own/${'x'.repeat(32)}`]) expect(await bytes(path)).toBe(absent);
  });
});

describe('making addresses', () => {
  test('is noted with its taking away, as done by its person; nothing else is', async () => {
    const before = await entriesByOrAbout(PEOPLE.expert);
    const { path } = await make(server(), headers.expert);
    await send(server(), path);
    await revoke(server(), headers.expert, (await linksOf(server(), headers.expert)).at(-1)!.id);
    const { data } = await ask(server(), '{ auditEntries(first: 2, filter: { subjects: [CALENDAR_LINK] }) { nodes { action part by { email } about { email } } } }', {}, headers.adviser);
    const expert = { email: PEOPLE.expert };
    expect((data!.auditEntries as { nodes: unknown[] }).nodes).toEqual([{ action: 'REMOVED', part: null, by: expert, about: expert }, { action: 'ADDED', part: null, by: expert, about: expert }]);
    expect(await entriesByOrAbout(PEOPLE.expert)).toBe(before + 2);
  });

  test('needs somebody who has shown just now that it is them', async () => {
    await owner(server(), `update sign_in_session set created_at = now() - interval '11 minutes' where person_id = (select id from person where email = ?)`, [PEOPLE.authority]);
    expect((await make(server(), headers.authority)).answer.code).toBe('STEP_UP_REQUIRED');
    await owner(server(), `update sign_in_session set created_at = now() where person_id = (select id from person where email = ?)`, [PEOPLE.authority]);
    expect((await make(server(), headers.authority)).outcome).toBe('MADE');
  });

  test('is over after ten', async () => {
    const outcomes = [];
    for (let i = 0; i < 11; i += 1) outcomes.push((await make(server(), headers.ngoMember)).outcome);
    expect(outcomes.at(-1)).toBe('TOO_MANY');
    expect(await linksOf(server(), headers.ngoMember)).toHaveLength(10);
  });

  test('notes the day on which it was last used, and no more often', async () => {
    const { path } = await make(server(), headers.international, undefined, 'hu');
    const { id } = (await linksOf(server(), headers.international)).at(-1)!;
    expect((await linksOf(server(), headers.international)).at(-1)!.lastUsedOn).toBeNull();
    await owner(server(), `update calendar_link set kept_from = current_date - 100 where uuid = ?`, [id.split('_')[1]]);
    const version = async (): Promise<string> => (await owner<{ xmin: string }>(server(), 'select xmin::text from calendar_link where uuid = ?', [id.split('_')[1]]))[0]!.xmin;
    const before = await version();
    await send(server(), path);
    const used = await version();
    await send(server(), path);
    expect([used === before, (await version()) === used]).toEqual([false, true]);
    expect((await linksOf(server(), headers.international)).at(-1)!.lastUsedOn).toBe(new Date().toISOString().slice(0, 10));
    expect(await owner(server(), `select from calendar_link where uuid = ? and kept_from = current_date`, [id.split('_')[1]])).toHaveLength(1);
  });

  test('leaves its secret nowhere: neither in the database nor in the log, not even when something fails', async () => {
    const { path } = await make(server(), headers.adviser);
    const secret = /own\/(.*)\.ics/.exec(path)![1]!;
    const tables = await owner<{ name: string }>(server(), `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
    for (const { name } of tables) expect(Number((await owner<{ count: string }>(server(), `select count(*) from ${name} t where position('${secret}' in t::text) > 0`))[0]!.count), name).toBe(0);
    await owner(server(), 'alter function open_calendar(text) rename to closed_calendar');
    expect((await send(server(), path)).status).toBe(500);
    await owner(server(), 'alter function closed_calendar(text) rename to open_calendar');
    expect((await send(server(), path)).status).toBe(200);
    expect(server().log.some(({ msg }) => msg === 'A request failed')).toBe(true);
    expect(JSON.stringify(server().log)).not.toContain(secret);
  });
});
