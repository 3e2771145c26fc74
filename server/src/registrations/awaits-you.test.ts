/** What waits for somebody: a place that is offered for who registered them, a validation for the embassy; the most pressing first. */
import { beforeAll, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn, signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { act, addSession, idOf, owner, register } from './world.fixture.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
let headers: Headers;
let albanian: Record<string, string>;

const WAITING = 'query ($states: [RegistrationState!], $sort: RegistrationSort!) { registrations(filter: { awaitsYou: true, states: $states }, sort: $sort, first: 100) { totalCount nodes { id session { id } can { answerOffer validate } } } }';
interface Found { readonly totalCount: number; readonly nodes: readonly { readonly id: string; readonly session: { readonly id: string }; readonly can: { readonly answerOffer: boolean; readonly validate: boolean } }[] }

/** The registrations of these sessions that wait for somebody. */
async function awaiting(by: Record<string, string>, states: readonly string[] | null, sessions: readonly string[], sort = 'DEADLINE'): Promise<Found['nodes']> {
  const { nodes } = (await ask(server(), WAITING, { states, sort }, by)).data!.registrations as Found;
  return nodes.filter(({ session }) => sessions.includes(session.id.replace('TrainingSession_', '')));
}

/** A session of which a place is offered to the second of two people of an organisation, until so many hours from now. */
async function offered(name: string, hours: number): Promise<{ readonly session: string; readonly id: string }> {
  const session = await addSession(server(), { places: 1 });
  await register(server(), headers.ngoCoordinator, { session, organisation: await ngoOf(server(), 'RS'), people: ['first', 'second'].map((one) => ({ email: `${name}-${one}@ngo.example` })) });
  await act(server(), headers.ngoCoordinator, 'withdrawRegistration', await idOf(server(), session, `${name}-first@ngo.example`));
  const id = await idOf(server(), session, `${name}-second@ngo.example`);
  await owner(server(), `update registration set offered_until = now() + make_interval(hours => ?) where uuid = ?`, [hours, id]);
  return { session, id: `Registration_${id}` };
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  albanian = await signIn(server(), links, 'ngo-coordinator.al@passerelle.example');
});

test('places that are offered wait for those who registered for the same organisation, the one that lapses soonest first, and for nobody else', async () => {
  const [later, sooner] = [await offered('later', 30), await offered('sooner', 3)];
  const sessions = [later.session, sooner.session];
  for (const role of ['ngoCoordinator', 'ngoMember'] as const) {
    const found = await awaiting(headers[role], ['OFFERED', 'AWAITING_VALIDATION'], sessions);
    expect([role, found.map(({ id }) => id)]).toEqual([role, [sooner.id, later.id]]);
    expect(found.every(({ can }) => can.answerOffer)).toBe(true);
  }
  for (const role of ['scac', 'scacElsewhere', 'adviser', 'assistant', 'authority', 'international', 'translator', 'expert', 'visitor'] as const) {
    expect([role, await awaiting(headers[role], ['OFFERED'], sessions)]).toEqual([role, []]);
  }
  expect(await awaiting(albanian, ['OFFERED'], sessions)).toEqual([]);
  expect(await act(server(), headers.ngoCoordinator, 'acceptOffer', sooner.id.replace('Registration_', ''))).toBe('DONE CONFIRMED');
  expect((await awaiting(headers.ngoCoordinator, ['OFFERED'], sessions)).map(({ id }) => id)).toEqual([later.id]);
});

test('without states what waits with an offer comes first, whatever was offered and accepted before', async () => {
  const [accepted, lapsed, open] = [await offered('accepted', 1), await offered('lapsed', 2), await offered('open', 20)];
  await act(server(), headers.ngoCoordinator, 'acceptOffer', accepted.id.replace('Registration_', ''));
  await act(server(), headers.ngoCoordinator, 'declineOffer', lapsed.id.replace('Registration_', ''));
  const sessions = [accepted.session, lapsed.session, open.session].map((session) => `TrainingSession_${session}`);
  const all = await ask(server(), 'query { registrations(sort: DEADLINE, first: 100) { nodes { id state session { id } } } }', {}, headers.ngoCoordinator);
  const { nodes } = all.data!.registrations as { readonly nodes: readonly { readonly id: string; readonly state: string; readonly session: { readonly id: string } }[] };
  const found = nodes.filter(({ session }) => sessions.includes(session.id));
  expect([found[0]!.id, found.map(({ state }) => state).toSorted()]).toEqual([open.id, ['CONFIRMED', 'OFFERED', 'WITHDRAWN', 'WITHDRAWN', 'WITHDRAWN', 'WITHDRAWN']]);
  expect((await awaiting(headers.ngoCoordinator, null, [accepted.session, lapsed.session, open.session])).map(({ id }) => id)).toEqual([open.id]);
});

test('an offer whose time is over waits for nobody, whether or not it was ended yet', async () => {
  const late = await offered('late', -1);
  expect(await awaiting(headers.ngoCoordinator, ['OFFERED'], [late.session])).toEqual([]);
});

test('of a session that has begun nothing waits', async () => {
  const { session } = await offered('begun', 3);
  await owner(server(), `update training_session set starts_at = now() - interval '1 minute' where uuid = ?`, [session]);
  expect(await awaiting(headers.ngoCoordinator, ['OFFERED'], [session])).toEqual([]);
});

test('validations wait for the embassy, and not for who registered them', async () => {
  const session = await addSession(server(), { places: 3, needsValidation: true });
  await register(server(), headers.ngoCoordinator, { session, organisation: await ngoOf(server(), 'RS'), people: [{ email: 'validated@ngo.example' }] });
  const states = ['OFFERED', 'AWAITING_VALIDATION'];
  expect((await awaiting(headers.scac, states, [session], 'EARLIEST')).map(({ can }) => can)).toEqual([{ answerOffer: false, validate: true }]);
  for (const role of ['scacElsewhere', 'adviser', 'ngoCoordinator'] as const) expect([role, await awaiting(headers[role], states, [session])]).toEqual([role, []]);
});
