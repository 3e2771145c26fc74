/** From a template and its parameters to what is sent: subject, plain text and HTML, in the language of who receives it. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { filled, given } from '../core/translation/index.ts';
import { address, escaped } from './escape.ts';
import type { MailParams, MailTemplate, MaybeTaught, Waits } from './mail-params.ts';
import { qrTable } from './qr-table.ts';
import { formFor, lastDay, TEXTS, written, writtenDay, writtenMoment } from './texts.ts';
import { TEMPLATES } from './templates/templates.generated.ts';

export interface Rendered {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The name of the product, as it stands in every mail. */
const SERVICE = 'Passerelle';

type Values = Readonly<Record<string, string>>;

interface Content {
  readonly subject: string;
  /** What is filled into the HTML. */
  readonly values: Values;
  /** The paragraphs of the plain text. */
  readonly paragraphs: readonly string[];
  /** HTML of ours that is filled in as it is, by name. */
  readonly drawn?: Values;
}

const CONTENTS: { readonly [T in MailTemplate]: (params: MailParams[T], locale: Locale) => Content } = {
  signInLink: ({ link, minutes }, locale) => timed(TEXTS[locale].signInLink, { link, minutes, locale }, ['asked', 'press', 'link', 'valid', 'notYou', 'never']),
  changeAddress: ({ link, minutes }, locale) => timed(TEXTS[locale].changeAddress, { link, minutes, locale }, ['asked', 'press', 'link', 'valid', 'notYou']),
  addressChanged: (_params, locale) => content(TEXTS[locale].addressChanged, { service: SERVICE }, {}, ['changed', 'notYou']),
  unusedAccount: ({ link, day }, locale) =>
    content(TEXTS[locale].unusedAccount, { service: SERVICE, day: writtenDay(locale, day) }, { link: address(link) }, ['unused', 'goes', 'signIn', 'link']),
  keysChanged({ change }, locale) {
    const { change: changes, ...sentences } = TEXTS[locale].keysChanged;
    return content({ ...sentences, what: changes[change] }, { service: SERVICE }, {}, ['what', 'you', 'notYou']);
  },
  invitation: ({ inviter, link, until }, locale) => entryMail('invitation', ['invited', 'press', 'link', 'valid', 'notYou'], locale, { inviter, link, until }),
  availabilityRequest({ adviser, title, fromOn, untilOn, answersUntil, link, isReminder }, locale) {
    const { button, address: copied } = TEXTS[locale].signInLink;
    const places = { adviser, title, first: writtenDay(locale, fromOn), last: writtenDay(locale, untilOn), date: writtenDay(locale, answersUntil) };
    const { notYou } = TEXTS[locale].entry;
    const { askedAgain, ...sentences } = TEXTS[locale].availabilityRequest;
    return content({ ...sentences, ...(isReminder && { asked: askedAgain }), notYou }, places, { title, button, address: copied, link: address(link) }, ['asked', 'title', 'first', 'last', 'press', 'link', 'until', 'notYou']);
  },
  slotsOffered: (params, locale) => slotsMail(params, locale),
  slotLost: (params, locale) => goneMail(TEXTS[locale].slotLost, params, locale),
  meetingCancelled: (params, locale) => goneMail(TEXTS[locale].meetingCancelled, params, locale),
  meetingsCancelled: (params, locale) => goneMail(TEXTS[locale].meetingsCancelled, params, locale),
  slotsAnswered({ city, isTaken, link }, locale) {
    const { taken, none, ...sentences } = TEXTS[locale].slotsAnswered;
    const { button, address: copied } = TEXTS[locale].signInLink;
    return content({ ...sentences, told: isTaken ? taken : none, place: TEXTS[locale].legOpinion.place }, { city }, { button, address: copied, link: address(link) }, ['told', 'place', 'press', 'link']);
  },
  opinionAsked: (params, locale) => opinionMail('asked', params, locale),
  opinionDue: (params, locale) => opinionMail('due', params, locale),
  requestOpinionAsked: (params, locale) => requestOpinionMail(TEXTS[locale].requestOpinionAsked, params, locale),
  requestOpinionDue: (params, locale) => requestOpinionMail({ ...TEXTS[locale].requestOpinionAsked, ...TEXTS[locale].requestOpinionDue }, params, locale),
  requestDecided: ({ decision, ...params }, locale) => outcomeMail(TEXTS[locale].requestDecided, { ...params, said: TEXTS[locale].requestDecided.decision[decision] }, locale),
  needMoved: ({ status, ...params }, locale) => outcomeMail(TEXTS[locale].needMoved, { ...params, said: TEXTS[locale].needMoved.status[status] }, locale),
  monitoringDue: ({ step, dueOn, round, link, ...places }, locale) => content({ ...TEXTS[locale].monitoringDue, due: TEXTS[locale].monitoringDue.due[step] }, { ...places, round: written(locale, round), date: writtenDay(locale, dueOn) }, { button: TEXTS[locale].signInLink.button, address: TEXTS[locale].signInLink.address, link: address(link) }, ['told', 'about', 'cycle', 'due', 'press', 'link']),
  legReleased(facts, locale) {
    const { sentences, places, more } = legLines(facts, locale);
    return content({ ...sentences, ...TEXTS[locale].legOpinion.released }, places, more, ['told', 'place', 'first', 'last', 'purpose']);
  },
  paperRenewed: papersMail,
  fileRemoved({ as, link }, locale) {
    const { was, next, ...sentences } = TEXTS[locale].fileRemoved;
    const { button, address: copied } = TEXTS[locale].signInLink;
    return content({ ...sentences, told: was[as], next: next[as] }, { service: SERVICE }, { button, address: copied, link: address(link) }, ['told', 'gone', 'next', 'link']);
  },
  confirmRequest: ({ link, until }, locale) => entryMail('confirmRequest', ['asked', 'press', 'link', 'valid', 'notYou'], locale, { link, until }),
  accessRequested: ({ link }, locale) => entryMail('accessRequested', ['waiting', 'press', 'link'], locale, { link }),
  registrationsUnanswered: ({ link }, locale) => entryMail('registrationsUnanswered', ['waiting', 'press', 'link'], locale, { link }),
  accessGranted: ({ link }, locale) => entryMail('accessGranted', ['granted', 'press', 'link'], locale, { link }),
  accessGrantedReason: ({ link, reason }, locale) => entryMail('accessGranted', ['granted', 'why', 'reason', 'press', 'link'], locale, { link, reason }),
  proposalDecided: ({ link }, locale) => entryMail('proposalDecided', ['decided', 'press', 'link'], locale, { link }), entryAwaits: ({ link }, locale) => entryMail('entryAwaits', ['awaits', 'silence', 'press', 'link'], locale, { link }),
  dataRequestAnswered: ({ link }, locale) => entryMail('dataRequestAnswered', ['answered', 'press', 'link'], locale, { link }),
  registration: ({ change, country, position, waits, ...facts }, locale) => registrationMail(change, { country, position: written(locale, position), waits: whyWaiting(waits, locale) }, facts, locale),
  registrationReason: ({ change, reason, ...facts }, locale) => registrationMail(change, {}, { ...facts, reason }, locale),
  registrationPlace: ({ change, position, waits, leaveLink, ...facts }, locale) => leaving(registrationMail(change, { position: written(locale, position), waits: whyWaiting(waits, locale) }, facts, locale), leaveLink, locale),
  registrationPass: (params, locale) => passMail(params, locale),
  registrationOffer: ({ until, ...facts }, locale) => registrationMail('OFFERED', { until: writtenMoment(locale, until, facts.timeZone) }, facts, locale),
  sessionInvitation: ({ inviter, until, ...facts }, locale) => registrationMail('INVITED', { inviter, until: writtenMoment(locale, until, facts.timeZone) }, facts, locale),
  registrationCertificate: (facts, locale) => registrationMail('CERTIFIED', {}, facts, locale),
  registrationThanks: (params, locale) => thanksMail(params, locale),
  registrationEvaluation: ({ until, ...facts }, locale) => registrationMail('EVALUATION', { until: writtenMoment(locale, until, facts.timeZone) }, facts, locale),
  registrationReminder({ calendar, leaveLink, ...facts }, locale) {
    const { values, paragraphs, ...rest } = registrationMail('REMINDER', {}, facts, locale);
    const more = { calendar: TEXTS[locale].registration.calendar, calendarLink: address(calendar) };
    return leaving({ ...rest, values: { ...values, ...more }, paragraphs: [...paragraphs, more.calendar, more.calendarLink] }, leaveLink, locale);
  },
  registrationsSent({ people, ...facts }, locale) {
    const titles = TEXTS[locale].registration.title;
    const participant = people.map(({ name, change, waits }) => [name, titles[change], ...(waits === null ? [] : [whyWaiting(waits, locale)])].join(' – ')).join('\n');
    return registrationMail('SENT', {}, { ...facts, name: '', participant }, locale);
  },
  registrationsSoon: ({ people, ...facts }, locale) => registrationMail('SOON', {}, { ...facts, name: '', participant: people.join('\n') }, locale),
  accessRefused: ({ reason }, locale) => entryMail('accessRefused', ['refused', 'why', 'reason', 'ask'], locale, { reason }),
};

