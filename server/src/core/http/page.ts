/** The built page and its files. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sirv from 'sirv';
import type { Handler } from './handler.ts';
import { plain } from './plain.ts';

/** Built files under their hashed names are kept for ever; every other address is the page's. */
export function pageHandler(folder: string): Handler {
  const files = sirv(folder, {
    single: true, etag: true, gzip: true, brotli: true,
    // The page does not stand in for a file that is missing: it would be kept for ever under its name.
    ignores: ['^/assets/'],
    setHeaders: (response, path) => response.setHeader('cache-control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, no-cache'),
  });
  const fileOf = documents(folder);
  return (request, response) => {
    // sirv lets a range that ends before it begins stop the process. Our files are small and need no ranges.
    delete request.headers.range;
    // A file that was deleted after the start cannot be sent: that ends the response and not the process.
    response.once('pipe', (source) => source.once('error', () => response.destroy()));
    request.url = fileOf(request.url!);
    files(request, response, () => plain(response, 404, 'Not found'));
  };
}

/** Where the document of an address is: the build writes one for each page and language. What has none is left as it is. */
function documents(folder: string): (url: string) => string {
  const list = join(folder, 'pages.json');
  if (!existsSync(list)) return (url) => url;
  const pages = (JSON.parse(readFileSync(list, 'utf8')) as [name: string, expression: string][]).map(([name, expression]) => ({ name, expression: new RegExp(expression) }));
  return (url) => {
    const path = url.split('?', 1)[0]!;
    for (const { name, expression } of pages) {
      const found = expression.exec(path);
      if (found) return `/pages/${found[1]}/${name}.html`;
    }
    return url;
  };
}
