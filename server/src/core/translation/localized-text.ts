/** A text with the language it is in: the answer to every field whose content exists in several languages. */
import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import { LocaleScalar } from './locale.scalar.ts';

@ObjectType({
  description:
    'A text and the language it is written in. When the reader’s language lacks the text, the nearest language that has it answers, and says so.',
})
export class LocalizedText {
  @Field(() => String, { description: 'The text, never empty.' })
  text!: string;

  @Field(() => LocaleScalar, { description: 'The language of `text`. Mark the text up with it.' })
  locale!: string;

  @Field(() => Boolean, { description: 'True when `text` is in another language than the one asked for.' })
  isFallback!: boolean;

  @Field(() => Boolean, { description: 'True when the original has changed after this translation was made.' })
  isOutdated!: boolean;
}
