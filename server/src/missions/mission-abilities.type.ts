/** What somebody may do with a mission and with a leg of one. */
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What you may do with a mission, and nobody else’s word for it.' })
export class MissionAbilities {
  @Field(() => Boolean, { description: 'Change what is said of it and of its legs.' })
  edit!: boolean;

  @Field(() => Boolean, { description: 'Say it and its legs in other languages; of one that was given up, the reason too.' })
  translate!: boolean;

  @Field(() => Boolean, { description: 'Add legs to it, take some away, and change where and when they are.' })
  planLegs!: boolean;

  @Field(() => Boolean, { description: 'Have a plan of it searched for.' })
  searchPlan!: boolean;

  @Field(() => Boolean, { description: 'Plan it: it has a leg.' })
  plan!: boolean;

  @Field(() => Boolean, { description: 'Have the posts consulted: from then on each sees the legs in its country.' })
  consultPosts!: boolean;

  @Field(() => Boolean, { description: 'Have it agreed, where nothing stands in the way: the posts that are consulted agree.' })
  agree!: boolean;

  @Field(() => Boolean, { description: 'Plan it anew. What was shown stays shown.' })
  replan!: boolean;

  @Field(() => Boolean, { description: 'Give it up, with a reason.' })
  giveUp!: boolean;

  @Field(() => Boolean, { description: 'Write its report: it is over.' })
  writeReport!: boolean;

  @Field(() => Boolean, { description: 'Say its report in other languages.' })
  translateReport!: boolean;

  @Field(() => Boolean, { description: 'Say until when what its findings call for is to be done, and that it was: also once it is closed.' })
  followUp!: boolean;

  @Field(() => Boolean, { description: 'Have it reported on: it is over, and its report is written.' })
  report!: boolean;

  @Field(() => Boolean, { description: 'Close it: nothing more is to be done.' })
  close!: boolean;

  @Field(() => Boolean, { description: 'Publish parts of its report, and withdraw them.' })
  publish!: boolean;

  @Field(() => Boolean, { description: 'Say how the experts who were there were found.' })
  appraise!: boolean;
}

@ObjectType({ description: 'What you may do with a leg of a mission, and nobody else’s word for it.' })
export class MissionLegAbilities {
  @Field(() => Boolean, { description: 'Change what is said of it.' })
  edit!: boolean;

  @Field(() => Boolean, { description: 'Change where and when it is, or take it away.' })
  plan!: boolean;

  @Field(() => Boolean, { description: 'Prepare it: change what is said of it, say it in other languages, and keep its contacts. The post of its country does, from the moment it is shown until its last day is over.' })
  prepare!: boolean;
}
