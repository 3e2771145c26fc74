/** What a journey is, whoever reads it: those who keep it, and whoever makes it. */
import { ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { City } from '../cities/index.ts';

@ObjectType()
export abstract class Journey {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Field(() => GraphQLUUID, { description: 'Its key.' })
  key!: string;

  @ManyToOne(() => City)
  @Field(() => City, { description: 'From which city.' })
  fromCity!: City;

  @ManyToOne(() => City)
  @Field(() => City, { description: 'To which city.' })
  toCity!: City;

  @Property({ columnType: 'timestamp(0)', type: 'string' })
  @Field(() => String, { description: 'When it begins, as the clocks of the first city show it: `2027-11-08T09:30`.' })
  departsAt!: string;

  @Property({ columnType: 'timestamp(0)', type: 'string' })
  @Field(() => String, { description: 'When it ends, as the clocks of the second city show it.' })
  arrivesAt!: string;
}
