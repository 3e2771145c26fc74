/** A subject of the work against trafficking, after the treaties. */
import { Entity, Enum, ManyToOne } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { Field, ObjectType } from 'type-graphql';
import { LocalizedText } from '../core/translation/index.ts';
import { Node } from '../core/reader/index.ts';
import { Concept, ConceptTranslation } from './concept.ts';

@ObjectType({ implements: Node, description: 'A subject of the work against trafficking, after the treaties.' })
@Entity({ tableName: 'theme' })
export class Theme extends Concept implements Node {
  id!: string;

  @Field(() => LocalizedText, { description: 'What the theme is called.' })
  name!: LocalizedText;
}

@Entity({ tableName: 'theme_translation' })
export class ThemeTranslation extends ConceptTranslation {
  @ManyToOne(() => Theme, { primary: true, deleteRule: 'cascade' })
  theme!: Theme;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  locale!: Locale;
}
