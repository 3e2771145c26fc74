import { MikroORM } from '@mikro-orm/postgresql';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { GraphQLSchema } from 'graphql';
import { GraphQLJSON } from 'graphql-scalars';
import { buildSchema, Field, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { LocalizedText } from '../translation/index.ts';
import { checkReaders } from './check.ts';
import { attachReaders, declaredResolvers, edge, embedded, localized, many, maybe, maybeLocalized, one, query, reader, sql, useMetadata } from './index.ts';
import { readers } from './registry.ts';
import { row } from './row.ts';

/** A type whose rows a rule may hide. */
@ObjectType()
@Entity({ tableName: 'secret' })
class Secret {
  @PrimaryKey({ type: 'text' })
  @Field(() => String)
  code!: string;
}

/** A type that everybody may see. */
@ObjectType()
@Entity({ tableName: 'open' })
class Open {
  @PrimaryKey({ type: 'text' })
  @Field(() => String)
  code!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true })
  note!: string | null;

  @Property({ type: 'text[]' })
  @Field(() => [String])
  tags!: string[];

  @Field(() => Secret, { nullable: true })
  secret!: Secret | null;
}

@Entity({ tableName: 'open_text' })
class OpenText {
  @ManyToOne(() => Open, { primary: true })
  open!: Open;

  @PrimaryKey({ type: 'text' })
  locale!: string;

  @Property({ type: 'text' })
  name!: string;
}

const Mood = { GLAD: 'happy', SAD: 'SAD' };
registerEnumType(Mood, { name: 'Mood' });

/** Everything that can be declared wrongly, wrongly. */
@ObjectType()
@Entity({ tableName: 'wrong' })
class Wrong {
  @PrimaryKey({ type: 'text' })
  @Field(() => String)
  code!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String)
  nullableColumn!: string;

  @Property({ type: 'text' })
  @Field(() => [String])
  columnAsList!: string[];

  @Property({ type: 'text[]' })
  @Field(() => String)
  listAsOne!: string;

  @Property({ type: 'text' })
  @Field(() => GraphQLJSON)
  unknownScalar!: string;

  @Property({ type: 'text' })
  @Field(() => Open)
  columnAsObject!: string;

  @Field(() => String)
  notDeclared!: string;

  @Field(() => Secret)
  hidden!: Secret;

  @Field(() => Open)
  maybeMissing!: Open;

  @Field(() => [Open])
  oneAsList!: Open[];

  @Field(() => Open)
  manyAsOne!: Open;

  @Field(() => Open)
  otherType!: Open;

  @Field(() => LocalizedText)
  maybeText!: LocalizedText;

  @Field(() => [LocalizedText])
  texts!: LocalizedText[];

  @Field(() => LocalizedText)
  versioned!: LocalizedText;

  @Field(() => String)
  textAsString!: string;

  @Field(() => [Open])
  embeddedList!: Open[];

  @Field(() => Open)
  embeddedPart!: Open;

  @Field(() => Open)
  embeddedMissing!: Open;

  @Field(() => Mood)
  mood!: string;

  @Property({ type: 'text' })
  inColumnOnly!: string;

  @Field(() => Open, { nullable: true })
  twice!: Open | null;
}

@Resolver()
class Root {
  @Query(() => String)
  resolved(): string {
    return '';
  }
}

let schema: GraphQLSchema;
let problems: string[];

beforeAll(async () => {
  const orm = new MikroORM({ entities: [Secret, Open, OpenText, Wrong], clientUrl: 'postgres://nobody@localhost/nowhere', discovery: { warnWhenNoEntities: false } });
  useMetadata(orm.getMetadata());
  const SecretReader = reader(Secret, { rows: (secret) => sql`${secret.code} <> 'x'` });
  const OpenReader = reader(Open, { fields: (open) => ({ secret: maybe(SecretReader, (secret) => sql`${secret.code} = ${open.code}`) }) });
  const text = { from: OpenText, text: 'name' as const, of: () => sql<boolean>`true`, source: 'en' as const };
  const here = () => sql<boolean>`true`;
  const declared = (wrong: { readonly code: ReturnType<typeof sql<string>> }) => ({
    hidden: one(SecretReader, here), maybeMissing: maybe(OpenReader, here), oneAsList: one(OpenReader, here), manyAsOne: many(OpenReader, { on: here, order: () => [] }),
    otherType: one(SecretReader, here), maybeText: maybeLocalized(text), texts: localized(text), textAsString: localized(text), versioned: localized({ ...text, version: sql<number>`1` }), mood: wrong.code, twice: maybe(OpenReader, here),
    embeddedList: embedded({ code: wrong.code, note: wrong.code, tags: sql`''`, secret: maybe(SecretReader, here) }),
    embeddedPart: embedded({ code: wrong.code }), embeddedMissing: embedded({ code: wrong.code, note: wrong.code, tags: sql`''`, secret: maybe(SecretReader, here) }, here()), inColumnOnly: wrong.code,
  });
  const WrongReader = reader(Wrong, { fields: declared as never });
  edge(WrongReader, 'twice', { description: 'Declared already.', maybe: OpenReader, on: here });
  query('wrong', { description: 'The wrong one.', list: WrongReader, order: (wrong) => [wrong.code] });
  query('secret', { description: 'May be hidden.', one: SecretReader });
  schema = await buildSchema({ resolvers: [Root, ...declaredResolvers()] as never, validate: false });
  problems = checkReaders(schema);
});

