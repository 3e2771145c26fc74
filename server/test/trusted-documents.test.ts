/** What the page may ask is what the schema answers. */
import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';

const schema = buildSchema(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'), { assumeValidSDL: true });
const documents = Object.entries(JSON.parse(readFileSync(new URL('../../shared/trusted-documents.json', import.meta.url), 'utf8')) as Record<string, string>);
const faultsOf = (document: string): string[] => validate(schema, parse(document)).map(({ message }) => message);

test('every document of the page asks for what there is', () => {
  expect(documents.length).toBeGreaterThan(100);
  expect(documents.map(([hash, document]) => [hash, faultsOf(document)]).filter(([, faults]) => faults!.length > 0)).toEqual([]);
});

test('one that asks for what there is not is found out', () => {
  expect(faultsOf('query Gone { planSearch(id: "PlanSearch_1") { meetings { id } } }')).toEqual(['Cannot query field "id" on type "Meeting".']);
});
