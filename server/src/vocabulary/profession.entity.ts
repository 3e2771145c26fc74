/** What an expert or a participant does. */
import { Entity, Enum, ManyToOne } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { Field, ObjectType } from 'type-graphql';
import { LocalizedText } from '../core/translation/index.ts';
import { Node } from '../core/reader/index.ts';
import { Concept, ConceptTranslation } from './concept.ts';

@ObjectType({ implements: Node, description: 'What an expert or a participant does.' })
@Entity({ tableName: 'profession' })
export class Profession extends Concept implements Node {
  id!: string;

  @Field(() => LocalizedText, { description: 'What the profession is called.' })
  name!: LocalizedText;
}

@Entity({ tableName: 'profession_translation' })
export class ProfessionTranslation extends ConceptTranslation {
  @ManyToOne(() => Profession, { primary: true, deleteRule: 'cascade' })
  profession!: Profession;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  locale!: Locale;
}
