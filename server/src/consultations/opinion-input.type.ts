/** What is sent of an opinion, and what came of it. */
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { OpinionAnswer, PostService } from './consultation.entity.ts';
import { OpinionFaultKind, OpinionField, OpinionOutcome, type OpinionResult } from './opinions.service.ts';

registerEnumType(OpinionOutcome, {
  name: 'OpinionOutcome', description: 'What came of giving an opinion.',
  valuesConfig: {
    DONE: { description: 'It is so, or was so already.' }, INVALID: { description: 'Something is wrong with it: nothing was written.' },
    CONFLICT: { description: 'Somebody else has answered since it was read, or what is asked about was written anew: nothing was written. `consultation` has what it is now.' },
    NOT_ALLOWED: { description: 'It is not yours to give: nothing was written.' }, TOO_LATE: { description: 'No answer is taken any more.' }, GONE: { description: 'There is none, or none for you.' },
  },
});
registerEnumType(OpinionField, { name: 'OpinionField', description: 'A field of an opinion with which something is wrong.', valuesConfig: { REMARK: { description: 'What is added.' }, REASON: { description: 'Why it is noted.' } } });
registerEnumType(OpinionFaultKind, {
  name: 'OpinionFaultKind', description: 'What is wrong with a field of an opinion.',
  valuesConfig: { MISSING: { description: 'It is empty: whoever objects says why, and so does whoever notes the opinion of others.' }, TOO_LONG: { description: 'It has more signs than it may have.' }, UNREADABLE: { description: 'It has signs that are none of a text.' } },
});

@InputType({ description: 'An opinion of a service of a post.' })
export class OpinionInput {
  @Field(() => PostService, { description: 'Of which service.' })
  service!: PostService;

  @Field(() => Int, { description: 'The `version` of the opinion that you have read.' })
  version!: number;

  @Field(() => Int, { description: 'The `purposeVersion` of the consultation that you have read.' })
  purposeVersion!: number;

  @Field(() => OpinionAnswer, { description: 'What it says.' })
  answer!: OpinionAnswer;

  @Field(() => String, { description: 'What it adds, of 1000 signs at most, in the language of the request; empty for nothing, unless it objects.' })
  remark!: string;
}

@ObjectType('OpinionFault', { description: 'What is wrong with an opinion that was sent.' })
export class OpinionFaultType {
  @Field(() => OpinionField, { description: 'With which field.' })
  field!: OpinionField;

  @Field(() => OpinionFaultKind, { description: 'What is wrong with it.' })
  fault!: OpinionFaultKind;
}

@ObjectType({ description: 'What came of giving an opinion.' })
export class OpinionPayload implements OpinionResult {
  @Field(() => OpinionOutcome, { description: 'What came of it.' })
  outcome!: OpinionOutcome;

  @Field(() => [OpinionFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: OpinionFaultType[];

  /** The key of the consultation. */
  key!: string;
}
