/** Deciding about cooperation requests and closing them: when, by whom, once, and who is written to. */
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { ADVISERS, type Headers, PEOPLE, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { owner } from '../registrations/world.fixture.ts';
import { close, decide, heardRequest, letDaysPass, opine, requestOf, told, withdraw, without } from './requests.fixture.ts';

const { holding } = vi.hoisted(() => ({ holding: { isOff: false } }));
vi.mock('./stored-request.ts', async (original) => {
  const real = await original<typeof import('./stored-request.ts')>();
  type Hold = typeof real.holdRequest;
  const unheld = (em: Parameters<Hold>[0]) => ({ execute: (text: string, values: unknown[]) => (text.endsWith('for update') ? [] : em.execute(text, values)) }) as never;
  return { ...real, holdRequest: ((em, key) => real.holdRequest(holding.isOff ? unheld(em) : em, key)) satisfies Hold };
});

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;

const decisionOf = (key: string): Promise<unknown[]> => sql('select decision, status, version from cooperation_request where uuid = ?', [key]);
const waitingFor = async (who: Record<string, string>): Promise<unknown> => ((await ask(server(), '{ cooperationRequests(filter: { awaitsYou: true }) { totalCount } }', {}, who)).data!.cooperationRequests as { totalCount: number }).totalCount;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await sql('delete from cooperation_request');
  await sql('delete from audit_entry');
  await sql('delete from mail');
});

