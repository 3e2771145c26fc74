/** What came of a mission: the report, and what came of each of its objectives. Of nobody's knowledge but the adviser's circle. */
import { Check, Entity, Enum, Index, ManyToOne, OneToOne, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Person } from '../accounts/index.ts';
import { LocaleScalar, LocalizedText, ShownTranslation, Translated, Translation } from '../core/translation/index.ts';
import { Mission, MissionObjective } from '../missions/index.ts';

export const ObjectiveOutcome = { REACHED: 'REACHED', PARTLY: 'PARTLY', NOT_REACHED: 'NOT_REACHED', UNKNOWN: 'UNKNOWN' } as const;
export type ObjectiveOutcome = keyof typeof ObjectiveOutcome;
registerEnumType(ObjectiveOutcome, {
  name: 'ObjectiveOutcome', description: 'What came of an objective of a mission.',
  valuesConfig: {
    REACHED: { description: 'It was reached.' },
    PARTLY: { description: 'It was reached in part.' },
    NOT_REACHED: { description: 'It was not reached.' },
    UNKNOWN: { description: 'It is not known yet whether it was reached.' },
  },
});

@ObjectType({ description: 'The report of a mission: seen by the adviser.' })
@Entity({ tableName: 'mission_report' })
@Index({ properties: ['writtenBy'] })
export class MissionReport extends Translated {
  @OneToOne(() => Mission, { primary: true, deleteRule: 'cascade', fieldName: 'mission_uuid', unique: false })
  mission!: Mission;

  @Field(() => LocalizedText, { description: 'What came of the mission.' })
  summary!: LocalizedText;

  @Field(() => LocalizedText, { nullable: true, description: 'How it went, and what would be done otherwise.' })
  evaluation!: LocalizedText | null;

  /** Who wrote it last; null when their account is gone. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  writtenBy!: Person | null;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change of it and of what came of the objectives: whoever changes it says which one they have read.' })
  version!: number;

  /** Kept by the database: somebody of the team, or whom a leg was to reach, is forgotten, so that no text can be held to their names. */
  @Property({ type: 'boolean', default: false })
  areNamesForgotten!: boolean;

  @Field(() => [MissionReportTranslation], { description: 'What is said in it, in every language in which something is, and nowhere from another language.' })
  texts!: MissionReportTranslation[];
}

@ObjectType({ description: 'What the report of a mission says in one language.' })
@Entity({ tableName: 'mission_report_translation' })
export class MissionReportTranslation extends ShownTranslation {
  @ManyToOne(() => MissionReport, { primary: true, deleteRule: 'cascade', fieldName: 'mission_uuid' })
  report!: MissionReport;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  override locale!: Locale;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What came of the mission; null where it is missing.' })
  summary!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'How it went.' })
  evaluation!: string | null;
}

@ObjectType({ description: 'What came of an objective of a mission: seen by the adviser.' })
@Entity({ tableName: 'objective_result' })
@Check({ name: 'objective_result_outcome_check', expression: `outcome in ('REACHED', 'PARTLY', 'NOT_REACHED', 'UNKNOWN')` })
export class ObjectiveResult extends Translated {
  @OneToOne(() => MissionObjective, { primary: true, deleteRule: 'cascade', fieldName: 'objective_uuid', unique: false })
  objective!: MissionObjective;

  @Property({ type: 'text' })
  @Field(() => ObjectiveOutcome, { description: 'What came of it.' })
  outcome!: ObjectiveOutcome;

  @Field(() => LocalizedText, { description: 'What is said of it.' })
  text!: LocalizedText;

  @Field(() => [ObjectiveResultTranslation], { description: 'The same in every language in which it is said, and nowhere from another language.' })
  texts!: ObjectiveResultTranslation[];
}

@ObjectType({ description: 'What came of an objective of a mission, in one language.' })
@Entity({ tableName: 'objective_result_translation' })
export class ObjectiveResultTranslation extends Translation {
  @ManyToOne(() => ObjectiveResult, { primary: true, deleteRule: 'cascade', fieldName: 'objective_uuid' })
  result!: ObjectiveResult;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  @Field(() => LocaleScalar, { description: 'Which language.' })
  locale!: Locale;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What is said of it.' })
  text!: string;
}
