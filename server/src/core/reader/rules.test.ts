import { MikroORM } from '@mikro-orm/postgresql';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { GraphQLResolveInfo } from 'graphql';
import type pg from 'pg';
import { Arg, buildSchema, Ctx, Field, Float, ID, Info, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineOver, type TestEngine } from '../../../test/reader/engine.ts';
import { openClient } from '../../../test/reader/rows.ts';
import { testDatabase } from '../../../test/database.ts';
import { entities } from '../../orm.ts';
import { attachReaders, code, connection, declaredResolvers, edge, embedded, many, maybe, Node, optional, query, type ReadContext, reader, type Reader, required, sql, useMetadata } from './index.ts';

@ObjectType()
class Size {
  @Field(() => Float, { nullable: true })
  weight!: number | null;

  @Field(() => String)
  unit!: string;
}

/** A note: closed ones are hidden from everybody. */
@ObjectType({ implements: Node })
@Entity({ tableName: 'note' })
class Note implements Node {
  id!: string;

  @PrimaryKey({ type: 'integer' })
  @Field(() => Int)
  number!: number;

  @Property({ type: 'boolean' })
  isOpen!: boolean;

  @ManyToOne(() => Note, { nullable: true })
  @Field(() => Note, { nullable: true })
  parent!: Note | null;

  @Field(() => [Note])
  children!: Note[];

  @Property({ type: 'text[]', nullable: true })
  @Field(() => [String], { nullable: true })
  tags!: string[] | null;

  @Property({ type: 'double', nullable: true })
  weight!: number | null;

  @Field(() => Size, { nullable: true })
  size!: Size | null;

  @Field(() => [String])
  words!: string[];

  @Field(() => Size, { nullable: true })
  made!: Size | null;
}

const NoteReader: Reader<Note> = reader(Note, {
  rows: (note) => sql`${note.isOpen} or ${note.number} < 0`,
  fields: (note) => ({
    parent: maybe(NoteReader, (parent) => sql`${parent.number} = ${note.parent}`),
    children: many(NoteReader, { on: (child) => sql`${child.parent} = ${note.number} or false`, order: (child) => [child.number] }),
    size: embedded<Size>({ weight: note.weight, unit: sql<string>`'kg'` }, sql<boolean>`${note.weight} is not null`),
    words: code({ number: note.number, tags: note.tags }, ({ number, tags }, actor) => [actor.circle, String(number), ...(tags ?? []).filter((tag) => tag !== null)]),
    made: code({ weight: note.weight }, ({ weight }) => (weight === null ? null : { weight: weight * 2, unit: 'kg' })),
  }),
});

const notes = connection(NoteReader, {
  description: 'notes',
  sorts: { NUMBER: { description: 'By number.', by: (note) => note.number, type: 'int' } },
  filters: { above: optional(() => Int, 'int', 'Above.'), tagged: optional(() => [String], 'text[]', 'With all of these.') },
  where: { above: (note, above) => sql`${note.number} > ${above} or false`, tagged: (note, tags) => sql`${note.tags} @> ${tags}` },
});
query('notes', { description: 'Notes.', page: notes });
query('list', { description: 'All.', list: NoteReader, order: (note) => [note.number] });
query('note', { description: 'One.', args: { number: required(() => Int, 'int', 'Its number.') }, maybe: NoteReader, on: (note, _owner, args) => sql`${note.number} = ${args.number} or false` });
edge(NoteReader, 'replies', { description: 'Its children.', page: notes, on: (child, note) => sql`${child.parent} = ${note.number} or false` });
edge(NoteReader, 'next', { description: 'The one that many further.', args: { by: optional(() => Int, 'int', 'How many.') }, maybe: NoteReader, on: (next, note, args) => sql`${next.number} = ${note.number} + ${args.by ?? sql`1`}` });

@Resolver()
class TouchResolver {
  @Mutation(() => Note, { nullable: true })
  touch(@Arg('number', () => Int) number: number, @Ctx() context: ReadContext, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return test.engine.payload(context, NoteReader, number, info);
  }

  @Mutation(() => ID)
  nothing(): string {
    return 'nothing';
  }
}

const database = testDatabase('empty');
let test: TestEngine;
let client: pg.Client;

beforeAll(async () => {
  client = await openClient(database().owner);
  await client.query(`create table note (number int primary key, is_open boolean not null, parent_number int, tags text[], weight double precision)`);
  await client.query(`insert into note select n, n % 3 <> 0, case when n > 4 then (n - 1) / 4 end, case n when 1 then '{}'::text[] when 2 then array['a "b"', '\\c', null, 'd,e'] when 4 then array['x', 'y'] end, case when n % 2 = 0 then n / 4.0 end from generate_series(1, 16) n`);
  const orm = new MikroORM({ entities: [...entities, Note], clientUrl: 'postgres://nobody@localhost/nowhere' });
  useMetadata(orm.getMetadata());
  const schema = attachReaders(await buildSchema({ resolvers: [TouchResolver, ...declaredResolvers()] as never, validate: false }));
  test = engineOver(database(), schema, 2);
});

