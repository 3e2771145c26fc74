/** What people decide about a session, and its translations, by the API. */
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { type Back, cancel, create, keyOf, owner, SESSION, step, translate, update } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

type Session = NonNullable<Back['session']>;

async function announced(changes: object = {}): Promise<Session> {
  const { session } = await create(server(), headers.adviser, { ...changes });
  return (await step(server(), headers.adviser, 'openSession', session!.id)).session!;
}

/** The state and the texts that a visitor is shown in a language; null for nothing. */
async function shownIn(locale: string, id: string): Promise<unknown> {
  const response = await fetch(`${server().address.replace('localhost', '127.0.0.1')}/graphql?locale=${locale}`, {
    method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'query ($id: ID!) { trainingSession(id: $id) { state title { text locale isOutdated } cancelledReason { text locale } can { edit register } } }', variables: { id } }),
  });
  return ((await response.json()) as { data: { trainingSession: unknown } }).data.trainingSession;
}

/** Moves a session in time as no request can. */
const move = (id: string, starts: string, ends: string): Promise<unknown> =>
  owner(server(), `update training_session set registration_until = null, starts_at = now() + ?::interval, ends_at = now() + ?::interval where uuid = ?`, [starts, ends, keyOf(id)]);

describe('a session', () => {
  test('is announced, closed, opened again, called off and put away; what is so already stays so', async () => {
    const { session } = await create(server(), headers.adviser);
    const { id } = session!;
    const states: string[] = [];
    const go = async (act: Parameters<typeof step>[2]): Promise<void> => {
      const [first, again] = [await step(server(), headers.adviser, act, id), await step(server(), headers.adviser, act, id)];
      expect([first.outcome, again.outcome, again.session!.version]).toEqual(['DONE', 'DONE', first.session!.version]);
      states.push(again.session!.state);
    };
    expect(await shownIn('fr', id)).toBeNull();
    await go('openSession');
    expect(await shownIn('fr', id)).toMatchObject({ state: 'OPEN', title: { text: SESSION.title } });
    await go('closeSession');
    await go('reopenSession');
    expect((await cancel(server(), headers.adviser, id, { fr: 'La salle est prise.' })).session!.state).toBe('CANCELLED');
    await go('archiveSession');
    expect(states).toEqual(['OPEN', 'CLOSED', 'OPEN', 'ARCHIVED']);
    expect(await shownIn('fr', id)).toMatchObject({ state: 'ARCHIVED', cancelledReason: { text: 'La salle est prise.' } });
  });

  test.each([
    ['is not announced when it has begun', 'DRAFT', '-1 hour', '1 hour', 'openSession'],
    ['is not closed when it has begun', 'OPEN', '-1 hour', '1 hour', 'closeSession'],
    ['is not opened again when it has begun', 'CLOSED', '-1 hour', '1 hour', 'reopenSession'],
    ['is not put away before it is over', 'OPEN', '-1 hour', '1 hour', 'archiveSession'],
    ['is not put away while it is a draft', 'DRAFT', '1 hour', '2 hours', 'archiveSession'],
    ['is not thrown away once it is announced', 'OPEN', '1 hour', '2 hours', 'discardSession'],
    ['is not announced again once it was called off', 'CANCELLED', '1 hour', '2 hours', 'openSession'],
  ] as const)('%s', async (_what, stage, starts, ends, act) => {
    const { session } = await create(server(), headers.adviser);
    if (stage === 'CANCELLED') await owner(server(), `update training_session_translation set cancelled_reason = 'x' where session_uuid = ?`, [keyOf(session!.id)]);
    await owner(server(), 'update training_session set stage = ? where uuid = ?', [stage, keyOf(session!.id)]);
    await move(session!.id, starts, ends);
    expect((await step(server(), headers.adviser, act, session!.id)).outcome).toBe('TOO_LATE');
    expect(await owner(server(), 'select stage from training_session where uuid = ?', [keyOf(session!.id)])).toEqual([{ stage }]);
  });

  test('runs and is over by the clock', async () => {
    const { id } = await announced();
    await move(id, '-1 hour', '1 hour');
    expect(await shownIn('en', id)).toMatchObject({ state: 'RUNNING' });
    await move(id, '-2 hours', '-1 hour');
    expect(await shownIn('en', id)).toMatchObject({ state: 'DONE' });
    expect((await update(server(), headers.adviser, id, 2, { places: 1 })).outcome).toBe('TOO_LATE');
    expect((await step(server(), headers.adviser, 'archiveSession', id)).session!.state).toBe('ARCHIVED');
  });

  test('takes people while it is open, until its deadline', async () => {
    const { id } = await announced();
    const can = async (): Promise<unknown> => ((await ask(server(), 'query ($id: ID!) { trainingSession(id: $id) { can { register } } }', { id }, headers.ngoCoordinator)).data!.trainingSession as { can: { register: boolean } }).can.register;
    expect(await can()).toBe(true);
    await owner(server(), 'update training_session set registration_until = now() where uuid = ?', [keyOf(id)]);
    expect(await can()).toBe(false);
    expect(await shownIn('fr', id)).toMatchObject({ state: 'CLOSED' });
    await owner(server(), 'update training_session set registration_until = null where uuid = ?', [keyOf(id)]);
    await step(server(), headers.adviser, 'closeSession', id);
    expect(await can()).toBe(false);
  });

  test('that is a draft is thrown away with all that belongs to it', async () => {
    const { session } = await create(server(), headers.scac, { country: 'RS' });
    expect((await step(server(), headers.scacElsewhere, 'discardSession', session!.id)).outcome).toBe('GONE');
    expect(await step(server(), headers.scac, 'discardSession', session!.id)).toMatchObject({ outcome: 'DONE', session: null });
    expect(await owner(server(), 'select from training_session_translation where session_uuid = ?', [keyOf(session!.id)])).toEqual([]);
    expect((await step(server(), headers.scac, 'discardSession', session!.id)).outcome).toBe('GONE');
  });

  test.each(['openSession', 'closeSession', 'archiveSession'] as const)('of another country: %s is not theirs to do', async (act) => {
    const { id } = await announced({ country: 'RS' });
    expect((await step(server(), headers.scacElsewhere, act, id)).outcome).toBe('NOT_ALLOWED');
    expect((await cancel(server(), headers.scacElsewhere, id, { fr: 'Parce que.' })).outcome).toBe('NOT_ALLOWED');
    expect((await translate(server(), headers.scacElsewhere, id, 2, { locale: 'sq', title: 'T' })).outcome).toBe('NOT_ALLOWED');
  });
});

