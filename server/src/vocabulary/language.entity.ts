/** A language that people work in, by its ISO 639 code (`cnr` for Montenegrin). */
import { Entity, Enum, ManyToOne } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { LocalizedText } from '../core/translation/index.ts';
import { Node } from '../core/reader/index.ts';
import { Concept, ConceptTranslation } from './concept.ts';

/** The levels of the Common European Framework of Reference for Languages, and NATIVE above them. */
export const CefrLevel = { A1: 'A1', A2: 'A2', B1: 'B1', B2: 'B2', C1: 'C1', C2: 'C2', NATIVE: 'NATIVE' } as const;
export type CefrLevel = keyof typeof CefrLevel;

registerEnumType(CefrLevel, {
  name: 'CefrLevel',
  description: 'How well a person speaks a language: a level of the Common European Framework of Reference, or native.',
  valuesConfig: {
    A1: { description: 'Beginner.' }, A2: { description: 'Elementary.' }, B1: { description: 'Intermediate.' },
    B2: { description: 'Upper intermediate.' }, C1: { description: 'Advanced: can work in it.' },
    C2: { description: 'Mastery.' }, NATIVE: { description: 'First language.' },
  },
});

@ObjectType({ implements: Node, description: 'A language that people work in.' })
@Entity({ tableName: 'language' })
export class Language extends Concept implements Node {
  id!: string;

  @Field(() => LocalizedText, { description: 'What the language is called.' })
  name!: LocalizedText;
}

@Entity({ tableName: 'language_translation' })
export class LanguageTranslation extends ConceptTranslation {
  @ManyToOne(() => Language, { primary: true, deleteRule: 'cascade' })
  language!: Language;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  locale!: Locale;
}
