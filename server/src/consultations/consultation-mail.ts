/** What posts are written about a leg of a mission: that they are consulted, that the last day is near, that nothing comes of it. Each in the language of who is written to, and of the one leg alone. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Locale, LOCALES, probes } from '@passerelle/shared/locales.ts';
import { queueMails } from '../mail/index.ts';

interface LegLetter {
  readonly key: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly sourceLocale: Locale;
  readonly sourceVersion: number;
  /** By language; at `sr-Cyrl in sr-Latn` what is said in Serbian, in Latin letters. */
  readonly texts: Readonly<Record<string, { readonly purpose: string | null }>>;
  readonly city: Readonly<Record<string, string>>;
  readonly dueOn: string | null;
  readonly silenceAgrees: boolean | null;
  readonly readers: readonly { readonly email: string; readonly locale: Locale; readonly owes: boolean }[];
}

async function letterOf(em: EntityManager, leg: string): Promise<LegLetter | undefined> {
  const [row] = await em.execute<{ letter: LegLetter | null }[]>('select leg_letter(?) as letter', [leg]);
  return row?.letter ?? undefined;
}

/** What a leg is for, along the chain of a language; a text of another language is followed by its code. */
function purposeIn({ sourceLocale, texts }: LegLetter, locale: Locale): string {
  const found = [...probes(locale), { stored: sourceLocale, shown: sourceLocale }].map(({ stored, shown }) => ({ shown, text: texts[stored === shown ? stored : `${stored} in ${shown}`]?.purpose })).find(({ text }) => text);
  return found!.shown === locale ? found!.text! : `${found!.text!} (${found!.shown})`;
}

/** The name of the city; each has one in every language that is spoken around it. */
function cityIn({ city }: LegLetter, locale: Locale): string {
  const tag = [locale, ...LOCALES[locale].fallback, 'en', 'fr'].find((one) => city[one]);
  return tag === undefined ? Object.values(city)[0]! : city[tag]!;
}

const factsOf = (letter: LegLetter, locale: Locale) => ({ city: cityIn(letter, locale), startsOn: letter.startsOn, endsOn: letter.endsOn, purpose: purposeIn(letter, locale) });

const linkTo = ({ key }: LegLetter, locale: Locale, origin: string): string => `${origin}/${locale}/legs/MissionLeg_${key}`;

/** Writes to the services of a post that they are consulted, or that the last day is near: to those alone who owe an answer. The leg is shown, or is so at the end of the transaction. */
async function writeToPost(em: EntityManager, leg: string, template: 'opinionAsked' | 'opinionDue', origin: string): Promise<void> {
  const letter = await letterOf(em, leg);
  if (!letter || letter.dueOn === null) return;
  const { dueOn, silenceAgrees, readers } = letter;
  const asked = readers.filter(({ owes }) => owes);
  if (asked.length === 0) return;
  await queueMails(em, asked.map(({ email, locale }) => ({ to: email, locale, template, params: { ...factsOf(letter, locale), dueOn, silenceAgrees: silenceAgrees === true, link: linkTo(letter, locale, origin) } })));
}

export const tellAskedPost = (em: EntityManager, leg: string, origin: string): Promise<void> => writeToPost(em, leg, 'opinionAsked', origin);

/** Tells a post that has seen a leg that nothing comes of it: in the same words whether the mission was given up or goes on elsewhere. */
export async function tellReleasedPost(em: EntityManager, leg: string): Promise<void> {
  const letter = await letterOf(em, leg);
  if (!letter || letter.readers.length === 0) return;
  await queueMails(em, letter.readers.map(({ email, locale }) => ({ to: email, locale, template: 'legReleased' as const, params: factsOf(letter, locale) })));
}

/** As what runs by itself for consultations. */
export function forConsultations<T>(em: EntityManager, work: (em: EntityManager) => Promise<T>): Promise<T> {
  return em.transactional(async (transaction) => {
    await transaction.execute(`select set_config('passerelle.purpose', 'consultations', true)`);
    return work(transaction);
  });
}

/**
 * Reminds the posts whose last day is near, each once and by itself: a letter that fails takes back its own reminder alone, and the others go on; what runs twice or at once reminds nobody twice.
 * Throws the first failure at the end, so that the journal of jobs tells of it and it is tried again.
 */
export async function remindPosts(em: EntityManager, origin: string): Promise<void> {
  const passed: string[] = [];
  let failure: unknown;
  const remindOne = (): Promise<boolean> => forConsultations(em, async (own) => {
    const [taken] = await own.execute<{ leg: string | null }[]>('select take_reminder(?::uuid[]) as leg', [`{${passed.join(',')}}`]);
    if (!taken?.leg) return false;
    passed.push(taken.leg);
    await writeToPost(own, taken.leg, 'opinionDue', origin);
    return true;
  });
  for (let isLeft = true; isLeft;) {
    const before = passed.length;
    try {
      isLeft = await remindOne();
    } catch (error) {
      failure ??= error;
      isLeft = passed.length > before;
    }
  }
  if (failure !== undefined) throw failure;
}
