/**
 * Who needs an interpreter at a meeting. A meeting is held in each of its languages, and each says how well whoever follows it speaks it. Of each language:
 *
 * - whoever speaks it at that level, or better, follows;
 * - whoever has said in which languages they work, and not in this one at that level, needs an interpreter between it and the languages they speak best;
 * - of whoever has said nothing it is unknown: they are told apart, and counted neither as following nor as in need.
 *
 * A bridge is somebody who goes, follows the language, and speaks one of the languages of whoever needs an interpreter at C1 or better: they can serve where no interpreter comes. Who goes in somebody's place if need be is
 * asked as the others are; whether they count is said by whoever asks. In a meeting without a language nobody needs anything.
 */
export const LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE'] as const;
export type Level = (typeof LEVELS)[number];

/** How well somebody speaks a language, by its code. */
export interface Skill {
  readonly language: string;
  readonly level: Level;
}

/** Somebody who goes; without any language nobody has said in which ones they work. */
export interface Speaker {
  readonly name: string;
  readonly languages: readonly Skill[];
}

/** Somebody who does not follow a language, with those that they speak best, and the names of who could serve as a bridge. */
export interface Need {
  readonly name: string;
  readonly between: readonly string[];
  readonly bridges: readonly string[];
}

/** How it stands with one language of a meeting. */
export interface Interpretation {
  readonly language: string;
  readonly atLeast: Level;
  readonly follows: readonly string[];
  readonly needs: readonly Need[];
  /** Of whom nobody has said in which languages they work. */
  readonly unknown: readonly string[];
}

/** From this level on somebody says in a language what was said in another. */
const BRIDGE: Level = 'C1';

const rank = (level: Level): number => LEVELS.indexOf(level);
const speaks = ({ languages }: Speaker, language: string, atLeast: Level): boolean => languages.some((skill) => skill.language === language && rank(skill.level) >= rank(atLeast));

function bestOf({ languages }: Speaker): string[] {
  const best = Math.max(...languages.map(({ level }) => rank(level)));
  return languages.filter(({ level }) => rank(level) === best).map(({ language }) => language);
}

/** Who needs an interpreter, language by language, in the order of the languages and of who goes. */
export function interpretationOf(people: readonly Speaker[], languages: readonly { readonly language: string; readonly atLeast: Level }[]): Interpretation[] {
  return languages.map(({ language, atLeast }) => {
    const following = people.filter((person) => speaks(person, language, atLeast));
    const needing = people.filter((person) => person.languages.length > 0 && !following.includes(person));
    return {
      language, atLeast, follows: following.map(({ name }) => name), unknown: people.filter((person) => person.languages.length === 0).map(({ name }) => name),
      needs: needing.map((person) => {
        const between = bestOf(person);
        return { name: person.name, between, bridges: following.filter((one) => between.some((own) => speaks(one, own, BRIDGE))).map(({ name }) => name) };
      }),
    };
  });
}

/** A language that nobody who goes is known to speak well enough; `isUnknown` where somebody of whom nothing is said might. */
export interface UncoveredLanguage {
  readonly language: string;
  readonly isUnknown: boolean;
}

/** How many of a role are still missing. */
export interface MissingRole<Role extends string> {
  readonly kind: Role;
  readonly missing: number;
}

/** What a meeting lacks: of each role that it needs those who do not go, and its languages that nobody speaks. Who goes in somebody's place if need be counts for nothing. */
export function lacksOf<Role extends string>(
  people: readonly (Speaker & { readonly kind: Role; readonly isSubstitute: boolean })[], { needs, languages }: { readonly needs: readonly { readonly kind: Role; readonly atLeast: number }[]; readonly languages: readonly { readonly language: string; readonly atLeast: Level }[] },
): { readonly roles: readonly MissingRole<Role>[]; readonly languages: readonly UncoveredLanguage[] } {
  const going = people.filter(({ isSubstitute }) => !isSubstitute);
  return {
    roles: needs.map(({ kind, atLeast }) => ({ kind, missing: atLeast - going.filter((person) => person.kind === kind).length })).filter(({ missing }) => missing > 0),
    languages: interpretationOf(going, languages).filter(({ follows }) => follows.length === 0).map(({ language, unknown }) => ({ language, isUnknown: unknown.length > 0 })),
  };
}
