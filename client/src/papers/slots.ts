import type { Locale } from '@passerelle/shared/locales.ts';

import type { Paper, PaperLeg, Slot } from './usePapers.ts';

/** The key in an id. */
const keyOf = (id: string): string => id.slice(id.indexOf('_') + 1);

const versionsOf = (papers: readonly Paper[], kind: Slot['kind'], about: string): Slot => ({ kind, about, versions: papers.filter((paper) => paper.kind === kind && paper.aboutKey === about).toSorted((one, other) => other.number - one.number) });

/** The papers of a leg that is about no single meeting. */
export const ofLeg = ({ id }: Pick<PaperLeg, 'id'>, papers: readonly Paper[]): Slot[] => (['PROGRAMME_POST', 'CONTACTS', 'INTERPRETER'] as const).map((kind) => versionsOf(papers, kind, keyOf(id)));

/** The invitations to its meetings; what a host has refused invites nobody, unless it did. */
export function invitationsOf({ meetings }: Pick<PaperLeg, 'meetings'>, papers: readonly Paper[]): { readonly meeting: PaperLeg['meetings'][number]; readonly slot: Slot }[] {
  return meetings.map((meeting) => ({ meeting, slot: versionsOf(papers, 'INVITATION', meeting.key) })).filter(({ meeting: { status }, slot }) => status !== 'REFUSED' || slot.versions.length > 0);
}

/** The invitations to meetings of a leg that are there no more: what was given out stays to be read. */
export function invitationsLeft({ meetings, papers: own }: Pick<PaperLeg, 'meetings' | 'papers'>, papers: readonly Paper[]): Slot[] {
  const keys = new Set(own.map(({ key }) => key));
  return slotsOf(papers.filter(({ kind, key, aboutKey }) => kind === 'INVITATION' && keys.has(key) && !meetings.some((meeting) => meeting.key === aboutKey)));
}

/** The papers about those who do not go any more. */
export const papersLeft = (people: readonly { readonly key: string }[], papers: readonly Paper[]): Slot[] =>
  slotsOf(papers.filter(({ kind, aboutKey }) => (kind === 'PROGRAMME_PERSON' || kind === 'ORDER') && !people.some(({ key }) => key === aboutKey)));

/** The papers of somebody in the team. */
export const ofMember = (key: string, papers: readonly Paper[]): Slot[] => (['PROGRAMME_PERSON', 'ORDER'] as const).map((kind) => versionsOf(papers, kind, key));

/** Papers by what they are and what they are about. */
export function slotsOf(papers: readonly Paper[]): Slot[] {
  return [...Map.groupBy(papers, ({ kind, aboutKey }) => `${kind} ${aboutKey}`).values()].map(([first]) => versionsOf(papers, first!.kind, first!.aboutKey));
}

/** The first of the languages of each country that the site speaks. */
const SPOKEN: Readonly<Record<string, Locale>> = { AL: 'sq', BA: 'bs', BG: 'bg', CY: 'el', GR: 'el', HR: 'hr', HU: 'hu', MD: 'ro', ME: 'cnr', MK: 'mk', RO: 'ro', RS: 'sr-Cyrl', SI: 'sl', TR: 'tr', UA: 'uk', XK: 'sq' };

/** The language in which a paper begins beside French. */
export const spokenIn = (country: string | undefined): Locale => SPOKEN[country ?? ''] ?? 'en';

/** Where a file of a paper is. */
export const fileOf = (key: string, form: 'pdf' | 'html' | 'ics', languages: readonly string[]): string => `/paper/${key}.${form}?languages=${languages.join(',')}`;
