/** In what a paper differs from what is so now, so that a page can say it in words. Pure functions. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { canonical, type Facts, type MeetingFact } from './facts.ts';
import type { PaperChangeKind, PaperKind, PaperState } from './paper-kind.ts';

/** What has changed; `about`: the subject of the meeting that it is about, in the language in which it was written, or the name of whom; `before` and `after` where they are a day (`2027-11-08`), hours (`09:30`) or names. */
export interface Change {
  readonly kind: PaperChangeKind;
  readonly about: string | null;
  readonly aboutLocale: Locale | null;
  readonly before: string | null;
  readonly after: string | null;
}

interface Both { readonly then: Facts; readonly now: Facts }

const change = (kind: PaperChangeKind, meeting: MeetingFact | null = null, before: string | null = null, after: string | null = null): Change => ({
  kind, about: meeting?.subject[meeting.sourceLocale] ?? null, aboutLocale: meeting && meeting.subject[meeting.sourceLocale] !== undefined ? meeting.sourceLocale : null, before, after,
});

const differ = (one: unknown, other: unknown): boolean => canonical(one ?? null) !== canonical(other ?? null);

/** Whether something else is so. How a paper says it is no matter: one of an older shape is no other by that. */
export const isOther = (then: Facts, now: Facts | null): boolean => now === null || differ({ ...then, version: 0 }, { ...now, version: 0 });

/** The names of those whom one paper names and the other does not; null for none. */
function namesOnly(keys: readonly string[], others: readonly string[], { names }: Facts): string | null {
  const said = keys.filter((key) => !others.includes(key)).map((key) => names[key]?.name).filter((name) => name !== undefined);
  return said.length > 0 ? said.join(', ') : null;
}

function placeOf({ places }: Facts, key: string): string | null {
  const place = places[key];
  return place ? [place.name, place.address].filter(Boolean).join(' · ') : null;
}

function meetingChanges(was: MeetingFact, is: MeetingFact, { then, now }: Both): Change[] {
  const [keysThen, keysNow] = [was, is].map(({ people }) => people.map(({ key }) => key)) as [string[], string[]];
  const found: readonly (readonly [boolean, () => Change])[] = [
    [was.day !== is.day, () => change('DAY', is, was.day, is.day)], [was.starts !== is.starts || was.minutes !== is.minutes, () => change('HOURS', is, was.starts, is.starts)],
    [differ(placeOf(then, was.key), placeOf(now, is.key)), () => change('PLACE', is, placeOf(then, was.key), placeOf(now, is.key))],
    [was.organisation !== is.organisation || was.host !== is.host, () => change('HOST', is, was.host, is.host)], [was.status !== is.status, () => change('STATUS', is)],
    [differ(was.people, is.people), () => change('PEOPLE', is, namesOnly(keysThen, keysNow, then), namesOnly(keysNow, keysThen, now))], [differ(was.languages, is.languages), () => change('LANGUAGES', is)],
    [differ([was.subject, was.note], [is.subject, is.note]), () => change('TEXTS', is)],
  ];
  return found.filter(([isSo]) => isSo).map(([, said]) => said());
}

function ofMeetings(both: Both): Change[] {
  const [was, is] = [both.then.meetings ?? [], both.now.meetings ?? []];
  return [
    ...is.flatMap((meeting) => {
      const before = was.find(({ key }) => key === meeting.key);
      return before ? meetingChanges(before, meeting, both) : [change('ADDED', meeting)];
    }),
    ...was.filter(({ key }) => !is.some((one) => one.key === key)).map((meeting) => change('REMOVED', meeting)),
  ];
}

const whoComes = ({ people = [] }: Facts): string[] => people.map(({ key }) => key);
const when = ({ people = [] }: Facts): unknown => people.map(({ key, arrivesAt, leavesAt }) => [key, arrivesAt, leavesAt]);
const asWhat = ({ people = [], member }: Facts): unknown => [people.map(({ key, role, profession }) => [key, role, profession]), member];
const speaks = ({ people = [] }: Facts): unknown => people.map(({ key, languages }) => [key, languages]);

// Who goes to the meetings of a paper that says nothing else of them is told with the meeting.
const tellsComing = ({ people = [] }: Facts): boolean => people.some(({ arrivesAt }) => arrivesAt !== undefined);

function ofPeople({ then, now }: Both): Change[] {
  const [was, is] = [whoComes(then), whoComes(now)];
  if ((tellsComing(now) || tellsComing(then)) && differ(was.toSorted(), is.toSorted())) return [change('PEOPLE', null, namesOnly(was, is, then), namesOnly(is, was, now))];
  if (differ(was, is)) return [];
  const of = (kind: PaperChangeKind, what: (facts: Facts) => unknown): Change[] => (differ(what(then), what(now)) ? [change(kind)] : []);
  return [...of('STAY', when), ...of('FUNCTION', asWhat), ...of('LANGUAGES', speaks)];
}

const places = ({ leg, stays }: Facts): unknown => [leg && [leg.city, leg.startsOn, leg.endsOn], stays?.map(({ leg: key, city }) => [key, city])];
const hours = ({ stays }: Facts): unknown => stays?.map(({ leg, arrivesAt, leavesAt }) => [leg, arrivesAt, leavesAt]);
const lodging = ({ leg, stays }: Facts): unknown => [leg && [leg.lodgingName, leg.lodgingAddress, leg.transport], stays?.map(({ lodgingName, lodgingAddress, transport, isLodgingProvided }) => [lodgingName, lodgingAddress, transport, isLodgingProvided])];
const purposes = ({ leg, stays, mission }: Facts): unknown => [leg?.purpose, stays?.map(({ purpose }) => purpose), mission];
const reached = ({ contacts = [], names }: Facts): unknown => contacts.map(({ key }) => [key, names[key]]);

/** That what a paper is about is not to be any more: an invitation with what about, what is about somebody with whom. */
function ended(kind: PaperKind, { meetings = [], member, names }: Facts): Change {
  return { ...change('ENDED', kind === 'INVITATION' ? meetings[0] : null), ...(member && { about: names[member.key]?.name ?? null }) };
}

/** What has changed since a paper was made. */
export function changesOf(then: Facts, now: Facts | null, paper: PaperKind): Change[] {
  if (now === null) return [ended(paper, then)];
  const both = { then, now };
  const of = (kind: PaperChangeKind, what: (facts: Facts) => unknown): Change[] => (differ(what(then), what(now)) ? [change(kind)] : []);
  const found = [...of('DAYS', places), ...of('STAY', hours), ...ofPeople(both), ...ofMeetings(both), ...of('JOURNEYS', ({ journeys }) => journeys), ...of('LODGING', lodging), ...of('CONTACTS', reached), ...of('TEXTS', purposes)];
  if (found.length > 0) return found;
  // The name of somebody.
  return isOther(then, now) ? [change('PEOPLE')] : [];
}

/** Where a paper stands. */
export function stateOf(then: Facts, now: Facts | null, isReplaced: boolean): PaperState {
  if (isReplaced) return 'REPLACED';
  return isOther(then, now) ? 'CHANGED' : 'CURRENT';
}
