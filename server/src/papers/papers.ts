/** What each kind of paper says, in one language. */
import { type Interpretation, interpretationOf } from '@passerelle/shared/interpretation.ts';
import type { Locale } from '@passerelle/shared/locales.ts';
import { filled } from '../core/translation/index.ts';
import { type JourneyFact, type MeetingFact, type StayFact, tellsRoles } from './facts.ts';
import type { PaperKind } from './paper-kind.ts';
import { along, writtenDays, writtenMoment } from './said.ts';
import { cityIn, functionOf, here, hostOf, type Item, languageIn, legLines, levelIn, type Line, lineOf, nameOf, type PaperToDraw, type Part, partOf, placeIn, type Section, whenIs, whereIs, type Writing } from './sheet.ts';

type Body = Pick<Part, 'lines' | 'sections'> & Partial<Part>;

const section = (heading: string, items: readonly Item[], none: string): Section => ({ heading, items, none: items.length === 0 ? none : null });

/** A language with how well it is asked for. */
const languagesOf = (writing: Writing, { languages }: MeetingFact): string => languages.map(({ language, atLeast }) => `${languageIn(writing, language)} (${levelIn(writing, atLeast)})`).join(', ');

/** Who goes, each as what; in somebody's place if need be, of whom where that is said. */
function whoGoes(writing: Writing, { people }: MeetingFact): string {
  const { words, facts } = writing;
  return people.map(({ key, role, isSubstitute, substituteFor }) => {
    const place = substituteFor === undefined ? words.substitute : filled(words.inPlaceOf, { name: nameOf(writing, substituteFor) });
    const said = [...(tellsRoles(facts) ? [words.role[role]] : []), ...(isSubstitute ? [place] : [])];
    return `${nameOf(writing, key)}${said.length > 0 ? ` (${said.join(' · ')})` : ''}`;
  }).join(', ');
}

const subjectOf = ({ locale }: Writing, { subject, sourceLocale }: MeetingFact): ReturnType<typeof along> => along(subject, locale, sourceLocale);

/** A meeting of a programme; whoever's own it is does not stand in it, nor does a note in it, which is written for the post. */
function meetingItem(writing: Writing, meeting: MeetingFact, isOwn: boolean): Item {
  const { words, locale } = writing;
  const mine = meeting.people[0];
  const own = mine && [words.role[mine.role], ...(mine.isSubstitute ? [words.substitute] : [])].join(' · ');
  return {
    heading: here(`${whenIs(writing, meeting)} · ${words.status[meeting.status]}`, writing),
    lines: [
      ...lineOf(words.subject, subjectOf(writing, meeting), writing), ...lineOf(words.host, hostOf(writing, meeting), writing), ...lineOf(words.place, whereIs(writing, meeting.key), writing), ...lineOf(words.languages, languagesOf(writing, meeting), writing),
      ...lineOf(isOwn ? words.function : words.people, isOwn ? own : whoGoes(writing, meeting), writing), ...(isOwn ? [] : lineOf(words.note, along(meeting.note, locale, meeting.sourceLocale), writing)),
    ],
  };
}

const meetingsSection = (writing: Writing, isOwn: boolean): Section => section(writing.words.meetings, (writing.facts.meetings ?? []).map((meeting) => meetingItem(writing, meeting, isOwn)), writing.words.meetingsNone);

function contactItem(writing: Writing, key: string): Item {
  const { words, facts } = writing;
  const known = facts.names[key];
  return {
    heading: here(nameOf(writing, key), writing),
    lines: [...lineOf(words.function, known?.function, writing), ...lineOf(words.organisation, known?.organisation, writing), ...lineOf(words.phone, known?.phone, writing), ...lineOf(words.email, known?.email, writing)],
  };
}

const contactsSection = (writing: Writing): Section => section(writing.words.contacts, (writing.facts.contacts ?? []).map(({ key }) => contactItem(writing, key)), writing.words.contactsNone);

