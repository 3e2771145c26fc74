/** Asks the running API, to know what a page should show. */
import type { APIRequestContext } from '@playwright/test';

/** The `data` of an ad-hoc query in a locale. */
export async function ask<T>(request: APIRequestContext, locale: string, query: string): Promise<T> {
  const response = await request.post(`/graphql?locale=${locale}`, { data: { query } });
  const answer = (await response.json()) as { data?: T; errors?: { message: string }[] };
  if (!answer.data || answer.errors) throw new Error(`${query}: ${JSON.stringify(answer.errors)}`);
  return answer.data;
}
