/** Which countries, which team, as files: each says that nothing of it is agreed or entered, and names what could be by country and theme, in the language of whoever reads it. */
import { LOCALES } from '@passerelle/shared/locales.ts';
import { expect, test } from 'vitest';
import { ADVISERS, ROLES } from '../../test/permissions/roles.ts';
import { plain, readPdf } from '../core/pdf/read-pdf.fixture.ts';
import { owner } from '../missions/world.fixture.ts';
import { MISSION_KEY } from '../plans/plans.fixture.ts';
import { planFiles } from './plan-files.fixture.ts';

const files = planFiles({ isIdea: true, mostCountries: 2 });
const FILES = ['plan.csv', 'plan.xlsx', 'plan.json', 'plan.ics', 'plan.pdf'] as const;

interface Named {
  readonly country: string;
  readonly theme: string;
  readonly key: string;
}

/** Those of the plan, by their names in a language. */
const namedIn = (locale: string): Promise<Named[]> => owner<Named>(files.server(), `select c.name || case when n.name_note is null then '' else '*' end as country, t.name as theme, a.value ->> 'key' as key from plan_search s cross join lateral jsonb_array_elements(s.assumed -> 'candidates') a
  join country_translation c on c.country_code = a.value ->> 'country' and c.locale = ? left join country_translation n on n.country_code = c.country_code and n.locale = c.locale and n.name_note is not null join theme_translation t on t.theme_code = a.value ->> 'theme' and t.locale = ?
  where a.value ->> 'key' in (select m.value ->> 'meetingId' from jsonb_array_elements(s.best -> 'meetings') m)`, [locale, locale]);

const LEADS = {
  fr: 'Ces rendez-vous ne sont ni convenus ni saisis', en: 'These meetings are not agreed, nor entered anywhere', el: 'Αυτές οι συναντήσεις δεν έχουν συμφωνηθεί ούτε καταχωριστεί',
} as const;

test('is for the adviser and their team alone, as the page is', async () => {
  for (const role of ROLES) for (const file of FILES) expect([role, file, (await files.take(role, file)).status === 200]).toEqual([role, file, ADVISERS.includes(role)]);
});

test.each(['fr', 'en', 'el'] as const)('in %s each file for people says what it is, and names each meeting that could be by its country and theme', async (locale) => {
  const named = await namedIn(locale);
  expect(named.length).toBeGreaterThan(0);
  const { text, info } = await readPdf(await files.paper('adviser', { locale }));
  expect(info.Language).toBe(LOCALES[locale].intl);
  const [csv, ics] = [(await files.take('adviser', 'plan.csv', { locale })).text, (await files.calendar('adviser', { locale })).replaceAll('\\,', ',')];
  for (const said of [text, csv, ics].map(plain)) {
    expect(said).toContain(plain(LEADS[locale]));
    for (const { country, theme } of named) expect(said).toContain(plain(`${country} – ${theme}`));
    expect(said).not.toMatch(/undefined|\[object/);
  }
});

test('a name of a theme that is not said in the language of the file has its own behind it', async () => {
  const [{ theme }] = await namedIn('en') as [Named];
  await owner(files.server(), `delete from theme_translation where locale = 'el'`);
  expect((await files.take('adviser', 'plan.csv', { locale: 'el' })).text).toContain(`– ${theme} (en)`);
});

test('in a calendar a meeting that could be is another event than any meeting, and other than that of the same country and theme in another mission', async () => {
  const [named, ics] = [await namedIn('fr'), await files.calendar('adviser')];
  const uids = [...ics.matchAll(/UID:(\S+)/g)].map(([, uid]) => uid!);
  expect(uids).toEqual(expect.arrayContaining(named.map(({ key }) => `Meeting_${MISSION_KEY}_${key}_IDEA`)));
  expect(uids.filter((uid) => uid.startsWith('Journey_')).length).toBeGreaterThan(1);
  expect(uids.every((uid) => uid.endsWith('_IDEA'))).toBe(true);
  expect(ics.split('STATUS:TENTATIVE')).toHaveLength(uids.length + 1);
});

test('the file for programs says that it is an idea', async () => {
  const { search, answer } = JSON.parse((await files.take('adviser', 'plan.json')).text) as { search: { isIdea: boolean }; answer: { standing: string } };
  expect([search.isIdea, answer.standing]).toEqual([true, 'FINAL']);
});
