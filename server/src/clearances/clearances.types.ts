/** What is sent of a clearance, and what came of it. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { ClearanceOutcome } from './clearances.service.ts';
import { ClearanceFaultKind, ClearanceField } from './read-clearance.ts';

registerEnumType(ClearanceOutcome, {
  name: 'ClearanceOutcome', description: 'What came of entering, changing or removing a clearance.',
  valuesConfig: {
    DONE: { description: 'It is so, or was so already.' }, INVALID: { description: 'Something is wrong with it: nothing was written.' },
    CONFLICT: { description: 'Somebody else has changed it since it was read: nothing was written. `expert` has what it is now.' }, GONE: { description: 'There is none, or none for you.' },
  },
});
registerEnumType(ClearanceField, {
  name: 'ClearanceField', description: 'A field of a clearance with which something is wrong.',
  valuesConfig: { UNTIL: { description: 'The last day.' }, GIVEN_BY: { description: 'Who gave it.' }, GIVEN_ON: { description: 'The day on which it was given.' }, REMARK: { description: 'The remark.' }, MISSION: { description: 'The mission.' } },
});
registerEnumType(ClearanceFaultKind, {
  name: 'ClearanceFaultKind', description: 'What is wrong with a field of a clearance.',
  valuesConfig: {
    MISSING: { description: 'It is empty.' }, TOO_LONG: { description: 'It has more signs than it may have.' }, NOT_A_LINE: { description: 'It is no single line of text.' }, BEFORE: { description: 'It is before the first day.' },
    TOO_FAR: { description: 'It is later than five years after the first day.' }, FUTURE: { description: 'It is still to come, in Paris.' },
    CLOSED: { description: 'It is no mission that is being prepared.' }, APART: { description: 'None of the days is one of the mission.' }, FIXED: { description: 'It was entered for a period, or for another mission: it is removed, and another is entered.' },
  },
});

@InputType({ description: 'A clearance, whole.' })
export class ClearanceInput {
  @Field(() => GraphQLLocalDate, { description: 'The first day of it.' })
  fromOn!: string;

  @Field(() => GraphQLLocalDate, { description: 'The last day of it: at most five years after the first.' })
  untilOn!: string;

  @Field(() => String, { description: 'Which authority or employer gave it: one line of 200 signs at most.' })
  givenBy!: string;

  @Field(() => GraphQLLocalDate, { description: 'The day on which it was given: not one that is still to come.' })
  givenOn!: string;

  @Field(() => String, { description: 'What else is to be known of it: one line of 500 signs at most; empty for nothing.' })
  remark!: string;

  @Field(() => LocaleScalar, { description: 'The language in which its texts are written.' })
  locale!: Locale;

  @Field(() => ID, { nullable: true, description: 'The id of the only mission for which it counts, which is being prepared and of which at least one of its days is; null, which is written out, for all missions. For what it was entered it stays.' })
  mission?: string | null;
}

@ObjectType('ClearanceFault', { description: 'What is wrong with a clearance that was sent.' })
export class ClearanceFaultType {
  @Field(() => ClearanceField, { description: 'With which field.' })
  field!: ClearanceField;

  @Field(() => ClearanceFaultKind, { description: 'What is wrong with it.' })
  fault!: ClearanceFaultKind;
}

@ObjectType({ description: 'What came of entering or changing a clearance.' })
export class SaveClearancePayload {
  @Field(() => ClearanceOutcome, { description: 'What came of it.' })
  outcome!: ClearanceOutcome;

  @Field(() => [ClearanceFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: ClearanceFaultType[];

  /** The key of the expert. */
  key!: string;
}

@ObjectType({ description: 'What came of removing a clearance, or its document.' })
export class RemoveClearancePayload {
  @Field(() => ClearanceOutcome, { description: 'What came of it.' })
  outcome!: ClearanceOutcome;
}
