/** Brings the reference files into the database, again and again, without ever undoing what people have done there. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Departure, removeDepartures } from './departure.ts';
import { readReferenceFiles, referenceFolder } from './folder.ts';
import { type Decision, isChanged, merge } from './merge.ts';
import { emptyReport, type ImportReport, type TableReport } from './report.ts';
import { type AskedRow, type AskedRows, referenceRows } from './rows.ts';
import {
  forgetRecords, heedHotlineChecks, insertRows, isImported, raiseSourceVersions, readRecords, readRows, recordImport, type RecordRow, saveRecords, updateRows,
} from './stored.ts';
import { referredBy, type Row, TABLE_NAMES, TABLES, type TableName } from './tables.ts';

/** One import at a time in a database, whoever runs it. */
const LOCK = 7266002;

const UP_TO_DATE: ImportReport = { isUpToDate: true, tables: {}, kept: [] };

/**
 * Imports the files of `folder` in one transaction, as the owner of the tables. Files that were imported before cost one
 * query. Throws ReferenceFileError, before it has written anything, when a file says what it should not.
 */
export async function importReference(em: EntityManager, folder: string = referenceFolder()): Promise<ImportReport> {
  const files = await readReferenceFiles(folder);
  const fork = em.fork({ keepTransactionContext: true });
  if (await isImported(fork, files.hash)) return UP_TO_DATE;
  const asked = referenceRows(files);
  return fork.transactional(async (transaction) => {
    await transaction.execute('select pg_advisory_xact_lock(?)', [LOCK]);
    // Another process may have done the work while this one waited.
    if (await isImported(transaction, files.hash)) return UP_TO_DATE;
    const report = await importRows(transaction, asked);
    await recordImport(transaction, files.hash);
    return report;
  });
}

/** What an import knows and gathers on its way through the tables. */
interface Progress {
  readonly tables: Partial<Record<TableName, TableReport>>;
  readonly kept: string[];
  /** The keys that are in each table by now. */
  readonly present: Map<TableName, Set<string>>;
  readonly departures: Departure[];
}

/** A table and what the files say of it, now and at the last import. */
interface TableWork {
  readonly table: TableName;
  readonly asked: ReadonlyMap<string, AskedRow>;
  readonly recorded: ReadonlyMap<string, RecordRow>;
}

async function importRows(em: EntityManager, asked: AskedRows): Promise<ImportReport> {
  const records = Map.groupBy(await readRecords(em), ({ table }) => table);
  const progress: Progress = { tables: {}, kept: [], present: new Map(), departures: [] };
  for (const table of TABLE_NAMES) {
    const recorded = new Map((records.get(table) ?? []).map((record) => [record.key, record]));
    await importTable(em, { table, asked: asked.get(table)!, recorded }, progress);
  }
  const { gone, stays } = await removeDepartures(em, progress.departures);
  await forgetRecords(em, gone);
  for (const { table } of gone) progress.tables[table]!.deleted += 1;
  for (const record of stays) keep(progress, record, 'left the files');
  return { isUpToDate: false, tables: progress.tables, kept: progress.kept };
}

async function importTable(em: EntityManager, work: TableWork, progress: Progress): Promise<void> {
  const { table, asked, recorded } = work;
  const keys = new Set([...asked.keys(), ...recorded.keys()]);
  const current = await readRows(em, table, [...keys].map((key) => keyRow(table, key)));
  const { inserted, updated, records } = decide(work, current, progress);
  await insertRows(em, table, inserted);
  await updateRows(em, table, updated);
  await saveRecords(em, records);
  if (table === 'recommendation_translation') await raiseSourceVersions(em, updated);
  if (table === 'hotline') await heedHotlineChecks(em);
  for (const [key, record] of recorded) {
    const row = asked.has(key) ? undefined : current.get(key);
    if (row) progress.departures.push({ record, isChanged: isChanged(record.values, row) });
  }
}

/** Decides on every row that the files ask for, and counts. Gives the rows to write, and what to record of the files. */
function decide(
  { table, asked, recorded }: TableWork, current: ReadonlyMap<string, Row>, progress: Progress,
): { inserted: Row[]; updated: Row[]; records: RecordRow[] } {
  const report = (progress.tables[table] = emptyReport());
  const rows: Record<Decision['kind'], Row[]> = { INSERT: [], UPDATE: [], LEAVE: [] };
  const records: RecordRow[] = [];
  const present = new Set(current.keys());
  progress.present.set(table, present);
  for (const [key, { values, version }] of asked) {
    if (isOrphan(table, values, progress.present)) {
      keep(progress, { table, key }, 'refers to a deleted row');
      continue;
    }
    const record = recorded.get(key);
    const decision = merge(values, record?.values, current.get(key), TABLES[table].about);
    rows[decision.kind].push(decision.row);
    if (decision.kind === 'INSERT') present.add(key);
    if (decision.kept.length > 0) keep(progress, { table, key }, decision.kept.join(', '));
    else if (decision.kind === 'LEAVE') report.unchanged += 1;
    if (!isRecorded(record, decision.record, version)) records.push({ table, key, values: decision.record, version });
  }
  report.inserted = rows.INSERT.length;
  report.updated = rows.UPDATE.length;
  return { inserted: rows.INSERT, updated: rows.UPDATE, records };
}

function keep(progress: Progress, { table, key }: Pick<RecordRow, 'table' | 'key'>, what: string): void {
  progress.tables[table]!.kept += 1;
  progress.kept.push(`${table} ${key}: ${what}`);
}

/** Whether a row refers to one that is not there: a person has deleted it. */
const isOrphan = (table: TableName, row: Row, present: Progress['present']): boolean =>
  TABLES[table].references.some((reference) => {
    const key = referredBy(reference, row);
    return key !== null && !present.get(reference.table)!.has(key);
  });

/** Whether a record says what there is to record. */
const isRecorded = (record: RecordRow | undefined, values: Row, version: number): boolean =>
  record !== undefined && record.version === version && !isChanged(values, record.values);

/** The columns of a key. */
function keyRow(table: TableName, key: string): Row {
  const values = JSON.parse(key) as (string | number)[];
  return Object.fromEntries(TABLES[table].key.map((column, index) => [column, values[index]!]));
}
