/** Two who do something about one call at once: both are on their way before either can go on. */
import type { TestServer } from '../../test/http/harness.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { answerByLink, answerSecret, askedAt, askExperts, callSeen, closeCall, expertAt, keyOf, remindExperts, saveCall } from './world.fixture.ts';

type Cookies = Readonly<Record<string, string>>;

const HOLD = 'select from availability_call where uuid = ? for update';
/** Held while both have read what is stored and neither has written: for what would keep them apart if the call did not. */
export const BEFORE_WRITING = 'lock table availability_request in share mode';

/** While somebody holds a call, or is about to do something else, does `work`; then lets it go. */
async function whileHeld<T>(server: TestServer, [statement, values]: readonly [string, unknown[]], work: (letGo: () => void) => Promise<T>): Promise<T> {
  let [letGo, holds] = [(): void => undefined, (): void => undefined];
  const isHeld = new Promise<void>((resolve) => (holds = resolve));
  const isOver = new Promise<void>((resolve) => (letGo = resolve));
  const holding = server.database.orm.em.fork().transactional(async (em) => {
    await em.execute(statement, values);
    holds();
    await isOver;
  });
  await isHeld;
  try {
    return await work(letGo);
  } finally {
    letGo();
    await holding;
  }
}

/** Two tabs that answer the same link at once, each something else: what both are told; `held`: what both wait for, the call unless told otherwise. */
export async function answeredTwice(server: TestServer, headers: Cookies, email: string, held?: string): Promise<string[]> {
  const { call, secret } = await askedAt(server, headers, email);
  return whileHeld(server, held ? [held, []] : [HOLD, [keyOf(call)]], async (letGo) => {
    const both = [answerByLink(server, secret, { days: 'yyy' }), answerByLink(server, secret, { days: 'nnn' })];
    await untilWaiting(server.database, 2);
    letGo();
    return (await Promise.all(both)).toSorted();
  });
}

/** Two of the team who ask the same expert at once: what both are told, and how many links there are; `held` as above. */
export async function askedTwice(server: TestServer, headers: Cookies, email: string, held?: string): Promise<readonly [told: unknown[], mails: number]> {
  const [{ call }, expert] = [await saveCall(server, headers), await expertAt(server, email)];
  const told = await whileHeld(server, held ? [held, []] : [HOLD, [keyOf(call!.id)]], async (letGo) => {
    const both = [askExperts(server, headers, call!.id, [expert]), askExperts(server, headers, call!.id, [expert])];
    await untilWaiting(server.database, 2);
    letGo();
    return (await Promise.all(both)).map(String).toSorted();
  });
  await answerSecret(server, email);
  const mails = await server.database.orm.em.fork().execute<unknown[]>('select from mail where recipient = ?', [email]);
  return [told, mails.length];
}

/** A call that is closed while an answer waits for it: what both are told. */
export async function closedMeanwhile(server: TestServer, headers: Cookies, email: string): Promise<string[]> {
  const { call, secret } = await askedAt(server, headers, email);
  return whileHeld(server, [HOLD, [keyOf(call)]], async (letGo) => {
    const closing = closeCall(server, headers, call);
    await untilWaiting(server.database);
    const answering = answerByLink(server, secret);
    await Promise.race([untilWaiting(server.database, 2), answering]);
    letGo();
    return [(await closing).outcome, await answering];
  });
}

const MOVE = 'update expert_contact set email = ? where expert_uuid = ?';

/** A link that is voided while an answer by it waits: what who answers is told, and how many answers there are. */
export async function voidedMeanwhile(server: TestServer, headers: Cookies, email: string): Promise<readonly [told: string, answered: number]> {
  const { call, expert, secret } = await askedAt(server, headers, email);
  return whileHeld(server, [HOLD, [keyOf(call)]], async (letGo) => {
    const answering = answerByLink(server, secret);
    await untilWaiting(server.database);
    await server.database.orm.em.fork().execute(MOVE, [`on.${email}`, expert]);
    letGo();
    return [await answering, (await callSeen(server, headers, call))!.answered] as const;
  });
}

/** An address that is being changed while its expert is asked: who is written to. */
export async function movedMeanwhile(server: TestServer, headers: Cookies, email: string): Promise<string[]> {
  const [{ call }, expert] = [await saveCall(server, headers), await expertAt(server, email)];
  await whileHeld(server, [MOVE, [`on.${email}`, expert]], async (letGo) => {
    const asking = askExperts(server, headers, call!.id, [expert]);
    await Promise.race([untilWaiting(server.database), asking]);
    letGo();
    await asking;
  });
  const mails = await server.database.orm.em.fork().execute<{ recipient: string }[]>('select recipient from mail where recipient in (?, ?)', [email, `on.${email}`]);
  return mails.map(({ recipient }) => recipient);
}

/** Two of the team who remind the same expert at once, a day after: what both are told, and how many links there were. */
export async function remindedTwice(server: TestServer, headers: Cookies, email: string): Promise<readonly [told: string[], mails: number]> {
  const { call, expert } = await askedAt(server, headers, email);
  await server.database.orm.em.fork().execute(`update availability_request set asked_at = now() - interval '25 hours' where expert_uuid = ?`, [expert]);
  const told = await whileHeld(server, [HOLD, [keyOf(call)]], async (letGo) => {
    const both = [remindExperts(server, headers, call, [expert]), remindExperts(server, headers, call, [expert])];
    await untilWaiting(server.database, 2);
    letGo();
    return (await Promise.all(both)).map(String).toSorted();
  });
  return [told, (await server.database.orm.em.fork().execute<unknown[]>('select from mail where recipient = ?', [email])).length];
}
