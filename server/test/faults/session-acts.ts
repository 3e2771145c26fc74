/** What is done with a session that is announced: its form, its documents, who was there, certificates, evaluations and invitations. */
import { randomUUID } from 'node:crypto';
import { issueCertificates, revokeCertificate } from '../../src/attendance/certificates.service.ts';
import { changeRequiredShare, recordPresence } from '../../src/attendance/presence.service.ts';
import { heldSession, record } from '../../src/attendance/world.fixture.ts';
import { pdf } from '../../src/core/files/files.fixture.ts';
import { addDocument, changeDocument, removeDocument } from '../../src/documents/documents.service.ts';
import { documentIn } from '../../src/documents/documents.fixture.ts';
import { translateDocument } from '../../src/documents/document-titles.service.ts';
import { answerEvaluation, closeEvaluations, openEvaluation } from '../../src/evaluations/evaluations.service.ts';
import { evaluatedSession, open, secretOf } from '../../src/evaluations/world.fixture.ts';
import { holdFile } from '../../src/file-checks/index.ts';
import { acceptInvitation, declineInvitation } from '../../src/invitations/answer.service.ts';
import { inviteToSession, resendSessionInvitation, revokeSessionInvitation } from '../../src/invitations/invite.service.ts';
import { invitationOf, invitationSecret, inviteToSession as invite } from '../../src/invitations/world.fixture.ts';
import { closeQuestion, moveQuestion, removeQuestion, saveQuestion, translateQuestion } from '../../src/questions/questions.service.ts';
import { act as actOnQuestion, save } from '../../src/questions/world.fixture.ts';
import { ORIGIN } from '../../src/registrations/actors.fixture.ts';
import { registerMyself } from '../../src/registrations/oneself.service.ts';
import { owner } from '../../src/registrations/world.fixture.ts';
import { adviser, type FaultActs, type FaultWorld, next, soon, visitor } from './world.ts';

const held = ({ server, headers, organisation }: FaultWorld, count: number) =>
  heldSession(server, { people: Array.from({ length: count }, () => ({ email: `there${next()}@ngo.example` })), organisation, coordinator: headers.ngoCoordinator, began: '6 hours' });

/** A session with two questions: their keys. */
async function form(world: FaultWorld): Promise<{ session: string; first: string; second: string }> {
  const session = await soon(world);
  const asked = async (label: string): Promise<string> => (await save(world.server, world.headers.adviser, session, { kind: 'TEXT', label })).key;
  return { session, first: await asked('One'), second: await asked('Two') };
}

async function presentOne(world: FaultWorld): Promise<{ session: string; registration: string }> {
  const { session, registrations: [registration] } = await held(world, 1);
  await record(world.server, world.headers.adviser, { registration: registration! });
  await owner(world.server, `update training_session set ends_at = now() - interval '1 minute' where uuid = ?`, [session]);
  return { session, registration: registration! };
}

async function invited(world: FaultWorld): Promise<{ secret: string; id: string }> {
  const [session, email] = [await soon(world), `asked${next()}@ministry.example`];
  await invite(world.server, world.headers.adviser, session, [{ email, isAuthority: true }]);
  return { secret: await invitationSecret(world.server, email), id: await invitationOf(world.server, session, email) };
}

const evaluated = ({ server, headers, organisation }: FaultWorld) => evaluatedSession(server, { present: 11, organisation, coordinator: headers.ngoCoordinator, adviser: headers.adviser });
const QUESTION = { kind: 'TEXT', sourceLocale: 'fr', label: 'Votre service ?', help: '', choices: [], isRequired: false, condition: null, retentionDays: 30 } as never;
const which = (person: string, session: string, key: string) => ({ person, session, key });

