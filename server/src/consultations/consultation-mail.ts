/** What posts are written about a leg of a mission: that they are consulted, that the last day is near, that nothing comes of it. Each in the language of who is written to, and of the one leg alone. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import { actingFor, eachTaken } from '../core/jobs/index.ts';
import { alongChain, inMail, type InWords } from '../core/translation/index.ts';
import { queueMails } from '../mail/index.ts';

interface LegLetter extends InWords<'purpose'> {
  readonly key: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly city: Readonly<Record<string, string>>;
  readonly dueOn: string | null;
  readonly silenceAgrees: boolean | null;
  readonly readers: readonly { readonly email: string; readonly locale: Locale; readonly owes: boolean }[];
}

async function letterOf(em: EntityManager, leg: string): Promise<LegLetter | undefined> {
  const [row] = await em.execute<{ letter: LegLetter | null }[]>('select leg_letter(?) as letter', [leg]);
  return row?.letter ?? undefined;
}

/** The name of the city; each has one in every language that is spoken around it. */
function cityIn({ city }: LegLetter, locale: Locale): string {
  const tag = [locale, ...LOCALES[locale].fallback, 'en', 'fr'].find((one) => city[one]);
  return tag === undefined ? Object.values(city)[0]! : city[tag]!;
}

const factsOf = (letter: LegLetter, locale: Locale) => ({ city: cityIn(letter, locale), startsOn: letter.startsOn, endsOn: letter.endsOn, purpose: inMail(alongChain(letter, 'purpose', locale)!) });

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
export const forConsultations = <T>(em: EntityManager, work: (em: EntityManager) => Promise<T>): Promise<T> => actingFor(em, 'consultations', work);

/** Reminds the posts whose last day is near, each once and by itself. Throws the first failure at the end. */
export function remindPosts(em: EntityManager, origin: string): Promise<void> {
  return eachTaken(em, 'consultations', async (own, passed, took) => {
    const [taken] = await own.execute<{ leg: string | null }[]>('select take_reminder(?::uuid[]) as leg', [`{${passed.join(',')}}`]);
    if (!taken?.leg) return false;
    took(taken.leg);
    await writeToPost(own, taken.leg, 'opinionDue', origin);
    return true;
  });
}
