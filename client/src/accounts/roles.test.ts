// @vitest-environment node
import { readFileSync } from 'node:fs';

import { buildSchema, type GraphQLEnumType } from 'graphql';
import { expect, it } from 'vitest';

import texts from '../locales/en/account.json';
import { ROLES } from './roles.ts';

it('every role of the API has words, and a place in lists', () => {
  const schema = buildSchema(readFileSync(new URL('../../../server/schema.graphql', import.meta.url), 'utf8'));
  const known = (schema.getType('MemberRole') as GraphQLEnumType).getValues().map(({ name }) => name).sort();
  expect([...ROLES].sort()).toEqual(known);
  expect(Object.keys(texts.account.roleName).sort()).toEqual(known);
});
