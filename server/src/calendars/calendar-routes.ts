/** The addresses of calendars. What is public is answered as a visitor is; what is somebody's, as they are today. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { hash } from 'node:crypto';
import type { Locale } from '@passerelle/shared/locales.ts';
import { circleOf } from '../accounts/index.ts';
import type { Transact } from '../core/database/index.ts';
import { UserError } from '../core/errors.ts';
import { type Handler, localeOf, plain, sendTagged } from '../core/http/index.ts';
import { VISITOR } from '../core/reader/index.ts';
import { CALENDARS } from './addresses.ts';
import { calendarFile } from './calendar-file.ts';
import { type Shelf, shelvesOf } from './calendars.policy.ts';
import { openCalendar } from './calendars.service.ts';
import { type Said, together } from './said.ts';
import { sessionEvents } from './session-event.ts';
import { type Engine, namesOf, rolesOf, sessionOf, sessionsOn } from './sessions.ts';
import { WORDS } from './texts.ts';

export interface CalendarRoutesOptions {
  readonly engine: Engine;
  /** As nobody: whose address is asked for is not known before. */
  readonly transact: Transact;
  /** Where people reach the site. */
  readonly origin: string;
  /** Counts a question of the network that a request comes from. Throws RATE_LIMITED. */
  readonly count: (request: IncomingMessage) => Promise<void>;
}

/** A calendar as it is sent; undefined where none is. */
interface Answer {
  readonly file: string;
  readonly locale: Locale;
  readonly name: string;
}

const SESSION = /^session\/(TrainingSession_[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.ics$/;
const OWN = /^own\/([^/]*)\.ics$/;
const LIST = 'sessions.ics';
const EXPERT = /^Expert_[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const CODE = /^[A-Z_]{2,40}$/;

/** Answers what begins with `/calendar/`. What is not there, no longer, or not for who asks, is all answered alike. */
export function calendarRoutes(options: CalendarRoutesOptions): Handler {
  return async (request, response) => {
    const { path, search } = addressOf(request);
    const own = OWN.exec(path)?.[1];
    try {
      await options.count(request);
      if (own === undefined) await sendPublic(request, response, search, await publicCalendar(options, path, search, request));
      else sendOwn(response, await ownCalendar(options, own));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refuse(response, error);
    }
  };
}

function addressOf({ url }: IncomingMessage): { path: string; search: URLSearchParams } {
  const { pathname, searchParams } = new URL(url!.replace(/^https?:\/\/[^/?]*/i, ''), 'http://localhost');
  return { path: pathname.slice(CALENDARS.length), search: searchParams };
}

async function publicCalendar(options: CalendarRoutesOptions, path: string, search: URLSearchParams, { headers }: IncomingMessage): Promise<Answer | undefined> {
  const asking = { locale: localeOf(search, headers['accept-language']), actor: VISITOR };
  const { locale } = asking;
  const id = SESSION.exec(path)?.[1];
  if (id !== undefined) {
    const session = await sessionOf(options.engine, id, asking);
    if (!session) return undefined;
    const file = calendarFile({ events: sessionEvents(session, { locale, origin: options.origin, isBusy: true }) });
    return { file, locale, name: `passerelle-${session.startsAt.slice(0, 10)}` };
  }
  const shelf = path === LIST ? shelfOf(search) : undefined;
  const names = shelf && (await namesOf(options.engine, shelf, asking));
  if (!names) return undefined;
  const sessions = await sessionsOn(options.engine, [shelf], asking, Date.now());
  return { file: listFile(options, `${path}?${search}`, { names: [{ text: WORDS[locale].trainings, locale }, ...names], sessions, locale }), locale, name: 'passerelle' };
}

/** The shelf that an address asks for; undefined for one that cannot be. */
function shelfOf(search: URLSearchParams): Shelf | undefined {
  const given = (name: string, form: RegExp): string | null | undefined => {
    const value = search.get(name);
    return value === null ? undefined : (form.exec(value)?.[0] ?? null);
  };
  const [country, theme, expert] = [given('country', CODE), given('theme', CODE), given('expert', EXPERT)];
  return country === null || theme === null || expert === null ? undefined : { country, theme, expert };
}

/** Somebody's own calendar, as they may see it today. */
async function ownCalendar({ engine, transact, origin }: CalendarRoutesOptions, secret: string): Promise<Answer | undefined> {
  const opened = await transact((em) => openCalendar(em, secret));
  if (!opened) return undefined;
  const { person, country, theme, locale } = opened;
  const roles = await rolesOf(engine, person, locale);
  const shelves = shelvesOf(roles, opened);
  if (shelves.length === 0) return undefined;
  const asking = { locale, actor: { circle: circleOf(roles.map(({ role }) => role)), person, session: null } };
  const sessions = await sessionsOn(engine, shelves, asking, Date.now());
  const words = WORDS[locale];
  const named = { country: country ?? undefined, theme: theme ?? undefined };
  const own = theme === null ? words.own : words.trainings;
  const names = [{ text: country === null ? own : words.post, locale }, ...(await namesOf(engine, named, asking))!];
  return { file: listFile({ origin }, secret, { names, sessions, locale }), locale, name: 'passerelle' };
}

interface Listed {
  readonly names: readonly Said[];
  readonly sessions: Awaited<ReturnType<typeof sessionsOn>>;
  readonly locale: Locale;
}

function listFile({ origin }: Pick<CalendarRoutesOptions, 'origin'>, address: string, { names, sessions, locale }: Listed): string {
  const { text, locale: language } = together(names, ' · ');
  const events = sessions.flatMap((session) => sessionEvents(session, { locale, origin, isBusy: false }));
  return calendarFile({ name: { text: `Passerelle · ${text}`, locale: language }, address, events });
}

/** Any cache may keep it that asks again each time. */
async function sendPublic(request: IncomingMessage, response: ServerResponse, search: URLSearchParams, answer: Answer | undefined): Promise<void> {
  if (!answer) return plain(response, 404, 'Not found');
  response.setHeader('vary', search.has('locale') ? 'Accept-Encoding' : 'Accept-Encoding, Accept-Language');
  head(response, answer);
  const bytes = Buffer.from(answer.file);
  sendTagged(response, bytes, `W/"${answer.locale}:${hash('sha256', bytes, 'base64url').slice(0, 27)}"`, request.headers['if-none-match']);
}

/** Nobody keeps it, and no search engine lists it. */
function sendOwn(response: ServerResponse, answer: Answer | undefined): void {
  if (!answer) return plain(response, 404, 'Not found');
  head(response, answer);
  response.setHeader('cache-control', 'private, no-store');
  response.setHeader('x-robots-tag', 'noindex');
  const bytes = Buffer.from(answer.file);
  response.setHeader('content-length', bytes.length);
  response.end(bytes);
}

function head(response: ServerResponse, { locale, name }: Answer): void {
  response.setHeader('content-type', 'text/calendar; charset=utf-8');
  response.setHeader('content-language', locale);
  response.setHeader('content-disposition', `inline; filename="${name}.ics"`);
}

function refuse(response: ServerResponse, error: UserError): void {
  const { params, http } = error.extensions as { params: { seconds?: number }; http: { status: number } };
  if (http.status === 429 || http.status === 503) response.setHeader('retry-after', String(params.seconds ?? 30));
  plain(response, http.status, error.message);
}
