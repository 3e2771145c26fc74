/** A text that is sent in one language. */
import 'reflect-metadata';
import type { Locale } from '@passerelle/shared/locales.ts';
import { Field, InputType } from 'type-graphql';
import { LocaleScalar } from './locale.scalar.ts';

@InputType({ description: 'A text and the language it is written in.' })
export class LocaleTextInput {
  @Field(() => LocaleScalar, { description: 'The language.' })
  locale!: Locale;

  @Field(() => String, { description: 'The text.' })
  text!: string;
}