const lodgingLine = (writing: Writing, { lodgingName, lodgingAddress, isLodgingProvided }: Partial<StayFact>): Line[] =>
  lineOf(writing.words.lodging, [lodgingName, lodgingAddress].filter(Boolean).join(' · ') || (isLodgingProvided ? writing.words.lodgingProvided : writing.words.unknown), writing);

/** It is written in the language of the leg. */
const transportLine = (writing: Writing, { transport, sourceLocale }: Partial<StayFact>): Line[] => lineOf(writing.words.transport, transport ? { text: transport, locale: sourceLocale! } : null, writing);

function programmeOfPost(writing: Writing): Body {
  const { facts, words, locale } = writing;
  const leg = facts.leg!;
  const people = (facts.people ?? []).map((person): Item => ({
    heading: here(nameOf(writing, person.key), writing),
    lines: [...lineOf(words.function, functionOf(writing, person), writing), ...lineOf(words.arrives, writtenMoment(locale, person.arrivesAt!), writing), ...lineOf(words.leaves, writtenMoment(locale, person.leavesAt!), writing)],
  }));
  return {
    lines: [...legLines(writing), ...lineOf(words.purpose, along(leg.purpose, locale, leg.sourceLocale!), writing), ...lodgingLine(writing, leg), ...transportLine(writing, leg)],
    sections: [section(words.people, people, words.peopleNone), meetingsSection(writing, false)], closing: [words.localTimes],
  };
}

function stayItem(writing: Writing, stay: StayFact): Item {
  const { words, locale } = writing;
  return {
    heading: placeIn(writing, stay),
    lines: [
      ...lineOf(words.arrives, writtenMoment(locale, stay.arrivesAt), writing), ...lineOf(words.leaves, writtenMoment(locale, stay.leavesAt), writing), ...lineOf(words.purpose, along(stay.purpose, locale, stay.sourceLocale), writing),
      ...lodgingLine(writing, stay), ...transportLine(writing, stay),
    ],
  };
}

function journeyItem(writing: Writing, { mode, from, to, departsAt, arrivesAt, carrier }: JourneyFact): Item {
  const { words, locale } = writing;
  return {
    heading: here(`${cityIn(writing, from).text} – ${cityIn(writing, to).text}`, writing),
    lines: [...lineOf(words.means, [words.mode[mode], ...(carrier === null ? [] : [carrier])].join(' · '), writing), ...lineOf(words.leaves, writtenMoment(locale, departsAt), writing), ...lineOf(words.arrives, writtenMoment(locale, arrivesAt), writing)],
  };
}

function whoItIs(writing: Writing): Line[] {
  const { facts: { member }, words } = writing;
  return [...lineOf(words.person, nameOf(writing, member!.key), writing), ...lineOf(words.function, functionOf(writing, member!), writing)];
}

const staysSection = (writing: Writing): Section => section(writing.words.stays, (writing.facts.stays ?? []).map((stay) => stayItem(writing, stay)), writing.words.unknown);
const journeysSection = (writing: Writing): Section => section(writing.words.journeys, (writing.facts.journeys ?? []).map((journey) => journeyItem(writing, journey)), writing.words.journeysNone);

const programmeOfPerson = (writing: Writing): Body => ({ lines: whoItIs(writing), sections: [staysSection(writing), journeysSection(writing), meetingsSection(writing, true), contactsSection(writing)], closing: [writing.words.localTimes] });

