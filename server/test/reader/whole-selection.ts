/** All that can be asked of a type, as the text of a selection: each field, and those of what it leads to. */
import { getNamedType, type GraphQLArgument, type GraphQLField, type GraphQLObjectType, isInterfaceType, isObjectType, isRequiredArgument } from 'graphql';

/** What required arguments are given below the root, by their names. */
const GIVEN: Readonly<Record<string, string>> = { year: '2027', locale: '"fr"' };

const given = ({ name }: GraphQLArgument): string => {
  const value = GIVEN[name];
  if (value === undefined) throw new Error(`No value is known for an argument ${name}`);
  return `${name}: ${value}`;
};

/** The arguments in brackets; nothing where there are none. */
export const bracketed = (values: readonly string[]): string => (values.length === 0 ? '' : `(${values.join(', ')})`);

/** What is asked of whatever `field` answers, `depth` types deep; of a page two rows. Nothing for a leaf. */
export function below(field: GraphQLField<unknown, unknown>, depth: number): string {
  const type = getNamedType(field.type);
  if (isInterfaceType(type)) return ' { __typename id }';
  return isObjectType(type) ? ` { ${whole(type, depth)} }` : '';
}

function whole(type: GraphQLObjectType, depth: number): string {
  // The types of a page lie between two that are counted.
  const isPage = /(Connection|Edge)$/.test(type.name);
  const fields = Object.values(type.getFields()).filter((field) => isPage || depth > 1 || !isObjectType(getNamedType(field.type)));
  const texts = fields.map((field) => {
    const values = field.args.flatMap((argument) => (argument.name === 'first' ? ['first: 2'] : isRequiredArgument(argument) ? [given(argument)] : []));
    return `${field.name}${bracketed(values)}${below(field, isPage ? depth : depth - 1)}`;
  });
  return ['__typename', ...texts].join(' ');
}
