/** What is sent and answered of provisions. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLCountryCode, GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { type ProvisionFault, ProvisionFaultKind, ProvisionField, ProvisionOutcome, type ProvisionResult } from './provision-fault.ts';
import { ProvisionKind } from './provision-words.ts';

registerEnumType(ProvisionField, {
  name: 'ProvisionField', description: 'A field of a provision.',
  valuesConfig: {
    KEY: { description: 'The key.' }, COUNTRY: { description: 'The country.' }, INSTRUMENT: { description: 'The instrument.' }, ARTICLES: { description: 'The articles.' }, RECOMMENDATIONS: { description: 'The recommendations.' }, TEXT: { description: 'Its title or text.' },
    REFERENCE: { description: 'By what it is cited.' }, ENDS_ON: { description: 'Its end.' }, SOURCE: { description: 'Where it was read.' }, SOURCE_URL: { description: 'The address of the source.' }, CHECKED_ON: { description: 'When somebody checked it.' },
  },
});
registerEnumType(ProvisionFaultKind, {
  name: 'ProvisionFaultKind', description: 'What is wrong with a field of a provision.',
  valuesConfig: {
    MISSING: { description: 'It cannot be empty.' }, TOO_LONG: { description: 'It is longer than `maximum` signs.' }, TOO_MANY: { description: 'There are more than `maximum`.' },
    UNREADABLE: { description: 'It has signs that are none of a text; a key that is not drawn by chance (UUID version 4).' }, NOT_AN_ADDRESS: { description: 'It is no address of the web.' }, NOT_AFTER: { description: 'It is before the beginning.' },
    TO_COME: { description: 'It is a day to come.' }, REPEATED: { description: 'One of them is there twice.' }, UNKNOWN: { description: 'It is none of the site: no country, no instrument, no article of the instrument, or no recommendation to the country.' },
  },
});
registerEnumType(ProvisionOutcome, {
  name: 'ProvisionOutcome', description: 'What came of entering, changing or removing a provision.',
  valuesConfig: {
    DONE: { description: 'It is as it was sent, or removed.' }, INVALID: { description: 'Something that was sent is wrong: `faults` says what.' }, CONFLICT: { description: 'Somebody else has changed it meanwhile: nothing was written.' }, NOT_ALLOWED: { description: 'It is not yours to keep.' },
    GONE: { description: 'There is none for you.' },
  },
});

@InputType({ description: 'A provision of the law of a country, or a reservation or a declaration of the country. What nobody knows is null.' })
export class NationalProvisionInput {
  @Field(() => ProvisionKind, { description: 'What it is.' })
  kind!: ProvisionKind;

  @Field(() => GraphQLCountryCode, { description: 'The country; it stays.' })
  country!: string;

  @Field(() => String, { description: 'The code of the instrument; it stays.' })
  instrument!: string;

  @Field(() => [String], { description: 'The numbers of the articles of the instrument that it is about, 30 at most.' })
  articles!: string[];

  @Field(() => [ID], { description: 'The recommendations to the country that it answers, 20 at most.' })
  recommendations!: string[];

  @Field(() => LocaleScalar, { description: 'The language of its text.' })
  locale!: Locale;

  @Field(() => String, { description: 'Its title, or what it says, as it was read: 2,000 signs at most.' })
  text!: string;

  @Field(() => String, { description: 'By what it is cited: one line of 300 signs at most.' })
  reference!: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Since when it is in force, or when it was made.' })
  startsOn!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Until when it was in force, or when it was withdrawn.' })
  endsOn!: string | null;

  @Field(() => String, { description: 'What was read, in words; nobody’s name: one line of 300 signs at most.' })
  source!: string;

  @Field(() => String, { description: 'The address of the text; may be empty.' })
  sourceUrl!: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day on which somebody checked it there: not one that is still to come; null where nobody has.' })
  checkedOn!: string | null;
}

@ObjectType('ProvisionFault', { description: 'What is wrong with what was sent of a provision.' })
export class ProvisionFaultType implements ProvisionFault {
  @Field(() => ProvisionField, { description: 'With which field.' })
  field!: ProvisionField;

  @Field(() => ProvisionFaultKind, { description: 'What is wrong with it.' })
  fault!: ProvisionFaultKind;

  @Field(() => Int, { nullable: true, description: 'The most that it may have, where that is what is wrong.' })
  maximum!: number | null;
}

@ObjectType({ description: 'What came of entering, changing or removing a provision.' })
export class ProvisionPayload implements ProvisionResult {
  @Field(() => ProvisionOutcome, { description: 'What came of it.' })
  outcome!: ProvisionOutcome;

  @Field(() => [ProvisionFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: ProvisionFaultType[];

  key!: string;
}