describe('a session that is called off', () => {
  test('says why in each of the languages, and the nearest one elsewhere', async () => {
    const { id } = await announced();
    await cancel(server(), headers.adviser, id, { fr: 'La salle est prise.', mk: 'Салата е зафатена.', en: 'The venue is taken.' });
    const reason = async (locale: string): Promise<unknown> => ((await shownIn(locale, id)) as { cancelledReason: unknown }).cancelledReason;
    expect(await Promise.all(['fr', 'mk', 'en', 'sq'].map(reason))).toEqual([
      { text: 'La salle est prise.', locale: 'fr' }, { text: 'Салата е зафатена.', locale: 'mk' }, { text: 'The venue is taken.', locale: 'en' }, { text: 'The venue is taken.', locale: 'en' },
    ]);
    expect(await owner(server(), 'select sequence from training_session where uuid = ?', [keyOf(id)])).toEqual([{ sequence: 1 }]);
  });

  test.each([
    ['no reason', {}, 'MISSING'], ['a reason of spaces', { fr: ' \n ' }, 'MISSING'], ['a reason that not everybody finds', { mk: 'Салата е зафатена.' }, 'MISSING'],
    ['a reason that is too long', { fr: 'x'.repeat(1_001) }, 'TOO_LONG'],
  ])('is not for %s', async (_what, reasons, fault) => {
    const { id } = await announced();
    const { outcome, faults } = await cancel(server(), headers.adviser, id, reasons as Record<string, string>);
    expect([outcome, faults.map((one) => `${one.field} ${one.fault}`)]).toEqual(['INVALID', [`CANCELLED_REASON ${fault}`]]);
    expect(await shownIn('fr', id)).toMatchObject({ state: 'OPEN', cancelledReason: null });
  });

  test('is not for a reason that tells who a victim is', async () => {
    const { id } = await announced();
    await expect(cancel(server(), headers.adviser, id, { fr: 'Une jeune fille de 16 ans de Tirana, +355 69 234 5678.' })).rejects.toThrow('VICTIM_DATA');
    expect(await shownIn('fr', id)).toMatchObject({ state: 'OPEN' });
  });

  test('has no state without a reason: the database itself refuses it', async () => {
    const { id } = await announced();
    await expect(owner(server(), `update training_session set stage = 'CANCELLED' where uuid = ?`, [keyOf(id)])).rejects.toThrow(/called off for a reason/);
    await cancel(server(), headers.adviser, id, { fr: 'La salle est prise.' });
    await expect(owner(server(), `update training_session_translation set cancelled_reason = null where session_uuid = ?`, [keyOf(id)])).rejects.toThrow(/called off for a reason/);
  });

  test('is not changed, but its reason is translated', async () => {
    const { id } = await announced();
    const { session } = await cancel(server(), headers.adviser, id, { fr: 'La salle est prise.' });
    expect((await update(server(), headers.adviser, id, session!.version, { places: 1 })).outcome).toBe('TOO_LATE');
    expect((await translate(server(), headers.adviser, id, session!.version, { locale: 'mk', cancelledReason: 'Салата е зафатена.' })).outcome).toBe('DONE');
    expect(await shownIn('mk', id)).toMatchObject({ cancelledReason: { text: 'Салата е зафатена.', locale: 'mk' }, title: { locale: 'fr' } });
  });
});

