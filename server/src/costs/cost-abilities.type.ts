/** What somebody may do with the journeys and costs of a mission. */
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What you may do with the journeys and costs of a mission, and nobody else’s word for it.' })
export class CostAbilities {
  @Field(() => Boolean, { description: 'Change its costs, and say what they came to.' })
  edit!: boolean;

  @Field(() => Boolean, { description: 'Change its journeys.' })
  travel!: boolean;
}
