/** What the services of a post are written of a need of theirs that moved: where it stands, and where they read why. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { alongChain, inMail, type InWords } from '../core/translation/index.ts';
import { queueMails } from '../mail/index.ts';
import type { NeedStatus } from './need-words.ts';

interface NeedLetter extends InWords<'title'> {
  readonly readers: readonly { readonly email: string; readonly locale: Locale }[];
}

/** Whether it is the adviser who has moved it there: of what a post has withdrawn itself it is not written to. */
const isAdvisers = (to: NeedStatus): to is Exclude<NeedStatus, 'SUBMITTED' | 'WITHDRAWN'> => to !== 'SUBMITTED' && to !== 'WITHDRAWN';

/** Writes to the services of the post of a need where it stands from now on, each in their language: in the transaction in which the adviser moves it. `origin` is where people reach the site. */
export async function writeOfMove(em: EntityManager, { key, to, origin }: { readonly key: string; readonly to: NeedStatus; readonly origin: string }): Promise<void> {
  if (!isAdvisers(to)) return;
  const [row] = await em.execute<{ letter: NeedLetter }[]>('select need_letter(?) as letter', [key]);
  const { letter } = row!;
  await queueMails(em, letter.readers.map(({ email, locale }) => ({ to: email, locale, template: 'needMoved' as const, params: { topic: inMail(alongChain(letter, 'title', locale)!), status: to, link: `${origin}/${locale}/needs/Need_${key}` } })));
}
