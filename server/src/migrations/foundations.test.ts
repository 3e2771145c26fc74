import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { collationName } from '../core/reader/index.ts';

const database = testDatabase('full');

async function value(expression: string, ...parameters: unknown[]): Promise<unknown> {
  const [row] = await database().orm.em.execute<[{ value: unknown }]>(`select ${expression} as value`, parameters);
  return row.value;
}

describe('the fold of the search', () => {
  test.each([
    ['İstanbul', 'istanbul'], ['IĞDIR', 'igdir'], ['ığdır', 'igdir'], ['Жртва трговине људима', 'zrtva trgovine ljudima'], ['žrtva trgovine ljudima', 'zrtva trgovine ljudima'],
    ['Αθήνα', 'αθηνα'], ['ΑΘΗΝΑΣ', 'αθηνασ'], ['Αθήνας', 'αθηνασ'], ['Chișinău', 'chisinau'], ['Chişinău', 'chisinau'], ['Đakovica', 'dakovica'], ['Ђаковица', 'dakovica'],
    ['ǆep', 'dzep'], ['Ѓорѓи', 'gorgi'], ['Київ', 'kiiv'], ['Пловдив', 'plovdiv'], ['Œuvre', 'oeuvre'],
  ])('makes %s and %s one', async (text, folded) => {
    expect(await value('fold(?)', text)).toBe(folded);
  });

  test('takes the marks of LIKE for letters', async () => {
    expect(await value('fold_patterns(?)', '50% a_b c\\d')).toEqual(['%50\\%%', '%a\\_b%', '%c\\\\d%']);
  });

  test('puts the longest word first, for the index', async () => {
    expect(await value('fold_patterns(?)', 'of the Žrtve')).toEqual(['%zrtve%', '%the%', '%of%']);
  });

  test('looks for nothing when only blanks are given', async () => {
    expect(await value('fold_patterns(?)', '  \t ')).toEqual([]);
  });
});

test.each([
  ['Његош и Љубљана', 'Njegoš i Ljubljana'], ['ЊЕГОШ', 'NJEGOŠ'], ['КОЊ', 'KONJ'], ['Џеп, ЏЕП, џеп', 'Džep, DŽEP, džep'], ['Ђорђе Ћирић', 'Đorđe Ćirić'],
  ['трговина људима', 'trgovina ljudima'], ['OSCE и ЕУ', 'OSCE i EU'],
])('Serbian in Latin letters: %s is %s', async (cyrillic, latin) => {
  expect(await value('serbian_latin(?)', cyrillic)).toBe(latin);
});

describe('the collations', () => {
  const sorted = (locale: (typeof LOCALE_TAGS)[number], words: string[]): Promise<unknown> =>
    value(`(select array_agg(w order by w collate "${collationName(locale)}") from unnest(?::text[]) w)`, `{${words.join(',')}}`);

  test.each([
    ['sq', ['cikël', 'çelës', 'dhomë', 'derë', 'ëndërr', 'emër']],
    ['hr', ['ćup', 'cesta', 'čaj', 'džep', 'dom', 'đak', 'ljubav', 'luk', 'njiva', 'noga']],
    ['hu', ['csak', 'cukor', 'ápol', 'alma', 'öröm', 'óra']],
    ['tr', ['ılık', 'ilaç', 'çay', 'can', 'şal', 'su']],
    ['ro', ['țară', 'tare', 'șal', 'sare', 'ânger', 'apă']],
    ['mk', ['ѓавол', 'град', 'дом', 'џеб', 'шал']],
  ] as const)('sort as %s does', async (locale, words) => {
    expect(await sorted(locale, [...words])).toEqual([...words].sort(new Intl.Collator(locale).compare));
  });

  test('exist for each of the sixteen', async () => {
    for (const locale of LOCALE_TAGS) expect(await value('exists (select from pg_collation where collname = ?)', collationName(locale))).toBe(true);
  });
});

describe('a text in its source language', () => {
  const refused = /is missing in its source language/;

  test('cannot be deleted', async () => {
    const remove = database().orm.em.execute('delete from training_session_translation x using training_session t where t.uuid = x.session_uuid and x.locale = t.source_locale');
    await expect(remove).rejects.toThrow(refused);
  });

  test('cannot be emptied', async () => {
    await expect(database().orm.em.execute(`update expert_translation x set summary = '' from expert e where e.uuid = x.expert_uuid and x.locale = e.source_locale`)).rejects.toThrow(refused);
  });

  test('cannot be left behind by naming another source language', async () => {
    await expect(database().orm.em.execute(`update recommendation set source_locale = 'tr'`)).rejects.toThrow(refused);
  });

  /** Gives somebody's text to somebody else, who loses theirs; undone. */
  const move = (): Promise<unknown> => database().orm.em.fork().transactional(async (em) => {
    const [from, to] = (await em.execute<{ uuid: string }[]>('select uuid from training_session order by uuid limit 2')) as [{ uuid: string }, { uuid: string }];
    await em.execute('delete from training_session_translation where session_uuid = ?', [to.uuid]);
    await em.execute('update training_session_translation set session_uuid = ? where session_uuid = ?', [to.uuid, from.uuid]);
    await em.execute(`update training_session t set source_locale = x.locale from training_session_translation x where t.uuid = ? and x.session_uuid = t.uuid and x.title <> ''`, [to.uuid]);
    await em.execute('set constraints all immediate');
    throw new Error('moved');
  });

  test('cannot be given to another object: that which is left without is asked for, too', async () => {
    await expect(move()).rejects.toThrow(refused);
    // The control: where only the new owner of a text is asked, the old one is left without.
    const name = 'training_session_translation_keeps_title';
    const [own] = await database().orm.em.execute<[{ text: string }]>(`select pg_get_functiondef('${name}()'::regprocedure) as text`);
    await database().orm.em.execute(own.text.replace('in (old.session_uuid, new.session_uuid)', '= new.session_uuid'));
    await expect(move()).rejects.toThrow('moved');
    await database().orm.em.execute(own.text);
  });

  test('may go together with its object', async () => {
    await database().orm.em.execute(`delete from recommendation where slug in (select slug from recommendation limit 1)`);
  });

  test('may be missing in any other language', async () => {
    await database().orm.em.execute('delete from expert_translation x using expert e where e.uuid = x.expert_uuid and x.locale <> e.source_locale');
  });
});

test('every table whose rows say their source language makes sure of a text in it', async () => {
  const rows = await database().orm.em.execute<{ table: string; guards: number }[]>(`
    select c.table_name as "table", (select count(*)::int from pg_trigger g join pg_proc p on p.oid = g.tgfoid
      where g.tgrelid = format('%I', c.table_name)::regclass and p.prosrc like '%is missing in its source language%') as guards
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name = 'source_locale' and c.table_name <> 'holiday'`);
  expect(rows.length).toBeGreaterThanOrEqual(4);
  expect(rows.filter(({ guards }) => guards === 0)).toEqual([]);
});

test('each is asked for by a statement of its own, which is planned once for each connection (PLAN_SOURCE_TEXTS)', async () => {
  const asking = await database().orm.em.execute<{ name: string; planned: boolean }[]>(`
    select g.tgname as name, p.proname = g.tgname and p.proconfig @> array['enable_seqscan=off'] as planned from pg_trigger g join pg_proc p on p.oid = g.tgfoid where p.prosrc like '%is missing in its source language%' order by 1`);
  expect(asking.length).toBeGreaterThan(50);
  expect(asking.filter(({ planned }) => !planned)).toEqual([]);
});
