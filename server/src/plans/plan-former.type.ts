/** In what a plan differs from the one that it was to stay near to, as it is shown. */
import { GraphQLUUID } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'In what a plan differs from the one that it was to stay near to, by the keys of meetings. Meetings and people that are not there any more do not count.' })
export class PlanFormerChanges {
  @Field(() => Int, { description: 'How many changes that are, all together.' })
  count!: number;

  @Field(() => [GraphQLUUID], { description: 'What it has and the former has not.' })
  added!: readonly string[];

  @Field(() => [GraphQLUUID], { description: 'What the former has and it has not.' })
  dropped!: readonly string[];

  @Field(() => [GraphQLUUID], { description: 'What is at another hour.' })
  moved!: readonly string[];

  @Field(() => [GraphQLUUID], { description: 'Where others are.' })
  attended!: readonly string[];
}
