/** The built page and its files. */
import sirv, { type Options } from 'sirv';
import { compressed } from './compressed.ts';
import { type FactsSource, pageDocuments, type SessionSign } from './documents.ts';
import type { Handler } from './handler.ts';
import { acceptedLanguages } from './locale.ts';
import { PAGE_PERMISSIONS } from './permissions.ts';
import { plain } from './plain.ts';

/** The built page. */
export interface PageOptions {
  /** Where it is. */
  readonly folder: string;
  readonly facts: FactsSource;
  /** Without it, nobody is ever signed in. */
  readonly bringsSession?: SessionSign;
  /** The names of the pages that may ask for the camera, and start the worker that opens them without a network. */
  readonly atTheDoor?: readonly string[];
}

/** What is asked for as a file: no page stands in for it. What the documents of pages are made of is none. */
const FILE = /^(?!\/(?:index\.html|pages\.json|pages\/)).*\/[^/]+\.\w+$/;

/**
 * Built files under their hashed names are kept for ever. Every other address is the page's: one that names its locale has a document of its own,
 * one that does not leads to it in the best locale for the reader; where no page is, the page says so.
 */
export function pageHandler({ folder, facts, bringsSession = () => false, atTheDoor }: PageOptions): Handler {
  const options: Options = {
    etag: true, gzip: true, brotli: true,
    setHeaders: (response, path) => response.setHeader('cache-control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, no-cache'),
  };
  const files = sirv(folder, options);
  // Of a build without documents of its own.
  const start = sirv(folder, { ...options, single: true });
  const documents = pageDocuments(folder, facts, bringsSession, atTheDoor);
  return (request, response) => {
    const document = documents.of(request.url!);
    if (document) return compressed(document)(request, response);
    const path = request.url!.split('?', 1)[0]!;
    const isFile = path.startsWith('/assets/') || FILE.test(path);
    // Before it is known whether the browser has it already: what is said then takes the place of what was said at first.
    if (!isFile || path.endsWith('.html')) response.setHeader('permissions-policy', PAGE_PERMISSIONS);
    const elsewhere = isFile ? undefined : documents.elsewhere(request.url!, acceptedLanguages(request.headers['accept-language'] ?? ''));
    if (elsewhere) return compressed(elsewhere)(request, response);
    // sirv lets a range that ends before it begins stop the process. Our files are small and need no ranges.
    delete request.headers.range;
    // A file that was deleted after the start cannot be sent: that ends the response and not the process.
    response.once('pipe', (source) => source.once('error', () => response.destroy()));
    const missing = (): void => plain(response, 404, 'Not found');
    // The page does not stand in for a file that is missing: it would be kept for ever under its name.
    return files(request, response, () => (isFile ? missing() : start(request, response, missing)));
  };
}
