/** Quotas: how many places of a session those of a kind can have at most, and how many they have. */
import { Check, Entity, Enum, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../core/reader/index.ts';
import { TrainingSession } from '../trainings/index.ts';

export const QuotaKind = { COUNTRY: 'COUNTRY', SECTOR: 'SECTOR', PROFESSION: 'PROFESSION', MODE: 'MODE' } as const;
export type QuotaKind = keyof typeof QuotaKind;
registerEnumType(QuotaKind, {
  name: 'QuotaKind',
  description: 'What a quota looks at.',
  valuesConfig: {
    COUNTRY: { description: 'The country of who takes part, by its code.' }, SECTOR: { description: 'Whom they work for.' },
    PROFESSION: { description: 'Their profession, by its code.' }, MODE: { description: 'How they take part.' },
  },
});

@ObjectType({ implements: Node, description: 'How many places of a session those of a kind can have at most. Seen by who prepares the session.' })
@Entity({ tableName: 'session_quota' })
@Check({ name: 'session_quota_places', expression: 'places >= 0' })
@Unique({ properties: ['session', 'kind', 'key'] })
export class SessionQuota implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => TrainingSession, { deleteRule: 'cascade', fieldName: 'session_uuid' })
  session!: TrainingSession;

  @Enum({ items: () => QuotaKind })
  @Field(() => QuotaKind, { description: 'What it looks at.' })
  kind!: QuotaKind;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'For which value of that; empty when each value has as many places for itself.' })
  key!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many places at most.' })
  places!: number;

  @Field(() => [QuotaCount], { description: 'How many are taken, by value.' })
  counts!: QuotaCount[];
}

@ObjectType({ description: 'How many places those of one value have.' })
@Entity({ tableName: 'quota_count' })
@Check({ name: 'quota_count_taken', expression: 'taken >= 0' })
@Check({ name: 'quota_count_shared', expression: 'shared >= 0' })
export class QuotaCount {
  @ManyToOne(() => SessionQuota, { primary: true, deleteRule: 'cascade', fieldName: 'quota_uuid' })
  quota!: SessionQuota;

  @PrimaryKey({ type: 'text' })
  @Field(() => String, { description: 'The value: a code.' })
  value!: string;

  @Property({ type: 'integer', default: 0 })
  @Field(() => Int, { description: 'How many places are taken.' })
  taken!: number;

  /** How many registrations more have a place than there are people who have one. */
  @Property({ type: 'integer', default: 0 })
  shared!: number;
}