/** What is filled in, and the paragraphs of the plain text by name: `sentences` with their places filled, `more` as it is. */
function content({ subject, ...sentences }: Values & { readonly subject: string }, places: Values, more: Values, paragraphs: readonly string[]): Content {
  const values = { ...Object.fromEntries(Object.entries(sentences).map(([name, sentence]) => [name, filled(sentence, places)])), ...more };
  return { subject: filled(subject, places), values, paragraphs: paragraphs.map((name) => given(values, name)) };
}

/** The same with a link that is valid for so many minutes, which `valid` says. */
function timed(texts: Values & { readonly subject: string; readonly valid: string }, { link, minutes, locale }: { link: string; minutes: number; locale: Locale }, paragraphs: readonly string[]): Content {
  const valid = formFor(locale, texts.valid, minutes);
  return content({ ...texts, valid }, { service: SERVICE, minutes: written(locale, minutes) }, { link: address(link) }, paragraphs);
}

/** What the mails to those who come in and to those who let them in have in common, and one that leads to an answer. */
interface EntryPlaces {
  readonly inviter?: string;
  readonly link?: string;
  readonly until?: Date;
  readonly reason?: string;
}

type EntryTemplate = 'invitation' | 'confirmRequest' | 'accessRequested' | 'registrationsUnanswered' | 'accessGranted' | 'accessRefused' | 'dataRequestAnswered' | 'proposalDecided' | 'entryAwaits';