describe('the list of sessions', () => {
  test('tells what was called off from what was held, also once both are put away; visitors read the same', async () => {
    const [held, off, offAndPutAway, putAway] = [await announced(), await announced(), await announced(), await announced()].map(({ id }) => id) as [string, string, string, string];
    for (const id of [off, offAndPutAway]) await cancel(server(), headers.adviser, id, { fr: 'La salle est prise.' });
    for (const id of [held, off, offAndPutAway, putAway]) await move(id, '-2 hours', '-1 hour');
    for (const id of [offAndPutAway, putAway]) expect((await step(server(), headers.adviser, 'archiveSession', id)).session!.state).toBe('ARCHIVED');
    const found = async (filter: string): Promise<string[]> => {
      const { data } = await ask(server(), `{ trainingSessions(first: 100, sort: LATEST, filter: { ${filter} }) { nodes { id } } }`);
      const ids = (data!.trainingSessions as { nodes: { id: string }[] }).nodes.map(({ id }) => id);
      return [held, off, offAndPutAway, putAway].filter((id) => ids.includes(id));
    };
    expect(await found('states: [DONE, ARCHIVED], isCalledOff: false')).toEqual([held, putAway]);
    expect(await found('states: [DONE, CANCELLED, ARCHIVED], isCalledOff: true')).toEqual([off, offAndPutAway]);
    expect(await found('states: [DONE, ARCHIVED]'), 'the control').toEqual([held, offAndPutAway, putAway]);
  });
});

