/** Real people whose second step is due: to the API they are visitors, byte for byte, until they have done it. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { Browser } from '../http/browser.ts';
import { ask, testServer, UNLIMITED } from '../http/harness.ts';
import { MUTATIONS, QUERIES } from './expectations.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });

/** Who must have a key, and for which country where they act for one. */
const PRIVILEGED = { ADVISER: null, ASSISTANT: null, TRANSLATOR: null, SCAC: 'RS', SSI: 'RS' } as const;
const roles = Object.keys(PRIVILEGED) as (keyof typeof PRIVILEGED)[];
/** What somebody can do before the second step: it, and nothing else. Asking and signing are there for visitors too. */
const OWN_QUERIES = ['secondStep'];
const OWN_MUTATIONS = ['addAuthenticator', 'addPasskey', 'askForPasskey', 'beginAuthenticator', 'beginPasskey', 'removeAuthenticator', 'removePasskey', 'renamePasskey', 'renewRecoveryCodes', 'showCode', 'showRecoveryCode'];

const address = (role: string): string => `${role.toLowerCase()}@example.org`;
const browsers = new Map<string, Browser>();

async function counted(role: string, change: () => Promise<unknown>): Promise<unknown[]> {
  const rows = () => server().database.orm.em.fork().execute<unknown[]>('select p.locale, p.name, array(select s.id from sign_in_session s where s.person_id = p.id order by 1) as sessions from person p where email = ?', [address(role)]);
  const before = await rows();
  await change();
  expect(await rows()).toEqual(before);
  return before;
}

beforeAll(async () => {
  const em = server().database.orm.em.fork();
  for (const role of [...roles, 'EXPERT'] as const) {
    const [{ id }] = await em.execute<[{ id: string }]>(`insert into person (id, name, email, email_verified, created_at, updated_at) values (gen_random_uuid(), 'Real', ?, true, now(), now()) returning id`, [address(role)]);
    await em.execute(`insert into member (uuid, person_id, role, country_code, since) values (gen_random_uuid(), ?, ?, ?, '2026-01-01')`, [id, role, role === 'EXPERT' ? null : PRIVILEGED[role]]);
    const browser = new Browser(server());
    expect(await browser.link(links, address(role))).toBe(role !== 'EXPERT');
    browsers.set(role, browser);
  }
});

describe.each(roles)('%s before the second step', (role) => {
  test.each(Object.entries(QUERIES).filter(([name]) => !OWN_QUERIES.includes(name)))('asks %s and gets what a visitor gets', async (name, { args, select }) => {
    const document = `{ ${name}${args ? `(${args})` : ''} { ${select} } }`;
    const [own, visitors] = [await ask(server(), document, {}, browsers.get(role)!.headers), await ask(server(), document)];
    expect(own.text).toBe(visitors.text);
    expect(own.status).toBe(visitors.status);
  });

  test('does nothing that a visitor cannot do', async () => {
    await counted(role, async () => {
      for (const [name, { args, select }] of Object.entries(MUTATIONS).filter(([name]) => !OWN_MUTATIONS.includes(name) && name !== 'signOut')) {
        const document = `mutation { ${name}${args ? `(${args})` : ''} { ${select} } }`;
        const [own, visitors] = [await ask(server(), document, {}, browsers.get(role)!.headers), await ask(server(), document)];
        expect(own.text, name).toBe(visitors.text);
      }
    });
  });

  test('reads none of what is theirs by its id', async () => {
    const [row] = await server().database.orm.em.fork().execute<{ id: string }[]>('select s.id from sign_in_session s join person p on p.id = s.person_id where email = ?', [address(role)]);
    const answer = await ask(server(), 'query ($id: ID!) { node(id: $id) { id } }', { id: `SignInSession_${row!.id}` }, browsers.get(role)!.headers);
    expect(answer.data).toEqual({ node: null });
  });
});

// The control: it is the second step that is missing, and nothing else.
describe('the same people', () => {
  const QUESTION = '{ viewer { email } auditEntries(first: 1) { nodes { id } } experts(first: 100) { nodes { name } } }';

  test.each(roles)('get something else once they have shown a key: %s', async (role) => {
    const browser = browsers.get(role)!;
    const before = await browser.ask(QUESTION);
    expect((await browser.newAuthenticator()).added).toMatchObject({ isAdded: true });
    const after = await browser.ask(QUESTION);
    expect(after.data!.viewer).toEqual({ email: address(role) });
    expect(after.text).not.toBe(before.text);
    expect((await browser.ask('mutation { chooseLocale(locale: "uk") { locale } }')).data).toEqual({ chooseLocale: { locale: 'uk' } });
  });

  test('need no key where what they act as asks for none', async () => {
    expect((await browsers.get('EXPERT')!.ask(QUESTION)).data!.viewer).toEqual({ email: address('EXPERT') });
  });
});