const FORM_ACTS: FaultActs = {
  'adding a question': { of: 'saveQuestion', prepare: async (world) => { const session = await soon(world); return adviser(world, (em, { person }) => saveQuestion(em, which(person, session, randomUUID()), { version: 0, input: QUESTION })); } },
  'changing a question': { of: 'saveQuestion', prepare: async (world) => { const { session, first } = await form(world); return adviser(world, (em, { person }) => saveQuestion(em, which(person, session, first), { version: 1, input: QUESTION })); } },
  'saying a question in another language': {
    of: 'translateQuestion', prepare: async (world) => { const { session, first } = await form(world); return adviser(world, (em, { person }) => translateQuestion(em, which(person, session, first), { version: 1, texts: { locale: 'sq', label: 'Shërbimi juaj?', help: '', choices: [] } as never })); },
  },
  'closing a question': { of: 'closeQuestion', prepare: async (world) => { const { session, first } = await form(world); return adviser(world, (em, { person }) => closeQuestion(em, which(person, session, first), true)); } },
  'opening a question again': {
    of: 'reopenQuestion', prepare: async (world) => {
      const { session, first } = await form(world);
      await actOnQuestion(world.server, world.headers.adviser, 'closeQuestion', session, { key: first });
      return adviser(world, (em, { person }) => closeQuestion(em, which(person, session, first), false));
    },
  },
  'moving a question': { of: 'moveQuestion', prepare: async (world) => { const { session, second } = await form(world); return adviser(world, (em, { person }) => moveQuestion(em, which(person, session, second), 1)); } },
  'removing a question': { of: 'removeQuestion', prepare: async (world) => { const { session, first } = await form(world); return adviser(world, (em, { person }) => removeQuestion(em, which(person, session, first))); } },
};

const withDocument = async (world: FaultWorld): Promise<{ session: string; key: string }> => { const session = await soon(world); return { session, key: await documentIn(world.server, session) }; };

const DOCUMENT_ACTS: FaultActs = {
  'adding a document, which is held': {
    of: '/documents/', prepare: async (world) => {
      const [session, key] = [await soon(world), randomUUID()];
      return adviser(world, async (em, { person }) => {
        await addDocument(em, person, session, { sent: { key, title: 'Programme', locale: 'fr', visibility: 'EVERYBODY' }, file: { kind: 'PDF', bytes: pdf() } });
        await holdFile(em, 'document', key);
      });
    },
  },
  'changing a document': {
    of: 'changeSessionDocument', prepare: async (world) => { const { session, key } = await withDocument(world); return adviser(world, (em, { person }) => changeDocument(em, which(person, session, key), { version: 1, said: { title: 'Programme', locale: 'fr', visibility: 'EVERYBODY' } })); },
  },
  'saying a document in another language': {
    of: 'translateSessionDocument', prepare: async (world) => { const { session, key } = await withDocument(world); return adviser(world, (em, { person }) => translateDocument(em, which(person, session, key), { version: 1, texts: { locale: 'sq', title: 'Programi' } })); },
  },
  'removing a document': { of: 'removeSessionDocument', prepare: async (world) => { const { session, key } = await withDocument(world); return adviser(world, (em, { person }) => removeDocument(em, which(person, session, key))); } },
};

const ATTENDANCE_ACTS: FaultActs = {
  'saying who was there': {
    of: 'recordPresence', prepare: async (world) => {
      const { registrations } = await held(world, 2);
      return adviser(world, (em, { person }) => recordPresence(em, person, registrations.map((registration) => ({ registration, token: null, day: null, state: 'PRESENT', at: new Date() }))));
    },
  },
  'asking for another share': { of: 'changeRequiredShare', prepare: async (world) => { const { session } = await held(world, 1); return adviser(world, (em, { person }) => changeRequiredShare(em, person, session, 50)); } },
  'issuing a certificate': { of: 'issueCertificates', prepare: async (world) => { const { session, registration } = await presentOne(world); return adviser(world, (em, doing) => issueCertificates(em, doing, { session, registrations: [registration] })); } },
  'revoking a certificate': {
    of: 'revokeCertificate', prepare: async (world) => {
      const { session, registration } = await presentOne(world);
      await world.actors.as('adviser', 'RS', (em, doing) => issueCertificates(em, doing, { session, registrations: [registration] }));
      const [{ id } = { id: '' }] = await owner<{ id: string }>(world.server, 'select uuid as id from certificate where registration_uuid = ?', [registration]);
      return adviser(world, (em, { person }) => revokeCertificate(em, person, id, 'Issued by mistake.'));
    },
  },
};

