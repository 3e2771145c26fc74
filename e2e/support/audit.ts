/** The page of the journal, with invented acts. */
import type { Page } from '@playwright/test';

export const PAGE = '/audit';

const CLAIRE = { __typename: 'Person', name: 'Claire Marchand', email: 'claire@example.org' };
export const KEY = '019abc00-0000-7000-8000-0000000000c1';
const ROWS = [
  { at: '2026-11-25T09:05:00Z', by: CLAIRE, action: 'CHANGED', subject: 'PERSON', about: CLAIRE, part: 'locale', before: 'fr', after: 'uk' },
  { at: '2026-11-24T23:30:00Z', by: CLAIRE, action: 'ADDED', subject: 'SESSION', about: CLAIRE, part: null, before: null, after: null },
  { at: '2026-11-24T08:00:00Z', by: null, action: 'CHANGED', subject: 'MEMBER', about: null, part: 'role', before: 'SCAC', after: 'SSI' },
].map((row, index) => ({ __typename: 'AuditEntry', id: `AuditEntry_${index}`, byKey: row.by && KEY, aboutKey: row.about && KEY, ...row }));

/** Answers as the API does to the adviser; tells which variables it was asked with. */
export async function answerAdviser(page: Page): Promise<string[]> {
  const asked: string[] = [];
  await page.route('**/graphql?**', async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as { data: Record<string, unknown> };
    if (!answer.data.auditEntries) return route.fulfill({ response });
    asked.push(new URL(route.request().url()).searchParams.get('variables') ?? '');
    const auditEntries = { ...(answer.data.auditEntries as object), totalCount: ROWS.length, nodes: ROWS };
    return route.fulfill({ response, json: { ...answer, data: { ...answer.data, auditEntries, latest: { __typename: 'AuditEntryConnection', nodes: [{ __typename: 'AuditEntry', id: ROWS[0]!.id }] } } } });
  });
  return asked;
}
