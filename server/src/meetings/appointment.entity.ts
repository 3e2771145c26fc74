/** What is said of a meeting to whoever reads it: the post there, and an expert who goes. Only what both may read belongs here. */
import { PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { LocalizedText, Translated } from '../core/translation/index.ts';

@ObjectType()
export abstract class Appointment extends Translated {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What its host is called; null where it is an organisation of the directory.' })
  hostName!: string | null;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How long it is, in minutes.' })
  minutes!: number;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'On which day; null as long as that is not fixed.' })
  day!: string | null;

  @Property({ columnType: 'time(0)', type: 'string', nullable: true })
  @Field(() => String, { nullable: true, description: 'When it begins, as the clocks of the city show it: `09:30`; null as long as that is not fixed.' })
  starts!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What the place is called; null where it is not known, and of an organisation that is protected.' })
  placeName!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Where the place is; null where it is not known, and of an organisation that is protected.' })
  placeAddress!: string | null;

  @Field(() => LocalizedText, { description: 'What it is about.' })
  subject!: LocalizedText;
}
