/** The sessions that the rights are tried on: one in Serbia of each state, with what belongs to them. */
import { heldSession, issue } from '../../src/attendance/world.fixture.ts';
import { documentIn } from '../../src/documents/documents.fixture.ts';
import { evaluatedSession } from '../../src/evaluations/world.fixture.ts';
import { invitationOf, inviteToSession } from '../../src/invitations/world.fixture.ts';
import { save as savePart } from '../../src/programme/world.fixture.ts';
import { act as actOnQuestion, save as saveQuestion } from '../../src/questions/world.fixture.ts';
import { act as actOnRegistration, addSession, idOf, owner, register, rowsOf } from '../../src/registrations/world.fixture.ts';
import { create, keyOf, step } from '../../src/trainings/world.fixture.ts';
import type { TestServer } from '../http/harness.ts';
import type { Headers } from './roles.ts';

/** All are ids of the API, but for what is said to be a key. */
export interface Sessions {
  readonly draft: string;
  /** Takes registrations, also of who registers themselves, and has a form, a programme and a document. */
  readonly open: string;
  readonly openVersion: number;
  readonly closed: string;
  readonly running: string;
  /** Eleven people were there; one has a certificate. */
  readonly over: string;
  /** Keys of questions of `open`. */
  readonly question: string;
  readonly closedQuestion: string;
  readonly part: string;
  readonly laterPart: string;
  readonly document: string;
  /** Registrations of the organisation: one that waits for the embassy, one to whom a place is offered, one who is at `running`, one who was at `over` and has no certificate. */
  readonly awaiting: string;
  readonly offered: string;
  /** To `open`. */
  readonly sessionInvitation: string;
  readonly present: string;
  readonly attended: string;
  readonly certificate: string;
}

async function announced(server: TestServer, headers: Headers, title: string, more: object = {}): Promise<string> {
  const { session } = await create(server, headers.scac, { country: 'RS', town: 'Ниш', title, ...more });
  await step(server, headers.scac, 'openSession', session!.id);
  return session!.id;
}

/** Makes them. */
export async function sessions(server: TestServer, headers: Headers, organisation: string): Promise<Sessions> {
  const { ngoCoordinator: coordinator, adviser, scac } = headers;
  const draft = (await create(server, scac, { country: 'RS', town: 'Ниш', title: 'A draft' })).session!.id;
  const closed = await announced(server, headers, 'One that is closed');
  await step(server, scac, 'closeSession', closed);
  const running = await heldSession(server, { people: [{ email: 'present@ngo.example' }], organisation, coordinator });
  const over = await evaluatedSession(server, { present: 11, organisation, coordinator, adviser });
  const [certified, attended] = (await rowsOf(server, over.session)).map(({ id }) => id);
  await issue(server, adviser, over.session, [certified!]);
  const [certificate] = await owner<{ id: string }>(server, 'select uuid as id from certificate where registration_uuid = ?', [certified]);
  return {
    draft, closed, running: `TrainingSession_${running.session}`, present: `Registration_${running.registrations[0]!}`, over: `TrainingSession_${over.session}`, attended: `Registration_${attended!}`,
    certificate: `Certificate_${certificate!.id}`, offered: await offer(server, headers, organisation), ...(await openSession(server, headers, organisation)),
  };
}

/** One place, whose owner has gone: it is offered to who waited. */
async function offer(server: TestServer, { ngoCoordinator }: Headers, organisation: string): Promise<string> {
  const session = await addSession(server, { places: 1, country: 'RS', inDays: 90 });
  await register(server, ngoCoordinator, { session, organisation, people: [{ email: 'first@ngo.example' }, { email: 'second@ngo.example' }] });
  await actOnRegistration(server, ngoCoordinator, 'withdrawRegistration', await idOf(server, session, 'first@ngo.example'));
  return `Registration_${await idOf(server, session, 'second@ngo.example')}`;
}

async function openSession(server: TestServer, headers: Headers, organisation: string): Promise<Pick<Sessions, 'open' | 'openVersion' | 'question' | 'closedQuestion' | 'part' | 'laterPart' | 'document' | 'awaiting' | 'sessionInvitation'>> {
  const { scac, ngoCoordinator } = headers;
  const open = await announced(server, headers, 'One that is open', { needsNomination: false });
  const session = keyOf(open);
  await register(server, ngoCoordinator, { session, organisation, people: [{ email: 'awaiting@ngo.example' }] });
  const [question, closedQuestion] = [await saveQuestion(server, scac, session), await saveQuestion(server, scac, session)];
  await actOnQuestion(server, scac, 'closeQuestion', session, closedQuestion);
  const [part, laterPart] = [await savePart(server, scac, open), await savePart(server, scac, open, { starts: '10:30', ends: '12:00' })];
  const document = await documentIn(server, session, { visibility: 'EVERYBODY' });
  await inviteToSession(server, scac, session, [{ email: 'invited@authority.example', isAuthority: true }]);
  const [row] = await owner<{ version: number }>(server, 'select version from training_session where uuid = ?', [session]);
  return {
    open, openVersion: row!.version, question: question.key, closedQuestion: closedQuestion.key, part: `SessionPart_${part.key}`, laterPart: `SessionPart_${laterPart.key}`, document: `SessionDocument_${document}`,
    awaiting: `Registration_${await idOf(server, session, 'awaiting@ngo.example')}`, sessionInvitation: `SessionInvitation_${await invitationOf(server, session, 'invited@authority.example')}`,
  };
}
