/** Which sessions somebody finds that lack something in a language: only what somebody can say there, and what is still asked. */
import { beforeAll, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { cancel, create, keyOf, owner, step, translate } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

const WHOLE = { title: 'Наслов', summary: 'Кратко.', programme: ['Утро', 'Попладне'] };

/** An announced session in French that is wholly said in Macedonian. */
async function whole(): Promise<string> {
  const { session } = await create(server(), headers.adviser);
  const { id, version } = (await step(server(), headers.adviser, 'openSession', session!.id)).session!;
  expect((await translate(server(), headers.adviser, id, version, { locale: 'mk', ...WHOLE })).outcome).toBe('DONE');
  return id;
}

/** In which of these languages the translator finds that a session lacks something. */
async function lacking(id: string, locales: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const language of locales) {
    const { data } = await ask(server(), 'query ($language: Locale!) { trainingSessions(filter: { untranslatedIn: $language }, sort: LATEST, first: 100) { nodes { id } } }', { language }, headers.translator);
    if ((data!.trainingSessions as { nodes: { id: string }[] }).nodes.some((node) => node.id === id)) found.push(language);
  }
  return found;
}

test('a question is missing as long as it is asked', async () => {
  const id = await whole();
  expect(await lacking(id, ['fr', 'mk', 'sl'])).toEqual(['sl']);
  const [question] = await owner<{ uuid: string }>(server(),
    `with q as (insert into form_question (uuid, source_locale, session_uuid, key, position, kind, retention_days) values (gen_random_uuid(), 'fr', ?, gen_random_uuid(), 1, 'TEXT', 30) returning uuid),
       said as (insert into form_question_translation (question_uuid, locale, label) select uuid, 'fr', 'Question ?' from q) select uuid from q`, [keyOf(id)]);
  expect(await lacking(id, ['fr', 'mk'])).toEqual(['mk']);
  await owner(server(), 'update form_question set closed_at = now() where uuid = ?', [question!.uuid]);
  expect(await lacking(id, ['fr', 'mk'])).toEqual([]);
  await owner(server(), 'update form_question set closed_at = null where uuid = ?', [question!.uuid]);
  expect(await lacking(id, ['fr', 'mk'])).toEqual(['mk']);
});

test('why a session was called off is missing where it can be said, and not in its own language, in which nobody translates', async () => {
  const id = await whole();
  const { session } = await cancel(server(), headers.adviser, id, { en: 'The venue is taken.' });
  expect(await lacking(id, ['fr', 'mk'])).toEqual(['mk']);
  const said = (locale: string, cancelledReason: string) => translate(server(), headers.adviser, id, session!.version, { locale, ...WHOLE, cancelledReason });
  expect((await said('fr', 'La salle est prise.')).outcome).toBe('INVALID');
  expect((await said('mk', 'Салата е зафатена.')).outcome).toBe('DONE');
  expect(await lacking(id, ['fr', 'mk'])).toEqual([]);
});
