/** Whoever waits is told what for, in words of their language, and on the page; a place that becomes free is offered to the first who can have that one. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn, signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { act, addSession, idOf, mailsTo, owner, type PersonWanted, register, rowsOf } from './world.fixture.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
let headers: Headers;
let albanian: Record<string, string>;
let [ngo, elsewhere, law, health] = ['', '', '', ''];
let n = 0;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const address = (): string => `why${(n += 1)}@ngo.example`;
const nextSession = (places: number, more: { format?: string; needsValidation?: boolean } = {}): Promise<string> => addSession(server(), { places, inDays: 30 + (n += 1), ...more });
const addQuota = (session: string, kind: string, key: string, places: number): Promise<unknown> => sql('insert into session_quota (uuid, session_uuid, kind, key, places) values (gen_random_uuid(), ?, ?, ?, ?)', [session, kind, key, places]);
const ours = (session: string, ...people: PersonWanted[]) => register(server(), headers.ngoCoordinator, { session, organisation: ngo, people });

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  albanian = await signIn(server(), links, 'ngo-coordinator.al@passerelle.example');
  [ngo, elsewhere] = [await ngoOf(server(), 'RS'), await ngoOf(server(), 'AL')];
  await sql(`update person set locale = 'en' where email = ?`, [PEOPLE.ngoCoordinator]);
  [law, health] = (await sql<{ code: string }>('select code from profession order by code limit 2')).map(({ code }) => code) as [string, string];
});
beforeEach(() => sql('delete from mail'));

/** A session in which whoever is registered next by us waits for a reason, and how they take part. */
interface Held {
  readonly session: string;
  readonly person?: Partial<PersonWanted>;
  /** What is done once they are registered, so that they wait. */
  readonly next?: (email: string) => Promise<unknown>;
}

async function oneOf(kind: string, key: string, person: Partial<PersonWanted> = {}, more: { format?: string } = {}): Promise<Held> {
  const session = await nextSession(9, more);
  await addQuota(session, kind, key, 1);
  await ours(session, { email: address(), ...person });
  return { session, person };
}

/** Why, how it comes to that for `email`, and how it is said. */
const REASONS: Readonly<Record<string, { readonly passedOver?: string; readonly held: (email: string) => Promise<Held>; readonly fr: string; readonly en: string; readonly uk: string }>> = {
  FULL: {
    held: async () => ({ session: await nextSession(0) }),
    fr: 'Toutes les places sont prises.', en: 'All places are taken.', uk: 'Усі місця зайняті.',
  },
  OTHERS: {
    // Somebody could have the place that was added, and has not been offered it yet.
    async held() {
      const session = await nextSession(0);
      await ours(session, { email: address() });
      await sql('update training_session set places = 1 where uuid = ?', [session]);
      return { session };
    },
    fr: 'D’autres personnes attendent depuis plus longtemps.', en: 'Others have been waiting for longer.', uk: 'Інші чекають довше.',
  },
  COUNTRY: { held: () => oneOf('COUNTRY', 'RS'), fr: 'Les places pour ce pays sont prises.', en: 'The places for this country are taken.', uk: 'Місця для цієї країни зайняті.' },
  SECTOR: {
    held: () => oneOf('SECTOR', 'CIVIL_SOCIETY'), fr: 'Les places pour les personnes qui travaillent pour ce type d’organisme sont prises.', en: 'The places for people who work for such bodies are taken.',
    uk: 'Місця для тих, хто працює в таких органах чи організаціях, зайняті.',
  },
  PROFESSION: { held: () => oneOf('PROFESSION', '', { profession: law }), fr: 'Les places pour cette profession sont prises.', en: 'The places for this profession are taken.', uk: 'Місця для цієї професії зайняті.' },
  ON_SITE: { passedOver: 'MODE', held: () => oneOf('MODE', 'ON_SITE', { mode: 'ON_SITE' }, { format: 'HYBRID' }), fr: 'La capacité d’accueil sur place est atteinte.', en: 'The places on site are taken.', uk: 'Місця для очної участі зайняті.' },
  ONLINE: { passedOver: 'MODE', held: () => oneOf('MODE', 'ONLINE', { mode: 'ONLINE' }, { format: 'HYBRID' }), fr: 'Les places en ligne sont prises.', en: 'The places online are taken.', uk: 'Місця для участі онлайн зайняті.' },
  OVERLAP: {
    async held(email) {
      const session = await nextSession(9);
      await ours(await addSession(server(), { places: 9, inDays: 30 + n }), { email });
      return { session };
    },
    fr: 'Cette personne a une place dans une autre session au même moment.', en: 'They have a place in another session at the same time.', uk: 'Ця особа має місце на іншому заході в той самий час.',
  },
  NO_PROFESSION: {
    async held() {
      const session = await nextSession(9, { needsValidation: true });
      return {
        session,
        async next(email) {
          await addQuota(session, 'PROFESSION', '', 1);
          await act(server(), headers.scac, 'validateRegistration', await idOf(server(), session, email));
        },
      };
    },
    fr: 'Les places sont comptées par profession et celle de cette personne n’est pas indiquée.', en: 'Places are counted by profession, and this person’s is not given.', uk: 'Місця рахують за професіями, а професію цієї особи не вказано.',
  },
};

