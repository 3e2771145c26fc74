/** What the page asks for when a form wants work. */
import { readFileSync } from 'node:fs';
import type { Page, Request } from '@playwright/test';

/** The names of the operations, by the ids of their documents. */
const NAMES = Object.entries(JSON.parse(readFileSync(new URL('../../shared/trusted-documents.json', import.meta.url), 'utf8')) as Record<string, string>)
  .map(([id, text]) => ({ id, name: /^(?:query|mutation) (\w+)/m.exec(text)?.[1] ?? '' }));

const nameOf = (request: Request): string => {
  const sent = request.url() + (request.postData() ?? '');
  return NAMES.find(({ id }) => sent.includes(id))?.name ?? sent;
};

/** What is asked of the API from now on. */
export function asked(page: Page): string[] {
  const names: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/graphql')) names.push(nameOf(request));
  });
  return names;
}
