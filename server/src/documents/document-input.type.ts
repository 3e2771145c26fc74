/** What is sent of a document that is changed. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { Field, InputType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { SessionDocumentVisibility } from './document-visibility.ts';

@InputType({ description: 'What is said of a document of a session.' })
export class SessionDocumentInput {
  @Field(() => String, { description: 'What it is called, in its own language: one line.' })
  title!: string;

  @Field(() => LocaleScalar, { description: 'The language that it is in.' })
  locale!: Locale;

  @Field(() => SessionDocumentVisibility, { description: 'Whom it is for.' })
  visibility!: SessionDocumentVisibility;
}

@InputType({ description: 'A document of a session in another language. What is empty is missing in that language.' })
export class SessionDocumentTextsInput {
  @Field(() => LocaleScalar, { description: 'The language.' })
  locale!: Locale;

  @Field(() => String, { description: 'What it is called: one line.' })
  title!: string;
}
