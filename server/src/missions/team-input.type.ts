/** What is sent of somebody in the team of a mission. */
import { GraphQLUUID } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { TeamRole } from './team-role.ts';

@InputType({ description: 'When somebody is in a leg, and what a host provides there.' })
export class MissionStayInput {
  @Field(() => GraphQLUUID, { description: 'The key of the leg, as its id ends.' })
  leg!: string;

  @Field(() => String, { description: 'When they arrive, as the clocks of the city show it: `2027-11-08T09:30`.' })
  arrivesAt!: string;

  @Field(() => String, { description: 'When they leave, as the clocks of the city show it.' })
  leavesAt!: string;

  @Field(() => Boolean, { description: 'Whether a host provides the lodging.' })
  isLodgingProvided!: boolean;

  @Field(() => Int, { description: 'How many lunches a host provides.' })
  lunchesProvided!: number;

  @Field(() => Int, { description: 'How many dinners a host provides.' })
  dinnersProvided!: number;
}

@InputType({ description: 'Somebody in the team of a mission, whole.' })
export class MissionMemberInput {
  @Field(() => ID, { nullable: true, description: 'Which expert, of somebody new; null for one of the adviser’s team, and where somebody is changed.' })
  expert?: string | null;

  @Field(() => ID, { nullable: true, description: 'Which of the adviser’s team, by the id of their role in the network, of somebody new; null for an expert, and where somebody is changed.' })
  colleague?: string | null;

  @Field(() => TeamRole, { description: 'As what they belong to the team.' })
  kind!: TeamRole;

  @Field(() => Boolean, { description: 'Whether they lead the team: whoever led it until then does so no more.' })
  isLead!: boolean;

  @Field(() => GraphQLUUID, { nullable: true, description: 'The key of whose place they take if need be; null for whoever comes.' })
  substituteFor?: string | null;

  @Field(() => String, { nullable: true, description: 'The code of the city from which they leave and to which they return; null where that is not known.' })
  homeCity?: string | null;

  @Field(() => Int, { nullable: true, description: 'On how many days they can be away at most, from 1 to 366; null where that is not known.' })
  mostDays?: number | null;

  @Field(() => [MissionStayInput], { description: 'When they are in which leg; none of whoever takes another’s place if need be.' })
  stays!: MissionStayInput[];
}
