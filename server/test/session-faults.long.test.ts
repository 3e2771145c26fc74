/** Whatever fails in the middle of what is done with a session, its form, its documents, who was there, certificates, evaluations and invitations: it is done, or it is not, and never in between. */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignInLink } from '../src/accounts/index.ts';
import { issueCertificates, revokeCertificate } from '../src/attendance/certificates.service.ts';
import { changeRequiredShare, recordPresence } from '../src/attendance/presence.service.ts';
import { heldSession, record } from '../src/attendance/world.fixture.ts';
import { transactAs } from '../src/core/database/index.ts';
import { pdf } from '../src/core/files/files.fixture.ts';
import { addDocument, changeDocument, removeDocument } from '../src/documents/documents.service.ts';
import { documentIn } from '../src/documents/documents.fixture.ts';
import { answerEvaluation, closeEvaluations, openEvaluation } from '../src/evaluations/evaluations.service.ts';
import { evaluatedSession, open, secretOf } from '../src/evaluations/world.fixture.ts';
import { holdFile } from '../src/file-checks/index.ts';
import { acceptInvitation, declineInvitation } from '../src/invitations/answer.service.ts';
import { inviteToSession, resendSessionInvitation, revokeSessionInvitation } from '../src/invitations/invite.service.ts';
import { invitationOf, invitationSecret, inviteToSession as invite } from '../src/invitations/world.fixture.ts';
import { ngoOf } from '../src/members/world.fixture.ts';
import { closeQuestion, moveQuestion, removeQuestion, saveQuestion } from '../src/questions/questions.service.ts';
import { save } from '../src/questions/world.fixture.ts';
import { type Actors, openActors, ORIGIN } from '../src/registrations/actors.fixture.ts';
import type { Doing } from '../src/registrations/register.service.ts';
import { addSession, owner } from '../src/registrations/world.fixture.ts';
import { cancelSession, stepSession } from '../src/trainings/stages.service.ts';
import { failEverywhere } from './failing.ts';
import { testServer, UNLIMITED } from './http/harness.ts';
import { type Headers, signEverybodyIn } from './permissions/roles.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
let headers: Headers;
let actors: Actors;
let organisation: string;
let n = 0;

const TABLES = ['training_session', 'training_session_translation', 'form_question', 'form_question_translation', 'form_choice', 'form_choice_translation', 'session_document', 'session_document_translation', 'session_document_file', 'file_check', 'registration', 'participant', 'presence', 'session_attendance', 'certificate', 'session_evaluation', 'evaluation_invitation', 'evaluation_result', 'session_invitation', 'mail', 'audit_entry'];

/** All that is done here could change, as one text; jobs that run meanwhile change none of it. */
async function picture(): Promise<string> {
  const parts = TABLES.map((table) => `(select md5(coalesce(string_agg((to_jsonb(t) - 'sent_at' - 'message_id')::text, '|' order by t::text), '')) from ${table} t)`);
  return (await owner<{ picture: string }>(server(), `select concat_ws(' ', ${parts.join(', ')}) as picture`))[0]!.picture;
}

type Hook = (em: EntityManager) => EntityManager;
type Act = (hook: Hook) => Promise<unknown>;

const soon = (places = 5): Promise<string> => addSession(server(), { places, country: 'RS', inDays: 30 + (n += 1) });
/** What the adviser does with what was made ready. */
const adviser = (work: (em: EntityManager, doing: Doing) => Promise<unknown>): Act => (hook) => actors.as('adviser', 'RS', (em, doing) => work(hook(em), doing));
const visitor = (work: (em: EntityManager) => Promise<unknown>): Act => (hook) => transactAs(actors.orm, null)((em) => work(hook(em)));
const held = (count: number) => heldSession(server(), { people: Array.from({ length: count }, () => ({ email: `there${(n += 1)}@ngo.example` })), organisation, coordinator: headers.ngoCoordinator, began: '6 hours' });

/** A session with two questions: their keys. */
async function form(): Promise<{ session: string; first: string; second: string }> {
  const session = await soon();
  const [first, second] = [await save(server(), headers.adviser, session, { kind: 'TEXT', label: 'One' }), await save(server(), headers.adviser, session, { kind: 'TEXT', label: 'Two' })];
  return { session, first: first.key, second: second.key };
}
async function presentOne(): Promise<{ session: string; registration: string }> {
  const { session, registrations: [registration] } = await held(1);
  await record(server(), headers.adviser, { registration: registration! });
  await owner(server(), `update training_session set ends_at = now() - interval '1 minute' where uuid = ?`, [session]);
  return { session, registration: registration! };
}
async function invited(): Promise<{ secret: string; id: string }> {
  const [session, email] = [await soon(), `asked${(n += 1)}@ministry.example`];
  await invite(server(), headers.adviser, session, [{ email, isAuthority: true }]);
  return { secret: await invitationSecret(server(), email), id: await invitationOf(server(), session, email) };
}
const evaluated = () => evaluatedSession(server(), { present: 11, organisation, coordinator: headers.ngoCoordinator, adviser: headers.adviser });
const QUESTION = { kind: 'TEXT', sourceLocale: 'fr', label: 'Votre service ?', help: '', choices: [], isRequired: false, condition: null, retentionDays: 30 } as never;

