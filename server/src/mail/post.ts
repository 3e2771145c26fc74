/** The way out: the SMTP server that takes our mails. */
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Locale } from '@passerelle/shared/locales.ts';
import { inOneLine } from './render.ts';

export interface Letter {
  readonly to: string;
  readonly locale: Locale;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What it brings into a calendar: iCalendar objects with a METHOD. */
  readonly calendar: readonly string[];
}

export interface Post {
  /** The domain that our mails come from. */
  readonly domain: string;
  /** Settles when the server has taken the mail. Throws PostError. */
  readonly send: (letter: Letter) => Promise<void>;
}

export interface PostOptions {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly url: string;
  /** Who the mails are from: an address, or a name and an address in angle brackets. */
  readonly from: string;
  /** After how many milliseconds a server that says nothing is left alone. */
  readonly patience?: number;
}

/** Why a mail was not taken: what the server answered, never its words, which may hold an address. */
export class PostError extends Error {
  /** `SMTP_550`, or the code of the network's error. */
  readonly code: string;
  /** Whether it is refused for good. */
  readonly isFinal: boolean;

  constructor(code: string, isFinal: boolean) {
    super(code);
    this.name = 'PostError';
    this.code = code;
    this.isFinal = isFinal;
  }
}

const PATIENCE = 30_000;
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** The way to send mails by the server at `url`. A server on another machine must speak TLS unless the URL says `ignoreTLS=true`. */
export function openPost({ url, from, patience = PATIENCE }: PostOptions): Post {
  const { hostname, searchParams } = new URL(url);
  const transport = createTransport({
    url, requireTLS: !LOOPBACK.test(hostname) && searchParams.get('ignoreTLS') !== 'true',
    connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience, dnsTimeout: patience,
    disableFileAccess: true, disableUrlAccess: true,
  }, { from, xMailer: false });
  const address = /([^\s<]+@[^\s>]+)>?$/.exec(from)![1]!;
  return {
    domain: address.slice(address.lastIndexOf('@') + 1),
    async send({ to, locale, messageId, subject, text, html, calendar }) {
      try {
        await transport.sendMail({
          to: { name: '', address: to }, messageId, subject: inOneLine(subject), text, html, disableFileAccess: true, disableUrlAccess: true, ...calendarParts(calendar, address),
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': locale },
        });
      } catch (error) {
        throw postError(error);
      }
    },
  };
}

const METHOD = /^METHOD:(\w+)\r$/m;

/** The parts of a mail that calendars read (RFC 6047): the first beside the text, and as a file for programs that show files alone; others as parts of their own. */
function calendarParts(calendar: readonly string[], sender: string): Pick<SendMailOptions, 'icalEvent' | 'attachments'> {
  const [first, ...others] = calendar.map((file) => ({ method: METHOD.exec(file)![1]!, content: organized(file, sender) }));
  if (!first) return {};
  const attachments = others.map(({ method, content }, n) => ({ filename: `passerelle-${n + 2}.ics`, content, contentType: `text/calendar; charset=utf-8; method=${method}` }));
  return { icalEvent: { ...first, filename: 'passerelle.ics' }, attachments };
}

/** With who sends it as the organizer, whom such files must name (RFC 5546, 3.2.1): the site, and no person. */
function organized(file: string, sender: string): string {
  const line = `ORGANIZER;CN=Passerelle:mailto:${sender}`;
  return file.replaceAll('BEGIN:VEVENT\r\n', () => `BEGIN:VEVENT\r\n${line.match(/.{1,74}/gu)!.join('\r\n ')}\r\n`);
}

/** A refusal of this mail (5xx to sender, recipient or content) is final; one of us (5xx to the password) is not the mail's fault. */
function postError(error: unknown): PostError {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (typeof responseCode === 'number') return new PostError(`SMTP_${responseCode}`, isAboutMail && responseCode >= 500);
  return new PostError(typeof code === 'string' && /^\w+$/.test(code) ? code : 'ESMTP', false);
}
