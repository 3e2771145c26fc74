/** How many places a session that is held in both ways has in each: numbers, for whoever sees the session. */
import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { TrainingSession } from '../trainings/index.ts';
import { ParticipationMode } from './registration.entity.ts';

// The view is its owner's, whom the rules of the tables do not bind: it says itself for whom it is.
@ObjectType({ description: 'How many can take part in a session in one way.' })
@Entity({
  tableName: 'mode_places', view: true,
  expression: `select s.uuid as session_uuid, q.key as mode, q.places, greatest(least(q.places - coalesce(c.taken + c.shared, 0), s.places - s.places_taken - s.places_shared), 0) as places_left
    from training_session s join session_quota q on q.session_uuid = s.uuid and q.kind = 'MODE' and q.key <> '' left join quota_count c on c.quota_uuid = q.uuid and c.value = q.key
    where s.format = 'HYBRID' and (s.stage <> 'DRAFT' or may_prepare(acting_person(), s.country_code))`,
})
export class ModePlaces {
  @ManyToOne(() => TrainingSession, { primary: true, fieldName: 'session_uuid' })
  session!: TrainingSession;

  @Enum({ items: () => ParticipationMode, primary: true })
  @Field(() => ParticipationMode, { description: 'How they take part.' })
  mode!: ParticipationMode;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many can take part so.' })
  places!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many places of those are left.' })
  placesLeft!: number;
}
