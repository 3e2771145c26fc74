import { parse } from 'graphql';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, testEngine } from '../../../test/reader/engine.ts';
import { put, putBasics, putExpert, putSession, putTerm, uuid } from '../../../test/reader/fixture.ts';
import { openClient } from '../../../test/reader/rows.ts';
import { ReadEngine, VISITOR } from './index.ts';

const engine = testEngine('empty');
let client: pg.Client;
/** As those who serve requests: the rules of the tables hold for them, and keep some indexes from being asked. */
let app: pg.Client;

const TERMS: Readonly<Record<string, string>> = {
  ZRTVA: 'Žrtva trgovine ljudima', VICTIME: 'Victime de la traite des êtres humains', THYMA: 'Θύμα εμπορίας ανθρώπων', ISTANBUL: 'İstanbul ısı', ISTANBUL2: 'Istanbul isi',
  SRPSKI: 'Људи и Џеп', BULGARIAN: 'Щастие и дъщеря', UKRAINIAN: 'Їжа, ґанок і свято', MACEDONIAN: 'Ќерка и ѓавол', ROMANIAN: 'Școală și țară', HUNGARIAN: 'Őrült tűz', ALBANIAN: 'Çështje', FULL: 'ＦＵＬＬ ﬁne', GERMAN: 'Straße',
  PERCENT: '100% sure', THOUSAND: '1000 sure', UNDERSCORE: 'snake_case', SNAKE: 'snakeXcase', BACKSLASH: 'back\\slash', BACK: 'backslash', QUOTE: `it's "quoted"`,
};

beforeAll(async () => {
  client = await openClient(engine().database.owner);
  app = await openClient(engine().database.app);
  await putBasics(client);
  for (const [code, name] of Object.entries(TERMS)) await putTerm(client, code, { en: name });
});

afterAll(async () => {
  await client.end();
  await app.end();
});

const document = parse('query ($search: NonEmptyString) { terms(first: 100, filter: { search: $search }) { totalCount nodes { code } } }');

async function found(search: string): Promise<string[]> {
  const { data } = await engine().ask(document, { variables: { search } });
  const codes = at<{ code: string }[]>(data, 'terms.nodes').map(({ code }) => code);
  expect(at(data, 'terms.totalCount')).toBe(codes.length);
  return codes.sort();
}

