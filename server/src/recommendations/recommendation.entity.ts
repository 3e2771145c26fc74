/** What a monitoring body asks of a country. */
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Provenance, Sourced } from '../core/provenance/index.ts';
import { Node } from '../core/reader/index.ts';
import { LocalizedText } from '../core/translation/index.ts';
import { Country, NameContext } from '../countries/index.ts';
import { Theme } from '../vocabulary/index.ts';

export const RecommendationVerb = { URGE: 'URGE', CONSIDER: 'CONSIDER', INVITE: 'INVITE', OTHER: 'OTHER' } as const;
export type RecommendationVerb = keyof typeof RecommendationVerb;
registerEnumType(RecommendationVerb, {
  name: 'RecommendationVerb',
  description: 'The verb of a recommendation, which says how urgent the body finds it.',
  valuesConfig: {
    URGE: { description: 'The body urges: the most pressing.' },
    CONSIDER: { description: 'The body considers that something should be done.' },
    INVITE: { description: 'The body invites.' },
    OTHER: { description: 'The text read does not use one of the three verbs.' },
  },
});

@ObjectType({ description: 'What you may do with a recommendation.' })
export class RecommendationAbilities {
  @Field(() => Boolean, { description: 'Read and say what has become of it.' })
  followUp!: boolean;
}

@ObjectType({ implements: Node, description: 'A recommendation of a monitoring body to a country, in a neutral summary.' })
@Entity({ tableName: 'recommendation' })
export class Recommendation extends Sourced implements Node {
  id!: string;

  @PrimaryKey({ type: 'text' })
  slug!: string;

  @ManyToOne(() => Country)
  @Field(() => Country, { description: 'The country it is addressed to.' })
  country!: Country;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The body: GRETA.' })
  body!: string;

  @Field(() => NameContext, { nullable: true, description: 'The family of texts that the body belongs to, which says what goes with the name of the country; null for none.' })
  nameContext!: NameContext | null;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'The evaluation round, from 1.' })
  round!: number | null;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'The year of the report.' })
  year!: number | null;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'The paragraph of the report; null when it is not known.' })
  paragraph!: number | null;

  @Enum({ items: () => RecommendationVerb })
  @Field(() => RecommendationVerb, { description: 'Its verb.' })
  verb!: RecommendationVerb;

  @Field(() => LocalizedText, { description: 'What it asks, in a neutral summary of our own.' })
  summary!: LocalizedText;

  @Field(() => [Theme], { description: 'Its themes.' })
  themes!: Theme[];

  @Enum({ items: () => LOCALE_TAGS, default: 'en' })
  sourceLocale!: Locale;

  @Property({ type: 'integer', default: 1 })
  sourceVersion!: number;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented one of the demonstration.' })
  isDemonstration!: boolean;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day on which its body was to follow up its round, where that is over and it is still open: it is overdue. Null where that is not so, nobody has entered the day, or you do not follow it.' })
  overdueSince!: string | null;

  @Field(() => Boolean, { description: 'Whether the day since which it is overdue is an invented one of the demonstration.' })
  isOverdueDemonstration!: boolean;

  @Field(() => Provenance, { description: 'Where it was read.' })
  provenance!: Provenance;

  @Field(() => RecommendationAbilities, { description: 'What you may do with it.' })
  can!: RecommendationAbilities;
}

@Entity({ tableName: 'recommendation_translation' })
@Index({ name: 'recommendation_translation_folded', expression: 'create index "recommendation_translation_folded" on "recommendation_translation" using gin ("folded" gin_trgm_ops)' })
export class RecommendationTranslation {
  @ManyToOne(() => Recommendation, { primary: true, deleteRule: 'cascade' })
  recommendation!: Recommendation;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  locale!: Locale;

  @Property({ type: 'text', nullable: true })
  summary!: string | null;

  @Property({ type: 'integer', default: 1 })
  sourceVersion!: number;

  /** What the free-text search reads. */
  @Property({ type: 'text', generated: `(fold(coalesce(summary, ''))) stored`, hidden: true })
  folded!: string;
}

@Entity({ tableName: 'recommendation_theme' })
export class RecommendationTheme {
  @ManyToOne(() => Recommendation, { primary: true, deleteRule: 'cascade' })
  recommendation!: Recommendation;

  @ManyToOne(() => Theme, { primary: true })
  theme!: Theme;
}
