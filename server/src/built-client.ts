/** What the build of the client leaves for the server. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the page is. */
export const PAGE_FOLDER = 'client/dist';

/** The client's documents by their hash. */
export async function trustedDocuments({ projectFolder }: { readonly projectFolder: string }): Promise<Record<string, string>> {
  return JSON.parse(await readFile(join(projectFolder, 'shared/trusted-documents.json'), 'utf8')) as Record<string, string>;
}

/** The pages that search engines may find: those that the built client names, and that of each country, where the hotlines are. */
export async function publicPaths({ projectFolder }: { readonly projectFolder: string }, execute: (text: string) => Promise<unknown>): Promise<string[]> {
  const pages = JSON.parse(await readFile(join(projectFolder, PAGE_FOLDER, 'public-pages.json'), 'utf8')) as string[];
  const countries = (await execute('select code from country order by code')) as { code: string }[];
  return [...pages, ...countries.map(({ code }) => `/countries/${code}`)];
}