describe('a search', () => {
  it.each([
    ['without accents', ['zrtva', 'Žrtva', 'ŽRTVA', 'ZRTVA', 'žrtvä', 'z\u030crtva'], ['ZRTVA']],
    ['without case', ['VICTIME', 'victime', 'ÊTRES', 'etres', 'e\u0302tres'], ['VICTIME']],
    ['in Cyrillic for what is Latin', ['жртва', 'ЖРТВА', 'трговине'], ['ZRTVA']],
    ['in Latin for what is Cyrillic', ['ljudi', 'Ljudi i', 'džep', 'dzep', 'DŽEP', 'људи', 'ЏЕП'], ['SRPSKI']],
    ['without tonos', ['θυμα', 'ΘΥΜΑ', 'Θύμα', 'θύμα', 'ΑΝΘΡΩΠΩΝ', 'εμποριας', 'ΕΜΠΟΡΊΑΣ'], ['THYMA']],
    ['by Bulgarian letters', ['щастие', 'дъщеря', 'štastie', 'dašterja'], ['BULGARIAN']],
    ['by Ukrainian letters', ['їжа', 'ЇЖА', 'ґанок', 'свято'], ['UKRAINIAN']],
    ['by Macedonian letters', ['ќерка', 'ѓавол', 'kerka', 'gavol'], ['MACEDONIAN']],
    ['by Romanian letters, comma or cedilla', ['școală', 'scoala', 'şcoală', 'ţară', 'tara'], ['ROMANIAN']],
    ['by Hungarian and Albanian letters', ['őrült', 'orult', 'ÖRÜLT'], ['HUNGARIAN']],
    ['by compatible forms', ['full', 'ＦＵＬＬ', 'fine', 'ﬁne'], ['FULL']],
    ['by the German sharp s', ['strasse', 'straße', 'STRASSE'], ['GERMAN']],
  ] as const)('finds words %s', async (_how, searches, expected) => {
    for (const search of searches) expect((await found(search)).filter((code) => (expected as readonly string[]).includes(code)), search).toEqual(expected);
  });

  it('takes the Turkish dotted and dotless i, small and capital, for one letter', async () => {
    for (const search of ['İstanbul', 'istanbul', 'ISTANBUL', 'ıstanbul', 'isi', 'ısı', 'ISI', 'İSİ']) expect(await found(search), search).toEqual(['ISTANBUL', 'ISTANBUL2']);
  });

  it('takes the characters of patterns for what they are', async () => {
    expect(await found('100%')).toEqual(['PERCENT']);
    expect(await found('%')).toEqual(['PERCENT']);
    expect(await found('snake_case')).toEqual(['UNDERSCORE']);
    expect(await found('_')).toEqual(['UNDERSCORE']);
    expect(await found('back\\slash')).toEqual(['BACKSLASH']);
    expect(await found('\\')).toEqual(['BACKSLASH']);
    expect(await found('\\%')).toEqual([]);
    expect(await found('％')).toEqual(['PERCENT']);
    expect(await found(`it's`)).toEqual(['QUOTE']);
    expect(await found('"quoted"')).toEqual(['QUOTE']);
  });

  it('wants all words, in any order and whatever space is between them', async () => {
    expect(await found('humains  traite\n VICTIME')).toEqual(['VICTIME']);
    expect(await found('humains traite zrtva')).toEqual([]);
    expect(await found('umain rait')).toEqual(['VICTIME']);
    expect(await found('the quick brown fox jumps over the lazy dog and then some more zebra')).toEqual([]);
  });

  it('is refused when it is empty, and finds nothing in particular when it has no letters left', async () => {
    await expect(engine().ask(document, { variables: { search: '' } })).resolves.toMatchObject({ errors: [expect.anything()] });
    await expect(engine().ask(document, { variables: { search: '  ' } })).resolves.toMatchObject({ errors: [expect.anything()] });
    expect(await found('ь')).toHaveLength(Object.keys(TERMS).length);
  });

  it('takes a long text for one too long to be found, and refuses one that is longer than any', async () => {
    expect(await found('a'.repeat(2_000))).toEqual([]);
    expect(await found('%_\\'.repeat(600))).toEqual([]);
    expect(await found('a '.repeat(1_000))).not.toEqual([]);
    await expect(found('a'.repeat(2_001))).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT', params: { maximum: 2_000 } } });
  });

  it('folds what is searched for once, not once for each row', async () => {
    await client.query(`
      begin;
      insert into term (code, domain) select 'MANY' || n, 'many' from generate_series(1, 30000) n;
      insert into term_name (term_code, locale, name) select code, 'en', 'one of many' from term where domain = 'many';
      commit`);
    try {
      const { data } = await engine().ask(document, { variables: { search: 'many '.repeat(400) } });
      expect(at(data, 'terms.totalCount')).toBe(30_000);
    } finally {
      await client.query(`delete from term where domain = 'many'`);
    }
  });

  it('reads every language of an object, with its town, acronym or name', async () => {
    await putSession(client, 1, { en: { title: 'Interviewing', summary: null }, fr: { title: 'Audition', summary: 'Écouter' } }, { town: 'Žabljak' });
    await put(client, {
      organisation: [{ slug: 'o', kind: 'NGO', acronym: 'ÀBÇ', source_locale: 'en', source: 'a test' }],
      organisation_translation: [{ organisation_slug: 'o', locale: 'en', name: 'Helpers', activity: null }, { organisation_slug: 'o', locale: 'fr', name: null, activity: 'Aide' }],
    });
    const count = async (list: string, search: string): Promise<number> => at((await engine().ask(`{ ${list}(filter: { search: "${search}" }) { totalCount } }`, { locale: 'tr' })).data, `${list}.totalCount`);
    for (const search of ['interviewing', 'ecouter', 'ecouter audition', 'zabljak', 'audition zabljak', 'interviewing жабљак']) expect(await count('trainingSessions', search), search).toBe(1);
    for (const search of ['helpers', 'aide', 'abc', 'ABC aide', 'helpers abc']) expect(await count('organisations', search), search).toBe(1);
    expect(await count('trainingSessions', 'zabljaki')).toBe(0);
  });
});

describe.each(['trainingSessions', 'experts', 'organisations', 'recommendations', 'terms'])('a search in %s', (list) => {
  it('can ask the trigram indexes of the texts, and of what stands beside them', async () => {
    let asked: { text: string; values: unknown[] } | undefined;
    const watched = new ReadEngine(engine().schema, (statement) => engine().pool.run((asked = statement)));
    await watched.execute({ document: parse(`{ ${list}(filter: { search: "audition" }) { totalCount } }`), context: { locale: 'fr', actor: VISITOR }, trusted: false });
    await app.query('begin; set local enable_seqscan = off; set local enable_indexscan = off; set local enable_indexonlyscan = off; set local plan_cache_mode = force_generic_plan');
    const { rows } = await app.query<{ 'QUERY PLAN': string }>({ text: `explain ${asked!.text}`, values: asked!.values, name: `search ${list}` });
    await app.query('rollback');
    const used = new Set(rows.flatMap((line) => / on (\w+_folded)/.exec(line['QUERY PLAN'])?.[1] ?? []));
    expect([...used].sort()).toEqual(INDEXES[list]);
  });
});

