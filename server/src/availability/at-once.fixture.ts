/** Two who do something about one call at once: both are on their way before either can go on. */
import type { TestServer } from '../../test/http/harness.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { answerByLink, answerSecret, askedAt, askExperts, closeCall, expertAt, keyOf, saveCall } from './world.fixture.ts';

type Cookies = Readonly<Record<string, string>>;

/** While somebody holds a call, does `work`; then lets it go. */
async function whileHeld<T>(server: TestServer, call: string, work: (letGo: () => void) => Promise<T>): Promise<T> {
  let [letGo, holds] = [(): void => undefined, (): void => undefined];
  const isHeld = new Promise<void>((resolve) => (holds = resolve));
  const isOver = new Promise<void>((resolve) => (letGo = resolve));
  const holding = server.database.orm.em.fork().transactional(async (em) => {
    await em.execute('select from availability_call where uuid = ? for update', [keyOf(call)]);
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

/** Two tabs that answer the same link at once, each something else: what both are told. */
export async function answeredTwice(server: TestServer, headers: Cookies, email: string): Promise<string[]> {
  const { call, secret } = await askedAt(server, headers, email);
  return whileHeld(server, call, async (letGo) => {
    const both = [answerByLink(server, secret, { days: 'yyy' }), answerByLink(server, secret, { days: 'nnn' })];
    await untilWaiting(server.database, 2);
    letGo();
    return (await Promise.all(both)).toSorted();
  });
}

/** Two of the team who ask the same expert at once: what both are told, and how many links there are. */
export async function askedTwice(server: TestServer, headers: Cookies, email: string): Promise<readonly [told: unknown[], mails: number]> {
  const [{ call }, expert] = [await saveCall(server, headers), await expertAt(server, email)];
  const told = await whileHeld(server, call!.id, async (letGo) => {
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
  return whileHeld(server, call, async (letGo) => {
    const closing = closeCall(server, headers, call);
    await untilWaiting(server.database);
    const answering = answerByLink(server, secret);
    await Promise.race([untilWaiting(server.database, 2), answering]);
    letGo();
    return [(await closing).outcome, await answering];
  });
}
