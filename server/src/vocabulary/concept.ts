/** What the entries of all vocabularies have in common. */
import { PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Sourced } from '../core/provenance/index.ts';

@ObjectType()
export abstract class Concept {
  @PrimaryKey({ type: 'text' })
  @Field(() => String, { description: 'Its code: stable, in capitals, for filters.' })
  code!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Its place in the order of the vocabulary, from 1.' })
  position!: number;
}

/** What an entry is called in one language, and who says so. */
export abstract class ConceptTranslation extends Sourced {
  @Property({ type: 'text' })
  name!: string;
}
