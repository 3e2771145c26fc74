/** A journey that an expert makes, as they read it once the mission is agreed: no fare, and nobody else who travels. A view of its owner, whom the rules of the tables do not bind, that gives what is one’s own. */
import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { ExpertSheet } from '../experts/index.ts';
import { TravelMode } from './cost-kind.ts';
import { Journey } from './journey.entity.ts';

@ObjectType({ description: 'A journey that you make as an expert in a mission: seen by you alone, once the mission is agreed.' })
@Entity({
  tableName: 'own_journey', view: true,
  expression: `select t.uuid, m.expert_uuid, t.mode, t.from_city_code, t.to_city_code, t.departs_at, t.arrives_at, t.carrier, i.is_demonstration
    from mission_traveller r join mission_travel t on t.uuid = r.travel_uuid join mission_member m on m.uuid = r.member_uuid join mission i on i.uuid = t.mission_uuid
    where m.substitute_for_uuid is null and i.stage in ('AGREED', 'REPORTED', 'CLOSED') and is_own_sheet(m.expert_uuid) and (i.is_demonstration or not (select acts_invented() as acts_invented))`,
})
export class OwnJourney extends Journey {
  /** No field. */
  @ManyToOne(() => ExpertSheet, { fieldName: 'expert_uuid' })
  expert!: ExpertSheet;

  @Enum({ items: () => TravelMode })
  @Field(() => TravelMode, { description: 'How you travel.' })
  mode!: TravelMode;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Who carries you, and the number of a flight or a train; null where that is not known.' })
  carrier!: string | null;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'True for an invented journey of the demonstration.' })
  isDemonstration!: boolean;
}
