/**
 * Consulting a post about a leg of a mission, and what each of its services says of it. It stands beside the leg, so that the post reads it with the leg; no field of it leads to the leg, to other legs or to the mission, its key says
 * nothing of when it was made, and how often a leg was consulted about is the adviser’s to know.
 */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Person } from '../accounts/index.ts';
import { Node } from '../core/reader/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { Country } from '../countries/index.ts';
import { MissionLeg } from '../missions/index.ts';

export const PostService = { SCAC: 'SCAC', SSI: 'SSI' } as const;
export type PostService = keyof typeof PostService;
registerEnumType(PostService, {
  name: 'PostService', description: 'A service of an embassy that is consulted.',
  valuesConfig: { SCAC: { description: 'The service of cooperation and culture.' }, SSI: { description: 'The service of internal security.' } },
});

export const OpinionAnswer = { AGREED: 'AGREED', OBJECTED: 'OBJECTED' } as const;
export type OpinionAnswer = keyof typeof OpinionAnswer;
registerEnumType(OpinionAnswer, {
  name: 'OpinionAnswer', description: 'What a service says.',
  valuesConfig: { AGREED: { description: 'It agrees.' }, OBJECTED: { description: 'It objects.' } },
});

export const OpinionState = { ASKED: 'ASKED', AGREED: 'AGREED', AGREED_WITH_REMARK: 'AGREED_WITH_REMARK', OBJECTED: 'OBJECTED', SILENT: 'SILENT', OVERDUE: 'OVERDUE', OUTDATED: 'OUTDATED', VOID: 'VOID' } as const;
export type OpinionState = keyof typeof OpinionState;
registerEnumType(OpinionState, {
  name: 'OpinionState', description: 'How it stands with an opinion, or with all that a post is asked for: read from what was answered, the rule and the clock.',
  valuesConfig: {
    ASKED: { description: 'It is asked for, and can be given.' },
    AGREED: { description: 'There is agreement.' },
    AGREED_WITH_REMARK: { description: 'There is agreement, with a remark.' },
    OBJECTED: { description: 'There is an objection.' },
    SILENT: { description: 'Nobody has answered by the deadline, and silence counts as agreement.' },
    OVERDUE: { description: 'Nobody has answered by the deadline, and silence does not count as agreement.' },
    OUTDATED: { description: 'There was agreement, or silence, about what the leg said before: what it says now has none.' },
    VOID: { description: 'What was asked about is no longer so.' },
  },
});

export const ConsultationRule = { WORKING_DAYS: 'WORKING_DAYS' } as const;
export type ConsultationRule = keyof typeof ConsultationRule;

@ObjectType({ description: 'What you may do with a consultation now, and nobody else’s word for it.' })
export class ConsultationAbilities {
  @Field(() => [PostService], { description: 'Give the opinion of these services: your own.' })
  give!: PostService[];

  @Field(() => Boolean, { description: 'Note an opinion that reached you otherwise, for a service that has not answered itself.' })
  note!: boolean;
}

