/** Certificates as files: for who prepares the session, for who registers for the same organisation, and for their person by the link in a mail. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isLocale, type Locale } from '@passerelle/shared/locales.ts';
import type { Transact } from '../core/database/index.ts';
import { UserError } from '../core/errors.ts';
import { type Handler, plain } from '../core/http/index.ts';
import type { ApiLimits } from '../core/limits/index.ts';
import { type CertificateWanted, certificateToPrint } from './certificate-facts.ts';
import { certificatePdf } from './certificate-pdf.ts';

/** What their addresses begin with. */
export const CERTIFICATES = '/certificate/';

/** The pages that read passes by the camera, also where there is no network, by the names of their routes. */
export const PAGES_AT_THE_DOOR: readonly string[] = ['session-check-in'];

export interface CertificateRoutesOptions {
  /** Who asks with a request. */
  readonly asking: (request: IncomingMessage, response: ServerResponse) => Promise<{ readonly caller: { readonly network: string; readonly standing: { readonly actor: { readonly person: string | null } } } }>;
  readonly limits: Pick<ApiLimits, 'allowanceOf'>;
  /** How the person reads; null for a visitor. */
  readonly transactAs: (person: string | null) => Transact;
  /** Where people reach the site. */
  readonly origin: string;
}

/** Where its person has one: what their link holds comes in a header, so that it stands in no log and no history. */
const OWN = '/certificate/own.pdf';
const FILE = /^\/certificate\/Certificate_([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.pdf$/;

/** Answers `/certificate/Certificate_….pdf?languages=fr,mk`, and `own.pdf` with `Authorization: Bearer …`. One that is not there, revoked or not for who asks is all answered alike. */
export function certificateRoutes({ asking, limits, transactAs, origin }: CertificateRoutesOptions): Handler {
  return async (request, response) => {
    response.setHeader('vary', 'Cookie, Authorization');
    response.setHeader('cache-control', 'private, no-store');
    response.setHeader('x-robots-tag', 'noindex');
    const { pathname, searchParams } = new URL(request.url!.replace(/^https?:\/\/[^/?]*/i, ''), 'http://localhost');
    const [wanted, languages] = [wantedBy(pathname, request), languagesOf(searchParams.get('languages'))];
    if (!wanted || !languages) return plain(response, 404, 'Not found');
    try {
      const { caller: { network, standing: { actor: { person } } } } = await asking(request, response);
      await limits.allowanceOf(person, network).take(1);
      const certificate = await transactAs(person)((em) => certificateToPrint(em, wanted, languages, `${origin}/${languages[0]}/verify`));
      if (!certificate) return plain(response, 404, 'Not found');
      send(response, await certificatePdf(certificate, languages), certificate.number);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const { params, http } = error.extensions as { params: { seconds?: number }; http: { status: number } };
      if (params.seconds !== undefined) response.setHeader('retry-after', String(params.seconds));
      plain(response, http.status, error.message);
    }
  };
}

function wantedBy(pathname: string, { headers }: IncomingMessage): CertificateWanted | undefined {
  const id = FILE.exec(pathname)?.[1];
  if (id !== undefined) return { id };
  const secret = /^Bearer ([\w-]{32})$/.exec(headers.authorization ?? '')?.[1];
  return pathname === OWN && secret !== undefined ? { secret } : undefined;
}

/** Two languages that are not the same; undefined for anything else. */
function languagesOf(given: string | null): readonly [Locale, Locale] | undefined {
  const [first = '', second = '', ...more] = (given ?? '').split(',');
  return isLocale(first) && isLocale(second) && first !== second && more.length === 0 ? [first, second] : undefined;
}

function send(response: ServerResponse, file: Buffer, number: string): void {
  response.statusCode = 200;
  response.setHeader('content-type', 'application/pdf');
  response.setHeader('content-disposition', `attachment; filename="passerelle-${number}.pdf"`);
  response.setHeader('content-length', file.length);
  response.end(file);
}
