/** Rows of every type about sessions and those who take part, of which each role may see others. */
import { heldSession, issue, record } from '../../src/attendance/world.fixture.ts';
import { answered, closeNow, evaluatedSession, open, secretOf } from '../../src/evaluations/world.fixture.ts';
import { documentIn } from '../../src/documents/documents.fixture.ts';
import { ngoOf } from '../../src/members/world.fixture.ts';
import { save as saveQuestion } from '../../src/questions/world.fixture.ts';
import { cameOf, registerWith } from '../../src/registrations/answers.fixture.ts';
import { addSession, owner, register, rowsOf } from '../../src/registrations/world.fixture.ts';
import { create, keyOf } from '../../src/trainings/world.fixture.ts';
import type { TestServer } from '../http/harness.ts';
import { type Headers, PEOPLE } from './roles.ts';

export interface Made {
  /** Their keys. */
  readonly sessions: readonly string[];
  /** Numbers of certificates of two who agreed to be named, or did not. */
  readonly certificate: { readonly named: string; readonly unnamed: string };
}

/**
 * In Serbia a draft with a question, a session that is open with a form, one that runs, and one that is over, evaluated and taught by the expert; in Albania one that is
 * open and one that is over, to which people come from Serbia. Each has quotas, documents and somebody who is invited.
 */
export async function makeRows(server: TestServer, headers: Headers): Promise<Made> {
  const { ngoCoordinator: coordinator, adviser } = headers;
  const organisation = await ngoOf(server, 'RS');
  const draft = keyOf((await create(server, headers.scac, { country: 'RS', town: 'Ниш' })).session!.id);
  const running = (await heldSession(server, { people: [{ email: 'runs@ngo.example' }], organisation, coordinator })).session;
  const albanian = await heldSession(server, { country: 'AL', began: '2 days', lasts: '3 hours', people: [{ email: 'abroad@ngo.example' }], organisation, coordinator });
  await record(server, adviser, ...albanian.registrations.map((registration) => ({ registration })));
  const { session: over } = await evaluatedSession(server, { present: 11, organisation, coordinator, adviser });
  const certificate = await certify(server, headers, over);
  await evaluate(server, headers, over);
  // Of one that is announced they are for everybody.
  await saveQuestion(server, adviser, draft);
  const sessions = [draft, running, albanian.session, over, await asked(server, headers, 'RS', organisation), await asked(server, headers, 'AL', organisation)];
  for (const session of sessions) {
    await owner(server, `insert into session_quota (uuid, session_uuid, kind, key, places) values (gen_random_uuid(), ?, 'MODE', 'ONLINE', 1)`, [session]);
    await owner(server, `insert into session_invitation (uuid, session_uuid, email, name, locale, country_code, sector, submission, secret_hash) select gen_random_uuid(), ?, 'invited@authority.example', 'N', 'fr', 'RS', 'AUTHORITY', gen_random_uuid(), gen_random_uuid()::text`, [session]);
    for (const visibility of ['EVERYBODY', 'REGISTERED', 'TRAINERS']) await documentIn(server, session, { visibility });
  }
  return { sessions, certificate };
}

/** One that is open, with questions that an organisation has answered, what somebody needs at table among them, and somebody of an authority in Serbia. */
async function asked(server: TestServer, headers: Headers, country: string, organisation: string): Promise<string> {
  const session = await addSession(server, { places: 9, country, inDays: country === 'RS' ? 120 : 150 });
  const idOfNew = async (changes: Readonly<Record<string, unknown>>): Promise<string> => {
    const { key, session: now } = await saveQuestion(server, headers.adviser, session, changes);
    return now!.questions.find((one) => one.key === key)!.id;
  };
  const answers = [{ question: await idOfNew({}), text: `What we expect in ${country}` }, { question: await idOfNew({ kind: 'DIET_ACCESS', retentionDays: 7 }), codes: ['VEGAN'], text: `What we eat in ${country}` }];
  const came = cameOf(await registerWith(server, headers.ngoCoordinator, { session, organisation, people: { [`answers-${country.toLowerCase()}@ngo.example`]: answers } }));
  if (came !== 'DONE') throw new Error(came);
  await register(server, headers.authority, { session, organisation: null, country: 'RS', people: [{ email: `official-${country.toLowerCase()}@authority.example` }] });
  return session;
}

async function certify(server: TestServer, { adviser }: Headers, session: string): Promise<Made['certificate']> {
  const [named, unnamed] = (await rowsOf(server, session)).map(({ id }) => id);
  await issue(server, adviser, session, [named!]);
  await issue(server, adviser, session, [unnamed!]);
  const numberOf = async (registration: string): Promise<string> => (await owner<{ number: string }>(server, 'select number from certificate where registration_uuid = ?', [registration]))[0]!.number;
  await owner(server, 'update registration set name_shown_at = now() where uuid = ?', [named]);
  return { named: await numberOf(named!), unnamed: await numberOf(unnamed!) };
}

/** Asks those who were there and closes it; the expert taught it. */
async function evaluate(server: TestServer, { adviser }: Headers, session: string): Promise<void> {
  await open(server, adviser, session);
  for (const { email } of await rowsOf(server, session)) await answered(server, await secretOf(server, email), { OVERALL: 'GOOD' });
  await closeNow(server, session);
  const [sheet] = await owner<{ uuid: string }>(server, 'select uuid from expert order by uuid limit 1');
  await owner(server, 'update expert set person_id = null');
  await owner(server, 'update expert set person_id = (select id from person where email = ?) where uuid = ?', [PEOPLE.expert, sheet!.uuid]);
  await owner(server, 'insert into session_trainer (session_uuid, expert_uuid, position) values (?, ?, 1)', [session, sheet!.uuid]);
}