describe('deciding', () => {
  test('says what, which criteria are met, and why, in the language of who decides; the request waits for the adviser until then', async () => {
    const key = await heardRequest(server(), headers);
    expect([await waitingFor(headers.adviser), await waitingFor(headers.scac)]).toEqual([1, 0]);
    const back = await decide(server(), { ...headers.adviser, 'accept-language': 'fr' }, key, { reason: 'Deux jours au printemps', met: ['MEANS', 'MANDATE'] });
    expect([told(back), back.request]).toEqual(['DONE', expect.objectContaining({ status: 'DECIDED', decision: 'GRANTED', met: ['MANDATE', 'MEANS'], notMet: ['NO_DUPLICATE'], version: 2, can: { translate: true, withdraw: false, giveOpinion: [], decide: false, close: true } })]);
    expect(back.request!.history.at(-1)).toEqual({ byRole: 'ADVISER', toStatus: 'DECIDED', reason: 'Deux jours au printemps', locale: 'fr' });
    expect([await waitingFor(headers.adviser), told(await opine(server(), headers.ssi, key, { version: 2, reason: 'Late' })), told(await withdraw(server(), headers.scac, key, { version: 2 }))]).toEqual([0, 'TOO_LATE', 'TOO_LATE']);
  });

  test('is answered in the language of the request where the adviser writes in it, whatever the page is in', async () => {
    const key = await heardRequest(server(), headers);
    const back = await decide(server(), { ...headers.adviser, 'accept-language': 'fr' }, key, { reason: 'Dva dana u proleće', reasonLocale: 'sr-Latn' });
    expect([told(back), back.request!.history.at(-1)]).toEqual(['DONE', { byRole: 'ADVISER', toStatus: 'DECIDED', reason: 'Dva dana u proleće', locale: 'sr-Latn' }]);
  });

  test.each(['GRANTED', 'GRANTED_IN_PART', 'REFUSED', 'REDIRECTED'] as const)('stands in the journal with what was decided and by whom, once: %s', async (decision) => {
    const key = await heardRequest(server(), headers);
    const told = (): Promise<unknown[]> => sql(`select e.part, e.before, e.after, p.email as by from audit_entry e join person p on p.id = e.by_id where e.subject = 'COOPERATION_REQUEST' and e.action = 'CHANGED' and e.object = ? order by e.part`, [key]);
    await sql('delete from audit_entry');
    await decide(server(), headers.assistant, key, { decision });
    const by = PEOPLE.assistant;
    expect(await told()).toEqual([{ part: 'decision', before: null, after: decision, by }, { part: 'status', before: 'CONSULTED', after: 'DECIDED', by }]);
    // Nothing else that is done to it says what was decided once more.
    await sql('delete from audit_entry');
    await close(server(), headers.adviser, key);
    expect(await told()).toEqual(decision.startsWith('GRANTED') ? [{ part: 'status', before: 'DECIDED', after: 'CLOSED', by: PEOPLE.adviser }] : []);
  });

  test('is an ability of those who may decide about a request, and of nobody else', async () => {
    const key = await heardRequest(server(), headers);
    for (const role of ROLES) {
      const { data } = await ask(server(), `{ viewer { can { answerCooperationRequests } } cooperationRequest(id: "CooperationRequest_${key}") { can { decide } } }`, {}, headers[role]);
      const [viewer, request] = [data!.viewer as { can: { answerCooperationRequests: boolean } } | null, data!.cooperationRequest as { can: { decide: boolean } } | null];
      expect([role, viewer?.can.answerCooperationRequests === true, request?.can.decide === true]).toEqual([role, ADVISERS.includes(role), ADVISERS.includes(role)]);
    }
  });

  test('waits for the embassy: until each service has answered, or the last day is over', async () => {
    const key = await requestOf(server(), headers.authority);
    expect(told(await decide(server(), headers.adviser, key))).toBe('TOO_EARLY');
    await opine(server(), headers.ssi, key);
    expect([told(await decide(server(), headers.adviser, key)), await waitingFor(headers.adviser)]).toEqual(['TOO_EARLY', 0]);
    await letDaysPass(server(), key);
    expect([await waitingFor(headers.adviser), told(await decide(server(), headers.adviser, key))]).toEqual([1, 'DONE']);
  });

  test.each(['SENT', 'CONSULTED'])('awaits the adviser where it is %s, as they can decide there', async (status) => {
    const key = await heardRequest(server(), headers);
    await without(server(), 'user', async () => void (await sql('update cooperation_request set status = ? where uuid = ?', [status, key])));
    expect([await waitingFor(headers.adviser), await waitingFor(headers.scac), told(await decide(server(), headers.adviser, key)), await waitingFor(headers.adviser)]).toEqual([1, 0, 'DONE', 0]);
  });

  test('is for the adviser and the team; the same said once more is the same, and something else does not take its place', async () => {
    const key = await heardRequest(server(), headers);
    expect([told(await decide(server(), headers.scac, key)), told(await decide(server(), headers.authority, key)), told(await decide(server(), headers.translator, key))]).toEqual(['NOT_ALLOWED', 'GONE', 'GONE']);
    expect([told(await decide(server(), headers.assistant, key)), told(await decide(server(), headers.adviser, key)), told(await decide(server(), headers.adviser, key, { version: 2, decision: 'REFUSED' })), told(await decide(server(), headers.adviser, key, { reason: 'Other' }))]).toEqual(['DONE', 'DONE', 'CONFLICT', 'CONFLICT']);
    expect(await decisionOf(key)).toEqual([{ decision: 'GRANTED', status: 'DECIDED', version: 2 }]);
  });

  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['no reasons', { reason: ' ' }, 'INVALID · REASON MISSING'], ['reasons without an end', { reason: 'x'.repeat(1001) }, 'INVALID · REASON TOO_LONG'], ['a criterion that is met and is not', { met: ['MEANS'], notMet: ['MEANS'] }, 'INVALID · NOT_MET REPEATED'],
    ['another version than that which is there', { version: 9 }, 'CONFLICT'], ['who a victim is', { reason: 'Maria, 15 ans, victime, 0612345678' }, 'VICTIM_DATA'],
  ])('with %s is refused, and nothing is kept', async (_title, changes, expected) => {
    const key = await heardRequest(server(), headers);
    expect(told(await decide(server(), headers.adviser, key, changes))).toBe(expected);
    expect(await decisionOf(key)).toEqual([{ decision: null, status: 'CONSULTED', version: 1 }]);
  });

  test('about what is withdrawn is too late', async () => {
    const key = await heardRequest(server(), headers);
    await withdraw(server(), headers.scac, key);
    expect(told(await decide(server(), headers.adviser, key, { version: 2 }))).toBe('TOO_LATE');
  });
});

/** Two advisers who decide otherwise while somebody holds the request: what both are told. */
async function twoAtOnce(key: string): Promise<string[]> {
  let letGo = (): void => undefined;
  const isOver = new Promise<void>((resolve) => (letGo = resolve));
  let holds = (): void => undefined;
  const isHeld = new Promise<void>((resolve) => (holds = resolve));
  const held = server().database.orm.em.fork().transactional(async (em) => {
    await em.execute('select from cooperation_request where uuid = ? for update', [key]);
    holds();
    await isOver;
  });
  await isHeld;
  const both = Promise.all([decide(server(), headers.adviser, key), decide(server(), headers.assistant, key, { decision: 'REFUSED', reason: 'No' })]);
  await untilWaiting(server().database, 2);
  letGo();
  await held;
  return (await both).map(told).toSorted();
}

