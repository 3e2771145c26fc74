/** What a mail brings into a calendar, as it comes out of the server that took it. */
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { queueMails } from './index.ts';
import { LINK, LONG, SOMEBODY, testMailing } from './mailing.fixture.ts';
import { openPost } from './post.ts';

const { orm, smtp, work, queue, mails, sent } = testMailing();

const file = (method: string, uid: string): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Passerelle//Trainings//EN', `METHOD:${method}`, 'BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20261126T070000Z', 'DTSTART:20271103T080000Z', 'SUMMARY:Čas', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');

/** The parts of a mail that are calendars: their types as they stand in it, and what another program reads in them. */
function calendarsIn(raw: string) {
  const parts = raw.split(/\r\n--[^\r\n]+\r\n/).filter((part) => /^content-type: (text\/calendar|application\/ics)/im.test(part));
  return parts.map((part) => {
    const [folded, ...body] = part.split('\r\n\r\n') as [string, ...string[]];
    const head = folded.replaceAll(/\r\n[\t ]/g, ' ');
    const encoded = body.join('\r\n\r\n');
    const bytes = /content-transfer-encoding: base64/i.test(head) ? Buffer.from(encoded, 'base64')
      : Buffer.from(encoded.replaceAll('=\r\n', '').replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))), 'latin1');
    const text = bytes.toString();
    const event = new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent')!;
    return { type: /^content-type: ([^;\r\n]+)/im.exec(head)![1]!, method: /method=(\w+)/i.exec(head)?.[1], isFile: /content-disposition: attachment/i.test(head), uid: event.getFirstPropertyValue('uid'), title: event.getFirstPropertyValue('summary'), organizer: event.getFirstPropertyValue('organizer') };
  });
}

describe('a mail that brings an entry', () => {
  test('has it beside its text, with its method, and as a file; the site is the organizer', async () => {
    await queue({ calendar: [file('PUBLISH', 'one')] });
    await work();
    await expect.poll(sent, LONG).toBe(1);
    const organizer = 'mailto:no-reply@passerelle.example';
    expect(calendarsIn(smtp().come[0]!.raw)).toEqual([
      { type: 'text/calendar', method: 'PUBLISH', isFile: false, uid: 'one', title: 'Čas', organizer }, { type: 'application/ics', method: undefined, isFile: true, uid: 'one', title: 'Čas', organizer },
    ]);
    // Both stand beside the text, which is still one mail.
    expect([smtp().come[0]!.mail.text, smtp().come[0]!.mail.html]).toEqual([expect.stringContaining(LINK), expect.stringContaining(LINK)]);
  });

  test('has each of several as a part of its own', async () => {
    await orm().em.fork().transactional((em) => queueMails(em, [
      { to: SOMEBODY, locale: 'sl', template: 'signInLink', params: { link: LINK, minutes: 10 }, calendar: [file('CANCEL', 'one'), file('CANCEL', 'two')] },
      { to: SOMEBODY, locale: 'sl', template: 'signInLink', params: { link: LINK, minutes: 10 } },
    ]));
    await work();
    await expect.poll(sent, LONG).toBe(2);
    const found = smtp().come.map(({ raw }) => calendarsIn(raw).filter(({ type }) => type === 'text/calendar').map(({ method, uid }) => `${method} ${String(uid)}`));
    expect(found.sort((a, b) => b.length - a.length)).toEqual([['CANCEL one', 'CANCEL two'], []]);
  });

  test('keeps it no longer than a text that holds a secret', async () => {
    await queue({ calendar: [file('PUBLISH', 'one')] });
    expect(await mails()).toMatchObject([{ calendar: [file('PUBLISH', 'one')] }]);
    await work();
    await expect.poll(sent, LONG).toBe(1);
    expect(await mails()).toMatchObject([{ calendar: null, text: null }]);
  });
});

test('an address that is longer than a line is folded, and is read whole', async () => {
  const from = `${'long-name-of-a-sender-'.repeat(3)}@a-host-with-a-rather-long-name.passerelle.example`;
  await openPost({ url: smtp().url, from }).send({ to: SOMEBODY, locale: 'en', messageId: '<1@passerelle.example>', subject: 'S', text: 't', html: '<p>t</p>', calendar: [file('PUBLISH', 'one')] });
  expect(calendarsIn(smtp().come[0]!.raw)[0]!.organizer).toBe(`mailto:${from}`);
});
