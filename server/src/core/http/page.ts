/** The built page and its files. */
import sirv from 'sirv';
import { compressed } from './compressed.ts';
import { type FactsSource, pageDocuments, type SessionSign } from './documents.ts';
import type { Handler } from './handler.ts';
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

/** Built files under their hashed names are kept for ever; every other address is the page's. */
export function pageHandler({ folder, facts, bringsSession = () => false, atTheDoor }: PageOptions): Handler {
  const files = sirv(folder, {
    single: true, etag: true, gzip: true, brotli: true,
    // The page does not stand in for a file that is missing: it would be kept for ever under its name.
    ignores: ['^/assets/'],
    setHeaders: (response, path) => response.setHeader('cache-control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, no-cache'),
  });
  const documentOf = pageDocuments(folder, facts, bringsSession, atTheDoor);
  return (request, response) => {
    const document = documentOf(request.url!);
    if (document) return compressed(document)(request, response);
    // sirv lets a range that ends before it begins stop the process. Our files are small and need no ranges.
    delete request.headers.range;
    // A file that was deleted after the start cannot be sent: that ends the response and not the process.
    response.once('pipe', (source) => source.once('error', () => response.destroy()));
    return files(request, response, () => plain(response, 404, 'Not found'));
  };
}
