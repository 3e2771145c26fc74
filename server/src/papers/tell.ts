/** What is written of a new version of a paper: to whoever it is about, or to the post of its leg, each in their language, with the way to it and nothing of what it says. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { queueMails } from '../mail/index.ts';
import type { Texts } from './facts.ts';
import type { PaperKind } from './paper-kind.ts';
import { along } from './said.ts';
import { PAPER_WORDS } from './texts.ts';

interface Letter {
  readonly kind: PaperKind;
  /** The key of its mission. */
  readonly mission: string;
  /** The key of its leg; null for what is about somebody. */
  readonly leg: string | null;
  readonly city: Texts | null;
  /** An expert reads what is about them by themselves; whoever acts for the adviser, with the mission. */
  readonly readers: readonly { readonly email: string; readonly locale: Locale; readonly isOfAdviser: boolean }[];
}

/** Writes to those who must know of a paper that was made. How many. */
export async function tellPaper(em: EntityManager, paper: string, origin: string): Promise<number> {
  const [row] = await em.execute<{ letter: Letter | null }[]>('select paper_readers(?) as letter', [paper]);
  const { kind, mission, leg, city, readers } = row!.letter!;
  const pageFor = ({ isOfAdviser }: Letter['readers'][number]): string => (leg !== null ? `legs/MissionLeg_${leg}/papers` : isOfAdviser ? `missions/Mission_${mission}/papers` : 'own-missions/papers');
  await queueMails(em, readers.map((reader) => ({
    to: reader.email, locale: reader.locale, template: 'paperRenewed' as const,
    params: { paper: PAPER_WORDS[reader.locale].kind[kind], city: city === null ? null : (along(city, reader.locale, 'en')?.text ?? null), link: `${origin}/${reader.locale}/${pageFor(reader)}` },
  })));
  return readers.length;
}
