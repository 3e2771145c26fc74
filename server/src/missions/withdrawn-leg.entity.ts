/** That a leg which a post had been shown was withdrawn from it: nothing of what it said, and nothing of its mission. Written by the database when such a leg is taken away. */
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Country } from '../countries/index.ts';

@ObjectType({ description: 'That a leg of a mission which the post of its country had been shown was withdrawn: seen by that post alone. Nothing else of it is kept for it.' })
@Entity({ tableName: 'withdrawn_leg' })
@Index({ properties: ['country'] })
export class WithdrawnLeg {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  /** No field: whoever sees it is of its country. */
  @ManyToOne(() => Country)
  country!: Country;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The day on which it was withdrawn.' })
  withdrawnOn!: string;

  @Property({ type: 'boolean' })
  isDemonstration!: boolean;
}
