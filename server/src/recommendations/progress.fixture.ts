/** What the tests of what has become of recommendations share: what people say by the API. */
import { randomUUID } from 'node:crypto';
import { ask, type TestServer } from '../../test/http/harness.ts';
import { owner } from '../registrations/world.fixture.ts';

type Headers = Readonly<Record<string, string>> | undefined;

/** One to Serbia, and what the post says of it in Serbian. */
export const OF_SERBIA = 'rs-r2-16';
export const ENTRY = { sourceLocale: 'sr-Latn', status: 'UNDER_WAY', asOf: '2026-11-01', seen: 'Nacrt zakona je na javnoj raspravi.', links: [{ url: 'https://example.org/nacrt', label: 'Nacrt zakona' }] } as const;

export interface ProgressBack {
  readonly outcome: string;
  readonly faults: readonly { readonly field: string; readonly fault: string; readonly maximum: number | null; readonly position: number | null }[];
  readonly recommendation: {
    readonly can: { readonly followUp: boolean };
    readonly progress: readonly {
      readonly key: string; readonly status: string; readonly asOf: string; readonly enteredAs: string; readonly version: number; readonly seen: { readonly text: string; readonly locale: string };
      readonly links: readonly { readonly url: string; readonly label: string }[]; readonly texts: readonly { readonly locale: string; readonly seen: string; readonly isSource: boolean; readonly isOutdated: boolean }[];
    }[];
  } | null;
  readonly code: string | undefined;
}

export const PROGRESS = 'key status asOf enteredAs version seen { text locale } links { url label } texts { locale seen isSource isOutdated }';
const BACK = `outcome faults { field fault maximum position } recommendation { can { followUp } progress { ${PROGRESS} } }`;

async function back(server: TestServer, mutation: string, variables: object, headers: Headers): Promise<ProgressBack> {
  const { data, code } = await ask(server, mutation, variables as never, headers as never);
  return { ...((data ? Object.values(data)[0] : {}) as ProgressBack), code };
}

/** Says what has become of one. */
export const enterProgress = (server: TestServer, headers: Headers, { slug = OF_SERBIA as string, key = randomUUID() as string, after = null as string | null, ...changes }: Readonly<Record<string, unknown>> & { readonly slug?: string; readonly key?: string; readonly after?: string | null } = {}): Promise<ProgressBack> =>
  back(server, `mutation ($id: ID!, $key: UUID!, $after: UUID, $input: RecommendationProgressInput!) { enterRecommendationProgress(id: $id, key: $key, after: $after, input: $input) { ${BACK} } }`, { id: `Recommendation_${slug}`, key, after, input: { ...ENTRY, ...changes } }, headers);

/** Says in another language what was seen. */
export const translateProgress = (server: TestServer, headers: Headers, key: string, { slug = OF_SERBIA as string, version = 1, locale = 'fr', seen = 'Le projet de loi est en consultation.' } = {}): Promise<ProgressBack> =>
  back(server, `mutation ($id: ID!, $key: UUID!, $version: Int!, $texts: RecommendationProgressTextsInput!) { translateRecommendationProgress(id: $id, key: $key, version: $version, texts: $texts) { ${BACK} } }`, { id: `Recommendation_${slug}`, key, version, texts: { locale, seen } }, headers);

/** One that somebody has entered: its key. */
export async function progressOf(server: TestServer, headers: Headers, changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { recommendation, outcome } = await enterProgress(server, headers, changes);
  if (outcome !== 'DONE' || !recommendation) throw new Error(`Not entered: ${outcome}`);
  return recommendation.progress[0]!.key;
}

/** Somebody who is invented is real, and has shown their key, until the function that it gives is called. */
export async function passAsReal(server: TestServer, email: string): Promise<() => Promise<void>> {
  const pass = async (isInvented: boolean): Promise<void> => {
    await owner(server, 'update person set is_demonstration = ? where email = ?', [isInvented, email]);
    await owner(server, 'update sign_in_session set key = ?, key_shown_at = ?::timestamptz where person_id = (select id from person where email = ?)', isInvented ? [null, null, email] : ['PASSKEY', new Date().toISOString(), email]);
  };
  await pass(false);
  return () => pass(true);
}
