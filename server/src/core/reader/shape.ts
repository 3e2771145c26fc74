/** The shape of an operation's variables: what of them decides the text of a statement. */
import { getNamedType, GraphQLBoolean, type GraphQLInputType, GraphQLID, type GraphQLNamedType, type GraphQLSchema, isEnumType, isInputObjectType, isListType, isNonNullType, type OperationDefinitionNode, typeFromAST } from 'graphql';
import { typeOfId } from './node.ts';

/**
 * Absent, null or present; booleans and enum values as they are (they choose fields and orders), ids by the type they
 * name, where there is one: nothing else that a client wrote is in the key of a plan. Two requests with the same
 * document, role, locale and shape run the same statement.
 */
export function shapeOf(schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): string {
  const parts = (operation.variableDefinitions ?? []).map((definition) => {
    const name = definition.variable.name.value;
    return valueShape(schema, typeFromAST(schema, definition.type as never) as GraphQLInputType, variables[name]);
  });
  return parts.join(',');
}

function valueShape(schema: GraphQLSchema, type: GraphQLInputType, value: unknown): string {
  if (value === undefined) return '-';
  if (value === null) return '0';
  if (isNonNullType(type)) return valueShape(schema, type.ofType, value);
  if (isListType(type)) return '1';
  const named = getNamedType(type);
  if (isInputObjectType(named)) {
    const object = value as Record<string, unknown>;
    return `{${Object.values(named.getFields()).map((field) => valueShape(schema, field.type, object[field.name])).join(',')}}`;
  }
  return leafShape(schema, named, value);
}

function leafShape(schema: GraphQLSchema, type: GraphQLNamedType, value: unknown): string {
  if (isEnumType(type) || type === GraphQLBoolean) return String(value);
  if (type === GraphQLID) return `#${schema.getType(typeOfId(String(value)))?.name ?? ''}`;
  return '1';
}
