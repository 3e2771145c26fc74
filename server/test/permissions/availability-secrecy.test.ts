/** Nothing leads to calls for availability, nor to what a search says of experts, but the adviser's own doors: a walk over the schema. */
import { buildSchema, extendSchema, getNamedType, type GraphQLSchema, isObjectType, parse, printSchema } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSchema } from '../../src/schema.ts';
import { testDatabase } from '../database.ts';

const database = testDatabase('empty');
let schema: GraphQLSchema;

beforeAll(async () => {
  expect(database()).toBeDefined();
  schema = buildSchema(printSchema(await createSchema()));
});

/** What is the adviser's, and what one expert is asked. */
const CALL = ['AvailabilityCall', 'AvailabilityCallTranslation', 'AvailabilityCallAbilities', 'AvailabilityCallConnection', 'AvailabilityCallEdge'];
const REQUEST = ['AvailabilityRequest'];
/** What a search says of an expert, with their answers. */
const SEARCH = ['ExpertCandidate', 'ExpertCandidateConnection', 'ExpertCandidateEdge', 'CandidateAnswers', 'CandidateReason', 'CandidateEngagement', 'CandidateCountry', 'CandidateCountryConnection', 'CandidateCountryEdge'];
/** The fields that lead there: queries of their own, whose rows are hidden, what the acts of those answer, and what is below a call. */
const DOORS = [
  'AnswerAvailabilityPayload.request AvailabilityRequest', 'AskExpertsPayload.call AvailabilityCall', 'AvailabilityCall.requests AvailabilityRequest', 'AvailabilityCallPayload.call AvailabilityCall',
  'Query.availabilityCall AvailabilityCall', 'Query.availabilityCalls AvailabilityCallConnection', 'Query.availabilityRequests AvailabilityRequest', 'Query.expertSearch ExpertCandidateConnection', 'Query.expertSearchCountries CandidateCountryConnection',
];

/** Every field of a type that is none of these which leads to one of them. */
function fieldsTo(of: GraphQLSchema): string[] {
  const all = Object.values(of.getTypeMap()).filter(isObjectType).flatMap((type) => Object.values(type.getFields()).map((field) => ({ name: type.name, field: field.name, target: getNamedType(field.type).name })));
  return all.filter(({ name, target }) => [...CALL, ...REQUEST, ...SEARCH].includes(target) && ![CALL, SEARCH].some((own) => own.includes(name) && own.includes(target))).map(({ name, field, target }) => `${name}.${field} ${target}`).sort();
}

describe('no field leads to calls', () => {
  test('but their own doors; from what an expert is asked none leads to the call', () => {
    expect(fieldsTo(schema)).toEqual(DOORS);
  });

  test.each(['Country', 'Expert', 'ExpertSheet', 'Person', 'AvailabilityRequest'])('and one of %s that did would be found', (type) => {
    for (const target of ['AvailabilityCall', 'ExpertCandidate', 'CandidateAnswers']) expect(fieldsTo(extendSchema(schema, parse(`extend type ${type} { further: ${target} }`)))).not.toEqual(DOORS);
  });
});
