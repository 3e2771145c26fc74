/** What is sent by whoever prepares a leg, and what comes of it. */
import { GraphQLEmailAddress } from 'graphql-scalars';
import { Field, InputType, ObjectType } from 'type-graphql';
import { MissionFaultType } from './mission-input.type.ts';
import { MissionOutcome, type MissionResult } from './mission-result.ts';

@InputType({ description: 'What is said of a leg by whoever prepares it, in the language in which it was first written.' })
export class PreparedLegInput {
  @Field(() => String, { description: 'What it is for.' })
  purpose!: string;

  @Field(() => String, { description: 'What else there is to know; may be empty.' })
  note!: string;

  @Field(() => String, { description: 'What the lodging is called: one line; may be empty.' })
  lodgingName!: string;

  @Field(() => String, { description: 'Where the lodging is: one line; may be empty.' })
  lodgingAddress!: string;

  @Field(() => String, { description: 'How people get about there; may be empty.' })
  transport!: string;
}

@InputType({ description: 'Whom to turn to in a leg of a mission. It has no place: where a protected organisation is stands nowhere.' })
export class LegContactInput {
  @Field(() => String, { description: 'What they are called: one line.' })
  name!: string;

  @Field(() => String, { description: 'What they do: one line; may be empty.' })
  function!: string;

  @Field(() => String, { description: 'Which institution or organisation they are of: one line; may be empty.' })
  organisation!: string;

  @Field(() => GraphQLEmailAddress, { nullable: true, description: 'Their e-mail address; null where it is not known.' })
  email?: string | null;

  @Field(() => String, { description: 'Their telephone number: figures, with a plus or a bracket before and spaces, brackets and strokes between them; may be empty.' })
  phone!: string;
}

@ObjectType({ description: 'What came of preparing a leg.' })
export class MissionLegPayload implements MissionResult {
  @Field(() => MissionOutcome, { description: 'What came of it.' })
  outcome!: MissionOutcome;

  @Field(() => [MissionFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: MissionFaultType[];

  /** The key of the leg. */
  key!: string;
}