function invitation(writing: Writing): Body {
  const { facts, words } = writing;
  const meeting = facts.meetings![0]!;
  const going = meeting.people.map(({ key, role }): Item => {
    const person = facts.people?.find((one) => one.key === key);
    const as = tellsRoles(facts) ? { role, profession: person?.profession ?? null } : person;
    return { heading: here(nameOf(writing, key), writing), lines: as ? lineOf(words.function, functionOf(writing, as), writing) : [] };
  });
  return {
    lead: words.invites, lines: [
      ...lineOf(words.host, hostOf(writing, meeting), writing), ...lineOf(words.subject, subjectOf(writing, meeting), writing), ...lineOf(words.when, whenIs(writing, meeting), writing), ...lineOf(words.city, placeIn(writing, facts.leg!), writing),
      ...lineOf(words.place, whereIs(writing, meeting.key), writing), ...lineOf(words.languages, languagesOf(writing, meeting), writing),
    ],
    sections: [section(words.participants, going, words.peopleNone)], closing: [words.localTimes, words.confirm],
  };
}

/** Who needs an interpreter in one language of a meeting. */
function interpretationLines(writing: Writing, { language, atLeast, follows, needs, unknown }: Interpretation): Line[] {
  const { words } = writing;
  const label = `${languageIn(writing, language)} (${levelIn(writing, atLeast)})`;
  const said = [
    ...(follows.length > 0 ? [filled(words.follows, { names: follows.join(', ') })] : []),
    ...needs.flatMap(({ name, between, bridges }) => [filled(words.needs, { name, languages: between.map((code) => languageIn(writing, code)).join(', ') }), ...(bridges.length > 0 ? [filled(words.bridges, { names: bridges.join(', ') })] : [])]),
    ...(unknown.length > 0 ? [filled(words.languagesUnknown, { names: unknown.join(', ') })] : []), ...(needs.length === 0 && unknown.length === 0 ? [words.noInterpretation] : []),
  ];
  return lineOf(label, said.join(' '), writing);
}

function interpreter(writing: Writing): Body {
  const { facts, words } = writing;
  const items = (facts.meetings ?? []).map((meeting): Item => {
    const going = meeting.people.filter(({ isSubstitute }) => !isSubstitute).map(({ key }) => ({ name: nameOf(writing, key), languages: facts.people?.find((one) => one.key === key)?.languages ?? [] }));
    return {
      heading: here(whenIs(writing, meeting), writing),
      lines: [
        ...lineOf(words.subject, subjectOf(writing, meeting), writing), ...lineOf(words.host, hostOf(writing, meeting), writing), ...lineOf(words.place, whereIs(writing, meeting.key), writing),
        ...interpretationOf(going, meeting.languages).flatMap((one) => interpretationLines(writing, one)),
      ],
    };
  });
  return { lines: legLines(writing), sections: [section(words.meetings, items, words.noLanguages)], closing: [words.localTimes] };
}

function order(writing: Writing): Body {
  const { facts: { mission, stays = [] }, words, locale } = writing;
  const days = [...stays].map(({ arrivesAt, leavesAt }) => [arrivesAt.slice(0, 10), leavesAt.slice(0, 10)] as const);
  const [first, last] = [days.map(([from]) => from).toSorted()[0], days.map(([, until]) => until).toSorted().at(-1)];
  return {
    lead: words.form,
    lines: [...whoItIs(writing), ...lineOf(words.object, along(mission!.title, locale, mission!.sourceLocale), writing), ...lineOf(words.days, first && last && writtenDays(locale, first, last), writing)],
    sections: [staysSection(writing), journeysSection(writing)], closing: [words.localTimes], signatures: [words.authority, words.traveller],
  };
}

const BODIES: Readonly<Record<PaperKind, (writing: Writing) => Body>> = {
  PROGRAMME_POST: programmeOfPost, PROGRAMME_PERSON: programmeOfPerson, INVITATION: invitation, INTERPRETER: interpreter, ORDER: order, CONTACTS: (writing) => ({ lines: legLines(writing), sections: [contactsSection(writing)] }),
};

/** What a paper says, language by language. */
export const partsOf = (paper: PaperToDraw, locales: readonly Locale[]): Part[] => locales.map((locale) => partOf(paper, locale, BODIES[paper.kind]));
