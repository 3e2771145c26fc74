/** What is done with a secret in somebody's hands, or with what is their own, and with files (`file-acts.ts`): made ready, and then done. */
import { randomUUID } from 'node:crypto';
import { chooseName, heldSession, issue, record, secretOf as certificateLinkOf } from '../../src/attendance/world.fixture.ts';
import { answerAs, answerByLink as answerCall, askedAt, askExperts, requestsSeen, saveCall } from '../../src/availability/world.fixture.ts';
import { proposalOf, propose, sheetOf, withdraw } from '../../src/experts/proposals.fixture.ts';
import { answered, evaluatedSession, open, secretOf } from '../../src/evaluations/world.fixture.ts';
import { hashOf } from '../../src/members/index.ts';
import { acceptedAs, actOnInvitation, invitationSecret, inviteToSession } from '../../src/invitations/world.fixture.ts';
import { accept, invite, ngoOf, outcomeOf, secretTo } from '../../src/members/world.fixture.ts';
import { makePaper, papersWorld } from '../../src/papers/papers.fixture.ts';
import { portraitOn } from '../../src/photos/photos.fixture.ts';
import { askingForFiles, bring } from '../../src/registrations/answer-files.fixture.ts';
import { act as actOnRegistration, addSession, answerByLink, idOf, mailsTo, owner, register } from '../../src/registrations/world.fixture.ts';
import { linksOf, make as makeCalendarLink, revoke } from '../http/calendars-world.ts';
import { answer as answerOffer, at as slotAt, offered as offerSlots } from '../../src/slots/slots.fixture.ts';
import { tour } from '../../src/meetings/meetings.fixture.ts';
import { ask, type TestServer } from '../http/harness.ts';
import { type Headers, PEOPLE } from './roles.ts';
import { FILE_ACTS } from './file-acts.ts';

/** Does it: the outcome, or the code of the error. */
export type Act = () => Promise<string>;

export interface OwnAct {
  /** The mutation, or what the address begins with that files are sent to. */
  readonly of: string;
  readonly what?: string;
  /** Makes ready what it is done to. */
  readonly prepare: (server: TestServer, headers: Headers) => Promise<Act>;
  /** What is told once it is done. */
  readonly done: string;
}

let n = 0;

/** A session with one place: who has it, and who waits for it. */
async function full(server: TestServer, { ngoCoordinator }: Headers): Promise<{ session: string; holder: string; waits: string }> {
  const session = await addSession(server, { places: 1, country: 'RS', inDays: 100 + (n += 1) });
  const [holder, waits] = [`holds${n}@ngo.example`, `waits${n}@ngo.example`];
  await register(server, ngoCoordinator, { session, organisation: await ngoOf(server, 'RS'), people: [{ email: holder }, { email: waits }] });
  return { session, holder, waits };
}

/** The secret of the last mail to an address that has such a link. */
async function linkOf(server: TestServer, email: string, page: 'offer' | 'leave'): Promise<string> {
  const found = (await mailsTo(server, email)).flatMap(({ text }) => new RegExp(String.raw`/${page}#([\w-]+)`).exec(text)?.[1] ?? []);
  return found.at(-1)!;
}

async function offered(server: TestServer, headers: Headers): Promise<string> {
  const { session, holder, waits } = await full(server, headers);
  await actOnRegistration(server, headers.ngoCoordinator, 'withdrawRegistration', await idOf(server, session, holder));
  return linkOf(server, waits, 'offer');
}

async function tell(server: TestServer, headers: Record<string, string>, name: string, given: string, field: string): Promise<string> {
  const answer = await ask(server, `mutation { ${name}(${given}) { ${field} } }`, {}, headers);
  return answer.code ?? String((answer.data![name] as Record<string, unknown>)[field]);
}

/** An address of a calendar, to be taken away. */
export async function revocable(server: TestServer, headers: Headers): Promise<Act> {
  await makeCalendarLink(server, headers.scac);
  const link = (await linksOf(server, headers.scac)).at(-1)!;
  return async () => String(await revoke(server, headers.scac, link.id));
}

