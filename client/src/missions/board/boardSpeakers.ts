import type { Skill, Speaker } from '@passerelle/shared/interpretation.ts';
import type { TeamRole } from '@passerelle/shared/missionTeam.ts';

import type { Board, BoardMeeting } from './useBoard.ts';

/** Who goes to a meeting with the languages in which they work; none of those who are no expert, of whom nobody has said it. */
export function speakersAt({ members }: Pick<Board, 'members'>, { people }: Pick<BoardMeeting, 'people'>): (Speaker & { readonly kind: TeamRole; readonly isSubstitute: boolean })[] {
  return people.map(({ memberKey, name, kind, isSubstitute }) => {
    const expert = members.find(({ key }) => key === memberKey)?.expert;
    return { name, kind, isSubstitute, languages: (expert?.languages ?? []).map(({ language, level }): Skill => ({ language: language.code, level })) };
  });
}

/** In which languages a meeting is held, and how well whoever follows it speaks each. */
export const heldIn = ({ languages }: Pick<BoardMeeting, 'languages'>): { readonly language: string; readonly atLeast: Skill['level'] }[] => languages.map(({ language, atLeast }) => ({ language: language.code, atLeast }));

/** The names of all languages that a board knows of, by their codes. */
export function languageNames({ legs, members }: Pick<Board, 'legs' | 'members'>): ReadonlyMap<string, string> {
  const all = [...legs.flatMap(({ meetings }) => meetings).flatMap(({ languages }) => languages), ...members.flatMap(({ expert }) => expert?.languages ?? [])];
  return new Map(all.map(({ language }) => [language.code, language.name.text]));
}