/** A mail of the sentences of its template and those that such mails share; `paragraphs` are those of the plain text, in their order. */
function entryMail(template: EntryTemplate, paragraphs: readonly string[], locale: Locale, { inviter, link, until, reason }: EntryPlaces): Content {
  const { button, address: copied } = TEXTS[locale].signInLink;
  const { subject, ...own }: Readonly<Record<string, string>> & { subject: string } = TEXTS[locale][template];
  const places = { service: SERVICE, ...(inviter !== undefined && { inviter }), ...(until && { date: lastDay(locale, until) }) };
  const sentences = { why: TEXTS[locale].accessRefused.why, ...own, button, address: copied, ...(until && TEXTS[locale].entry) };
  const texts = Object.fromEntries(Object.entries(sentences).map(([name, sentence]) => [name, filled(sentence, places)]));
  const values = { ...texts, ...(link !== undefined && { link: address(link) }), ...(reason !== undefined && { reason }) };
  return { subject: filled(subject, places), values, paragraphs: paragraphs.map((name) => given(values, name)) };
}

/** The mail to a host that something does not come about: who says so, of several meetings which, and what is left to do. */
function goneMail({ subject, adviser, post }: Pick<(typeof TEXTS)['en']['slotLost'], 'subject' | 'adviser' | 'post'>, { byAdviser, country, meetings = [] }: MailParams['slotLost'] & { readonly meetings?: readonly string[] }, locale: Locale): Content {
  const mail = content({ subject, told: byAdviser ? adviser : post, next: TEXTS[locale].slotLost.next }, { country }, { meetings: meetings.join('\n') }, ['told', 'next']);
  return { ...mail, paragraphs: mail.paragraphs.toSpliced(1, 0, ...meetings) };
}

