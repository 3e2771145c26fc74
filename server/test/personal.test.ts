/** The register of personal data is complete: no table and no column of the database is without a line, and no table without a name in words. */
import { readFileSync } from 'node:fs';
import { MikroORM } from '@mikro-orm/postgresql';
import { Embeddable, Embedded, Entity, ManyToMany, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Collection } from '@mikro-orm/core';
import { describe, expect, test } from 'vitest';
import { Declarations, declarations, type PersonalTable } from '../src/core/personal/declare.ts';
import { gaps } from '../src/core/personal/gaps.ts';
import { dataRegister, type Register } from '../src/core/personal/register.ts';
import { entityTables, STORED_COLUMNS, type StoredColumn, type Tables, tablesOf } from '../src/core/personal/tables.ts';
import { useMetadata } from '../src/core/reader/index.ts';
import { Expert } from '../src/experts/index.ts';
import { ormOptions } from '../src/orm.ts';
import { type TestDatabase, testDatabase } from './database.ts';

const database = testDatabase('empty');

async function storedIn({ orm }: TestDatabase): Promise<Tables> {
  return tablesOf(await orm.em.getConnection().execute<StoredColumn[]>(STORED_COLUMNS));
}

/** What the register lacks for the entities; tables without one are looked for in the database itself. */
const gapsOfEntities = (tables: Tables): string[] => gaps(dataRegister(declarations), tables).filter((line) => !/^(mikro_orm_migrations|graphile_worker\.\*): is declared and is no table/.test(line));

/** The names of tables in words, as the page has them; that they are in sixteen languages, the client's tests say. */
const NAMES = (JSON.parse(readFileSync(new URL('../../client/src/locales/en/register.json', import.meta.url), 'utf8')) as { register: { table: Record<string, string> } }).register.table;

/** What a table is named by: what its texts are about, the schema that it stands in, or itself. */
const namedBy = (table: string): string => table.replace(/_translation$/, '').split('.')[0]!;
const tablesIn = ({ tables, tablesWithoutPersons }: Register): string[] => [...tables, ...tablesWithoutPersons].map(({ name }) => name);
const unnamed = (register: Register): string[] => tablesIn(register).filter((table) => !Object.hasOwn(NAMES, namedBy(table)));

describe('every table', () => {
  test('that the register knows has a name in words', () => {
    expect(unnamed(dataRegister(declarations))).toEqual([]);
  });

  test('that has a name is in the register', () => {
    const known = tablesIn(dataRegister(declarations)).map(namedBy);
    expect(Object.keys(NAMES).filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('every column', () => {
  test('of an entity is in the register', () => {
    expect(gapsOfEntities(entityTables(database().orm.getMetadata()))).toEqual([]);
  });

  test('of a table in the database is in the register, also where no entity knows it', async () => {
    expect(gaps(dataRegister(declarations), await storedIn(database()))).toEqual([]);
  });

  test('about a person has somebody who may see it', () => {
    const columns = dataRegister(declarations).tables.flatMap(({ name, columns }) => columns.map((column) => ({ ...column, name: `${name}.${column.name}` })));
    expect(columns.filter(({ recipients, persons }) => recipients.length === 0 || persons.length === 0)).toEqual([]);
    expect(columns.filter(({ retention }) => retention?.length === 0)).toEqual([]);
  });
});

@Embeddable()
class Shoes {
  @Property({ type: 'integer' })
  size!: number;
}

@Entity({ tableName: 'planted', schema: 'shed' })
class Planted {
  @PrimaryKey({ type: 'integer' })
  id!: number;

  @Embedded(() => Shoes)
  shoes!: Shoes;

  @Embedded(() => Shoes, { object: true })
  boots!: Shoes;

  @ManyToMany(() => Expert)
  wearers!: Collection<Expert>;
}

describe('control:', () => {
  test('a planted entity is found out, with its embedded columns and the table that links it', () => {
    const options = ormOptions('postgresql://localhost/none');
    const orm = new MikroORM({ ...options, entities: [...(options.entities as never[]), Planted, Shoes] as never });
    const metadata = orm.getMetadata();
    const tables = entityTables(metadata);
    expect(tables.get('shed.planted')).toEqual(['id', 'boots', 'shoes_size']);
    const link = [...tables].find(([name, columns]) => name.startsWith('shed.') && columns.includes('expert_uuid'))![0];
    expect(gapsOfEntities(tables).sort()).toEqual(['shed.planted', link].map((name) => expect.stringMatching(`^${name}: say what this table holds`) as string));
  });

  test('a planted table has no name in words', () => {
    useMetadata(database().orm.getMetadata());
    const planted = new Declarations();
    planted.noPersons('TECHNICAL', ['planted', 'planted_translation', 'jobs.*', 'country_translation']);
    expect(unnamed(dataRegister(planted))).toEqual(['jobs.*', 'planted', 'planted_translation']);
  });

  test('a planted column, table and schema are found out', async () => {
    const { orm } = database();
    await orm.em.getConnection().execute('alter table expert add column shoe_size int; create table account (email text); create schema jobs; create table jobs.payload (body jsonb)');
    try {
      expect(gaps(dataRegister(declarations), await storedIn(database()))).toEqual([
        expect.stringMatching(/^jobs\.payload: say what/), expect.stringMatching(/^account: say what/), expect.stringMatching(/^expert\.shoe_size: say in/),
      ]);
    } finally {
      await orm.em.getConnection().execute('alter table expert drop column shoe_size; drop table account; drop schema jobs cascade');
    }
  });

  test('a property that is declared and is no column is refused', () => {
    useMetadata(database().orm.getMetadata());
    const planted = new Declarations();
    const said: PersonalTable<keyof Expert & string> = { of: 'EXPERT', category: 'SKILLS', purpose: null, basis: null, retention: null, recipients: ['SELF'], source: null, columns: { themes: {} } };
    planted.personalData(Expert, said);
    expect(() => dataRegister(planted)).toThrow('expert.themes is in the register of personal data and is no column');
  });
});
