/** What one service of the post thinks of a cooperation request. It is asked in the transaction in which the request is sent. */
import { Check, Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Person } from '../accounts/index.ts';
import { PostService } from '../consultations/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { RequestOpinionAnswer, RequestOpinionState } from './request-words.ts';
import { CooperationRequest } from './request.entity.ts';

@ObjectType({ description: 'What one service of a post thinks of a cooperation request for its country: seen by the services of that post, and by the adviser.' })
@Entity({ tableName: 'cooperation_request_opinion' })
@Check({ name: 'cooperation_request_opinion_answered', expression: '(answer is null) = (answered_at is null) and (answer is not null or (reason is null and answered_by_id is null))' })
@Check({ name: 'cooperation_request_opinion_words', expression: `char_length(reason) <= 1000 and (reason is null) = (locale is null) and (answer <> 'AGAINST' or reason is not null)` })
export class CooperationRequestOpinion {
  @ManyToOne(() => CooperationRequest, { primary: true, deleteRule: 'cascade', fieldName: 'request_uuid' })
  request!: CooperationRequest;

  @Enum({ items: () => PostService, primary: true })
  @Field(() => PostService, { description: 'Which service.' })
  service!: PostService;

  @Field(() => RequestOpinionState, { description: 'How it stands with it at this moment.' })
  state!: RequestOpinionState;

  @Enum({ items: () => RequestOpinionAnswer, nullable: true })
  @Field(() => RequestOpinionAnswer, { nullable: true, description: 'What it says; null while it has said nothing.' })
  answer!: RequestOpinionAnswer | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why; null where nothing is said.' })
  reason!: string | null;

  @Enum({ items: () => LOCALE_TAGS, nullable: true })
  @Field(() => LocaleScalar, { nullable: true, description: 'The language of the reason.' })
  locale!: Locale | null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it was last given.' })
  answeredAt!: Date | null;

  @ManyToOne(() => Person, { nullable: true, index: true, deleteRule: 'set null' })
  answeredBy!: Person | null;

  /** Set by the database when it is asked. */
  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether its silence counts as agreement after the last day: where somebody could read that it is asked.' })
  silenceAgrees!: boolean;

  /** What the clock says, for the trail: nothing depends on it. */
  @Property({ type: 'timestamptz', nullable: true })
  notedSilentAt!: Date | null;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each answer: whoever answers says which one they have read.' })
  version!: number;
}
