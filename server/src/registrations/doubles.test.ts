/** Somebody who was registered under two names or addresses: proposed, or said to be two. */
import { describe, expect, test } from 'vitest';
import { ask } from '../../test/http/harness.ts';
import { type Headers, PEOPLE } from '../../test/permissions/roles.ts';
import { doublesWorld } from './doubles.fixture.ts';
import { register } from './world.fixture.ts';

const { server, headers, sql, nextSession, enter, whoIs, merge, separate } = doublesWorld();

interface Double { readonly isSameAddress: boolean; readonly first: { readonly name: string } | null; readonly second: { readonly name: string } | null }
const proposed = async (role: keyof Headers = 'adviser'): Promise<Double[]> =>
  ((await ask(server(), '{ likelyDoubles(first: 100) { nodes { isSameAddress first { name } second { name } } } }', {}, headers()[role])).data!.likelyDoubles as { nodes: Double[] }).nodes;
const isProposed = async (name: string, role: keyof Headers = 'adviser'): Promise<boolean> => (await proposed(role)).some(({ first, second }) => first?.name === name || second?.name === name);

describe('likely doubles', () => {
  test('are those of one country whose names are alike, in whatever alphabet and order; and those of one address', async () => {
    const session = await nextSession();
    await enter(session, 'marija1@ngo.example', { name: 'Marija Đorđević Kovač' });
    await enter(session, 'marija2@ngo.example', { name: 'Ковач, Марија Ђорђевић' });
    await enter(session, 'marija3@ngo.example', { name: 'Nikola Stanković' });
    expect(await isProposed('Ковач, Марија Ђорђевић')).toBe(true);
    expect(await isProposed('Nikola Stanković')).toBe(false);
    expect((await proposed()).find(({ first }) => first?.name.startsWith('Ковач'))).toMatchObject({ isSameAddress: false, first: { name: 'Ковач, Марија Ђорђевић' }, second: { name: 'Marija Đorđević Kovač' } });
    await register(server(), headers().international, { session, organisation: (await sql<{ slug: string }>(`select m.organisation_slug as slug from member m join person p on p.id = m.person_id where p.email = ?`, [PEOPLE.international]))[0]!.slug, country: 'RS', people: [{ email: 'marija3@ngo.example', name: 'N. S.' }] });
    expect((await proposed()).find(({ first }) => first?.name === 'N. S.')).toMatchObject({ isSameAddress: true, second: { name: 'Nikola Stanković' } });
  });

  test('are shown to the adviser, to their team and to the embassy of the country, and to nobody else', async () => {
    for (const role of ['adviser', 'assistant', 'scac', 'ssi'] as const) expect([role, await isProposed('Marija Đorđević Kovač', role)]).toEqual([role, true]);
    for (const role of ['scacElsewhere', 'ngoCoordinator', 'expert', 'translator', 'visitor'] as const) expect([role, await isProposed('Marija Đorđević Kovač', role)]).toEqual([role, false]);
  });

  test('are reached by their id by the same people, and by nobody else', async () => {
    const [row] = ((await ask(server(), '{ likelyDoubles(first: 1) { nodes { id } } }', {}, headers().adviser)).data!.likelyDoubles as { nodes: { id: string }[] }).nodes;
    const node = async (role: keyof Headers): Promise<unknown> => (await ask(server(), 'query ($id: ID!) { node(id: $id) { id } }', { id: row!.id }, headers()[role])).data!.node;
    for (const role of ['adviser', 'scac'] as const) expect(await node(role)).toEqual(row);
    for (const role of ['scacElsewhere', 'ngoCoordinator', 'expert', 'visitor'] as const) expect(await node(role)).toBeNull();
  });

  test('who are said to be two are not proposed again, whoever is made one with them', async () => {
    const [one, other] = [await whoIs('marija1@ngo.example'), await whoIs('marija2@ngo.example')];
    expect(await separate(one, other, 'ngoCoordinator')).toBe('NOT_ALLOWED');
    expect(await separate(one, other, 'scacElsewhere')).toBe('GONE');
    expect(await separate(other, one, 'scac')).toBe('DONE');
    expect(await separate(one, other, 'adviser')).toBe('DONE');
    expect(await isProposed('Marija Đorđević Kovač')).toBe(false);
    await enter(await nextSession(), 'marija4@ngo.example', { name: 'Marija Đorđević Kovač' });
    expect(await merge(await whoIs('marija4@ngo.example'), one)).toBe('DONE');
    expect(await isProposed('Marija Đorđević Kovač')).toBe(false);
    expect(await sql(`select action, (select email from person where id = by_id) as by from audit_entry where subject = 'PARTICIPANT' and part is null`)).toEqual([{ action: 'ADDED', by: PEOPLE.scac }]);
  });

  test('are not those of a word that more than 200 people of a country have', async () => {
    const add = (from: number, to: number) => sql(`insert into participant (uuid, organisation_slug, country_code, sector, name, email, locale) select gen_random_uuid(), null, 'RS', 'AUTHORITY', 'Frequentia', 'frequent' || i || '@ngo.example', 'fr' from generate_series(?::int, ?::int) i`, [from, to]);
      await add(1, 2);
    expect(await isProposed('Frequentia')).toBe(true);
    await add(3, 201);
    expect(await isProposed('Frequentia')).toBe(false);
  });
});
