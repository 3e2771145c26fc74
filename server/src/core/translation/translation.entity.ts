/** The columns that every translated table and every translation table has. */
import { Enum, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';

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
