/** What is said of a leg to whoever reads it: the post there, and an expert who comes. Only what both may read belongs here. */
import { ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { City } from '../cities/index.ts';
import { LocalizedText, Translated } from '../core/translation/index.ts';
import { Country } from '../countries/index.ts';

@ObjectType()
export abstract class Leg extends Translated {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => Country)
  @Field(() => Country, { description: 'Where.' })
  country!: Country;

  @ManyToOne(() => City)
  @Field(() => City, { description: 'In which city.' })
  city!: City;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'Its first day.' })
  startsOn!: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'Its last day.' })
  endsOn!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What the lodging is called; null where it is not known.' })
  lodgingName!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Where the lodging is; null where it is not known.' })
  lodgingAddress!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'How people get about there; null where it is not known.' })
  transport!: string | null;

  @Field(() => LocalizedText, { description: 'What it is for.' })
  purpose!: LocalizedText;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'True for an invented leg of the demonstration.' })
  isDemonstration!: boolean;
}
