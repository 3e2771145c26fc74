/** Asks the running API, to know what a page should show, or to do what a story is not about. */
import type { APIRequestContext } from '@playwright/test';

export interface Asking {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Record<string, string>;
}

/** The `data` of an ad-hoc operation in a locale. A cookie that comes with the answer is kept by `request`, and by the pages it belongs to. Throws when there is an error. */
export async function ask<T>(request: APIRequestContext, locale: string, query: string, { variables, headers = {} }: Asking = {}): Promise<T> {
  const response = await request.post(`/graphql?locale=${locale}`, { data: { query, variables }, headers });
  const answer = (await response.json()) as { data?: T; errors?: { message: string }[] };
  if (!answer.data || answer.errors) throw new Error(`${query}: ${JSON.stringify(answer.errors)}`);
  return answer.data;
}
