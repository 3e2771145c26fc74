/** What somebody may do with a search for a plan. */
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What you may do with a search for a plan, and nobody else’s word for it.' })
export class PlanSearchAbilities {
  @Field(() => Boolean, { description: 'Stop it: the best plan so far stays.' })
  stop!: boolean;

  @Field(() => Boolean, { description: 'Take its plan, or one of its others, over into the mission.' })
  takeOver!: boolean;

  @Field(() => Boolean, { description: 'Ask what more or less money would bring.' })
  askCurve!: boolean;

  @Field(() => Boolean, { description: 'Stop finding that out: what is known by then stays.' })
  stopCurve!: boolean;

  @Field(() => Boolean, { description: 'Ask why a meeting is left out of which something is open.' })
  askWhy!: boolean;

  @Field(() => Boolean, { description: 'Stop looking into that: what is known by then stays.' })
  stopWhy!: boolean;
}
