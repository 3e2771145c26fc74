/** How many have a place in a session and how many wait, by what quotas look at: numbers, for those who prepare it. */
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { TrainingSession } from '../trainings/index.ts';
import { QuotaKind } from './session-quota.entity.ts';

// The view is its owner's, whom the rules of the tables do not bind: it says itself for whom it counts. An embassy prepares sessions
// to which people of other countries come: it is told how many they are, and not who.
@ObjectType({ description: 'How many of one kind have a place in a session, and how many wait for one.' })
@Entity({
  tableName: 'place_count', view: true,
  expression: `select s.uuid as session_uuid, v.kind, v.value, count(distinct r.seat)::int as taken, count(*) filter (where r.state = 'WAITING')::int as waiting
    from training_session s join registration r on r.session_uuid = s.uuid and r.state in ('CONFIRMED', 'OFFERED', 'WAITING')
    cross join lateral (values ('COUNTRY', r.country_code), ('SECTOR', r.sector), ('PROFESSION', r.profession_code), ('MODE', r.mode)) v(kind, value)
    where may_prepare(acting_person(), s.country_code) and v.value is not null group by s.uuid, v.kind, v.value`,
})
export class PlaceCount {
  @ManyToOne(() => TrainingSession, { primary: true, fieldName: 'session_uuid' })
  session!: TrainingSession;

  @Enum({ items: () => QuotaKind, primary: true })
  @Field(() => QuotaKind, { description: 'What it looks at.' })
  kind!: QuotaKind;

  @PrimaryKey({ type: 'text' })
  @Field(() => String, { description: 'For which value of that: a code.' })
  value!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many have a place, or are offered one; somebody who is registered twice is one.' })
  taken!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many are on the waiting list.' })
  waiting!: number;
}
