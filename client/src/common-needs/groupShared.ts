import type { CommonNeed } from './useCommonNeeds.ts';

/** What two needs of a group or more have, by codes, that of the most first. */
function shared(lists: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const code of lists.flat()) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 1).sort(([, one], [, other]) => other - one).map(([code]) => code);
}

/** What the needs of a group share. */
export function groupShared({ needs }: Pick<CommonNeed, 'needs'>): { readonly themes: string[]; readonly subthemes: string[]; readonly audiences: string[]; readonly pillar: CommonNeed['needs'][number]['pillar'] | null } {
  const pillars = new Set(needs.map(({ pillar }) => pillar));
  return {
    themes: shared(needs.map(({ theme, furtherThemes }) => [theme.code, ...furtherThemes.map(({ code }) => code)])), subthemes: shared(needs.map(({ subtheme }) => (subtheme ? [subtheme.code] : []))), audiences: shared(needs.map(({ audiences }) => audiences.map(({ code }) => code))), pillar: pillars.size === 1 ? needs[0]!.pillar : null,
  };
}
