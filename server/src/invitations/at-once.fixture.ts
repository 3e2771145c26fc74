/** Two who do something about one invitation at once: both are on their way before either can go on. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { TestServer } from '../../test/http/harness.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { type Cookies } from '../registrations/world.fixture.ts';
import { acceptedAs, actOnInvitation, invitationOf, invitationSecret, inviteToSession } from './world.fixture.ts';

/** While somebody holds what `hold` says, does `work`; then lets it go, undone. */
async function whileHeld<T>(server: TestServer, hold: (em: EntityManager) => Promise<unknown>, work: (letGo: () => void) => Promise<T>): Promise<T> {
  let letGo = (): void => undefined;
  let holds = (): void => undefined;
  const isHeld = new Promise<void>((resolve) => (holds = resolve));
  const isOver = new Promise<void>((resolve) => (letGo = resolve));
  const holding = server.database.orm.em.fork().transactional(async (em) => {
    await hold(em);
    holds();
    await isOver;
    throw new Error('Undone');
  }).catch(() => undefined);
  await isHeld;
  try {
    return await work(letGo);
  } finally {
    letGo();
    await holding;
  }
}

const holdSession = (session: string) => (em: EntityManager): Promise<unknown> => em.execute('select from training_session where uuid = ? for no key update', [session]);

/** Somebody of an authority in Serbia who is invited: the secret of their link. */
export async function invitedTo(server: TestServer, headers: Cookies, session: string, email: string): Promise<string> {
  await inviteToSession(server, headers, session, [{ email, isAuthority: true }]);
  return invitationSecret(server, email);
}

/** Two who use one link at once: what each is told. */
export async function usedTwice(server: TestServer, headers: Cookies, session: string, email: string): Promise<string[]> {
  const secret = await invitedTo(server, headers, session, email);
  return whileHeld(server, holdSession(session), async (letGo) => {
    const both = [acceptedAs(server, secret), acceptedAs(server, secret)];
    await untilWaiting(server.database, 2);
    letGo();
    return (await Promise.all(both)).toSorted();
  });
}

/** An invitation that is taken back while whoever has the link waits for the session: what the one who takes it back and who uses it are told. */
export async function revokedBefore(server: TestServer, headers: Cookies, session: string, email: string): Promise<string[]> {
  const secret = await invitedTo(server, headers, session, email);
  return whileHeld(server, holdSession(session), async (letGo) => {
    const using = acceptedAs(server, secret);
    await untilWaiting(server.database);
    const revoked = await actOnInvitation(server, headers, 'revokeSessionInvitation', await invitationOf(server, session, email));
    letGo();
    return [revoked, await using];
  });
}

/** One that is taken back while whoever has the link is being registered: told as above. */
export async function revokedAfter(server: TestServer, headers: Cookies, session: string, email: string): Promise<string[]> {
  const secret = await invitedTo(server, headers, session, email);
  const sameParticipant = (em: EntityManager): Promise<unknown> => em.execute(`insert into participant (uuid, country_code, sector, name, email, locale) values (gen_random_uuid(), 'RS', 'AUTHORITY', 'N', ?, 'fr')`, [email]);
  return whileHeld(server, sameParticipant, async (letGo) => {
    const using = acceptedAs(server, secret);
    await untilWaiting(server.database);
    const revoking = actOnInvitation(server, headers, 'revokeSessionInvitation', await invitationOf(server, session, email));
    // Either waits for who is being registered, or is through.
    await Promise.race([untilWaiting(server.database, 2), revoking]);
    letGo();
    return Promise.all([revoking, using]);
  });
}
