/** A part of a theme that has a word of its own in the termbase. */
import { Entity, Enum, ManyToOne, Unique } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { Field, ObjectType } from 'type-graphql';
import { LocalizedText } from '../core/translation/index.ts';
import { Node } from '../core/reader/index.ts';
import { Concept, ConceptTranslation } from './concept.ts';
import { Theme } from './theme.entity.ts';

@ObjectType({ implements: Node, description: 'A part of a theme that has a term of its own in the glossary.' })
@Entity({ tableName: 'subtheme' })
// What a need refers to: a sub-theme together with its theme, so that no other theme goes with it.
@Unique({ properties: ['theme', 'code'], name: 'subtheme_of' })
export class Subtheme extends Concept implements Node {
  id!: string;

  @ManyToOne(() => Theme)
  @Field(() => Theme, { description: 'The theme that it is a part of.' })
  theme!: Theme;

  @Field(() => LocalizedText, { description: 'What the sub-theme is called: the term of the glossary, as a label.' })
  name!: LocalizedText;
}

@Entity({ tableName: 'subtheme_translation' })
export class SubthemeTranslation extends ConceptTranslation {
  @ManyToOne(() => Subtheme, { primary: true, deleteRule: 'cascade' })
  subtheme!: Subtheme;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  locale!: Locale;
}