const RANK = { fr: 'Rang sur la liste d’attente', en: 'Position on the waiting list', uk: 'Номер у списку очікування' } as const;
const cases = Object.keys(REASONS).flatMap((reason) => (['fr', 'en', 'uk'] as const).map((locale) => [reason, locale] as const));

test.each(cases)('who waits for %s is told so in %s', { timeout: 30_000 }, async (reason, locale) => {
  const { held: prepare, passedOver = reason, ...sentences } = REASONS[reason]!;
  const email = address();
  const { session, person, next } = await prepare(email);
  await sql('delete from mail');
  await ours(session, { email, locale, ...person });
  await next?.(email);
  const mail = (await mailsTo(server(), email)).at(-1)!;
  expect([mail.locale, mail.text]).toEqual([locale, expect.stringMatching(new RegExp(`\n${sentences[locale]}.*${RANK[locale]}.*: [12]\n`))]);
  // Whoever registered them reads it in the same mail in which all are told of.
  expect((await mailsTo(server(), PEOPLE.ngoCoordinator)).map(({ text }) => text).join('\n')).toContain(sentences.en);
  const { data } = await ask(server(), 'query ($session: ID!) { registrations(filter: { session: $session, states: [WAITING] }) { nodes { passedOver participant { email } } } }', { session: `TrainingSession_${session}` }, headers.adviser);
  const seen = (data!.registrations as { nodes: { passedOver: string | null; participant: { email: string } }[] }).nodes.find((node) => node.participant.email === email);
  // Of the place that others could have had, one was offered it in the same breath: all are taken now.
  expect(seen).toMatchObject({ passedOver: reason === 'OTHERS' ? 'FULL' : passedOver });
});

describe('a place that becomes free goes to the first who can have that one,', () => {
  /** By what is counted: who counts among those with one place, and who does not. */
  const KINDS: Readonly<Record<string, { readonly key: () => string; readonly format?: string; readonly within: Come; readonly beside: Come }>> = {
    COUNTRY: { key: () => 'RS', within: (session, email) => ours(session, { email }), beside: (session, email) => register(server(), albanian, { session, organisation: elsewhere, people: [{ email }] }) },
    SECTOR: { key: () => 'CIVIL_SOCIETY', within: (session, email) => ours(session, { email }), beside: (session, email) => register(server(), headers.authority, { session, organisation: null, country: 'RS', people: [{ email }] }) },
    PROFESSION: { key: () => law, within: (session, email) => ours(session, { email, profession: law }), beside: (session, email) => ours(session, { email, profession: health }) },
    MODE: { key: () => 'ON_SITE', format: 'HYBRID', within: (session, email) => ours(session, { email, mode: 'ON_SITE' }), beside: (session, email) => ours(session, { email, mode: 'ONLINE' }) },
  };
  type Come = (session: string, email: string) => Promise<unknown>;

  test.each(Object.keys(KINDS))('by %s', async (kind) => {
    const { key, format, within, beside } = KINDS[kind]!;
    const session = await nextSession(2, { ...(format && { format }) });
    await addQuota(session, kind, key(), 1);
    const [held, waits, other, last] = [address(), address(), address(), address()];
    for (const [come, email] of [[within, held], [within, waits], [beside, other], [beside, last]] as const) await come(session, email);
    const stateOf = async (email: string): Promise<string> => (await rowsOf(server(), session)).findLast((row) => row.email === email)!.state;
    expect(await Promise.all([held, waits, other, last].map(stateOf))).toEqual(['CONFIRMED', 'WAITING', 'CONFIRMED', 'WAITING']);
    // Leaves what is counted as it is: the first who waits cannot have that place.
    const by = kind === 'COUNTRY' ? albanian : kind === 'SECTOR' ? headers.authority : headers.ngoCoordinator;
    await act(server(), by, 'withdrawRegistration', await idOf(server(), session, other));
    expect(await Promise.all([waits, last].map(stateOf))).toEqual(['WAITING', 'OFFERED']);
    await act(server(), headers.ngoCoordinator, 'withdrawRegistration', await idOf(server(), session, held));
    expect(await Promise.all([waits, last].map(stateOf))).toEqual(['OFFERED', 'OFFERED']);
  });
});
