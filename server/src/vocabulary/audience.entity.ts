/** Whom a training session is meant for. */
import { Entity, Enum, ManyToOne } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { Field, ObjectType } from 'type-graphql';
import { LocalizedText } from '../core/translation/index.ts';
import { Node } from '../core/reader/index.ts';
import { Concept, ConceptTranslation } from './concept.ts';

@ObjectType({ implements: Node, description: 'Whom a training session is meant for.' })
@Entity({ tableName: 'audience' })
export class Audience extends Concept implements Node {
  id!: string;

  @Field(() => LocalizedText, { description: 'What the audience is called.' })
  name!: LocalizedText;
}

@Entity({ tableName: 'audience_translation' })
export class AudienceTranslation extends ConceptTranslation {
  @ManyToOne(() => Audience, { primary: true, deleteRule: 'cascade' })
  audience!: Audience;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  locale!: Locale;
}
