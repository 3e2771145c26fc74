/** Lists and other files that leave the site: the people of a session, its evaluation, the training record, a plan. Who asks sees what the pages show them, and has just shown that it is them; of what everybody reads, visitors have a file too. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isLocale, type Locale } from '@passerelle/shared/locales.ts';
import type { Transact } from '../core/database/index.ts';
import { UserError } from '../core/errors.ts';
import type { Handler } from '../core/http/index.ts';
import type { ApiLimits } from '../core/limits/index.ts';
import { type Actor, keyOfId, sendable } from '../core/reader/index.ts';
import type { Visit } from '../core/visit.ts';
import { personOf } from '../members/index.ts';
import { maySeeFigures } from '../figures/index.ts';
import { csvOf } from './csv-file.ts';
import { evaluationOf } from './evaluation.export.ts';
import { figuresOf } from './figures.export.ts';
import { instrumentsOf } from './instruments.export.ts';
import { jsonOf } from './json-file.ts';
import { withNameNotes } from './name-notes.ts';
import { needsOf } from './needs.export.ts';
import { participantsOf } from './participants.export.ts';
import { planOf } from './plan.export.ts';
import { provisionsOf } from './provisions.export.ts';
import { recommendationsOf } from './recommendations.export.ts';
import { requestsOf } from './requests.export.ts';
import { recordOf } from './record.export.ts';
import { registerFileOf } from '../recommendation-import/index.ts';
import type { Sheet } from './sheet.ts';
import { EXPORT_WORDS, type ExportWords } from './texts.ts';
import { type Asked, planWanted, WHOLE } from './whole-files.ts';
import { xlsxOf } from './xlsx-file.ts';

/** What their addresses begin with. */
export const EXPORTS = '/export/';

export interface ExportRoutesOptions {
  /** Who asks with a request. */
  readonly asking: (request: IncomingMessage, response: ServerResponse) => Promise<{ readonly caller: { readonly network: string; readonly standing: { readonly actor: Actor } }; readonly visit: Pick<Visit, 'requireStepUp'> }>;
  readonly limits: Pick<ApiLimits, 'countExport' | 'allowanceOf'>;
  /** How the person reads, or a visitor (null). */
  readonly transactAs: (person: string | null) => Transact;
  /** Where people reach the site. */
  readonly origin: string;
}

interface Wanted {
  readonly locale: Locale;
  readonly words: ExportWords;
  readonly params: URLSearchParams;
  readonly actor: Actor;
}

interface Export {
  /** The key of the session that it is about; null for none. */
  readonly session: (wanted: Wanted) => string | null;
  readonly read: (em: EntityManager, wanted: Wanted) => Promise<Sheet>;
  /** Whether it can be taken as JSON too: its sheet has records. */
  readonly hasJson?: true;
  /** Whether a visitor can take what everybody reads of it: nobody has to be found out, so nothing is written, and the file may be kept for a while. */
  readonly isPublic?: true;
  /** Whether it is read by programs, as a table and nothing else: it names no country in words. */
  readonly isBare?: true;
}

const sessionOf = ({ params }: Wanted): string => keyOfId('TrainingSession', params.get('session') ?? '', 'uuid');

/** An instant that the address says; null where it says none. Throws BAD_USER_INPUT for what is none. */
function instantOf(params: URLSearchParams, name: string): string | null {
  const given = params.get(name);
  if (given === null) return null;
  const at = new Date(given);
  if (Number.isNaN(at.getTime()) || !/^\d{4}-/.test(given)) throw new UserError('BAD_USER_INPUT', `${name} is an instant`, { field: name });
  return at.toISOString();
}

/** A day that the address says; null where it says none. Throws BAD_USER_INPUT for what is none. */
function dayOf(params: URLSearchParams, name: string): string | null {
  const given = params.get(name);
  if (given === null) return null;
  if (!/^\d{4}-\d\d-\d\d$/.test(given) || Number.isNaN(new Date(`${given}T00:00:00Z`).getTime()) || new Date(`${given}T00:00:00Z`).toISOString().slice(0, 10) !== given) throw new UserError('BAD_USER_INPUT', `${name} is a day`, { field: name });
  return given;
}

