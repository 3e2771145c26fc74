/** What somebody may do with a session. */
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What you may do with a session, and nobody else’s word for it.' })
export class TrainingSessionAbilities {
  @Field(() => Boolean, { description: 'Change what is said of it.' })
  edit!: boolean;

  @Field(() => Boolean, { description: 'Say it in other languages, and why it was called off.' })
  translate!: boolean;

  @Field(() => Boolean, { description: 'Announce it, and open registration: of a draft.' })
  open!: boolean;

  @Field(() => Boolean, { description: 'Close registration before its time.' })
  close!: boolean;

  @Field(() => Boolean, { description: 'Open registration again.' })
  reopen!: boolean;

  @Field(() => Boolean, { description: 'Call it off, with a reason.' })
  cancel!: boolean;

  @Field(() => Boolean, { description: 'Put it away, once it is over or called off.' })
  archive!: boolean;

  @Field(() => Boolean, { description: 'Throw it away: a draft that nobody else has seen.' })
  discard!: boolean;

  @Field(() => Boolean, { description: 'Register people for it.' })
  register!: boolean;

  @Field(() => Boolean, { description: 'Register yourself for it, and nobody else.' })
  registerMyself!: boolean;
}