afterAll(async () => {
  await test.pool.close();
  await client.end();
});

const ask = async (text: string, variables = {}): Promise<unknown> => {
  const { data, errors } = await test.ask(text, { variables });
  expect(errors).toEqual([]);
  return data;
};
const OPEN = [1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16];

describe('a row that a rule hides', () => {
  it('is in the table', async () => {
    expect((await client.query('select count(*)::int as count from note where not is_open')).rows).toEqual([{ count: 5 }]);
  });

  it('is on no list and no page, and is not counted', async () => {
    expect(await ask('{ list { number } }')).toEqual({ list: OPEN.map((number) => ({ number })) });
    expect(await ask('{ notes(first: 11) { totalCount nodes { number } pageInfo { hasNextPage } } }')).toEqual({ notes: { totalCount: 11, nodes: OPEN.map((number) => ({ number })), pageInfo: { hasNextPage: false } } });
    expect(await ask('{ notes(last: 2, filter: { above: 8 }) { totalCount nodes { number } pageInfo { hasPreviousPage hasNextPage } } }')).toEqual({ notes: { totalCount: 5, nodes: [{ number: 14 }, { number: 16 }], pageInfo: { hasPreviousPage: true, hasNextPage: false } } });
  });

  it('is null by its key, by its id, below another row, and as what a mutation answers', async () => {
    expect(await ask('{ a: note(number: 3) { number } b: note(number: 4) { number } c: node(id: "Note_3") { id } d: node(id: "Note_4") { id } }')).toEqual({ a: null, b: { number: 4 }, c: null, d: { id: 'Note_4' } });
    expect(await ask('{ a: note(number: 13) { parent { number } } b: note(number: 5) { parent { number } next { number } two: next(by: 2) { number } } }')).toEqual({ a: { parent: null }, b: { parent: { number: 1 }, next: null, two: { number: 7 } } });
    expect(await ask('mutation { a: touch(number: 6) { number } b: touch(number: 7) { number words } }')).toEqual({ a: null, b: { number: 7, words: ['visitor', '7'] } });
  });

  it('is missing among the children and the pages of children of another', async () => {
    const expected = { children: [5, 7, 8].map((number) => ({ number })), replies: { totalCount: 3, nodes: [{ number: 5 }, { number: 7 }], pageInfo: { hasNextPage: true } } };
    expect(await ask('{ note(number: 1) { children { number } replies(first: 2) { totalCount nodes { number } pageInfo { hasNextPage } } } }')).toEqual({ note: expected });
  });

  it('takes with it what code would make', async () => {
    expect(await ask('{ note(number: 5) { next { words made { weight } } two: next(by: 2) { words } } }')).toEqual({ note: { next: null, two: { words: ['visitor', '7'] } } });
  });
});

describe('values of a row', () => {
  it('keep lists, missing lists and what stands in them', async () => {
    expect(await ask('{ a: note(number: 1) { tags } b: note(number: 2) { tags words } c: note(number: 5) { tags } }')).toEqual({ a: { tags: [] }, b: { tags: ['a "b"', '\\c', null, 'd,e'], words: ['visitor', '2', 'a "b"', '\\c', 'd,e'] }, c: { tags: null } });
    expect(await ask('query ($tags: [String!]) { notes(filter: { tagged: $tags }) { nodes { number } } }', { tags: ['y'] })).toEqual({ notes: { nodes: [{ number: 4 }] } });
    expect(await ask('query ($tags: [String!]) { notes(filter: { tagged: $tags }) { nodes { number } } }', { tags: 'd,e' })).toEqual({ notes: { nodes: [{ number: 2 }] } });
    expect(await ask('{ notes(filter: { tagged: ["a \\"b\\"", "\\\\c"] }) { nodes { number } } }')).toEqual({ notes: { nodes: [{ number: 2 }] } });
  });

  it('make an object of columns, or null where it is not there', async () => {
    expect(await ask('{ a: note(number: 2) { size { w: weight unit kind: __typename } made { weight unit } } b: note(number: 1) { size { unit } made { unit } } }')).toEqual({ a: { size: { w: 0.5, unit: 'kg', kind: 'Size' }, made: { weight: 1, unit: 'kg' } }, b: { size: null, made: null } });
  });

  it('have ids whose keys are numbers, and nothing else is taken for one', async () => {
    for (const id of ['Note_x', 'Note_1.5', 'Note_99999999999', 'Note_']) expect(await test.refusal('query ($id: ID!) { node(id: $id) { id } }', { variables: { id } }), id).toBe('BAD_USER_INPUT');
    expect(await ask('{ node(id: "Note_-5") { id } }')).toEqual({ node: null });
  });
});