const EVALUATION_ACTS: FaultActs = {
  'asking for an evaluation': { of: 'openEvaluation', prepare: async (world) => { const { session } = await evaluated(world); return adviser(world, (em, doing) => openEvaluation(em, doing, { session, questions: ['OVERALL', 'BETTER'], days: 14 })); } },
  'answering an evaluation': {
    of: 'answerEvaluation', prepare: async (world) => {
      const { session, emails } = await evaluated(world);
      await open(world.server, world.headers.adviser, session);
      const secret = await secretOf(world.server, emails[0]!);
      return visitor(world, (em) => answerEvaluation(em, secret, [{ question: 'BETTER', choice: null, text: 'Plus de temps.' }] as never, 'fr'));
    },
  },
  'closing an evaluation': {
    of: null, prepare: async (world) => {
      const { session } = await evaluated(world);
      await open(world.server, world.headers.adviser, session);
      await owner(world.server, `update session_evaluation set closes_at = now() - interval '1 second' where session_uuid = ?`, [session]);
      return (hook) => world.actors.orm.em.fork().transactional((em) => closeEvaluations(hook(em)));
    },
  },
};

const INVITATION_ACTS: FaultActs = {
  'inviting to a session': {
    of: 'inviteToSession', prepare: async (world) => {
      const [session, email] = [await soon(world), `new${next()}@ministry.example`];
      return adviser(world, (em, doing) => inviteToSession(em, doing, { session, submission: randomUUID(), count: async () => undefined, people: [{ email, name: 'Somebody', locale: 'fr', organisation: null, isAuthority: true, country: 'RS' }] }));
    },
  },
  'taking an invitation back': { of: 'revokeSessionInvitation', prepare: async (world) => { const { id } = await invited(world); return adviser(world, (em, doing) => revokeSessionInvitation(em, doing, id)); } },
  'sending an invitation again': { of: 'resendSessionInvitation', prepare: async (world) => { const { id } = await invited(world); return adviser(world, (em, doing) => resendSessionInvitation(em, doing, { id, submission: randomUUID(), count: async () => undefined })); } },
  'declining an invitation': { of: 'declineSessionInvitation', prepare: async (world) => { const { secret } = await invited(world); return visitor(world, (em) => declineInvitation(em, secret)); } },
  'accepting an invitation': {
    of: 'acceptSessionInvitation', prepare: async (world) => {
      const { secret } = await invited(world);
      return visitor(world, (em) => acceptInvitation(em, ORIGIN, { secret, submission: randomUUID(), locale: 'fr', profession: null, mode: null, answers: [], showsName: false } as never));
    },
  },
  'registering oneself': {
    of: 'registerMyself', prepare: async (world) => {
      const session = await soon(world, { needsNomination: false });
      const given = { session, organisation: world.actors.organisation('RS'), country: 'RS', profession: null, mode: null, answers: [], showsName: false, submission: randomUUID(), locale: 'fr' as const, signIn: null, mayAdd: true };
      return (hook) => world.actors.as('coordinator', 'RS', (em, doing) => registerMyself(hook(em), doing, given));
    },
  },
};

export const SESSION_ACTS: FaultActs = { ...FORM_ACTS, ...DOCUMENT_ACTS, ...ATTENDANCE_ACTS, ...EVALUATION_ACTS, ...INVITATION_ACTS };