/** The conditions of a list that the address names, by codes. */
const given = <K extends string>(params: URLSearchParams, ...names: readonly K[]): Record<K, string | null> => Object.fromEntries(names.map((name) => [name, sendable(params.get(name))])) as Record<K, string | null>;

const EXPORTED: Readonly<Record<string, Export>> = {
  participants: { session: sessionOf, read: (em, wanted) => participantsOf(em, sessionOf(wanted), wanted.locale, wanted.words) },
  evaluation: { session: sessionOf, read: (em, wanted) => evaluationOf(em, sessionOf(wanted), wanted.locale, wanted.words) },
  record: {
    session: () => null,
    read(em, { params, locale, words }) {
      const [own, organisation] = [params.get('own'), params.get('organisation')];
      const whose = { own: own === null ? null : own === 'true', organisation: organisation === null ? null : keyOfId('Organisation', organisation, 'text') };
      return recordOf(em, { ...whose, from: instantOf(params, 'from'), until: instantOf(params, 'until') }, locale, words);
    },
  },
  recommendations: {
    session: () => null,
    hasJson: true,
    isPublic: true,
    read: (em, { params, locale, words }) => recommendationsOf(em, given(params, 'country', 'theme', 'verb', 'standing'), locale, words),
  },
  needs: {
    session: () => null,
    hasJson: true,
    read: (em, { params, locale, words }) => needsOf(em, { ...given(params, 'country', 'theme', 'subtheme', 'pillar', 'urgency', 'status'), from: dayOf(params, 'from'), until: dayOf(params, 'until') }, locale, words),
  },
  requests: { session: () => null, hasJson: true, read: (em, { params, locale, words }) => requestsOf(em, given(params, 'country', 'kind', 'theme', 'urgency', 'status'), locale, words) },
  provisions: { session: () => null, hasJson: true, read: (em, { params, locale, words }) => provisionsOf(em, given(params, 'country', 'instrument'), locale, words) },
  instruments: { session: () => null, hasJson: true, isPublic: true, read: (em, { params, locale, words }) => instrumentsOf(em, given(params, 'instrument', 'country'), locale, words) },
  plan: { session: () => null, read: (em, wanted) => planOf(em, planWanted({ person: personOf(wanted.actor), params: wanted.params }), wanted.locale, wanted.words) },
  register: { session: () => null, isBare: true, read: async (em, { words }) => ({ title: words.recommendations.title, ...(await registerFileOf(em)) }) },
  figures: {
    session: () => null,
    read(em, { params, locale, words, actor }) {
      if (!maySeeFigures(actor)) throw new UserError('BAD_REQUEST', 'There is no such list');
      const instant = (name: string): Date | null => (params.has(name) ? new Date(instantOf(params, name)!) : null);
      return figuresOf(em, { from: instant('from'), until: instant('until'), country: params.get('country'), theme: sendable(params.get('theme')) }, locale, words);
    },
  },
};

const TYPES = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', json: 'application/json; charset=utf-8' } as const;
/** What a file counts for among the operations of a network, and for how many seconds one of a visitor may be kept. */
const [COST, KEPT] = [10, 300];
const ADDRESS = /^\/export\/([a-z]+)\.(csv|xlsx|json|pdf|ics)$/;

/**
 * Answers `/export/participants.csv?locale=fr&session=TrainingSession_…` and `/export/record.xlsx?locale=fr&own=true&organisation=Organisation_…`, and what is no list:
 * `/export/mission.json?locale=fr&mission=Mission_…`, `/export/plan.pdf?locale=fr&search=PlanSearch_…&plan=CHEAPEST`. A refusal is JSON as the API’s. That it was taken is in the trail before the first line is sent.
 */