/** The mail that one paper or several of a mission have a new version: of those that are the same thing how many. */
function papersMail({ papers, city, link }: MailParams['paperRenewed'], locale: Locale): Content {
  const [{ button, address: copied }, { several, ...one }] = [TEXTS[locale].signInLink, TEXTS[locale].paperRenewed];
  const lines = [...Map.groupBy(papers, (paper) => paper)].map(([paper, { length }]) => (length > 1 ? `${paper} (${written(locale, length)})` : paper)).concat(city === null ? [] : filled(TEXTS[locale].legOpinion.place, { city }));
  const mail = content(papers.length > 1 ? several : one, { paper: papers[0]! }, { paper: lines.join('\n'), button, address: copied, link: address(link) }, ['told', 'press', 'link']);
  return { ...mail, paragraphs: mail.paragraphs.toSpliced(1, 0, ...lines) };
}

/** What mails to a post say of a leg of a mission: where, when, and what for. */
function legLines({ city, startsOn, endsOn, purpose }: MailParams['legReleased'], locale: Locale): { readonly sentences: Values; readonly places: Values; readonly more: Values } {
  const { first, last } = TEXTS[locale].availabilityRequest;
  const { place, purpose: label } = TEXTS[locale].legOpinion;
  return { sentences: { first, last, place }, places: { city, first: writtenDay(locale, startsOn), last: writtenDay(locale, endsOn) }, more: { purpose: filled(label, { purpose }) } };
}

/** The mail that asks a post for its opinion, or asks once more. */
function opinionMail(kind: 'asked' | 'due', { dueOn, silenceAgrees, link, ...facts }: MailParams['opinionAsked'], locale: Locale): Content {
  const { button, address: copied } = TEXTS[locale].signInLink;
  const { press, silence, ...words } = TEXTS[locale].legOpinion;
  const { sentences, places, more } = legLines(facts, locale);
  const own = { ...words[kind], press, until: TEXTS[locale].availabilityRequest.until, silence: silence[silenceAgrees ? 'agrees' : 'open'] };
  return content({ ...sentences, ...own }, { ...places, date: writtenDay(locale, dueOn) }, { ...more, button, address: copied, link: address(link) }, ['told', 'place', 'first', 'last', 'purpose', 'until', 'silence', 'press', 'link']);
}

/** The mail that asks a service of a post what it thinks of a cooperation request, or asks once more. */
function requestOpinionMail(words: Values & { readonly subject: string }, { topic, dueOn, silenceAgrees, link }: MailParams['requestOpinionAsked'], locale: Locale): Content {
  const { button, address: copied } = TEXTS[locale].signInLink;
  const own = { ...words, until: TEXTS[locale].availabilityRequest.until, silence: TEXTS[locale].legOpinion.silence[silenceAgrees ? 'agrees' : 'open'] };
  return content(own, { date: writtenDay(locale, dueOn) }, { topic, button, address: copied, link: address(link) }, ['told', 'topic', 'until', 'silence', 'press', 'link']);
}

/** The mail that says what came of something that was written, and where it is read why. */
function outcomeMail({ subject, told, press }: Readonly<Record<'subject' | 'told' | 'press', string>>, { link, ...said }: { readonly topic: string; readonly said: string; readonly link: string }, locale: Locale): Content {
  const { button, address: copied } = TEXTS[locale].signInLink;
  return content({ subject, told, press }, {}, { ...said, button, address: copied, link: address(link) }, ['told', 'topic', 'said', 'press', 'link']);
}

/** The mail that offers the host of a meeting slots, or asks once more. */
function slotsMail({ byAdviser, country, city, subject, minutes, answersUntil, link, isReminder }: MailParams['slotsOffered'], locale: Locale): Content {
  const { button, address: copied } = TEXTS[locale].signInLink;
  const { adviser, post, again, ...sentences } = TEXTS[locale].slotsOffered;
  const asked = isReminder ? again : byAdviser ? adviser : post;
  const places = { country, city, about: subject, minutes: written(locale, minutes), date: writtenDay(locale, answersUntil) };
  const own = { ...sentences, asked, place: TEXTS[locale].legOpinion.place, until: TEXTS[locale].availabilityRequest.until, notYou: TEXTS[locale].entry.notYou };
  return content(own, places, { about: subject, button, address: copied, link: address(link) }, ['asked', 'about', 'place', 'length', 'press', 'link', 'until', 'notYou']);
}

