/** Everything that is kept about whoever asks, as a file for programs. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { UserError } from '../core/errors.ts';
import type { Handler } from '../core/http/index.ts';
import type { OwnData, OwnTable } from '../core/own-data.ts';
import type { Operator } from '../core/service/index.ts';
import type { Visit } from '../core/visit.ts';

/** Raised when what a field of the file means changes. */
const VERSION = 1;

export interface MyDataFileOptions {
  readonly callerOf: (request: IncomingMessage, response: ServerResponse) => Promise<{ readonly ownData: OwnData; readonly visit: Pick<Visit, 'requireStepUp'> }>;
  readonly operator: Operator;
}

/** Answers `/my-data.json`: for who is signed in, kept by nobody, saved as a file. A refusal is JSON as the API's. Lets errors that are none of ours through. */
export function myDataFile({ callerOf, operator: { name, contact } }: MyDataFileOptions): Handler {
  return async (request, response) => {
    response.setHeader('vary', 'Cookie');
    response.setHeader('cache-control', 'private, no-store');
    response.setHeader('content-type', 'application/json; charset=utf-8');
    try {
      // A page of another site must not use up what its reader may ask for.
      if (request.headers['sec-fetch-site'] === 'cross-site') throw new UserError('BAD_REQUEST', 'Only pages of this site may ask');
      const { ownData, visit } = await callerOf(request, response);
      visit.requireStepUp();
      const { tables, unlinked } = await ownData.file();
      response.setHeader('content-disposition', 'attachment; filename="my-data.json"');
      end(response, 200, { schemaVersion: VERSION, madeAt: new Date().toISOString(), controller: { name, contact }, tables: tables.map(plain), notSearched: unlinked });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const { code, params, http } = error.extensions as { code: string; params: { seconds?: number }; http: { status: number } };
      if (params.seconds !== undefined) response.setHeader('retry-after', String(params.seconds));
      end(response, http.status, { errors: [{ message: error.message, extensions: { code, params } }] });
    }
  };
}

/** Rows by the names of their columns; means of signing in are said to be kept, and not shown. */
function plain({ name, columns, rows }: OwnTable): object {
  const said = columns.map((column) => ({ ...column, isShown: column.category !== 'CREDENTIALS' }));
  return { name, columns: said, rows: rows.map((values) => Object.fromEntries(columns.map((column, i) => [column.name, column.category === 'CREDENTIALS' && values[i] === true ? 'kept, not shown' : values[i]]))) };
}

function end(response: ServerResponse, status: number, body: object): void {
  const bytes = Buffer.from(`${JSON.stringify(body, null, 2)}\n`);
  response.statusCode = status;
  response.setHeader('content-length', bytes.length);
  response.end(bytes);
}
