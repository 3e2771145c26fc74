/** What is sent of photos, and what came of it. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Visibility } from '../core/consent/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { ExpertPhotoOutcome } from './expert-photos.service.ts';

registerEnumType(ExpertPhotoOutcome, {
  name: 'ExpertPhotoOutcome', description: 'What came of changing the photo of an expert.',
  valuesConfig: {
    DONE: { description: 'It is so, or was so already.' }, CONFLICT: { description: 'Another photo stands on the sheet by now, or it was decided otherwise: nothing was done.' }, GONE: { description: 'There is none, or none for you.' },
    DAY: { description: 'The day on which the expert said it is missing, or still to come.' }, THEIRS: { description: 'The expert has an account, and chooses themselves.' }, REASON: { description: 'The reason is too long.' },
  },
});

@ObjectType({ description: 'What came of changing the photo of an expert.' })
export class ExpertPhotoPayload {
  @Field(() => ExpertPhotoOutcome, { description: 'What came of it.' })
  outcome!: ExpertPhotoOutcome;

  /** The key of the expert; null where there is no such photo for who asks. */
  key!: string | null;
}

@InputType({ description: 'Who may see the photo of an expert.' })
export class ExpertPhotoChoiceInput {
  @Field(() => Visibility, { description: 'Who, as long as they may see the name too.' })
  visibility!: Visibility;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Of an expert without an account, the day on which they said so; null where it is closed, and for who chooses themselves.' })
  consentedOn!: string | null;
}

@InputType({ description: 'What is said of a photo of a mission, whole.' })
export class MissionPhotoInput {
  @Field(() => LocaleScalar, { description: 'The language in which it is written.' })
  sourceLocale!: Locale;

  @Field(() => String, { description: 'What can be seen on it: one line of 200 signs at most.' })
  caption!: string;

  @Field(() => String, { description: 'Which service or organisation took it: one line of 200 signs at most; empty for nothing.' })
  credit!: string;

  @Field(() => Int, { description: 'Its place among the photos of the mission, from 1.' })
  place!: number;
}

@InputType({ description: 'What can be seen on a photo of a mission, in another language.' })
export class MissionPhotoTextsInput {
  @Field(() => LocaleScalar, { description: 'Which language.' })
  locale!: Locale;

  @Field(() => String, { description: 'What can be seen on it; empty where it is missing in this language.' })
  caption!: string;
}
