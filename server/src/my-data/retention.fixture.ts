/** A database with a whole demonstration, and marks of who was erased, for the tests of what is forgotten after a time. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { useMetadata } from '../core/reader/index.ts';
import { ormOptions } from '../orm.ts';
import { Tombstones } from './tombstones.ts';

/** Not the clock of this machine. */
export const NOW = new Date('2031-03-01T12:00:00Z');
export const ORIGIN = 'https://passerelle.example';
/** The same id for the same number. */
export const id = (n: number): string => `019abc00-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** Asks the database as its owner. */
export type Owner = (text: string, values?: unknown[]) => Promise<unknown[]>;

interface Retention {
  readonly owner: Owner;
  /** Connected as the application's role. */
  readonly app: () => MikroORM;
  readonly em: () => EntityManager;
  readonly tombstones: () => Tombstones;
}

/** Prepares all of it for a test file. */
export function testRetention(): Retention {
  const database = testDatabase('full');
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-retention-'));
  const tombstones = new Tombstones(folder);
  let app: MikroORM;
  beforeAll(async () => {
    app = await MikroORM.init(ormOptions(database().app));
    useMetadata(app.getMetadata());
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    owner: (text, values = []) => database().orm.em.fork().execute(text, values),
    app: () => app,
    em: () => app.em.fork(),
    tombstones: () => tombstones,
  };
}
