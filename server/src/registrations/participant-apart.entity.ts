/** Two participants who look like one person, and of whom somebody has said that they are not. */
import { Check, Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Person } from '../accounts/index.ts';
import { Participant } from './participant.entity.ts';

@Entity({ tableName: 'participant_apart' })
@Check({ name: 'participant_apart_order', expression: 'first_uuid < second_uuid' })
export class ParticipantApart {
  /** The one with the smaller key. */
  @ManyToOne(() => Participant, { primary: true, deleteRule: 'cascade', updateRule: 'no action', fieldName: 'first_uuid' })
  first!: Participant;

  @ManyToOne(() => Participant, { primary: true, deleteRule: 'cascade', updateRule: 'no action', fieldName: 'second_uuid', index: true })
  second!: Participant;

  /** Who has said so; null once their account is gone. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null', index: true })
  saidBy!: Person | null;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  saidAt!: Date;
}
