/** Papers as files: for the adviser, the post of the leg, and the expert whom one is about. Drawn when they are asked for, of what was kept of them. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isLocale, type Locale } from '@passerelle/shared/locales.ts';
import type { Transact } from '../core/database/index.ts';
import { UserError } from '../core/errors.ts';
import { type Handler, plain } from '../core/http/index.ts';
import type { ApiLimits } from '../core/limits/index.ts';
import { standingsOf } from '../members/index.ts';
import { stateOf } from './changes.ts';
import { type Facts, type Given, type MeetingFact, takeFacts } from './facts.ts';
import { PAGE_POLICY, paperPage } from './paper-page.ts';
import { paperCalendar } from './paper-calendar.ts';
import type { PaperKind } from './paper-kind.ts';
import { paperPdf } from './paper-pdf.ts';
import { mayReadPaper } from './paper.policy.ts';
import { partsOf } from './papers.ts';
import { referenceOf } from './reference.ts';
import type { PaperToDraw } from './sheet.ts';

/** What their addresses begin with. */
export const PAPERS = '/paper/';

export interface PaperRoutesOptions {
  /** Who asks with a request. */
  readonly asking: (request: IncomingMessage, response: ServerResponse) => Promise<{ readonly caller: { readonly network: string; readonly standing: { readonly actor: { readonly person: string | null } } } }>;
  readonly limits: Pick<ApiLimits, 'allowanceOf'>;
  /** How the person reads; null for a visitor. */
  readonly transactAs: (person: string | null) => Transact;
  /** Where people reach the site. */
  readonly origin: string;
}

type Form = 'pdf' | 'html' | 'ics';
const FILE = /^\/paper\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.(pdf|html|ics)$/;
/** A file costs as much as so many questions. */
const COST = 3;

interface Found {
  readonly kind: PaperKind;
  readonly subject: string;
  readonly number: number;
  readonly madeAt: string;
  readonly isReplaced: boolean;
  readonly kept: Facts;
  readonly given: Given | null;
  readonly earlier: readonly MeetingFact[];
  readonly country: string | null;
  readonly isShown: boolean;
  readonly isGivenUp: boolean;
  readonly isOwn: boolean;
}

const FOUND = `
  select p.kind, p.subject_uuid as subject, p.number, p.made_at as "madeAt", exists (select from mission_paper n where n.kind = p.kind and n.subject_uuid = p.subject_uuid and n.number > p.number) as "isReplaced", paper_kept(p.uuid) as kept,
    on_paper(p.kind, p.subject_uuid) as given,
    (select coalesce(jsonb_agg(x.value order by n.number), '[]') from mission_paper n cross join jsonb_array_elements(n.facts -> 'meetings') x where n.kind = p.kind and n.subject_uuid = p.subject_uuid and n.number < p.number) as earlier,
    l.country_code as country, coalesce(l.is_shown, false) as "isShown", coalesce(l.stage = 'GIVEN_UP', false) as "isGivenUp", exists (select from expert e where e.uuid = p.expert_uuid and e.person_id = ?) and is_own_paper(p.mission_uuid, p.member_uuid, p.expert_uuid, p.is_given) as "isOwn"
  from mission_paper p left join mission_leg l on l.uuid = p.leg_uuid where p.uuid = ?`;

/** A paper, for whoever may have it; undefined for any other. */
async function paperToDraw(em: EntityManager, person: string, key: string): Promise<PaperToDraw | undefined> {
  const [found] = await em.execute<Found[]>(FOUND, [person, key]);
  if (!found || !mayReadPaper(found, await standingsOf(em, person))) return undefined;
  const { kind, subject, number, madeAt, kept, given, earlier, isReplaced } = found;
  return { kind, number, madeAt: new Date(madeAt), state: stateOf(kept, takeFacts(kind, given, subject), isReplaced), facts: kept, earlier, reference: await referenceOf(em, kept) };
}

/** Answers `/paper/<key>.pdf?languages=fr,sr-Cyrl`, the same as a page to be printed (`.html`), and the meetings of a programme for a calendar (`.ics`). One that is not there, or not for who asks, is answered alike. */
export function paperRoutes({ asking, limits, transactAs, origin }: PaperRoutesOptions): Handler {
  return async (request, response) => {
    response.setHeader('vary', 'Cookie');
    response.setHeader('cache-control', 'private, no-store');
    response.setHeader('x-robots-tag', 'noindex');
    const { pathname, searchParams } = new URL(request.url!.replace(/^https?:\/\/[^/?]*/i, ''), 'http://localhost');
    const [, key, form] = FILE.exec(pathname) ?? [];
    const languages = languagesOf(searchParams.get('languages'));
    if (key === undefined || !languages) return plain(response, 404, 'Not found');
    try {
      const { caller: { network, standing: { actor: { person } } } } = await asking(request, response);
      await limits.allowanceOf(person, network).take(COST);
      const paper = person === null ? undefined : await transactAs(person)((em) => paperToDraw(em, person, key));
      if (!paper || !(await send(response, paper, form as Form, languages, origin))) plain(response, 404, 'Not found');
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const { params, http } = error.extensions as { params: { seconds?: number }; http: { status: number } };
      if (params.seconds !== undefined) response.setHeader('retry-after', String(params.seconds));
      plain(response, http.status, error.message);
    }
  };
}

/** One language, or two that are not the same; undefined for anything else. */
function languagesOf(given: string | null): readonly Locale[] | undefined {
  const tags = (given ?? '').split(',');
  return tags.every(isLocale) && tags.length <= 2 && new Set(tags).size === tags.length ? tags : undefined;
}

const TYPES: Readonly<Record<Form, string>> = { pdf: 'application/pdf', html: 'text/html; charset=utf-8', ics: 'text/calendar; charset=utf-8' };

/** Sends a paper; gives whether it is there in that form. */
async function send(response: ServerResponse, paper: PaperToDraw, form: Form, languages: readonly Locale[], origin: string): Promise<boolean> {
  const { kind, number, facts } = paper;
  if (form === 'ics' && kind !== 'PROGRAMME_POST' && kind !== 'PROGRAMME_PERSON') return false;
  const page = `${origin}/${languages[0]}/${facts.leg ? `legs/MissionLeg_${facts.leg.key}` : 'own-missions'}`;
  const draw: Readonly<Record<Form, () => Promise<Buffer> | string>> = {
    pdf: () => paperPdf(partsOf(paper, languages), paper.madeAt), html: () => paperPage(partsOf(paper, languages)), ics: () => paperCalendar(paper, languages[0]!, page),
  };
  const file = Buffer.from(await draw[form]());
  response.statusCode = 200;
  response.setHeader('content-type', TYPES[form]);
  response.setHeader('content-security-policy', form === 'html' ? PAGE_POLICY : "default-src 'none'; frame-ancestors 'none'; sandbox");
  response.setHeader('content-disposition', form === 'html' ? 'inline' : `attachment; filename="passerelle-${kind.toLowerCase().replace('_', '-')}-${number}.${form}"`);
  response.setHeader('content-length', file.length);
  response.end(file);
  return true;
}