const ACTS: Readonly<Record<string, () => Promise<Act>>> = {
  'closing a session': async () => { const session = await soon(); return adviser((em, doing) => stepSession(em, doing, session, 'close')); },
  'calling a session off, which tells who is registered': async () => {
    const session = await soon();
    await actors.register(session, 'RS', `off${(n += 1)}@ngo.example`);
    return adviser((em, doing) => cancelSession(em, doing, session, [{ locale: 'fr', text: 'La salle est fermée.' }, { locale: 'en', text: 'The room is closed.' }]));
  },
  'adding a question': async () => { const session = await soon(); return adviser((em, { person }) => saveQuestion(em, { person, session, key: randomUUID() } as never, { version: 0, input: QUESTION })); },
  'closing a question': async () => { const { session, first } = await form(); return adviser((em, { person }) => closeQuestion(em, { person, session, key: first } as never, true)); },
  'moving a question': async () => { const { session, second } = await form(); return adviser((em, { person }) => moveQuestion(em, { person, session, key: second } as never, 1)); },
  'removing a question': async () => { const { session, first } = await form(); return adviser((em, { person }) => removeQuestion(em, { person, session, key: first } as never)); },
  'adding a document, which is held': async () => {
    const [session, key] = [await soon(), randomUUID()];
    return adviser(async (em, { person }) => {
      await addDocument(em, person, session, { sent: { key, title: 'Programme', locale: 'fr', visibility: 'EVERYBODY' }, file: { kind: 'PDF', bytes: pdf() } });
      await holdFile(em, 'document', key);
    });
  },
  'changing a document': async () => { const session = await soon(); const key = await documentIn(server(), session); return adviser((em, { person }) => changeDocument(em, { person, session, key }, { version: 1, said: { title: 'Programme', locale: 'fr', visibility: 'EVERYBODY' } })); },
  'removing a document': async () => { const session = await soon(); const key = await documentIn(server(), session); return adviser((em, { person }) => removeDocument(em, { person, session, key })); },
  'saying who was there': async () => {
    const { registrations } = await held(2);
    return adviser((em, { person }) => recordPresence(em, person, registrations.map((registration) => ({ registration, token: null, day: null, state: 'PRESENT', at: new Date() }))));
  },
  'asking for another share': async () => { const { session } = await held(1); return adviser((em, { person }) => changeRequiredShare(em, person, session, 50)); },
  'issuing a certificate': async () => { const { session, registration } = await presentOne(); return adviser((em, doing) => issueCertificates(em, doing, { session, registrations: [registration] })); },
  'revoking a certificate': async () => {
    const { session, registration } = await presentOne();
    await actors.as('adviser', 'RS', (em, doing) => issueCertificates(em, doing, { session, registrations: [registration] }));
    const [{ id } = { id: '' }] = await owner<{ id: string }>(server(), 'select uuid as id from certificate where registration_uuid = ?', [registration]);
    return adviser((em, { person }) => revokeCertificate(em, person, id, 'Issued by mistake.'));
  },
  'asking for an evaluation': async () => { const { session } = await evaluated(); return adviser((em, doing) => openEvaluation(em, doing, { session, questions: ['OVERALL', 'BETTER'], days: 14 })); },
  'answering an evaluation': async () => {
    const { session, emails } = await evaluated();
    await open(server(), headers.adviser, session);
    const secret = await secretOf(server(), emails[0]!);
    return visitor((em) => answerEvaluation(em, secret, [{ question: 'BETTER', choice: null, text: 'Plus de temps.' }] as never, 'fr'));
  },
  'closing an evaluation': async () => {
    const { session } = await evaluated();
    await open(server(), headers.adviser, session);
    await owner(server(), `update session_evaluation set closes_at = now() - interval '1 second' where session_uuid = ?`, [session]);
    return (hook) => actors.orm.em.fork().transactional((em) => closeEvaluations(hook(em)));
  },
  'inviting to a session': async () => {
    const session = await soon();
    return adviser((em, doing) => inviteToSession(em, doing, { session, submission: randomUUID(), count: async () => undefined, people: [{ email: `new${n}@ministry.example`, name: 'Somebody', locale: 'fr', organisation: null, isAuthority: true, country: 'RS' }] }));
  },
  'taking an invitation back': async () => { const { id } = await invited(); return adviser((em, doing) => revokeSessionInvitation(em, doing, id)); },
  'sending an invitation again': async () => { const { id } = await invited(); return adviser((em, doing) => resendSessionInvitation(em, doing, { id, submission: randomUUID(), count: async () => undefined })); },
  'declining an invitation': async () => { const { secret } = await invited(); return visitor((em) => declineInvitation(em, secret)); },
  'accepting an invitation': async () => {
    const { secret } = await invited();
    return visitor((em) => acceptInvitation(em, ORIGIN, { secret, submission: randomUUID(), locale: 'fr', profession: null, mode: null, answers: [], showsName: false } as never));
  },
};

beforeAll(async () => {
  headers = await signEverybodyIn(server(), links);
  actors = await openActors(server().database);
  organisation = await ngoOf(server(), 'RS');
});
afterAll(() => actors?.close());

describe.each(Object.entries(ACTS))('%s', (_name, prepare) => {
  test('that fails at any statement, before or after it, leaves everything as it was; and is done once nothing fails', { timeout: 90_000 }, async () => {
    expect(await failEverywhere(await prepare(), picture)).toBeGreaterThanOrEqual(2);
  });
});
