/** Thanking those who were at a session, by mail. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { queueMails } from '../mail/index.ts';
import { type Thanked, writeThanks } from './letters.ts';
import { wordsOf } from './words.ts';

/** Queues a mail to each. Places are open. `origin` is where people reach the site. */
export async function tellThanked(em: EntityManager, origin: string, session: string, thanked: readonly Thanked[]): Promise<void> {
  if (thanked.length === 0) return;
  const words = await wordsOf(em, [session], []);
  await queueMails(em, thanked.map((one) => writeThanks(one, session, words, origin)));
}
