import type { Locale } from '@passerelle/shared/locales.ts';
import type { UrgencyCriterion } from '@passerelle/shared/needUrgency.ts';

import { comparing } from '../core/editing/index.ts';
import type { Need, NeedFault, NeedInput } from './useNeeds.ts';

/** A need as it is typed; vocabularies by their codes. */
export interface TypedNeed {
  sourceLocale: Locale;
  country: string;
  title: string;
  text: string;
  theme: string;
  /** A part of the theme; empty for the whole of it. */
  subtheme: string;
  pillar: string;
  criteria: UrgencyCriterion[];
  furtherThemes: string[];
  audiences: string[];
  links: { url: string; label: string }[];
}

const NEED_FIELDS = ['sourceLocale', 'country', 'title', 'text', 'theme', 'subtheme', 'pillar', 'criteria', 'furtherThemes', 'audiences', 'links'] as const satisfies readonly (keyof TypedNeed)[];
export type NeedFieldName = (typeof NEED_FIELDS)[number];

export const MOST_LINKS = 10;

/** A need of which nothing is said yet, in the language of the page. */
export const emptyNeed = (sourceLocale: Locale, country: string): TypedNeed => ({ sourceLocale, country, title: '', text: '', theme: '', subtheme: '', pillar: '', criteria: [], furtherThemes: [], audiences: [], links: [] });

/** A need as it may have been kept: before there were sub-themes it said none. */
export type KeptNeed = Omit<TypedNeed, 'subtheme'> & { readonly subtheme?: string };

/** Whether something that was kept is a need as it is typed today, or was before. */
export function isKeptNeed(kept: unknown): kept is KeptNeed {
  const [now, then] = [emptyNeed('fr', ''), kept as Readonly<Record<string, unknown>> | null];
  return NEED_FIELDS.every((field) => (field === 'subtheme' && then?.[field] === undefined && then !== null) || (Array.isArray(now[field]) ? Array.isArray(then?.[field]) : typeof then?.[field] === 'string'));
}

/** A need that is stored, as if it were typed: in the language in which it was first written, and in no other. */
export function typedNeed({ texts, country, theme, subtheme, pillar, criteria, furtherThemes, audiences, links }: Need): TypedNeed {
  const source = texts.find(({ isSource }) => isSource)!;
  return {
    sourceLocale: source.locale as Locale, country: country.code, title: source.title ?? '', text: source.text ?? '', theme: theme.code, subtheme: subtheme?.code ?? '', pillar, criteria: [...criteria], furtherThemes: furtherThemes.map(({ code }) => code).sort(),
    audiences: audiences.map(({ code }) => code).sort(), links: links.map(({ url, label }) => ({ url: String(url), label })),
  };
}

const isTyped = ({ url, label }: TypedNeed['links'][number]): boolean => url.trim() !== '' || label.trim() !== '';

/** The line, from 0, of the link that is sent as the one at `position`; -1 for none. */
export const lineOf = (links: TypedNeed['links'], position: number): number => links.indexOf(links.filter(isTyped)[position]!);

/** What is sent of what is typed; lines of links of which nothing is typed are left out. */
export function needInput({ subtheme, pillar, links, furtherThemes, ...typed }: TypedNeed): NeedInput {
  // What was ticked among the others, and then chosen as the theme, stands in their list no more.
  return { ...typed, subtheme: subtheme || null, pillar: pillar as NeedInput['pillar'], furtherThemes: furtherThemes.filter((code) => code !== typed.theme), links: links.filter(isTyped) };
}

const missing = (field: NeedFault['field'], text: string): NeedFault[] => (text.trim() === '' ? [{ field, fault: 'MISSING', maximum: null, position: null }] : []);

/** What is wrong with what is typed, as far as the page can know, in the order of the fields. */
export const needFaults = ({ country, title, text, theme, pillar }: TypedNeed): NeedFault[] => [...missing('COUNTRY', country), ...missing('TITLE', title), ...missing('TEXT', text), ...missing('THEME', theme), ...missing('PILLAR', pillar)];

/** What is typed of a need beside what is stored of it. */
export const needComparing = comparing<TypedNeed, NeedFieldName>(NEED_FIELDS);
