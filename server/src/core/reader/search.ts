/** Free text: the words that people type, found in every language of an object. */
import type { RuleActor } from './actor.ts';
import { type EntityClass, keyOf, row, type Row, table } from './row.ts';
import { type CompileContext, join, Late, type Param, raw, type Sql, sql } from './sql.ts';

/** Where the words of an object are. Each `folded` is a stored column made by `fold`, with a trigram index. */
export interface Searched<T extends object, X extends object> {
  readonly of: EntityClass<T>;
  /** The entity with a row per language and its `folded`. */
  readonly texts: EntityClass<X>;
  /** Which object a row of texts belongs to. */
  readonly owner: (text: Row<X>) => Sql;
  /** Words that are the same in every language, such as a town, and, where not everybody may see them, who may. */
  readonly own?: (target: Row<T>, actor: RuleActor) => { readonly folded: Sql; readonly isOpen?: Sql<boolean> };
}

type Search<T extends object> = (target: Row<T>, words: Param, actor: RuleActor) => Sql<boolean>;

/**
 * The condition that some language of an object has all of the words, its own words counted with each language's. The
 * indexes find those that have the longest word; only they are looked at for the others. Three letters in a row are the
 * least that a trigram index can find: where no word has them, every text is looked at.
 */
export function searchIn<T extends object, X extends object>({ of, texts, owner, own }: Searched<T, X>): Search<T> {
  return (target, words, actor) => {
    const key = keyOf(of);
    const patterns = sql`(select fold_patterns(${words}))::text[]`;
    const hasLongest = (folded: Sql): Sql => sql`(select (fold_patterns(${words}))[1] ~ '[[:alnum:]]{3}') and ${folded} like (select (fold_patterns(${words}))[1])`;
    const isNotIndexed = sql`(select (fold_patterns(${words}))[1] ~ '[[:alnum:]]{3}') is not true`;
    /** The objects with a text that has all words, among the pairs of a text and its object that meet a condition. */
    const among = (context: CompileContext, condition: (text: Row<X>, object: Row<T>) => Sql): Sql => {
      const [text, object] = [context.alias(), context.alias()];
      const [x, y] = [row(texts, text), row(of, object)];
      const { folded, isOpen = sql`true` } = own?.(y, actor) ?? {};
      const all = folded ? sql`(${foldedOf(x)} || case when ${isOpen} then coalesce(' ' || ${folded}, '') else '' end)` : foldedOf(x);
      return sql`select ${owner(x)} from ${table(texts)} ${raw(text)} join ${table(of)} ${raw(object)} on ${owner(x)} = ${y[key] as Sql}
        where ${condition(x, y)} and ${all} like all (${patterns})`;
    };
    const found = new Late((context) => join([
      among(context, (x) => hasLongest(foldedOf(x))),
      ...(own ? [among(context, (_x, y) => hasOwn(own(y, actor), hasLongest))] : []),
      among(context, () => isNotIndexed),
    ], ' union all '));
    return sql<boolean>`${target[key] as Sql} in (${found})`;
  };
}

function hasOwn({ folded, isOpen = sql`true` }: { readonly folded: Sql; readonly isOpen?: Sql<boolean> }, has: (folded: Sql) => Sql): Sql {
  return sql`${has(folded)} and ${isOpen}`;
}

function foldedOf(x: Row<object>): Sql {
  return (x as Row<{ folded: string }>).folded;
}
