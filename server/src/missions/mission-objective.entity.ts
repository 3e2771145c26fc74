/** What a mission is to reach, and which recommendations, needs and projects that works towards. */
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { LocaleScalar, LocalizedText, Translated, Translation } from '../core/translation/index.ts';
import { Need } from '../needs/index.ts';
import { Project } from '../projects/index.ts';
import { Recommendation } from '../recommendations/index.ts';
import { MissionLeg } from './mission-leg.entity.ts';
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

  @Field(() => [Need], { description: 'The needs it works on, the latest first.' })
  needs!: Need[];

  @Field(() => [Project], { description: 'The projects it serves, those proposed last first.' })
  projects!: Project[];

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

@Entity({ tableName: 'mission_objective_need' })
@Index({ properties: ['need'] })
export class MissionObjectiveNeed {
  @ManyToOne(() => MissionObjective, { primary: true, deleteRule: 'cascade', fieldName: 'objective_uuid' })
  objective!: MissionObjective;

  @ManyToOne(() => Need, { primary: true, deleteRule: 'cascade', fieldName: 'need_uuid' })
  need!: Need;
}

@Entity({ tableName: 'mission_objective_project' })
@Index({ properties: ['project'] })
export class MissionObjectiveProject {
  @ManyToOne(() => MissionObjective, { primary: true, deleteRule: 'cascade', fieldName: 'objective_uuid' })
  objective!: MissionObjective;

  @ManyToOne(() => Project, { primary: true, deleteRule: 'cascade', fieldName: 'project_uuid' })
  project!: Project;
}

/** Which legs of missions work on a need: those in its country alone, for whoever sees them. A view of its owner, so that a post needs no row of the mission or of its objectives; nothing leads back from a leg. */
@Entity({
  tableName: 'need_leg', view: true,
  expression: `select distinct x.need_uuid, l.uuid as leg_uuid from mission_objective_need x join mission_objective o on o.uuid = x.objective_uuid join need n on n.uuid = x.need_uuid
    join mission_leg l on l.mission_uuid = o.mission_uuid and l.country_code = n.country_code
    where (l.is_demonstration or not (select acts_invented() as acts_invented)) and ((select is_adviser() as is_adviser) or (l.is_shown and is_post_of(acting_person(), l.country_code)))`,
})
export class NeedLeg {
  @ManyToOne(() => Need, { primary: true, fieldName: 'need_uuid' })
  need!: Need;

  @ManyToOne(() => MissionLeg, { primary: true, fieldName: 'leg_uuid' })
  leg!: MissionLeg;
}
