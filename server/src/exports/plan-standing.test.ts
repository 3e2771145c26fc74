/** A file says how far its plan is to be trusted: whether it is final or the best so far, how good it is, when it was searched for and taken; and nothing of where a meeting is. */
import { expect, test } from 'vitest';
import { plain } from '../core/pdf/read-pdf.fixture.ts';
import { owner } from '../missions/world.fixture.ts';
import { planFiles } from './plan-files.fixture.ts';

const files = planFiles();
const sql = (statement: string): Promise<unknown> => owner(files.server(), statement);

interface Taken {
  readonly search: { readonly state: string; readonly endedAt: string | null; readonly isOutdated: boolean };
  readonly exportedAt: string;
  readonly answer: { readonly standing: string; readonly bound: readonly number[] | null };
}

/** What is for people, as plain text, and what is for programs. */
async function taken(locale: string): Promise<{ readonly texts: readonly string[]; readonly json: Taken }> {
  const [csv, json] = [(await files.take('adviser', 'plan.csv', { locale })).text, (await files.take('adviser', 'plan.json', { locale })).text];
  return { texts: [csv, await files.calendar('adviser', { locale }), await files.paperText('adviser', { locale })].map((text) => plain(text.replaceAll('\\,', ',').replaceAll('\\;', ';'))), json: JSON.parse(json) as Taken };
}

const RUNNING = `update plan_search set state = 'RUNNING', reason = null, ended_at = null, is_solved = false, is_optimal = false`;
const STOPPED = `update plan_search set state = 'FAILED', reason = 'TIME', ended_at = now(), is_solved = false, is_optimal = false`;
const OVER = `update plan_search set state = 'DONE', reason = null, ended_at = now(), is_solved = true, is_optimal = false`;
const SAID = {
  fr: { running: 'La recherche continue. Ce qu’elle a trouvé jusqu’ici est affiché.', stopped: 'Elle a duré plus longtemps qu’une recherche ne le peut.', made: 'Établi le ', bound: /meilleur plan possible\.|n’est meilleur selon le premier critère/ },
  en: { running: 'The search goes on. What it has found so far is shown.', stopped: 'It took longer than a search may take.', made: 'Made on ', bound: /the best that is possible\.|no plan is better by the first goal|best possible plan is\./ },
  el: { running: 'Η αναζήτηση συνεχίζεται. Εμφανίζεται ό,τι έχει βρεθεί ως τώρα.', stopped: 'Κράτησε περισσότερο από όσο επιτρέπεται.', made: 'Ημερομηνία σύνταξης ', bound: /το καλύτερο δυνατό σχέδιο\.|ως προς το πρώτο κριτήριο/ },
} as const;

test.each(['fr', 'en', 'el'] as const)('in %s each file says that it is the best so far, and how good; one of a search that is over does not', async (locale) => {
  const { running, stopped, made, bound } = SAID[locale];
  await sql(RUNNING);
  const going = await taken(locale);
  await sql(STOPPED);
  const ended = await taken(locale);
  await sql(OVER);
  const over = await taken(locale);
  const says = (what: string) => ({ texts }: typeof going): readonly boolean[] => texts.map((text) => text.includes(plain(what)));
  expect([going, ended, over].map(says(running))).toEqual([[true, true, true], [false, false, false], [false, false, false]]);
  expect([going, ended, over].map(says(stopped))).toEqual([[false, false, false], [true, true, true], [false, false, false]]);
  for (const { texts } of [going, ended, over]) for (const text of texts) expect([text.includes(made), bound.test(text)]).toEqual([true, true]);
  expect([going, ended, over].map(({ json: { search: { state, endedAt }, answer: { standing } } }) => [state, endedAt !== null, standing])).toEqual([['RUNNING', false, 'BEST_SO_FAR'], ['FAILED', true, 'BEST_SO_FAR'], ['DONE', true, 'FINAL']]);
  expect([going.json.answer.bound !== undefined, going.json.search.isOutdated, Number.isNaN(Date.parse(going.json.exportedAt))]).toEqual([true, false, false]);
});

test('no file has where a meeting is, of a host who is protected or of any other', async () => {
  const canary = 'Rue du Refuge 7';
  await sql(`update meeting set place_name = '${canary}', place_address = '${canary}' where coalesce((select not o.is_protected from organisation o where o.slug = meeting.organisation_slug), true)`);
  expect(await owner(files.server(), 'select from meeting where place_name = ?', [canary])).not.toEqual([]);
  const { texts, json } = await taken('fr');
  for (const text of [...texts, JSON.stringify(json)]) expect(text).not.toContain(canary);
  // The control: what is shown is found.
  await sql(`update meeting_translation set subject = '${canary}'`);
  for (const text of (await taken('fr')).texts) expect(text).toContain(canary);
});
