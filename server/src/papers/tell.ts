/** What is written of new versions of papers: to whoever they are about, or to the post of their leg, each in their language, with the way to them and nothing of what they say. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { queueMails } from '../mail/index.ts';
import type { Texts } from './facts.ts';
import type { PaperKind } from './paper-kind.ts';
import { along } from './said.ts';
import { PAPER_WORDS } from './texts.ts';

interface Reader {
  readonly email: string;
  readonly locale: Locale;
  /** An expert reads what is about them by themselves; whoever acts for the adviser, with the mission. */
  readonly isOfAdviser: boolean;
}

interface Letter {
  readonly kind: PaperKind;
  /** The key of its mission. */
  readonly mission: string;
  /** The key of its leg; null for what is about somebody. */
  readonly leg: string | null;
  readonly city: Texts | null;
  readonly readers: readonly Reader[];
}

const pageFor = ({ mission, leg }: Letter, { isOfAdviser }: Reader): string => (leg !== null ? `legs/MissionLeg_${leg}/papers` : isOfAdviser ? `missions/Mission_${mission}/papers` : 'own-missions/papers');

/** Writes to those who must know of papers that were made at once: one mail to each, with all that they read on one page. How many letters there were to write, each paper and reader counted. */
export async function tellPapers(em: EntityManager, papers: readonly string[], origin: string): Promise<number> {
  if (papers.length === 0) return 0;
  const rows = await em.execute<{ letter: Letter }[]>('select paper_readers(key) as letter from unnest(?::uuid[]) with ordinality as made(key, n) order by n', [`{${papers.join(',')}}`]);
  const told = rows.flatMap(({ letter }) => letter.readers.map((reader) => ({ letter, reader, page: pageFor(letter, reader) })));
  const mails = [...Map.groupBy(told, ({ reader, page }) => `${reader.email} ${page}`).values()].map((all) => {
    const [{ letter: { city }, reader: { email, locale }, page }] = all as [(typeof all)[number]];
    return {
      to: email, locale, template: 'paperRenewed' as const,
      params: { papers: all.map(({ letter: { kind } }) => PAPER_WORDS[locale].kind[kind]), city: city === null ? null : (along(city, locale, 'en')?.text ?? null), link: `${origin}/${locale}/${page}` },
    };
  });
  await queueMails(em, mails);
  return told.length;
}
