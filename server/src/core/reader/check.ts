/** What is wrong between the declarations and the schema, found when the server starts and not when someone asks. */
import { getNamedType, type GraphQLField, type GraphQLSchema, isEnumType, isObjectType, type GraphQLObjectType } from 'graphql';
import { VISITOR } from './actor.ts';
import { readers, roots } from './registry.ts';

/** Every problem as `Type.field: what`; empty when the schema and the readers agree. */
export function checkReaders(schema: GraphQLSchema): string[] {
  const problems: string[] = [];
  for (const [name, reader] of readers) {
    const type = schema.getType(name);
    if (isObjectType(type)) problems.push(...reader.check(type, VISITOR));
    else problems.push(`${name} is not an object type of the schema`);
  }
  const queries = schema.getQueryType()!.getFields();
  for (const [name, field] of roots) {
    const definition = queries[name];
    if (definition) problems.push(...field.check(definition.type).map((problem) => `Query.${name}: ${problem}`));
    else problems.push(`Query.${name} is declared, the schema has no such field`);
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isEnumType(type) || type.name.startsWith('__')) continue;
    const other = type.getValues().filter((value) => value.value !== value.name);
    problems.push(...other.map((value) => `${type.name}.${value.name}: the stored value must be the name`));
  }
  return problems;
}

/** The object types whose values come from readers: their fields are read under response keys. */
export function readTypes(schema: GraphQLSchema): Set<GraphQLObjectType> {
  const found = new Set<GraphQLObjectType>();
  const visit = (field: GraphQLField<unknown, unknown>): void => {
    const type = getNamedType(field.type);
    if (!isObjectType(type) || found.has(type)) return;
    found.add(type);
    Object.values(type.getFields()).forEach(visit);
  };
  for (const name of readers.keys()) visit({ type: schema.getType(name) } as never);
  for (const name of roots.keys()) visit(schema.getQueryType()!.getFields()[name]!);
  return found;
}

/** Takes the resolvers off every field that is read. Throws with all problems when declarations and schema disagree. */
export function attachReaders(schema: GraphQLSchema): GraphQLSchema {
  const problems = checkReaders(schema);
  if (problems.length > 0) throw new Error(`The readers do not fit the schema:\n${problems.join('\n')}`);
  for (const type of readTypes(schema)) for (const field of Object.values(type.getFields())) delete field.resolve;
  for (const name of roots.keys()) delete schema.getQueryType()!.getFields()[name]!.resolve;
  return schema;
}
