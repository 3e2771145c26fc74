/** The name of a country by context: each family of texts has its own note, which the API gives with where it was read, and which stands below the lists that leave the site. */
import { beforeAll, describe, expect, test } from 'vitest';
import { get, send, testServer } from '../../test/http/harness.ts';
import { owner } from '../registrations/world.fixture.ts';

const server = testServer();
const BODIES = { GRETA: 'COUNCIL_OF_EUROPE', 'european commission': 'EU', CEDAW: 'UN', 'A body that nobody knows': null } as const;
const STARTS = { EU: 'This designation is without prejudice to positions on status, and is in line with UNSCR 1244/1999', COUNCIL_OF_EUROPE: 'All reference to Kosovo, whether to the territory', UN: 'References to Kosovo shall be understood', GENERAL: 'This designation is without prejudice to positions on status, and is in line with UNSCR 1244 and' } as const;

beforeAll(async () => {
  for (const [n, body] of Object.keys(BODIES).entries()) {
    await owner(server(), `with r as (insert into recommendation (slug, country_code, body, verb, source, source_locale, is_demonstration) values (?, 'XK', ?, 'INVITE', 'Invented for a test', 'en', true) returning slug)
      insert into recommendation_translation (recommendation_slug, locale, summary) select slug, 'en', 'Invented for a test' from r`, [`zz-name-${n}`, body]);
  }
});

/** The lines of a file of a visitor as cells, and what stands below the table. */
async function taken(address: string): Promise<{ readonly countries: readonly string[]; readonly notes: readonly string[] }> {
  const lines = (await send(server(), `/export/${address}`)).text.replace(/^\uFEFF/, '').split('\r\n').slice(0, -1).map((line) => line.slice(1, -1).split('","'));
  const country = lines[0]!.findIndex((head) => ['Country', 'Ország'].includes(head));
  const end = lines.findIndex((line) => line.every((cell) => cell === ''));
  const table = end < 0 ? lines.slice(1) : lines.slice(1, end);
  return { countries: [...new Set(table.map((line) => line[country]!))], notes: end < 0 ? [] : lines.slice(end + 1).map(([note]) => note!) };
}

describe('by the API', () => {
  test('each family has its own note, in the languages in which its wording is known, each with where it was read; most countries have none', async () => {
    const { data } = await get(server(), { locale: 'en', query: '{ xk: country(code: "XK") { nameNotes { context text { text locale isFallback } texts { locale provenance { source isVerified checkedOn } } } } rs: country(code: "RS") { nameNotes { context } } }' });
    const { xk, rs } = data as { xk: { nameNotes: { context: keyof typeof STARTS; text: { text: string; isFallback: boolean }; texts: { locale: string; provenance: { isVerified: boolean; checkedOn: string | null } }[] }[] }; rs: { nameNotes: unknown[] } };
    expect(rs.nameNotes).toEqual([]);
    expect(xk.nameNotes.map(({ context }) => context).sort()).toEqual(['COUNCIL_OF_EUROPE', 'EU', 'UN']);
    for (const { context, text, texts } of xk.nameNotes) {
      expect([context, text.text.startsWith(STARTS[context]), text.isFallback]).toEqual([context, true, false]);
      expect(texts.map(({ locale }) => locale)).toEqual(expect.arrayContaining(['en', 'fr']));
      for (const { locale, provenance } of texts) if (locale !== 'en') expect([context, locale, provenance.isVerified, provenance.checkedOn]).toEqual([context, locale, false, null]);
    }
  });

  test('one that is not known in a language is given in another and says so: nobody translates it', async () => {
    const { data } = await get(server(), { locale: 'sq', query: '{ country(code: "XK") { nameNotes { context text { locale isFallback } } } }' });
    const { nameNotes } = (data as { country: { nameNotes: { context: string; text: { locale: string; isFallback: boolean } }[] } }).country;
    expect(nameNotes.map(({ text }) => text)).toEqual(nameNotes.map(() => ({ locale: 'en', isFallback: true })));
  });

  test('a recommendation says to which family its body belongs, however its name is written; one of an unknown body to none', async () => {
    const { data } = await get(server(), { locale: 'en', query: '{ recommendations(filter: { country: "XK" }, first: 20) { nodes { body nameContext } } instruments { code nameContext } }' });
    const { recommendations, instruments } = data as { recommendations: { nodes: { body: string; nameContext: string | null }[] }; instruments: { code: string; nameContext: string | null }[] };
    expect(Object.fromEntries(recommendations.nodes.map(({ body, nameContext }) => [body, nameContext]))).toEqual(BODIES);
    expect(Object.fromEntries(instruments.map(({ code, nameContext }) => [code, nameContext]))).toEqual({ 'coe-197': 'COUNCIL_OF_EUROPE', 'dir-2011-36': 'EU', 'dir-2024-1712': 'EU', 'palermo-protocol': 'UN', untoc: 'UN', 'cedaw-6': 'UN', 'ilo-c29': 'UN', 'ilo-p29': 'UN' });
  });
});

describe('in a file', () => {
  test('the name has a star, and below the table stand the notes of the families that its lines are about, each saying whose it is', async () => {
    const { countries, notes } = await taken('instruments.csv?locale=en&country=XK');
    expect(countries).toEqual(['Kosovo*']);
    expect(notes).toEqual([expect.stringContaining(`* Council of Europe – ${STARTS.COUNCIL_OF_EUROPE}`), expect.stringContaining(`* United Nations – ${STARTS.UN}`), expect.stringContaining(`* European Union – ${STARTS.EU}`)]);
    expect((await taken('instruments.csv?locale=en&country=XK&instrument=dir-2011-36')).notes).toEqual([expect.stringContaining(`* European Union – ${STARTS.EU}`)]);
  });

  test('a body of no family has the note of all other texts, which stands before no name', async () => {
    const { notes } = await taken('recommendations.csv?locale=en&country=XK');
    expect(notes.map((note) => note.slice(0, 20)).sort()).toEqual(['* Council of Europe ', '* European Union – T', '* This designation i', '* United Nations – R']);
    await owner(server(), `delete from recommendation where slug like 'zz-name-%' and body <> 'GRETA'`);
    expect((await taken('recommendations.csv?locale=en&country=XK')).notes).toEqual([expect.stringContaining(STARTS.COUNCIL_OF_EUROPE)]);
  });

  test('a note in another language than the file names that language', async () => {
    expect((await taken('instruments.csv?locale=hu&country=XK&instrument=untoc')).notes).toEqual([expect.stringMatching(/^\* Egyesült Nemzetek Szervezete – References to Kosovo .* \(English\)$/)]);
  });

  test('the control: a list without such a country has no notes', async () => {
    expect(await taken('instruments.csv?locale=en&country=RS')).toEqual({ countries: ['Serbia'], notes: [] });
  });
});