@ObjectType({ implements: Node, description: 'That the services of a post are consulted about a leg of a mission in their country. Seen by whoever sees the leg; by a post the last one alone.' })
@Entity({ tableName: 'consultation' })
@Check({ name: 'consultation_by_chance', expression: `substr(uuid::text, 15, 1) = '4'` })
@Check({ name: 'consultation_rule', expression: 'rule_days >= 2 and rule_days <= 20' })
@Check({ name: 'consultation_void', expression: 'not is_void or closed_at is not null' })
@Unique({ properties: ['leg', 'round'] })
@Index({ name: 'consultation_latest', expression: 'create unique index "consultation_latest" on "consultation" ("leg_uuid") where is_latest' })
export class Consultation implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  /** No field: nothing leads back. */
  @ManyToOne(() => MissionLeg, { deleteRule: 'cascade', fieldName: 'leg_uuid' })
  leg!: MissionLeg;

  @ManyToOne(() => Country, { index: true })
  country!: Country;

  @Property({ type: 'integer' })
  @Field(() => Int, { nullable: true, description: 'Which one it is of the leg, from 1; null for others than the adviser.' })
  round!: number | null;

  @Field(() => OpinionState, { description: 'What comes of both opinions at this moment: an objection before anything else, then what is missing; it is silent where nobody has answered.' })
  state!: OpinionState;

  /** No field: the legs of a mission are asked about at one moment. */
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  askedAt!: Date;

  @Field(() => GraphQLLocalDate, { description: 'The day on which the post was asked, in France.' })
  askedOn!: string;

  @Field(() => Int, { description: 'Which text of the leg it is about now: raised when what it is for is written anew. Whoever answers says which one they have read.' })
  purposeVersion!: number;

  /** Which text of the leg it is about by now, and which one it was about when it was asked: kept by the database. */
  @Property({ type: 'integer' })
  sourceVersion!: number;

  @Property({ type: 'integer' })
  askedVersion!: number;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The last day for an answer, on the clock of the place.' })
  dueOn!: string;

  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'When that day is over there.' })
  dueAt!: Date;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether silence counts as agreement after the last day.' })
  silenceAgrees!: boolean;

  @Enum({ items: () => ConsultationRule, default: 'WORKING_DAYS' })
  ruleCode!: ConsultationRule;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many working days of the country it was given, without weekends and its public holidays.' })
  ruleDays!: number;

  @ManyToOne(() => Person, { nullable: true, index: true, deleteRule: 'set null' })
  askedBy!: Person | null;

  @Property({ type: 'timestamptz', nullable: true })
  remindedAt!: Date | null;

  /** Since when it takes no answers any more, whatever the deadline says: it was agreed, given up or planned anew. */
  @Property({ type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  @Property({ type: 'boolean', default: false })
  isVoid!: boolean;

  /** Kept by the database. */
  @Property({ type: 'boolean', default: true })
  isLatest!: boolean;

  @Field(() => [Opinion], { description: 'What each service says.' })
  opinions!: Opinion[];

  @Field(() => ConsultationAbilities, { description: 'What you may do with it.' })
  can!: ConsultationAbilities;
}

@ObjectType({ description: 'What one service of a post says about a leg of a mission.' })
@Entity({ tableName: 'opinion' })
@Check({ name: 'opinion_answered', expression: '(answer is null) = (answered_at is null) and (answer is not null or (remark is null and reason is null and answered_by_id is null))' })
@Check({ name: 'opinion_about_a_text', expression: '(answer is null) = (source_version is null)' })
@Check({ name: 'opinion_words', expression: 'char_length(remark) <= 1000 and char_length(reason) <= 500 and (remark is null and reason is null) = (locale is null)' })
export class Opinion {
  @ManyToOne(() => Consultation, { primary: true, deleteRule: 'cascade', fieldName: 'consultation_uuid' })
  consultation!: Consultation;

  @Enum({ items: () => PostService, primary: true })
  @Field(() => PostService, { description: 'Which service.' })
  service!: PostService;

  @Field(() => OpinionState, { description: 'How it stands with it at this moment.' })
  state!: OpinionState;

  @Enum({ items: () => OpinionAnswer, nullable: true })
  @Field(() => OpinionAnswer, { nullable: true, description: 'What it says; null while it has said nothing.' })
  answer!: OpinionAnswer | null;

  /** Which text of the leg it was given about. */
  @Property({ type: 'integer', nullable: true })
  sourceVersion!: number | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What it adds.' })
  remark!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why the adviser has noted it for the service; null where it has answered itself.' })
  reason!: string | null;

  @Enum({ items: () => LOCALE_TAGS, nullable: true })
  @Field(() => LocaleScalar, { nullable: true, description: 'The language of what is added and of the reason; null without.' })
  locale!: Locale | null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was last given or noted.' })
  answeredAt!: Date | null;

  @ManyToOne(() => Person, { nullable: true, index: true, deleteRule: 'set null' })
  answeredBy!: Person | null;

  @Field(() => String, { nullable: true, description: 'Who has given or noted it, by name; null for others than the adviser.' })
  answeredByName!: string | null;

  /** Set by the database when it is asked. */
  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether its silence counts as agreement after the last day: where that was chosen, and somebody could read that it is asked.' })
  silenceAgrees!: boolean;

  /** What the clock says, for the trail: nothing depends on it. */
  @Property({ type: 'timestamptz', nullable: true })
  notedSilentAt!: Date | null;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each answer: whoever answers says which one they have read.' })
  version!: number;
}
