/** What the tests of what coordinates action against trafficking share: what people do with it by the API. */
import { randomUUID } from 'node:crypto';
import { ask, type TestServer } from '../../test/http/harness.ts';

type Headers = Readonly<Record<string, string>> | undefined;

export const COORDINATION = {
  kind: 'STRATEGY', country: 'RS', organisation: null as string | null, name: 'Стратегија за пробу', locale: 'sr-Cyrl', legalBasis: 'Закључак Владе 1/2024', website: 'https://example.org/rs', startsOn: '2024-01-01', endsOn: '2029-12-31', source: 'Службени гласник', sourceUrl: 'https://example.org/sg', checkedOn: '2026-11-01',
} as const;

export interface CoordinationRow {
  readonly key: string; readonly kind: string; readonly name: string | null; readonly locale: string; readonly legalBasis: string | null; readonly website: string | null; readonly startsOn: string | null; readonly endsOn: string | null; readonly version: number;
  readonly isByPost: boolean | null; readonly changedAt: string | null; readonly isDemonstration: boolean; readonly canChange: boolean; readonly organisation: { readonly id: string } | null; readonly provenance: { readonly source: string; readonly isVerified: boolean; readonly checkedOn: string | null };
}

export interface CoordinationBack {
  readonly outcome: string;
  readonly faults: readonly { readonly field: string; readonly fault: string; readonly maximum: number | null }[];
  readonly coordination: CoordinationRow | null;
  readonly key: string;
  readonly code: string | undefined;
}

const ROW = 'key kind name locale legalBasis website startsOn endsOn version isByPost changedAt isDemonstration canChange organisation { id } provenance { source isVerified checkedOn }';

/** Enters one, or changes it. */
export async function saveCoordination(server: TestServer, headers: Headers, { key = randomUUID() as string, version = 0, ...changes }: Readonly<Record<string, unknown>> & { readonly key?: string; readonly version?: number } = {}): Promise<CoordinationBack> {
  const { data, code } = await ask(server, `mutation ($key: NonEmptyString!, $version: Int!, $input: CoordinationInput!) { saveCoordination(key: $key, version: $version, input: $input) { outcome faults { field fault maximum } coordination { ${ROW} } } }`, { key, version, input: { ...COORDINATION, ...changes } } as never, headers as never);
  return { ...((data ? Object.values(data)[0] : {}) as CoordinationBack), key, code };
}

/** Those of a country, as somebody reads them. */
export async function coordinationOf(server: TestServer, headers: Headers, country = 'RS'): Promise<readonly CoordinationRow[]> {
  const { data } = await ask(server, `{ country(code: "${country}") { coordination { ${ROW} } } }`, {}, headers as never);
  return (data as unknown as { country: { coordination: CoordinationRow[] } }).country.coordination;
}

/** Removes one, as it was read. */
export async function removeCoordination(server: TestServer, headers: Headers, key: string, version = 1): Promise<string> {
  const { data, code } = await ask(server, `mutation { removeCoordination(key: "${key}", version: ${version}) { outcome } }`, {}, headers as never);
  return (data as unknown as { removeCoordination?: { outcome: string } } | null)?.removeCoordination?.outcome ?? code!;
}