describe('two advisers at once', () => {
  test('decide once: the second is told that there is a decision, and one letter is written to each', async () => {
    const key = await heardRequest(server(), headers);
    expect(await twoAtOnce(key)).toEqual(['CONFLICT', 'DONE']);
    expect([await sql(`select count(*)::int as n from cooperation_request_step where to_status = 'DECIDED'`), await sql(`select recipient, count(*)::int as n from mail where template = 'requestDecided' group by 1 having count(*) > 1`)]).toEqual([[{ n: 1 }], []]);
  });

  test('the control: where nobody holds the request and the table does not keep what was decided, the second writes over the first', async () => {
    const key = await heardRequest(server(), headers);
    await without(server(), 'cooperation_request_moves_heard', async () => {
      holding.isOff = true;
      try {
        expect(await twoAtOnce(key)).toEqual(['DONE', 'DONE']);
      } finally {
        holding.isOff = false;
      }
    });
  });
});

describe('the answer', () => {
  test('of what a post has asked for is written to its services, each in their language: what, and where why is read', async () => {
    await sql(`update person set locale = case email when ? then 'sq' else 'sr-Latn' end where email in (?, ?)`, [PEOPLE.ssi, PEOPLE.ssi, PEOPLE.scac]);
    const key = await heardRequest(server(), headers);
    await decide(server(), headers.adviser, key, { decision: 'GRANTED_IN_PART', reason: 'Zzyzx' });
    const mails = await sql<{ recipient: string; locale: string; text: string }>(`select recipient, locale, text from mail where template = 'requestDecided' order by 1`);
    expect(mails.map(({ recipient, locale }) => [recipient, locale])).toEqual([[PEOPLE.scac, 'sr-Latn'], [PEOPLE.ssi, 'sq']]);
    expect(mails.map(({ text }) => text.includes('Zzyzx'))).toEqual([false, false]);
    expect(mails[1]!.text).toContain('Vendimi: kërkesa u pranua pjesërisht.');
    expect(mails[1]!.text).toContain(`/sq/cooperation-requests/CooperationRequest_${key}`);
  });

  test('of what an authority has asked for is written to who has sent it, too, as long as they act for it; they read it without what the embassy said', async () => {
    const key = await requestOf(server(), headers.authority);
    await Promise.all([opine(server(), headers.ssi, key), opine(server(), headers.scac, key, { service: 'SCAC', answer: 'AGAINST', reason: 'Zzyzx' })]);
    await decide(server(), headers.adviser, key, { decision: 'REDIRECTED', reason: 'Another project does it' });
    expect((await sql<{ recipient: string }>(`select recipient from mail where template = 'requestDecided' order by 1`)).map(({ recipient }) => recipient)).toEqual([PEOPLE.authority, PEOPLE.scac, PEOPLE.ssi]);
    const { text } = await ask(server(), `{ cooperationRequest(id: "CooperationRequest_${key}") { decision met notMet opinions { reason } history { toStatus reason } } }`, {}, headers.authority);
    expect(JSON.parse(text).data.cooperationRequest).toMatchObject({ decision: 'REDIRECTED', met: ['MANDATE', 'MEANS'], notMet: ['NO_DUPLICATE'], opinions: [] });
    expect([text.includes('Another project does it'), text.includes('Zzyzx')]).toEqual([true, false]);
  });
});

describe('closing', () => {
  test('is for what was granted, once it was decided; what was done stays in the history, with all before it', async () => {
    const key = await heardRequest(server(), headers);
    expect([told(await close(server(), headers.adviser, key, { version: 1 })), told(await decide(server(), headers.adviser, key)), told(await close(server(), headers.scac, key))]).toEqual(['TOO_EARLY', 'DONE', 'NOT_ALLOWED']);
    const { request } = await close(server(), headers.adviser, key, { reason: 'Done in May' });
    expect([request!.status, request!.decision, request!.history.map(({ toStatus }) => toStatus), request!.history.at(-1)!.reason]).toEqual(['CLOSED', 'GRANTED', ['SENT', 'CONSULTED', 'DECIDED', 'CLOSED'], 'Done in May']);
    expect([told(await close(server(), headers.adviser, key, { reason: 'Done in May' })), told(await close(server(), headers.adviser, key, { reason: 'Other' })), told(await decide(server(), headers.adviser, key))]).toEqual(['DONE', 'CONFLICT', 'DONE']);
  });

  test('is not for what was refused', async () => {
    const key = await heardRequest(server(), headers);
    await decide(server(), headers.adviser, key, { decision: 'REFUSED' });
    expect(told(await close(server(), headers.adviser, key))).toBe('TOO_LATE');
  });
});
