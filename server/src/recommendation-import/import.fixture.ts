/** What the tests of importing recommendations share: files, and what people do with them by the API. */
import { inParts, RECOMMENDATION_COLUMNS, type RecommendationColumn } from '@passerelle/shared/recommendationFile.ts';
import { ask, send, type TestServer } from '../../test/http/harness.ts';

type Headers = Readonly<Record<string, string>> | undefined;

export interface PlaceBack {
  readonly line: number | null;
  readonly column: string | null;
  readonly position: number | null;
  readonly fault: string;
  readonly maximum: number | null;
}

export interface ImportBack {
  readonly outcome: string;
  readonly faults: readonly PlaceBack[];
  readonly lines: readonly {
    readonly line: number; readonly slug: string; readonly kind: string; readonly faults: readonly PlaceBack[];
    readonly fields: readonly { readonly column: string; readonly kind: string; readonly imported: string | null; readonly register: string | null; readonly file: string }[];
  }[];
  readonly state: string | null;
  readonly code: string | undefined;
}

/** One that is in no register. */
export const NEW_LINE: Readonly<Record<RecommendationColumn, string>> = {
  slug: 'rs-r3-90', country: 'RS', body: 'GRETA', round: '3', year: '2024', paragraph: '90', verb: 'URGE', themes: 'COMPENSATION', language: 'en', summary: 'Access to compensation should be effective.',
  source: 'Third report on Serbia', source_url: 'https://example.org/rs', checked_on: '2026-01', note: '',
};

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** A file of lines, each the one above with changes. */
export function fileOf(lines: readonly Partial<Record<RecommendationColumn, string>>[], { separator = ',', bom = false, columns = RECOMMENDATION_COLUMNS as readonly RecommendationColumn[] } = {}): string {
  return `${bom ? '\uFEFF' : ''}${[columns.join(separator), ...lines.map((line) => columns.map((column) => quoted({ ...NEW_LINE, ...line }[column])).join(separator))].join('\r\n')}\r\n`;
}

const PLACE = 'line column position fault maximum';
const BACK = `outcome state faults { ${PLACE} } lines { line slug kind faults { ${PLACE} } fields { column kind imported register file } }`;

async function back(server: TestServer, mutation: string, variables: object, headers: Headers): Promise<ImportBack> {
  const { data, code } = await ask(server, mutation, variables as never, headers as never);
  return { ...((data ? Object.values(data)[0] : {}) as ImportBack), code };
}

/** Tries to import a file. */
export const tryImport = (server: TestServer, headers: Headers, file: string): Promise<ImportBack> => back(server, `mutation ($text: [String!]!) { tryRecommendationImport(text: $text) { ${BACK} } }`, { text: inParts(file) }, headers);

/** Imports a file as it was tried. */
export const importFile = (server: TestServer, headers: Headers, file: string, state: string, choices: readonly { readonly slug: string; readonly column: string; readonly take: string }[] = []): Promise<ImportBack> =>
  back(server, `mutation ($text: [String!]!, $state: String!, $choices: [RecommendationImportChoice!]!) { importRecommendations(text: $text, state: $state, choices: $choices) { ${BACK} } }`, { text: inParts(file), state, choices }, headers);

/** Tries a file and imports it. */
export async function imported(server: TestServer, headers: Headers, file: string): Promise<ImportBack> {
  const { state, outcome } = await tryImport(server, headers, file);
  if (outcome !== 'TRIED') throw new Error(`Not tried: ${outcome}`);
  return importFile(server, headers, file, state!);
}

/** The register in the format of a file. */
export const registerFile = async (server: TestServer, headers: Headers): Promise<string> => (await send(server, '/export/register.csv?locale=en', { headers: headers as never })).text;
