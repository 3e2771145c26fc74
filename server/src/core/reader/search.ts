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
  /** Words that are the same in every language, such as a town. */
  readonly own?: (target: Row<T>, actor: RuleActor) => OwnWords;
}

interface OwnWords {
  readonly folded: Sql;
  /** Where not everybody may see them: who may. */
  readonly isOpen?: Sql<boolean>;
  /**
   * The view of the same keys and `folded` whose index is asked, where the table has a rule of rows: PostgreSQL looks for
   * patterns in the index of no such table. It shows no more than everybody may see: what it lacks is found by its texts alone.
   */
  readonly indexed?: EntityClass;
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
    const hasOwn = (object: Row<T>): Sql => {
      const { folded, isOpen = sql`true`, indexed } = own!(object, actor);
      if (!indexed) return sql`${hasLongest(folded)} and ${isOpen}`;
      const same = new Late((context) => {
        const alias = context.alias();
        const shown = row(indexed, alias);
        // `offset 0`: PostgreSQL would see that both are rows of the same table, make one of them, and ask no index again.
        return sql`select ${shown[keyOf(indexed) as never] as Sql} from ${table(indexed)} ${raw(alias)} where ${hasLongest(foldedOf(shown))} offset 0`;
      });
      return sql`${object[key] as Sql} in (${same}) and ${isOpen}`;
    };
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
      ...(own ? [among(context, (_x, y) => hasOwn(y))] : []),
      among(context, () => isNotIndexed),
    ], ' union all '));
    return sql<boolean>`${target[key] as Sql} in (${found})`;
  };
}

function foldedOf(x: Row<object>): Sql {
  return (x as Row<{ folded: string }>).folded;
}
