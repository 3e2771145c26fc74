/** What the tests of the record share: entries that are there without having been entered, and what people do with them by the API. */
import { randomUUID } from 'node:crypto';
import { ask, type TestServer } from '../../test/http/harness.ts';
import { owner } from '../registrations/world.fixture.ts';

type Headers = Readonly<Record<string, string>> | undefined;

export const PRACTICE = { sourceLocale: 'fr', expert: null, country: 'RS', theme: 'ASSISTANCE', shownOn: '2025-03-28', title: 'Audition filmée', audience: 'Police de Belgrade', result: 'Une salle d’audition.', isPublic: true, consentedOn: null } as const;
export const PUBLICATION = { year: 2024, title: 'L’enquête financière', locale: 'fr', url: 'https://example.org/a', isPublic: true, consentedOn: null } as const;

export interface RecordBack {
  readonly outcome: string;
  readonly faults: readonly { readonly field: string; readonly fault: string }[];
  readonly practice: { readonly id: string; readonly version: number; readonly isPublic: boolean; readonly consentedOn: string | null; readonly title: { readonly text: string } } | null;
  readonly publication: { readonly id: string; readonly version: number; readonly consentedOn: string | null } | null;
  readonly code: string | undefined;
}

const BACK = 'outcome faults { field fault } practice { id version isPublic consentedOn title { text } } publication { id version consentedOn }';

async function back(server: TestServer, mutation: string, variables: object, headers: Headers): Promise<RecordBack> {
  const { data, code } = await ask(server, mutation, variables as never, headers as never);
  return { ...((data ? Object.values(data)[0] : {}) as RecordBack), code };
}

export const savePractice = (server: TestServer, headers: Headers, { key = randomUUID() as string, version = 0, ...changes }: Readonly<Record<string, unknown>> & { readonly key?: string; readonly version?: number } = {}): Promise<RecordBack> =>
  back(server, `mutation ($key: UUID!, $version: Int!, $input: PracticeInput!) { savePractice(key: $key, version: $version, input: $input) { ${BACK} } }`, { key, version, input: { ...PRACTICE, ...changes } }, headers);

export const savePublication = (server: TestServer, headers: Headers, expert: string, { key = randomUUID() as string, version = 0, ...changes }: Readonly<Record<string, unknown>> & { readonly key?: string; readonly version?: number } = {}): Promise<RecordBack> =>
  back(server, `mutation ($expert: ID!, $key: UUID!, $version: Int!, $input: PublicationInput!) { savePublication(expert: $expert, key: $key, version: $version, input: $input) { ${BACK} } }`, { expert: `Expert_${expert}`, key, version, input: { ...PUBLICATION, ...changes } }, headers);

export const agree = (server: TestServer, headers: Headers, what: 'Practice' | 'Publication', key: string, { agrees = true, version = 1 } = {}): Promise<RecordBack> =>
  back(server, `mutation ($id: ID!, $version: Int!, $agrees: Boolean!) { agreeTo${what}(id: $id, version: $version, agrees: $agrees) { ${BACK} } }`, { id: `${what}_${key}`, version, agrees }, headers);

export const remove = (server: TestServer, headers: Headers, what: 'Practice' | 'Publication', key: string, version = 1): Promise<RecordBack> =>
  back(server, `mutation ($id: ID!, $version: Int!) { remove${what}(id: $id, version: $version) { ${BACK} } }`, { id: `${what}_${key}`, version }, headers);

export const translate = (server: TestServer, headers: Headers, key: string, texts: object, version = 1): Promise<RecordBack> =>
  back(server, `mutation ($id: ID!, $version: Int!, $texts: PracticeTextsInput!) { translatePractice(id: $id, version: $version, texts: $texts) { ${BACK} } }`, { id: `Practice_${key}`, version, texts }, headers);

/** A practice and a publication of an expert, to be shown once they agree: their keys. */
export async function recordOf(server: Pick<TestServer, 'database'>, expert: string): Promise<{ readonly practice: string; readonly publication: string }> {
  const [practice, publication] = [randomUUID() as string, randomUUID() as string];
  await owner(server, `do $body$ begin
    insert into practice (uuid, source_locale, expert_uuid, country_code, theme_code, shown_on, is_public, is_demonstration) select '${practice}', 'fr', uuid, 'RS', 'ASSISTANCE', '2025-03-28', true, is_demonstration from expert where uuid = '${expert}';
    insert into practice_translation (practice_uuid, locale, title) values ('${practice}', 'fr', 'Zzyzx');
    insert into publication (uuid, expert_uuid, year, title, locale, is_public) values ('${publication}', '${expert}', 2024, 'Zzyzx', 'fr', true);
  end $body$`);
  return { practice, publication };
}
