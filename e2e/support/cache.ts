/** What pages ask of the API. */
import type { Page } from '@playwright/test';

interface Asked {
  readonly method: string;
  readonly url: string;
}

/** Collects what the page asks of the API; what it returns takes what came since it was last called. */
export function asked(page: Page): () => Asked[] {
  const requests: Asked[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/graphql') requests.push({ method: request.method(), url: request.url() });
  });
  return () => requests.splice(0);
}
