/** The contract: described to its last argument, and the file that is reviewed is what the code says. */
import { readFileSync } from 'node:fs';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, lexicographicSortSchema, printSchema } from 'graphql';
import { expect, test } from 'vitest';
import { createSchema } from '../src/schema.ts';
import { testDatabase } from './database.ts';

testDatabase('empty');

test('every type, field, argument and enum value of our own has a description', async () => {
  const schema = await createSchema();
  const missing: string[] = [];
  const need = (what: string, description: string | null | undefined): void => {
    if (!description) missing.push(what);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    need(type.name, type.description);
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isEnumType(type)) for (const value of type.getValues()) need(`${type.name}.${value.name}`, value.description);
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        need(`${type.name}.${field.name}`, field.description);
        if ('args' in field) for (const arg of field.args) need(`${type.name}.${field.name}(${arg.name})`, arg.description);
      }
    }
  }
  expect(missing).toEqual([]);
});

test('schema.graphql is what the code says', async () => {
  const file = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');
  expect(`${printSchema(lexicographicSortSchema(await createSchema()))}\n`).toBe(file);
});