export function exportRoutes({ asking, limits, transactAs, origin }: ExportRoutesOptions): Handler {
  return async (request, response) => {
    response.setHeader('vary', 'Cookie');
    response.setHeader('cache-control', 'private, no-store');
    response.setHeader('x-robots-tag', 'noindex');
    const { pathname, searchParams } = new URL(request.url!.replace(/^https?:\/\/[^/?]*/i, ''), 'http://localhost');
    try {
      const { name, type, locale } = wantedOf(pathname, searchParams);
      // A page of another site must not use up what its reader may ask for.
      if (request.headers['sec-fetch-site'] === 'cross-site') throw new UserError('BAD_REQUEST', 'Only pages of this site may ask');
      const { caller: { network, standing: { actor } }, visit } = await asking(request, response);
      if (actor.person === null && EXPORTED[name]?.isPublic) {
        await limits.allowanceOf(null, network).take(COST);
        const sheet = await transactAs(null)((em) => readSheet(em, name, { locale, words: EXPORT_WORDS[locale], params: searchParams, actor }));
        response.setHeader('cache-control', `public, max-age=${KEPT}`);
        return await send(response, sheet, name, type as keyof typeof TYPES);
      }
      const person = personOf(actor);
      visit.requireStepUp();
      const wanted = { locale, words: EXPORT_WORDS[locale], params: searchParams, actor };
      if (Object.hasOwn(WHOLE, `${name}.${type}`)) {
        await limits.countExport(person);
        return await sendWhole(response, `${name}.${type}`, transactAs(person), { person, params: searchParams, locale, words: wanted.words, origin });
      }
      const session = EXPORTED[name]!.session(wanted);
      await limits.countExport(person);
      const sheet = await transactAs(person)(async (em) => {
        if (session !== null && (await em.execute<unknown[]>('select from training_session where uuid = ?', [session])).length === 0) throw new UserError('BAD_USER_INPUT', 'There is no such session', { field: 'session' });
        const read = await readSheet(em, name, wanted);
        await em.execute('select record_export(?, ?::uuid, ?)', [`${name}.${type}`, read.mission ?? session, read.rows.length]);
        return read;
      });
      await send(response, sheet, name, type as keyof typeof TYPES);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refuse(response, error);
    }
  };
}

/** A list, with the notes of the countries that are named in it. */
async function readSheet(em: EntityManager, name: string, wanted: Wanted): Promise<Sheet> {
  const { read, isBare } = EXPORTED[name]!;
  const sheet = await read(em, wanted);
  return isBare ? sheet : withNameNotes(em, sheet, wanted.locale, wanted.words);
}

/** Whether there is such a file. */
const isExported = (name: string, type: string | undefined): boolean => Object.hasOwn(WHOLE, `${name}.${type}`) || (Object.hasOwn(EXPORTED, name) && (type === 'csv' || type === 'xlsx' || (type === 'json' && EXPORTED[name]!.hasJson === true)));

/** What is asked for, in which language. Throws BAD_REQUEST for what is not there. */
function wantedOf(pathname: string, params: URLSearchParams): { readonly name: string; readonly type: string | undefined; readonly locale: Locale } {
  const [, name = '', type] = ADDRESS.exec(pathname) ?? [];
  const locale = params.get('locale') ?? '';
  if (!isExported(name, type) || !isLocale(locale)) throw new UserError('BAD_REQUEST', 'There is no such list');
  return { name, type, locale };
}

/** Sends what is no list; that it was taken is in the trail before. */
async function sendWhole(response: ServerResponse, name: string, transact: Transact, asked: Asked): Promise<void> {
  const { type, make } = WHOLE[name]!;
  const { bytes } = await transact(async (em) => {
    const file = await make(em, asked);
    await em.execute('select record_export(?, ?::uuid, ?)', [name, file.mission, file.lines]);
    return file;
  });
  response.statusCode = 200;
  response.setHeader('content-type', type);
  response.setHeader('content-disposition', `attachment; filename="passerelle-${name}"`);
  response.end(bytes);
}

async function send(response: ServerResponse, sheet: Sheet, name: string, type: keyof typeof TYPES): Promise<void> {
  const file = type === 'csv' ? csvOf(sheet) : type === 'xlsx' ? await xlsxOf(sheet) : Readable.from([jsonOf(name, sheet.records ?? [])]);
  response.statusCode = 200;
  response.setHeader('content-type', TYPES[type]);
  response.setHeader('content-disposition', `attachment; filename="passerelle-${name}.${type}"`);
  // Whoever goes before the end is no fault.
  await pipeline(file, response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

function refuse(response: ServerResponse, error: UserError): void {
  const { code, params, http } = error.extensions as { code: string; params: { seconds?: number }; http: { status: number } };
  if (params.seconds !== undefined) response.setHeader('retry-after', String(params.seconds));
  response.statusCode = http.status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(`${JSON.stringify({ errors: [{ message: error.message, extensions: { code, params } }] })}\n`);
}
