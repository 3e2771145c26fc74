/** What a mail says, in each language, and that it is nothing but that. */
import { LOCALE_TAGS, LOCALES, type Locale } from '@passerelle/shared/locales.ts';
import { describe, expect, test } from 'vitest';
import type { MailParams } from './mail-params.ts';
import { render } from './render.ts';
import { formFor, TEXTS } from './texts.ts';

const LINK = 'https://passerelle.example/fr/sign-in?a=1&b="<2>#Zm9yLXRlc3Rz';
const signInLink = (locale: Locale, params: Partial<MailParams['signInLink']> = {}): ReturnType<typeof render> => render('signInLink', { link: 'https://passerelle.example/#t', minutes: 10, ...params }, locale);

describe.each(LOCALE_TAGS)('the mail in %s', (locale) => {
  const { subject, text, html } = signInLink(locale);

  test('names its language, fills in every place and leaves no form standing', () => {
    expect(html).toContain(`<html lang="${locale}"`);
    expect(subject).toContain('Passerelle');
    for (const part of [subject, text, html.replaceAll(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, '')]) expect(part).not.toMatch(/[{}]| \| |undefined/);
  });

  test('says the same as text and as HTML', () => {
    const { subject: _, ...sentences } = TEXTS[locale].signInLink;
    const said = html.replace(/<[^>]+>/g, ' ');
    for (const sentence of [sentences.asked, sentences.press, sentences.notYou, sentences.never]) {
      const filled = sentence.replaceAll('{service}', 'Passerelle');
      expect(text).toContain(filled);
      expect(said).toContain(filled);
    }
    expect(text).toContain('10');
    expect(text).toContain('\n\nhttps://passerelle.example/#t\n\n');
  });

  test('loads nothing from elsewhere: no image, font, script or frame', () => {
    expect(html).not.toMatch(/<(img|link|script|iframe|form|object|video|audio)\b|@import|url\(/i);
    expect([...html.matchAll(/(?:src|href|action|background)="([^"]*)"/g)].map((match) => match[1])).toEqual(['https://passerelle.example/#t', 'https://passerelle.example/#t']);
  });
});

describe.each(LOCALE_TAGS)('the other mails in %s', (locale) => {
  const link = 'https://passerelle.example/#t';
  const days = { fromOn: '2031-12-30', untilOn: '2032-01-02', answersUntil: '2031-12-01' };
  const leg = { city: 'Beograd', startsOn: '2031-12-30', endsOn: '2032-01-02', purpose: 'Parquet & police' };
  const mails = { opinionAsked: render('opinionAsked', { ...leg, dueOn: '2031-12-01', silenceAgrees: true, link }, locale), opinionDue: render('opinionDue', { ...leg, dueOn: '2031-12-01', silenceAgrees: false, link }, locale), legReleased: render('legReleased', { ...leg }, locale), availabilityRequest: render('availabilityRequest', { adviser: 'Claire & Co', title: 'Mission', link, isReminder: false, ...days }, locale), reminder: render('availabilityRequest', { adviser: 'Claire & Co', title: 'Mission', link, isReminder: true, ...days }, locale), slotsByPost: render('slotsOffered', { byAdviser: false, country: 'Serbie', city: 'Beograd', subject: 'Parquet & police', minutes: 90, answersUntil: '2031-12-01', link, isReminder: false }, locale), slotsByAdviser: render('slotsOffered', { byAdviser: true, country: 'Serbie', city: 'Beograd', subject: 'Parquet & police', minutes: 90, answersUntil: '2031-12-01', link, isReminder: false }, locale), slotsAgain: render('slotsOffered', { byAdviser: true, country: 'Serbie', city: 'Beograd', subject: 'Parquet & police', minutes: 90, answersUntil: '2031-12-01', link, isReminder: true }, locale), slotLostByPost: render('slotLost', { byAdviser: false, country: 'Serbie' }, locale), slotLostByAdviser: render('slotLost', { byAdviser: true, country: 'Serbie' }, locale), cancelledByPost: render('meetingCancelled', { byAdviser: false, country: 'Serbie' }, locale), cancelledByAdviser: render('meetingCancelled', { byAdviser: true, country: 'Serbie' }, locale), cancelledAllByPost: render('meetingsCancelled', { byAdviser: false, country: 'Serbie', meetings: ['Parquet & police – Beograd', 'Refuge – Niš'] }, locale), cancelledAllByAdviser: render('meetingsCancelled', { byAdviser: true, country: 'Serbie', meetings: ['Parquet – Beograd', 'Refuge – Niš'] }, locale), slotTaken: render('slotsAnswered', { city: 'Beograd', isTaken: true, link }, locale), slotDeclined: render('slotsAnswered', { city: 'Beograd', isTaken: false, link }, locale), changeAddress: render('changeAddress', { link, minutes: 60 }, locale), addressChanged: render('addressChanged', {}, locale), unusedAccount: render('unusedAccount', { link, day: '2031-03-31' }, locale), dataRequestAnswered: render('dataRequestAnswered', { link }, locale), proposalDecided: render('proposalDecided', { link }, locale), entryAwaits: render('entryAwaits', { link }, locale), requestOpinionAsked: render('requestOpinionAsked', { topic: 'Formation & visite', dueOn: '2031-12-01', silenceAgrees: true, link }, locale), requestOpinionDue: render('requestOpinionDue', { topic: 'Formation & visite', dueOn: '2031-12-01', silenceAgrees: false, link }, locale), requestDecided: render('requestDecided', { topic: 'Formation & visite', decision: 'GRANTED_IN_PART', link }, locale), monitoringDue: render('monitoringDue', { step: 'COMMENTS', dueOn: '2031-12-01', country: 'Serbie', body: 'GRETA', round: 4, link }, locale), fileRemoved: render('fileRemoved', { as: 'answer', link }, locale), documentRemoved: render('fileRemoved', { as: 'document', link }, locale), clearanceRemoved: render('fileRemoved', { as: 'clearance', link }, locale), needMoved: render('needMoved', { topic: 'Refuges & écoute', status: 'DECLINED', link }, locale), paperRenewed: render('paperRenewed', { papers: ['Ordre & signature'], city: null, link }, locale), papersRenewed: render('paperRenewed', { papers: ['Programme', 'Invitation', 'Invitation'], city: 'Beograd', link }, locale) };

  test.each(Object.entries(mails))('%s is whole, and the same as text and as HTML', (template, { subject, text, html }) => {
    expect(html).toContain(`<html lang="${locale}"`);
    for (const part of [subject, text, html.replaceAll(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, '')]) expect(part).not.toMatch(/[{}]| \| |undefined/);
    const said = html.replace(/<[^>]+>/g, ' ').replaceAll('&amp;', '&').replaceAll('&quot;', '"');
    const paragraphs = text.split('\n\n').filter((paragraph) => !/^(https:|-- )/.test(paragraph));
    expect(paragraphs.filter((paragraph) => !said.includes(paragraph.trim()))).toEqual([]);
    expect(paragraphs.length).toBeGreaterThan(1);
    expect(text.includes(`\n\n${link}\n\n`)).toBe(!['addressChanged', 'legReleased', 'slotLostByPost', 'slotLostByAdviser', 'cancelledByPost', 'cancelledByAdviser', 'cancelledAllByPost', 'cancelledAllByAdviser'].includes(template));
  });

  test('a post is written to of the days, the city and the purpose of its leg, and of what silence means', () => {
    for (const mail of [mails.opinionAsked, mails.opinionDue, mails.legReleased]) for (const word of ['Beograd', 'Parquet & police']) expect(mail.text).toContain(word);
    expect(mails.opinionAsked.text).toContain(TEXTS[locale].legOpinion.silence.agrees);
    expect(mails.opinionDue.text).toContain(TEXTS[locale].legOpinion.silence.open);
    expect(mails.legReleased.text).not.toContain('https://passerelle.example/#t');
  });

  test('of several papers each is named once, with how many there are of it, and where; of one what it is stands in the subject', () => {
    expect(mails.papersRenewed.text).toMatch(/\n\nProgramme\n\nInvitation \(2\)\n\n[^\n]*Beograd[^\n]*\n\n/);
    expect([mails.paperRenewed.subject.includes('Ordre & signature'), mails.papersRenewed.subject.includes('Programme')]).toEqual([true, false]);
  });

  test('the days that are asked for are written out, each on a line', () => {
    const written = (day: string): string => new Intl.DateTimeFormat(LOCALES[locale].intl, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
    for (const day of Object.values(days)) expect(mails.availabilityRequest.text).toContain(written(day));
    expect(mails.availabilityRequest.subject).toContain('Mission');
  });

  test('the day on which an account goes is written out', () => {
    expect(mails.unusedAccount.text).toMatch(/31[^\d]+.*2031|2031[^\d]+.*31/);
  });
});

describe.each(LOCALE_TAGS)('the mails to those who come in, in %s', (locale) => {
  const link = 'https://passerelle.example/#t';
  const until = new Date('2026-12-09T23:30:00Z');
  const mails = {
    invitation: render('invitation', { inviter: 'Ana <b> & Co', link, until }, locale),
    confirmRequest: render('confirmRequest', { link, until }, locale),
    accessRequested: render('accessRequested', { link }, locale),
    registrationsUnanswered: render('registrationsUnanswered', { link }, locale),
    accessGranted: render('accessGranted', { link }, locale),
    accessGrantedReason: render('accessGrantedReason', { link, reason: 'Write to us <first>.' }, locale),
    accessRefused: render('accessRefused', { reason: 'Write to us <first>.' }, locale),
  };

  test.each(Object.entries(mails))('%s says the same as text and as HTML, and leaves no place empty', (template, { subject, text, html }) => {
    const said = html.replaceAll(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, '').replaceAll(/<[^>]+>/g, ' ');
    for (const part of [subject, text, said]) expect(part).not.toMatch(/[{}]|undefined/);
    const { subject: _, ...sentences } = TEXTS[locale][(template === 'accessGrantedReason' ? 'accessGranted' : template) as Exclude<keyof typeof mails, 'accessGrantedReason'>] as Record<string, string>;
    for (const sentence of Object.values(sentences)) {
      const filled = sentence.replaceAll('{service}', 'Passerelle').replaceAll('{inviter}', 'Ana <b> & Co');
      expect(text).toContain(filled);
      expect(said).toContain(filled.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
    }
    if (template === 'accessRefused' || template === 'accessGrantedReason') expect(text).toContain('Write to us <first>.');
    if (template !== 'accessRefused') expect(text).toContain(`\n\n${link}\n\n`);
  });

  test('name the last day on the clock of France', () => {
    expect(mails.invitation.text).toContain(new Intl.DateTimeFormat(LOCALES[locale].intl, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date('2026-12-10')));
  });
});

test('a page that loads something is found out', () => {
  expect('<td background="https://example.org/x.gif">').toMatch(/background="https/);
});

test.each<[Locale, Record<number, string>]>([
  ['fr', { 1: '1 minute', 2: '2 minutes', 10: '10 minutes' }], ['en', { 1: '1 minute', 10: '10 minutes' }], ['sq', { 1: '1 minutë', 10: '10 minuta' }],
  ['bs', { 1: '1 minutu', 3: '3 minute', 10: '10 minuta', 21: '21 minutu' }], ['hr', { 1: '1 minutu', 4: '4 minute', 15: '15 minuta' }],
  ['sr-Cyrl', { 1: '1 минут', 2: '2 минута', 10: '10 минута', 21: '21 минут' }], ['sr-Latn', { 1: '1 minut', 10: '10 minuta' }], ['cnr', { 1: '1 minut', 2: '2 minuta', 10: '10 minuta' }],
  ['sl', { 1: '1 minuto', 2: '2 minuti', 3: '3 minute', 10: '10 minut', 101: '101 minuto' }], ['uk', { 1: '1 хвилину', 2: '2 хвилини', 10: '10 хвилин', 21: '21 хвилину' }],
  ['ro', { 1: '1 minut', 10: '10 minute', 20: '20 de minute' }], ['bg', { 1: '1 минута', 10: '10 минути' }], ['mk', { 1: '1 минута', 10: '10 минути', 21: '21 минута' }],
  ['el', { 1: '1 λεπτό', 10: '10 λεπτά' }], ['hu', { 1: '1 percig', 10: '10 percig' }], ['tr', { 1: '1 dakika', 10: '10 dakika' }],
])('minutes are counted as %s counts', (locale, expected) => {
  for (const [minutes, words] of Object.entries(expected)) expect(signInLink(locale, { minutes: Number(minutes) }).text).toContain(words);
  expect(formFor(locale, TEXTS[locale].signInLink.valid, 10)).toBeDefined();
});

test('a link is a link in HTML, whatever signs it has', () => {
  const { html, text } = signInLink('fr', { link: LINK });
  expect(text).toContain(LINK);
  expect(html).toContain('href="https://passerelle.example/fr/sign-in?a=1&amp;b=&quot;&lt;2&gt;#Zm9yLXRlc3Rz"');
});

test.each(['javascript:alert(1)', 'https://', '/fr/sign-in', 'https://example.org/\r\nBcc: x@example.org', 'https://example.org/ a', 'mailto:a@example.org'])('is refused as a link: %j', (link) => {
  expect(() => signInLink('fr', { link })).toThrow('The link of a mail');
});
