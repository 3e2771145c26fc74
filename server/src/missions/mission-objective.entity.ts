/** What a mission is to reach, and which recommendations that works towards. */
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { LocaleScalar, LocalizedText, Translated, Translation } from '../core/translation/index.ts';
import { Recommendation } from '../recommendations/index.ts';
import { Mission } from './mission.entity.ts';

@ObjectType({ description: 'What a mission is to reach.' })
@Entity({ tableName: 'mission_objective' })
@Index({ properties: ['mission', 'position'] })
export class MissionObjective extends Translated {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Field(() => GraphQLUUID, { description: 'Its key: that of the one who wrote it first.' })
  key!: string;

  @ManyToOne(() => Mission, { deleteRule: 'cascade', fieldName: 'mission_uuid' })
  mission!: Mission;

  @Property({ type: 'integer' })
  position!: number;

  @Field(() => LocalizedText, { description: 'What is to be reached.' })
  text!: LocalizedText;

  @Field(() => [Recommendation], { description: 'The recommendations it works towards, the latest report first.' })
  recommendations!: Recommendation[];

  @Field(() => [MissionObjectiveTranslation], { description: 'The same in every language in which it is said, and nowhere from another language.' })
  texts!: MissionObjectiveTranslation[];
}

@ObjectType({ description: 'What a mission is to reach, in one language.' })
@Entity({ tableName: 'mission_objective_translation' })
export class MissionObjectiveTranslation extends Translation {
  @ManyToOne(() => MissionObjective, { primary: true, deleteRule: 'cascade', fieldName: 'objective_uuid' })
  objective!: MissionObjective;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  @Field(() => LocaleScalar, { description: 'Which language.' })
  locale!: Locale;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What is to be reached.' })
  text!: string;
}

@Entity({ tableName: 'mission_objective_recommendation' })
@Index({ properties: ['recommendation'] })
export class MissionObjectiveRecommendation {
  @ManyToOne(() => MissionObjective, { primary: true, deleteRule: 'cascade', fieldName: 'objective_uuid' })
  objective!: MissionObjective;

  @ManyToOne(() => Recommendation, { primary: true, deleteRule: 'cascade' })
  recommendation!: Recommendation;
}