export const OWN_ACTS: readonly OwnAct[] = [
  ...(['acceptOfferByLink', 'declineOfferByLink'] as const).map((of): OwnAct => ({
    of, done: of === 'acceptOfferByLink' ? 'DONE CONFIRMED' : 'DONE WITHDRAWN',
    prepare: async (server, headers) => {
      const secret = await offered(server, headers);
      return () => answerByLink(server, of, secret);
    },
  })),
  {
    of: 'leaveByLink', what: 'which offers the place', done: 'DONE',
    prepare: async (server, headers) => {
      const secret = await linkOf(server, (await full(server, headers)).holder, 'leave');
      return () => tell(server, {}, 'leaveByLink', `secret: "${secret}"`, 'outcome');
    },
  },
  ...(['acceptSessionInvitation', 'declineSessionInvitation'] as const).map((of): OwnAct => ({
    of, done: of === 'acceptSessionInvitation' ? 'CONFIRMED' : 'DONE',
    prepare: async (server, headers) => {
      const [session, email] = [await addSession(server, { places: 1, country: 'RS', inDays: 100 + (n += 1) }), `invited${n}@authority.example`];
      await inviteToSession(server, headers.scac, session, [{ email, isAuthority: true }]);
      const [secret, submission] = [await invitationSecret(server, email), randomUUID()];
      return () => (of === 'acceptSessionInvitation' ? acceptedAs(server, secret, { submission }).catch((error: unknown) => (error as Error).message) : actOnInvitation(server, {}, of, secret));
    },
  })),
  {
    of: 'answerAvailabilityByLink', done: 'DONE',
    prepare: async (server, headers) => {
      const { secret } = await askedAt(server, headers.adviser, `asked${(n += 1)}@expert.example`);
      return () => answerCall(server, secret);
    },
  },
  {
    of: 'answerSlots', done: 'DONE',
    prepare: async (server, headers) => {
      await owner(server, 'delete from mission');
      const { secret } = await offerSlots(server, headers.adviser, await tour(server, headers.adviser));
      return () => answerOffer(server, secret, slotAt('10:00'), { version: 1 });
    },
  },
  {
    of: 'answerAvailability', done: 'DONE',
    prepare: async (server, headers) => {
      const { call } = await saveCall(server, headers.adviser);
      const [own] = await owner<{ uuid: string }>(server, 'select e.uuid from expert e join person p on p.id = e.person_id where p.email = ?', [PEOPLE.expert]);
      await askExperts(server, headers.adviser, call!.id, [own!.uuid]);
      const request = (await requestsSeen(server, headers.expert)).find(({ fromOn, answers }) => fromOn === '2098-11-08' && answers.length === 0)!;
      return () => answerAs(server, headers.expert, request.id);
    },
  },
  {
    of: 'answerEvaluation', done: 'DONE',
    prepare: async (server, headers) => {
      const { ngoCoordinator: coordinator, adviser } = headers;
      const { session, emails } = await evaluatedSession(server, { present: 11, organisation: await ngoOf(server, 'RS'), coordinator, adviser });
      await open(server, adviser, session);
      const secret = await secretOf(server, emails[0]!);
      return () => answered(server, secret, { OVERALL: 'GOOD', USEFUL: 'the examples' });
    },
  },
  {
    of: 'chooseNameByLink', done: 'true',
    prepare: async (server, headers) => {
      const { ngoCoordinator: coordinator, adviser } = headers;
      const name = `Agrees ${(n += 1)}`;
      const { session, registrations: [one] } = await heldSession(server, { people: [{ email: `agrees${n}@ngo.example`, name }], organisation: await ngoOf(server, 'RS'), coordinator, began: '6 hours' });
      await record(server, adviser, { registration: one! });
      await issue(server, adviser, session, [one!]);
      const secret = await certificateLinkOf(server, name);
      return async () => String((await chooseName(server, secret, true) as { isShown?: boolean } | null)?.isShown);
    },
  },
  {
    of: 'acceptInvitation', done: 'ACCEPTED',
    prepare: async (server, headers) => {
      const email = `accepts${(n += 1)}@ngo.example`;
      await invite(server, headers.ngoCoordinator, { email, role: 'NGO_MEMBER', organisation: await ngoOf(server, 'RS') });
      const secret = await secretTo(server, email);
      return async () => String(outcomeOf(await accept(server, secret)));
    },
  },
  {
    of: 'confirmAccessRequest', done: 'true',
    prepare: async (server) => {
      const secret = randomUUID().replaceAll('-', '');
      await owner(server, `insert into access_request (uuid, country_code, organisation_name, name, email, role, message, locale, secret_hash)
        values (gen_random_uuid(), 'RS', 'Nova pomoć', 'N', 'asks-here@ngo.example', 'NGO_MEMBER', '', 'sr-Latn', ?)`, [hashOf(secret)]);
      return () => tell(server, {}, 'confirmAccessRequest', `secret: "${secret}"`, 'isConfirmed');
    },
  },
  {
    of: 'chooseSheet', done: 'true',
    prepare: async (server, headers) => {
      await owner(server, 'update expert set person_id = (select id from person where email = ?) where uuid = (select uuid from expert where person_id is null order by uuid limit 1)', [PEOPLE.assistant]);
      return () => tell(server, headers.assistant, 'chooseSheet', 'choices: { name: NETWORK, institution: NETWORK, email: NETWORK, missions: NETWORK }', 'isChosen');
    },
  },
  ...(['proposeSheet', 'withdrawSheetProposal'] as const).map((of): OwnAct => ({
    of, done: 'DONE',
    prepare: async (server, headers) => {
      await owner(server, 'delete from expert_proposal');
      const sheet = await sheetOf(server, PEOPLE.ssi);
      const drawn = randomUUID();
      if (of === 'proposeSheet') return async () => { const { outcome, code } = await propose(server, headers.ssi, { key: drawn, corps: null }); return code ?? outcome; };
      const key = await proposalOf(server, sheet);
      return async () => { const { outcome, code } = await withdraw(server, headers.ssi, key); return code ?? outcome; };
    },
  })),
  {
    of: 'removeAnswerFile', done: 'true',
    prepare: async (server, headers) => {
      const { asked } = await askingForFiles(server, headers.adviser, { file: {} }, { inDays: 100 + (n += 1) });
      const { key } = await bring(server, headers.ngoCoordinator, asked.file!.id);
      return () => tell(server, headers.ngoCoordinator, 'removeAnswerFile', `id: "AnswerFile_${key}"`, 'isGone');
    },
  },
  { of: 'revokeCalendarLink', done: 'true', prepare: revocable },
  {
    of: 'confirmExpertPhoto', what: 'in the place of another', done: 'DONE',
    prepare: async (server, headers) => {
      await owner(server, 'delete from expert_photo');
      const [own] = await owner<{ uuid: string }>(server, 'select e.uuid from expert e join person p on p.id = e.person_id where p.email = ?', [PEOPLE.expert]);
      const [replaces, key] = [await portraitOn(server, own!.uuid), await portraitOn(server, own!.uuid, { isConfirmed: false })];
      return () => tell(server, headers.adviser, 'confirmExpertPhoto', `key: "${key}", replaces: "${replaces}"`, 'outcome');
    },
  },
  {
    of: 'makePaper', what: 'its next version, of which the embassy is told', done: 'DONE',
    prepare: async (server, headers) => {
      const { belgrade, both } = await papersWorld(server, headers.adviser);
      const about = belgrade.slice('MissionLeg_'.length);
      await makePaper(server, headers.adviser, 'PROGRAMME_POST', about);
      await owner(server, `update meeting set starts = '14:00' where uuid = ?`, [both]);
      const key = randomUUID();
      return () => makePaper(server, headers.adviser, 'PROGRAMME_POST', about, key).then(({ outcome, told }) => (told > 0 ? outcome : 'NOBODY'), ({ message }: Error) => message);
    },
  },
  ...FILE_ACTS,
];
