/** What the tests of provisions share: what people do with them by the API. */
import { randomUUID } from 'node:crypto';
import { ask, type TestServer } from '../../test/http/harness.ts';

type Headers = Readonly<Record<string, string>> | undefined;

export const PROVISION = {
  kind: 'PROVISION', country: 'RS', instrument: 'coe-197', articles: ['18', '26'], recommendations: [] as readonly string[], locale: 'sr-Cyrl', text: 'Трговина људима', reference: 'Кривични законик, члан 388', startsOn: '2006-01-01', endsOn: null, source: 'Службени гласник 85/2005', sourceUrl: 'https://example.org/rs', checkedOn: '2026-11-01',
} as const;

export interface ProvisionBack {
  readonly outcome: string;
  readonly faults: readonly { readonly field: string; readonly fault: string; readonly maximum: number | null }[];
  readonly provision: {
    readonly key: string; readonly kind: string; readonly text: string; readonly reference: string; readonly startsOn: string | null; readonly endsOn: string | null; readonly version: number; readonly isDemonstration: boolean; readonly canChange: boolean; readonly enteredAs: string; readonly changedAs: string | null;
    readonly articles: readonly { readonly number: string; readonly title: { readonly text: string } }[]; readonly recommendations: readonly { readonly id: string }[]; readonly provenance: { readonly source: string; readonly isVerified: boolean; readonly checkedOn: string | null };
  } | null;
  readonly key: string;
  readonly code: string | undefined;
}

const SELECT = 'outcome faults { field fault maximum } provision { key kind text reference startsOn endsOn version isDemonstration canChange enteredAs changedAs articles { number title { text } } recommendations { id } provenance { source isVerified checkedOn } }';

/** Enters one, or changes it. */
export async function saveProvision(server: TestServer, headers: Headers, { key = randomUUID() as string, version = 0, ...changes }: Readonly<Record<string, unknown>> & { readonly key?: string; readonly version?: number } = {}): Promise<ProvisionBack> {
  const { data, code } = await ask(server, `mutation ($key: UUID!, $version: Int!, $input: NationalProvisionInput!) { saveNationalProvision(key: $key, version: $version, input: $input) { ${SELECT} } }`, { key, version, input: { ...PROVISION, ...changes } } as never, headers as never);
  return { ...((data ? Object.values(data)[0] : {}) as ProvisionBack), key, code };
}

/** The keys of those that somebody reads, of a country, an instrument or a recommendation. */
export async function provisionsOf(server: TestServer, headers: Headers, of = 'country(code: "RS")'): Promise<string[]> {
  const { data } = await ask(server, `{ at: ${of} { provisions { key } } }`, {}, headers as never);
  return (data as unknown as { at: { provisions: { key: string }[] } }).at.provisions.map(({ key }) => key);
}

/** Removes one, as it was read. */
export async function removeProvision(server: TestServer, headers: Headers, key: string, version = 1): Promise<string> {
  const { data, code } = await ask(server, `mutation { removeNationalProvision(key: "${key}", version: ${version}) { outcome } }`, {}, headers as never);
  return (data as unknown as { removeNationalProvision?: { outcome: string } } | null)?.removeNationalProvision?.outcome ?? code!;
}

export interface PublicBack {
  readonly key: string;
  readonly isDemonstration: boolean;
}

/** What somebody reads of those that are public, of a country, an instrument or a recommendation. */
export async function publicIn(server: TestServer, headers: Headers, of = 'country(code: "RS")'): Promise<readonly PublicBack[]> {
  const { data } = await ask(server, `{ at: ${of} { publicProvisions { key kind text reference locale startsOn endsOn isDemonstration articles { number } recommendations { id } provenance { source isVerified checkedOn } } } }`, {}, headers as never);
  return (data as unknown as { at: { publicProvisions: PublicBack[] } }).at.publicProvisions;
}

/** Makes one public as it was read, or takes that back. */
export async function publishProvision(server: TestServer, headers: Headers, key: string, { version = 1, isPublic = true } = {}): Promise<string> {
  const { data, code } = await ask(server, `mutation { publishNationalProvision(key: "${key}", version: ${version}, isPublic: ${isPublic}) { outcome } }`, {}, headers as never);
  return (data as unknown as { publishNationalProvision?: { outcome: string } } | null)?.publishNationalProvision?.outcome ?? code!;
}
