/** What jobs are given names nobody: it is kept by the library, past the rules of our rows, for as long as a job is. */
import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SignInLink } from '../src/accounts/index.ts';
import { queueMail } from '../src/mail/index.ts';
import { ask, testServer, UNLIMITED } from './http/harness.ts';
import { PEOPLE, signIn } from './permissions/roles.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => server().database.orm.em.fork().execute<T[]>(text, values);

const sources = globSync('src/**/*.ts', { cwd: new URL('..', import.meta.url) }).filter((file) => !/\.(?:test|fixture)\.ts$/.test(file)).map((file) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));

/** The payloads that a source declares which are neither nothing nor the key of a row. */
function declared(source: string): string[] {
  const named = new Map([...source.matchAll(/interface (\w+) \{\s+readonly id: string;\s+\}/g)].map(([, name]) => [name, 'id']));
  return [...source.matchAll(/interface JobPayloads \{([^}]*(?:\{[^}]*\}[^}]*)*?)\n {0,2}\}/g)].flatMap(([, members]) =>
    [...members!.matchAll(/'([\w.]+)': ([^;]+(?:;[^;]*\})?);/g)].filter(([, , type]) => !['object', '{ readonly id: string }', '{ readonly id?: string }', 'LinkJob'].includes(type!) && !named.has(type!)).map(([, name]) => name!));
}

/** What a source gives to jobs by hand which is not `id` alone. */
const given = (source: string): string[] => [...source.matchAll(/payload => (?!\?)(.*)/g)].map(([, what]) => what!).filter((what) => !/^json_build_object\('id', [\w.]+\)[),]/.test(what));

describe('in the code', () => {
  test('a job is given nothing, or the key of a row', () => {
    expect(sources.filter((source) => source.includes('interface JobPayloads')).length).toBeGreaterThan(8);
    expect(sources.flatMap((source) => [...declared(source), ...given(source)])).toEqual([]);
    expect(readFileSync(new URL('../src/accounts/links.ts', import.meta.url), 'utf8')).toMatch(/interface LinkJob \{\s+readonly id: string;\s+\}/);
  });

  test('it would be seen to be given more', () => {
    expect(declared(`interface JobPayloads {\n    'a.greet': { readonly person: string };\n    'a.sing': object;\n    'a.write': Letter;\n  }`)).toEqual(['a.greet', 'a.write']);
    expect(given(`add_job(identifier => 'a', payload => json_build_object('id', x.id))\nadd_job(payload => json_build_object('person', p.id))`)).toEqual([`json_build_object('person', p.id))`]);
  });
});

describe('in the database', () => {
  /** Whoever is found in what jobs were given, or in the keys they wait under: by a key of theirs or an address. */
  const named = async (): Promise<string[]> => (await sql<{ name: string }>(`
    select distinct p.name from person p join given_to_job g on position(p.id::text in g.given) > 0 or position(p.email in lower(g.given)) > 0 order by 1`)).map(({ name }) => name);

  beforeAll(async () => {
    await sql(`
      create table given_to_job (given text);
      create function note_given() returns trigger language plpgsql security definer as $$ begin
        insert into given_to_job values (concat_ws(' ', new.payload, new.key));
        return new;
      end $$;
      create trigger noted before insert on graphile_worker._private_jobs for each row execute function note_given()`);
  });

  test('links, mails and invitations are made by jobs that are given nobody', async () => {
    const scac = await signIn(server(), links, PEOPLE.scac);
    const [{ slug }] = (await sql<{ slug: string }>(`select max(slug) as slug from organisation where kind = 'NGO' and country_code = 'RS' and is_published`)) as [{ slug: string }];
    const invited = await ask(server(), 'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { outcome } }', { input: { email: PEOPLE.expert, name: 'N', role: 'NGO_COORDINATOR', locale: 'fr', submission: randomUUID(), organisation: `Organisation_${slug}` } }, scac);
    expect(invited.data).toEqual({ inviteMember: { outcome: 'SENT' } });
    await server().database.orm.em.fork().transactional((em) => queueMail(em, { to: PEOPLE.ssi, locale: 'fr', template: 'addressChanged', params: {}, key: `change ${PEOPLE.ssi}` }));
    expect((await sql('select from given_to_job')).length).toBeGreaterThanOrEqual(3);
    expect(await named()).toEqual([]);
  });

  test('one that is given somebody would be seen', async () => {
    await sql(`select graphile_worker.add_job('accounts.link', json_build_object('id', p.id)), graphile_worker.add_job('mail.forget', job_key => 'to ' || q.email) from person p, person q where p.email = ? and q.email = ?`, [PEOPLE.scac, PEOPLE.ssi]);
    expect(await named()).toHaveLength(2);
  });
});