const INDEXES: Readonly<Record<string, readonly string[]>> = {
  trainingSessions: ['training_session_folded', 'training_session_translation_folded'], experts: ['expert_public_folded', 'expert_translation_folded'],
  organisations: ['organisation_folded', 'organisation_translation_folded'], recommendations: ['recommendation_translation_folded'], terms: ['term_name_folded'],
};

describe('the name of an expert who did not agree that visitors see it', () => {
  const HIDDEN = ['NETWORK', 'POST', 'ADVISER'];

  beforeAll(async () => {
    await putExpert(client, 10, { name: 'Zoé Quasimodo', name_visibility: 'PUBLIC' });
    for (const [i, visibility] of HIDDEN.entries()) await putExpert(client, 11 + i, { name: 'Zoé Quasimodo', name_visibility: visibility });
    await putSession(client, 10, { en: { title: 'taught by four' } });
    await put(client, { session_trainer: [10, 11, 12, 13].map((n) => ({ session_uuid: uuid(10), expert_uuid: uuid(n), position: n })) });
  });

  it('is in the database, and the expert is in every list', async () => {
    const { rows } = await client.query(`select count(*)::int as there from expert where name = 'Zoé Quasimodo'`);
    expect(rows).toEqual([{ there: 4 }]);
    expect((await engine().ask('{ experts { totalCount } }')).data).toEqual({ experts: { totalCount: 4 } });
  });

  it('is shown nowhere: not in lists, by id, below a session nor in a cursor', async () => {
    const names = ['Zoé Quasimodo', null, null, null];
    const { data } = await engine().ask(`query ($session: ID!, $expert: ID!) { experts { nodes { name } edges { cursor node { name } } } node(id: $expert) { ... on Expert { name } } expert(id: $expert) { name }
      trainingSession(id: $session) { trainers { name } } }`, { variables: { session: `TrainingSession_${uuid(10)}`, expert: `Expert_${uuid(11)}` } });
    expect(at<{ name: string | null }[]>(data, 'experts.nodes').map(({ name }) => name)).toEqual(names);
    expect(at<{ name: string | null }[]>(data, 'trainingSession.trainers').map(({ name }) => name)).toEqual(names);
    expect([data.node, data.expert]).toEqual([{ name: null }, { name: null }]);
    const cursors = at<{ cursor: string }[]>(data, 'experts.edges').map(({ cursor }) => Buffer.from(cursor, 'base64url').toString());
    expect(cursors.join()).not.toMatch(/zo|quasi/i);
  });

  it('is found by no search, alone or with other words, while one that is open is', async () => {
    const ids = async (search: string): Promise<unknown> => (await engine().ask('query ($search: NonEmptyString) { experts(filter: { search: $search }) { totalCount nodes { id } } }', { variables: { search } })).data.experts;
    for (const search of ['quasimodo', 'Zoé', 'zoe quasimodo', 'ЗОЕ', 'summary quasimodo', 'quasimo']) expect(await ids(search), search).toEqual({ totalCount: 1, nodes: [{ id: `Expert_${uuid(10)}` }] });
    expect(await ids('summary')).toMatchObject({ totalCount: 4 });
    expect(await ids('summary 11 quasimodo')).toMatchObject({ totalCount: 0 });
  });

  it('orders no list', async () => {
    await expect(engine().ask('{ experts(sort: NAME) { totalCount } }')).rejects.toThrow(/"NAME" does not exist in "ExpertSort"/);
    const order = async (sort: string): Promise<string[]> => at<{ id: string }[]>((await engine().ask(`{ experts(sort: ${sort}) { nodes { id } } }`)).data, 'experts.nodes').map(({ id }) => id);
    const sorts = ['PROFESSION', 'LAST_MISSION'];
    const before = await Promise.all(sorts.map(order));
    await client.query(`update expert set name = 'Aaron Aaronson' where uuid = $1`, [uuid(13)]);
    expect(await Promise.all(sorts.map(order))).toEqual(before);
  });
});
