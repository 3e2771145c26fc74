/** The columns that every translated table and every translation table has, and what is read of a translation as such. */
import 'reflect-metadata';
import { Enum, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { Field, ObjectType } from 'type-graphql';
import { LocaleScalar } from './locale.scalar.ts';

/** An object whose texts were written in one language and translated into others. */
export abstract class Translated {
  /** The locale its texts were first written in. */
  @Enum({ items: () => LOCALE_TAGS })
  sourceLocale!: Locale;

  /** Raised by one each time a text in the source locale changes. */
  @Property({ type: 'integer', default: 1 })
  sourceVersion!: number;
}

/** One language version of an object's texts; `locale` follows the owner in the key. A text that is null or empty is missing in that language. */
export abstract class Translation {
  /** The version of the source text that this one says; lower than the source's when it is outdated. */
  @Property({ type: 'integer', default: 1 })
  sourceVersion!: number;
}

/** One that is read beside the others, by whoever prepares or translates. The column of its language is declared below this class, as it follows the owner in the key. */
@ObjectType()
export abstract class ShownTranslation extends Translation {
  @Field(() => LocaleScalar, { description: 'Which language.' })
  locale!: Locale;

  @Field(() => Boolean, { description: 'Whether it was first written in it.' })
  isSource!: boolean;

  @Field(() => Boolean, { description: 'Whether what it was first written in has changed since.' })
  isOutdated!: boolean;
}
