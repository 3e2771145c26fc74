/** Papers with something in each of their parts, drawn without a server. */
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import type { Facts } from './facts.ts';
import { PaperKind } from './paper-kind.ts';
import { paperPdf } from './paper-pdf.ts';
import { partsOf } from './papers.ts';
import type { PaperToDraw } from './sheet.ts';

export const MEETING = '00000000-0000-4000-8000-000000000001';
export const LEG = '00000000-0000-4000-8000-000000000002';
export const WHO = '00000000-0000-4000-8000-000000000003';
const everywhere = (text: (locale: Locale) => string): Record<Locale, string> => Object.fromEntries(LOCALE_TAGS.map((locale) => [locale, text(locale)])) as Record<Locale, string>;
const stay = { leg: LEG, country: 'RS', city: 'belgrade', arrivesAt: '2098-11-08T09:15', leavesAt: '2098-11-10T18:45', lodgingName: 'Хотел Ђердап', lodgingAddress: 'Çameria 5', transport: null, isLodgingProvided: false, sourceLocale: 'fr' as const, purpose: everywhere((locale) => `[${locale}] Čćžšđ ŐŰ ğış Ξένιος Ґїє`) };

export const facts: Facts = {
  version: 2, isDemonstration: false,
  leg: { ...stay, key: LEG, startsOn: '2098-11-08', endsOn: '2098-11-10' },
  people: [{ key: WHO, role: 'MAGISTRATE', profession: 'JUDGE', arrivesAt: stay.arrivesAt, leavesAt: stay.leavesAt, languages: [{ language: 'fr', level: 'NATIVE' }] }],
  meetings: [{ key: MEETING, leg: LEG, sourceLocale: 'fr', subject: { fr: 'Équipes communes' }, note: {}, organisation: null, host: 'Тужилаштво', status: 'CONFIRMED', minutes: 90, day: '2098-11-09', starts: '10:00', languages: [{ language: 'sr', atLeast: 'B2' }], people: [{ key: WHO, role: 'MAGISTRATE', isSubstitute: false }] }],
  contacts: [{ key: WHO }], member: { key: WHO, role: 'MAGISTRATE', isLead: true, profession: 'JUDGE' }, mission: { sourceLocale: 'fr', title: { fr: 'Tournée' } }, stays: [stay],
  journeys: [{ key: LEG, mode: 'TRAIN', from: 'paris', to: 'belgrade', departsAt: '2098-11-07T08:00', arrivesAt: '2098-11-07T20:00', carrier: 'IC 1' }],
  places: { [MEETING]: { name: 'Палата', address: 'Savska 17', organisation: null, host: 'Тужилаштво', country: 'RS' } }, names: { [WHO]: { name: 'Ёва Ðorđe Őri' } },
};
const reference = {
  countries: { RS: everywhere((locale) => `Serbia-${locale}`) }, notes: { RS: { en: 'A note on the country.' } }, cities: { belgrade: everywhere(() => 'Београд'), paris: { fr: 'Paris' } }, zones: { belgrade: 'Europe/Belgrade', paris: 'Europe/Paris' },
  languages: { sr: everywhere((locale) => `Serbian-${locale}`), fr: { fr: 'français' } }, professions: { JUDGE: everywhere((locale) => `Judge-${locale}`) }, organisations: {},
};
/** A paper, as it is drawn from. */
export const paper = (kind: PaperKind, changes: Partial<PaperToDraw> = {}): PaperToDraw => ({ kind, number: 3, madeAt: new Date('2098-10-01T10:00:00Z'), state: 'CURRENT', facts, earlier: [], reference, ...changes });
export const PAPER_KINDS = Object.keys(PaperKind) as PaperKind[];

/** Its file, with so many meetings. */
export function drawnPaper(kind: PaperKind, locales: readonly Locale[], { meetings = 1, ...changes }: Partial<PaperToDraw> & { readonly meetings?: number } = {}): Promise<Buffer> {
  const of = changes.facts ?? facts;
  const drawn = paper(kind, { ...changes, facts: { ...of, meetings: Array.from({ length: meetings }, () => of.meetings![0]!) } });
  return paperPdf(partsOf(drawn, locales), new Date('2098-10-01T10:00:00Z'));
}
