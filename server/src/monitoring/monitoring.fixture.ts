/** What the tests of the dates of monitoring bodies share: what people do with them by the API. */
import { randomUUID } from 'node:crypto';
import { ask, type TestServer } from '../../test/http/harness.ts';

type Headers = Readonly<Record<string, string>> | undefined;

export const CYCLE = { country: 'RS', body: 'GRETA', round: 7, questionnaireOn: null, visitOn: '2097-03-02', draftReportOn: null, commentsOn: '2097-09-01', publicationOn: null, followUpOn: null, source: 'Letter of the secretariat', sourceUrl: 'https://example.org/rs', checkedOn: '2026-11-01' } as const;

export interface CycleBack {
  readonly outcome: string;
  readonly faults: readonly { readonly field: string; readonly fault: string; readonly maximum: number | null }[];
  readonly cycle: (Omit<typeof CYCLE, 'country'> & { readonly key: string; readonly version: number; readonly isDemonstration: boolean; readonly canChange: boolean; readonly provenance: { readonly source: string; readonly isVerified: boolean; readonly checkedOn: string | null } }) | null;
  readonly key: string;
  readonly code: string | undefined;
}

const DATES = 'questionnaireOn visitOn draftReportOn commentsOn publicationOn followUpOn';

/** Enters the dates of a round, or changes them. */
export async function saveCycle(server: TestServer, headers: Headers, { key = randomUUID() as string, version = 0, ...changes }: Readonly<Record<string, unknown>> & { readonly key?: string; readonly version?: number } = {}): Promise<CycleBack> {
  const { data, code } = await ask(server, `mutation ($key: UUID!, $version: Int!, $input: MonitoringCycleInput!) { saveMonitoringCycle(key: $key, version: $version, input: $input) { outcome faults { field fault maximum } cycle { key body round version isDemonstration canChange ${DATES} provenance { source isVerified checkedOn } } } }`, { key, version, input: { ...CYCLE, ...changes } } as never, headers as never);
  return { ...((data ? Object.values(data)[0] : {}) as CycleBack), key, code };
}

/** The keys of those that somebody reads, of a country alone where one is named. */
export async function cyclesOf(server: TestServer, headers: Headers, country?: string): Promise<string[]> {
  const { data } = await ask(server, country === undefined ? '{ monitoringCycles { key } }' : `{ country(code: "${country}") { monitoringCycles { key } } }`, {}, headers as never);
  const said = data as unknown as { monitoringCycles?: { key: string }[]; country?: { monitoringCycles: { key: string }[] } };
  return (said.monitoringCycles ?? said.country!.monitoringCycles).map(({ key }) => key);
}

/** Removes one, as it was read. */
export async function removeCycle(server: TestServer, headers: Headers, key: string, version = 1): Promise<string> {
  const { data, code } = await ask(server, `mutation { removeMonitoringCycle(key: "${key}", version: ${version}) { outcome } }`, {}, headers as never);
  return (data as unknown as { removeMonitoringCycle?: { outcome: string } } | null)?.removeMonitoringCycle?.outcome ?? code!;
}