/** What somebody waits for, in a sentence; nothing where they do not wait. */
const whyWaiting = (waits: Waits | null, locale: Locale): string => (waits === null ? '' : TEXTS[locale].registration.waits[waits]);

type RegistrationChange = keyof (typeof TEXTS)['en']['registration']['title'];

/** A mail about a registration: what has become of it, then who (`participant`, where they are several) and for what. `places` are filled into what is told. */
function registrationMail(
  change: RegistrationChange, places: Values, { name, title, startsAt, timeZone, link, reason, isTrainer, participant, place }: MaybeTaught & { readonly reason?: string; readonly participant?: string }, locale: Locale,
): Content {
  const { title: titles, told, why, next: _next, calendar: _calendar, pass: _pass, passPage: _page, leave: _leave, waits: _waits, trainer, place: where, ...labels } = TEXTS[locale].registration;
  const { button, address: copied } = TEXTS[locale].signInLink;
  const facts = { name, title, date: writtenMoment(locale, startsAt, timeZone) };
  const lines = Object.fromEntries(Object.entries(labels).map(([label, sentence]) => [label, filled(sentence, facts)]));
  const begins = [given(lines, 'begins'), ...(place ? [filled(where, { place })] : [])].join('\n');
  const values = { ...lines, begins, ...(isTrainer && { participant: trainer }), ...(participant !== undefined && { participant }), heading: titles[change], told: filled(told[change], places), button, address: copied, link: address(link), ...(reason !== undefined && { why, reason }) };
  const paragraphs = ['heading', 'told', ...(reason === undefined ? [] : ['why', 'reason']), 'participant', 'session', 'begins', 'link'];
  return { subject: `${titles[change]} – ${title}`, values, paragraphs: paragraphs.map((paragraph) => given(values, paragraph)) };
}

/** The same mail with the link by which they withdraw. */
function leaving({ values, paragraphs, ...rest }: Content, leaveLink: string, locale: Locale): Content {
  const more = { leave: TEXTS[locale].registration.leave, leaveLink: address(leaveLink) };
  return { ...rest, values: { ...values, ...more }, paragraphs: [...paragraphs, more.leave, more.leaveLink] };
}

/** The mail about a place that is theirs, with the pass to it. */
function passMail({ token, code, passLink, leaveLink, ...facts }: MailParams['registrationPass'], locale: Locale): Content {
  const { subject, values, paragraphs } = registrationMail('CONFIRMED', {}, facts, locale);
  const { pass, passPage } = TEXTS[locale].registration;
  const more = { pass: filled(pass, { code }), passPage, passLink: address(passLink) };
  const [link, ...others] = paragraphs.toReversed();
  const content = { subject, values: { ...values, ...more }, paragraphs: [...others.toReversed(), more.pass, passPage, more.passLink, link!], drawn: { qr: qrTable(token, escaped(code)) } };
  return leaving(content, leaveLink, locale);
}

/** The mail of thanks, with what comes next. */
function thanksMail({ certificate, questions, ...facts }: MailParams['registrationThanks'], locale: Locale): Content {
  const { next } = TEXTS[locale].registration;
  const { values, paragraphs: [heading, thanks, ...others], ...rest } = registrationMail('THANKS', {}, facts, locale);
  const told = [thanks!, ...[certificate, questions].flatMap((one) => (one === null ? [] : [next[one]]))].join('\n\n');
  return { ...rest, values: { ...values, told }, paragraphs: [heading!, told, ...others] };
}

/** Renders a mail. Throws for a link that is none. */
export function render<T extends MailTemplate>(template: T, params: MailParams[T], locale: Locale): Rendered {
  const { subject, values, paragraphs, drawn } = CONTENTS[template](params, locale);
  const automatic = TEXTS[locale].automatic;
  const line = inOneLine(subject);
  const places = { ...values, subject: line, service: SERVICE, automatic, lang: locale };
  return {
    subject: line,
    text: `${[...paragraphs, '-- ', automatic].join('\n\n').replace('-- \n\n', '-- \n')}\n`,
    html: TEMPLATES[template].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => drawn?.[name] ?? escaped(given(places, name))),
  };
}

/** A text that stands in a header: what could begin another header is a space. */
export function inOneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
