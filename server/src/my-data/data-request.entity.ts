/** What somebody asks about the data kept about them, with the day by which it must be answered. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Person } from '../accounts/index.ts';
import { Node } from '../core/reader/index.ts';

export const DataRequestKind = { RESTRICT: 'RESTRICT', OBJECT: 'OBJECT' } as const;
export type DataRequestKind = keyof typeof DataRequestKind;
registerEnumType(DataRequestKind, {
  name: 'DataRequestKind',
  description: 'What is asked for.',
  valuesConfig: {
    RESTRICT: { description: 'That data is kept and not used (GDPR, article 18).' },
    OBJECT: { description: 'That data is no longer used for a purpose (GDPR, article 21).' },
  },
});

@ObjectType({ implements: Node, description: 'What somebody asks about the data kept about them: seen by them and by the adviser.' })
@Entity({ tableName: 'data_request' })
@Check({ name: 'data_request_answered', expression: '(answer is null) = (answered_at is null)' })
@Index({ properties: ['person'] })
@Index({ properties: ['dueOn'] })
export class DataRequest implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => Person, { deleteRule: 'cascade' })
  @Field(() => Person, { nullable: true, description: 'Who asks.' })
  person!: Person | null;

  @Enum({ items: () => DataRequestKind })
  @Field(() => DataRequestKind, { description: 'What is asked for.' })
  kind!: DataRequestKind;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it is about, in their words.' })
  text!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => Date, { description: 'When it was asked.' })
  askedAt!: Date;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The last day to answer: a month after it was asked (GDPR, article 12, paragraph 3).' })
  dueOn!: string;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was answered; null while it waits.' })
  answeredAt!: Date | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The answer, in words; null while it waits.' })
  answer!: string | null;

  @Field(() => Int, { description: 'How many days are left to answer, today not counted; below zero when it is late.' })
  daysLeft!: number;
}
