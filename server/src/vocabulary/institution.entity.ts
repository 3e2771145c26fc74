/** A French institution that experts come from. Its name stays French; what it is, is said in every language. */
import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { Field, ObjectType } from 'type-graphql';
import { LocalizedText } from '../core/translation/index.ts';
import { Node } from '../core/reader/index.ts';
import { Concept, ConceptTranslation } from './concept.ts';

@ObjectType({ implements: Node, description: 'A French institution that experts come from.' })
@Entity({ tableName: 'institution' })
export class Institution extends Concept implements Node {
  id!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Its own name, in French.' })
  name!: string;

  @Field(() => LocalizedText, { description: 'What it is, in a few words.' })
  gloss!: LocalizedText;
}

@Entity({ tableName: 'institution_translation' })
export class InstitutionTranslation extends ConceptTranslation {
  @ManyToOne(() => Institution, { primary: true, deleteRule: 'cascade' })
  institution!: Institution;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  locale!: Locale;
}
