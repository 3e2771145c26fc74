/** What is sent of slots and their answers, and what comes of it. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLEmailAddress, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { type Came, MissionOutcome } from '../missions/index.ts';
import { type SlotFault, SlotFaultKind, SlotField, SlotOutcome } from './slot-fault.ts';
import { MOST } from './slots.policy.ts';

registerEnumType(SlotField, {
  name: 'SlotField', description: 'A field of slots that are offered, or of the answer of a host.',
  valuesConfig: {
    MEETING: { description: 'The meeting as a whole.' }, NAME: { description: 'What the host is called.' }, EMAIL: { description: 'Where the host is written to.' }, ANSWERS_UNTIL: { description: 'The last day for answers.' },
    OVERRIDE: { description: 'Why some slots are on a weekend or a public holiday.' }, SLOTS: { description: 'The slots, or the one that is taken.' }, REMARK: { description: 'What the host adds.' }, PROPOSALS: { description: 'Other times that the host proposes.' },
  },
});
registerEnumType(SlotFaultKind, {
  name: 'SlotFaultKind', description: 'What is wrong with a field of slots, or of an answer.',
  valuesConfig: {
    MISSING: { description: 'It cannot be empty.' }, TOO_LONG: { description: 'It is longer than `maximum` signs, or has more than `maximum` elements.' }, UNREADABLE: { description: 'It is no single line of text, no address, no hour.' },
    REPEATED: { description: 'The same stands there twice.' }, NOT_AFTER: { description: 'It would end after midnight.' }, PAST: { description: 'It is over.' }, AFTER_START: { description: 'The last day for answers comes before the first slot.' },
    NOT_HERE: { description: 'It has no place here: slots are offered of a meeting that is proposed, once the mission is planned; other times are proposed by who takes no slot.' }, OFFERED: { description: 'Its host is offered slots already: they are taken back first.' },
    OUTSIDE: { description: 'It is outside the days of the leg.' }, OUTSIDE_WINDOWS: { description: 'It is at no time at which the host could.' }, DAY_OFF: { description: 'It is on a weekend or a public holiday of the country, and no reason is given.' },
    BUSY: { description: 'Somebody who goes would be engaged twice at once: it is not said by what.' }, AWAY: { description: 'Somebody who goes is not there then.' }, ORDER: { description: 'It would not be before or after another meeting as is said, with the time between them.' }, PLACE: { description: 'It gives an address, and the meeting is with an organisation whose place is kept secret, or such a one is named.' },
  },
});
registerEnumType(SlotOutcome, {
  name: 'SlotOutcome', description: 'What came of answering an offer of slots.',
  valuesConfig: {
    DONE: { description: 'It is so, or was so already.' }, INVALID: { description: 'Something is wrong, which `faults` say: nothing was written.' }, CONFLICT: { description: 'It was answered since it was read: nothing was written.' },
    NOT_FREE: { description: 'That slot is no longer free: nothing was written.' }, TOO_LATE: { description: 'It takes no answers any more.' }, GONE: { description: 'The link is nobody’s, or no longer.' },
  },
});

@InputType({ description: 'A time at which a meeting could be, as the clocks of the city show it.' })
export class SlotInput {
  @Field(() => GraphQLLocalDate, { description: 'On which day.' })
  day!: string;

  @Field(() => String, { description: 'When it begins: `09:30`.' })
  starts!: string;
}

@InputType({ description: 'Slots that the host of a meeting is offered.' })
export class SlotOfferInput {
  @Field(() => GraphQLUUID, { description: 'A key that you have drawn at random: what is sent again with it is as sent once.' })
  submission!: string;

  @Field(() => String, { description: `What the host is called: one line of ${MOST.NAME} signs at most.` })
  name!: string;

  @Field(() => GraphQLEmailAddress, { description: 'Where the host is written to.' })
  email!: string;

  @Field(() => LocaleScalar, { description: 'In which language.' })
  locale!: Locale;

  @Field(() => GraphQLLocalDate, { description: 'The last day on which the host can answer, on the clock of the city: before the first slot.' })
  answersUntil!: string;

  @Field(() => String, { description: 'Why some slots are on a weekend or a public holiday: one line; may be empty.' })
  overrideReason!: string;

  @Field(() => [SlotInput], { description: `1 to ${MOST.SLOTS} slots.` })
  slots!: SlotInput[];
}

@InputType({ description: 'What a host answers, whole.' })
export class HostAnswerInput {
  @Field(() => SlotInput, { nullable: true, description: 'The slot that is taken; null for none.' })
  taken?: SlotInput | null;

  @Field(() => String, { description: `What the host adds: one line of ${MOST.REMARK} signs at most, in the language of the page; may be empty.` })
  remark!: string;

  @Field(() => [SlotInput], { description: `Other times that would suit, where none is taken: ${MOST.PROPOSALS} at most.` })
  proposals!: SlotInput[];
}

@ObjectType('SlotFault', { description: 'What is wrong with a field of slots, or of an answer.' })
export class SlotFaultType implements SlotFault {
  @Field(() => SlotField, { description: 'Which field.' })
  field!: SlotField;

  @Field(() => SlotFaultKind, { description: 'What is wrong with it.' })
  fault!: SlotFaultKind;

  @Field(() => Int, { nullable: true, description: 'The most that it may have, where that is what is wrong.' })
  maximum!: number | null;

  @Field(() => Int, { nullable: true, description: 'Which one of a list, from 0; null for all of it.' })
  at!: number | null;
}

@ObjectType({ description: 'What came of offering slots, or of taking them back.' })
export class SlotsPayload implements Came<SlotFault> {
  @Field(() => MissionOutcome, { description: 'What came of it.' })
  outcome!: MissionOutcome;

  @Field(() => [SlotFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: SlotFaultType[];

  /** The key of the leg. */
  key!: string;
}