describe('a translation', () => {
  test('is shown to its readers, outdated once the source says something else, and not once it is made again', async () => {
    const { id } = await announced();
    const made = await translate(server(), headers.adviser, id, 2, { locale: 'mk', title: 'Препознавање жртви' });
    expect(made).toMatchObject({ outcome: 'DONE', session: { version: 3 } });
    const title = async (): Promise<unknown> => ((await shownIn('mk', id)) as { title: unknown }).title;
    expect(await title()).toEqual({ text: 'Препознавање жртви', locale: 'mk', isOutdated: false });
    await update(server(), headers.adviser, id, 3, { title: 'Reconnaître les victimes' });
    expect(await title()).toMatchObject({ isOutdated: true });
    await translate(server(), headers.adviser, id, 4, { locale: 'mk', title: 'Препознавање жртви' });
    expect(await title()).toMatchObject({ isOutdated: false });
  });

  test('of who has read an older version is not written over another', async () => {
    const { id } = await announced();
    await translate(server(), headers.adviser, id, 2, { locale: 'mk', title: 'Прв' });
    const second = await translate(server(), headers.assistant, id, 2, { locale: 'mk', title: 'Втор' });
    expect([second.outcome, second.session!.texts.find(({ locale }) => locale === 'mk')!.title]).toEqual(['CONFLICT', 'Прв']);
  });

  test('that is emptied is gone, and the nearest language is shown', async () => {
    const { id } = await announced();
    await translate(server(), headers.adviser, id, 2, { locale: 'mk', title: 'Прв' });
    expect((await translate(server(), headers.adviser, id, 3, { locale: 'mk' })).session!.texts.map(({ locale }) => locale)).toEqual(['fr']);
    expect(await shownIn('mk', id)).toMatchObject({ title: { locale: 'fr' } });
  });

  test('is not of the language in which it was first written', async () => {
    const { id } = await announced();
    expect(await translate(server(), headers.adviser, id, 2, { locale: 'fr', title: 'T' })).toMatchObject({ outcome: 'INVALID', faults: [{ field: 'LOCALE', fault: 'NOT_HERE' }] });
  });

  test('becomes what the session is first written in, and outdates nothing where it says the same', async () => {
    const { id } = await announced();
    await translate(server(), headers.adviser, id, 2, { locale: 'en', title: 'Spotting victims', summary: 'Indicators.' });
    const { session } = await update(server(), headers.adviser, id, 3, { sourceLocale: 'en', title: 'Spotting victims', summary: 'Indicators.', programme: [] });
    expect(session!.texts.map(({ locale, isSource, isOutdated }) => [locale, isSource, isOutdated])).toEqual([['en', true, false], ['fr', false, false]]);
  });
});

describe('the trail', () => {
  test('tells who did what to which session, with before and after', async () => {
    await owner(server(), 'delete from audit_entry');
    const { session } = await create(server(), headers.scac, { country: 'RS' });
    const { id } = session!;
    await update(server(), headers.scac, id, 1, { country: 'RS', places: 25, title: 'Un autre titre', audiences: ['NGOS'] });
    await step(server(), headers.scac, 'openSession', id);
    await translate(server(), headers.adviser, id, 3, { locale: 'mk', title: 'Наслов' });
    await cancel(server(), headers.adviser, id, { fr: 'La salle est prise.' });
    const { data } = await ask(server(), '{ auditEntries(first: 100, filter: { subjects: [TRAINING_SESSION] }) { nodes { action by { email } part before after session { id } } } }', {}, headers.adviser);
    const entries = (data!.auditEntries as { nodes: { action: string; by: { email: string }; part: string | null; before: string | null; after: string | null; session: { id: string } | null }[] }).nodes;
    expect(entries.every((entry) => entry.session?.id === id)).toBe(true);
    expect(entries.map(({ action, by, part, before, after }) => [action, by.email, part, before, after].join(' | ')).sort()).toEqual([
      `ADDED | ${PEOPLE.scac} |  |  | `,
      `CHANGED | ${PEOPLE.adviser} | cancelled_reason.fr |  | La salle est prise.`,
      `CHANGED | ${PEOPLE.adviser} | stage | OPEN | CANCELLED`,
      `CHANGED | ${PEOPLE.adviser} | title.mk |  | Наслов`,
      `CHANGED | ${PEOPLE.scac} | audience | POLICE | `,
      `CHANGED | ${PEOPLE.scac} | places | 20 | 25`,
      `CHANGED | ${PEOPLE.scac} | stage | DRAFT | OPEN`,
      `CHANGED | ${PEOPLE.scac} | title.fr | ${SESSION.title} | Un autre titre`,
    ].sort());
  });
});
