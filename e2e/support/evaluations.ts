/** Sessions of the demonstration that are over. */
import type { APIRequestContext } from '@playwright/test';
import { ask } from './api.ts';

export interface Session {
  readonly id: string;
  readonly evaluation: { readonly state: string; readonly asked: number; readonly answered: number | null; readonly can: { readonly open: boolean } } | null;
}

/** The sessions that are over, as the adviser reads them. */
export async function sessionsOver(request: APIRequestContext): Promise<Session[]> {
  const found: Session[] = [];
  let after: string | null = null;
  do {
    const page: { trainingSessions: { nodes: Session[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } } = await ask(request, 'fr',
      'query ($after: String) { trainingSessions(filter: { states: [DONE] }, first: 100, after: $after) { nodes { id evaluation { state asked answered can { open } } } pageInfo { hasNextPage endCursor } } }', { variables: { after } });
    found.push(...page.trainingSessions.nodes);
    after = page.trainingSessions.pageInfo.hasNextPage ? page.trainingSessions.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}