describe('the check at start', () => {
  it.each([
    ['a column that may be null for a field that may not', 'Wrong.nullableColumn: the column may be null, the field may not'],
    ['a column of one value for a list', 'Wrong.columnAsList: the column holds one value, the field answers a list'],
    ['a column of a list for one value', 'Wrong.listAsOne: the column holds a list, the field answers one value'],
    ['a scalar that nobody knows how to write', 'Wrong.unknownScalar: no encoding is known for the scalar JSON'],
    ['a column for an object', 'Wrong.columnAsObject: a value of SQL cannot answer an object type'],
    ['a field of the schema that nothing reads', 'Wrong.notDeclared is not read'],
    ['one row that a rule may hide for a field that may not be null', 'Wrong.hidden: a row of Secret may be hidden, the field may not be null'],
    ['a row that may be missing for a field that may not be null', 'Wrong.maybeMissing: the object may be missing, the field may not be null'],
    ['one row for a list', 'Wrong.oneAsList: reads one object, the field answers a list'],
    ['a list for one row', 'Wrong.manyAsOne: reads a list, the field answers one object'],
    ['the reader of another type', 'Wrong.otherType: reads Secret, the field answers Open'],
    ['a text that may be missing for a field that may not be null', 'Wrong.maybeText: the text may be missing, the field may not be null'],
    ['one text for a list', 'Wrong.texts: reads one text, the field answers a list'],
    ['a text with a version whose translations have none', 'Wrong.versioned: OpenText.sourceVersion is not a column'],
    ['a localised text for a plain one', 'Wrong.textAsString: a localised text answers LocalizedText'],
    ['one object of columns for a list', 'Wrong.embeddedList: is one object, the field answers a list'],
    ['an object of columns that lacks some', 'Wrong.embeddedPart: note is not read'],
    ['an object of columns that may be missing for a field that may not be null', 'Wrong.embeddedMissing: the object may be missing, the field may not be null'],
    ['a declared field that the schema has not', 'Wrong.inColumnOnly is declared, the schema has no such field'],
    ['a field that the type and an edge declare', 'Wrong.twice is declared twice, by the type and by an edge'],
    ['an enum whose stored values are not its names', 'Mood.GLAD: the stored value must be the name'],
    ['a root field that a rule may leave empty', 'Query.secret: a row of Secret may be hidden, the field may not be null'],
  ])('reports %s', (_what, problem) => {
    expect(problems).toContain(problem);
  });

  it('reports nothing about what is right', () => {
    expect(problems.filter((problem) => /^(Open|Secret|Query\.wrong|Wrong\.code)\b/.test(problem))).toEqual([]);
  });

  it('stops the start with all of it at once', () => {
    expect(() => attachReaders(schema)).toThrow(new Error(`The readers do not fit the schema:\n${problems.join('\n')}`));
    expect(problems.length).toBeGreaterThan(20);
  });

  it('refuses a second reader of a type, a second edge or root field of a name as they are declared', () => {
    const OpenReader = readers.get('Open')!;
    expect(() => reader(Open)).toThrow('Open has a reader already');
    edge(OpenReader, 'again', { description: 'Once.', maybe: OpenReader });
    expect(() => edge(OpenReader, 'again', { description: 'Twice.', maybe: OpenReader })).toThrow('Open.again is declared twice');
    expect(() => query('wrong', { description: 'Twice.', list: OpenReader, order: () => [] })).toThrow('Query.wrong is declared twice');
  });

  it('stops at a property that is no column and at a class that is no entity', () => {
    expect(() => row(Open, 'r').secret).toThrow('Open.secret is not a column');
    expect(() => row(Open, 'r')['nothing' as 'note']).toThrow('Open.nothing is not a column');
    expect(() => row(class Nothing {}, 'r')['code' as never]).toThrow('Nothing is not an entity');
  });
});
