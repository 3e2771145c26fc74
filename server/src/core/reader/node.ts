/** `node(id)`: any object by its id, with the same rules as every other path to it. */
import { type GraphQLSchema, isObjectType } from 'graphql';
import { Field as GraphQLField, ID, InterfaceType } from 'type-graphql';
import { required } from './args.ts';
import { UserError } from '../errors.ts';
import type { Field, Site } from './field.ts';
import type { Reader } from './reader.ts';
import { declareArgs, declareRoot, readers } from './registry.ts';
import { keyOf, row, table, typeOf } from './row.ts';
import { all, join, Param, raw, type Sql, sql } from './sql.ts';

@InterfaceType({ description: 'Anything that has an id of its own.' })
export abstract class Node {
  @GraphQLField(() => ID, { description: 'Its id: opaque, the same in every language, valid for `node`.' })
  id!: string;
}

/** The type's name in an id; what stands before the first underscore. */
export function typeOfId(id: string): string {
  return id.slice(0, Math.max(id.indexOf('_'), 0));
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The key in the id of a `type`. Throws BAD_USER_INPUT when the text is not the id of one. */
export function keyOfId(type: string, id: string, castTo: string): string {
  const key = id.slice(type.length + 1);
  const isOne = id.startsWith(`${type}_`) && key !== '' && key.length <= 100 && !key.includes('\0') && (castTo !== 'uuid' || UUID.test(key));
  if (!isOne) throw new UserError('BAD_USER_INPUT', `Not the id of a ${type}`, { argument: 'id' });
  return key;
}

class NodeField implements Field {
  compile(site: Site): Sql {
    const { compilation } = site;
    const { slot, values } = compilation.args(site);
    const reader = nodeReader(compilation.schema, typeOfId(values.id as string));
    if (!reader) return raw(`'null'`);
    const cast = typeOf(reader.entity, keyOf(reader.entity));
    const key = new Param(cast, (bind) => keyOfId(reader.name, bind.args[slot]!.id as string, cast));
    const alias = compilation.alias();
    const target = row(reader.entity, alias);
    const object = reader.object(site, alias, site.path, compilation.below(site.cost, 1));
    const where = all([reader.rowRule(target, compilation.actor), sql`${target[keyOf(reader.entity) as never] as Sql} = ${key}`]);
    return sql`coalesce((select ${object.json} from ${table(reader.entity)} ${raw(alias)} ${join(object.joins, ' ')} where ${where}), 'null')`;
  }

  check(): string[] {
    return [];
  }
}

/** The reader of a type, when that type is a Node. */
function nodeReader(schema: GraphQLSchema, name: string): Reader<object> | undefined {
  const type = schema.getType(name);
  const isNode = isObjectType(type) && type.getInterfaces().some((implemented) => implemented.name === Node.name);
  return isNode ? readers.get(name) : undefined;
}

const id = required(() => ID, 'text', 'The id of the object.');

declareRoot(
  'node', new NodeField(),
  { type: () => Node, nullable: true, description: 'Any object by its id; null when there is none, or none for you.' },
  (holder) => declareArgs(holder, 'node', { id }),
);

/** The argument that takes the id of a `type` and gives its key, cast to `cast`. */
export function keyArgument(type: string, cast: 'text' | 'uuid') {
  return required(() => ID, cast, `The id of the ${type}.`, (value: string) => keyOfId(type, value, cast));
}
