/**
 * Whom to turn to in a leg: somebody of the embassy, or of those whom the team meets. It has no field for a place, so that the address of an
 * organisation that is protected can stand in none, and no id of its own: it is read as a part of its leg, and in no other way.
 */
import { Check, Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { MissionLeg } from './mission-leg.entity.ts';

@ObjectType({ description: 'Whom to turn to in a leg of a mission. Seen by the adviser and by the post of the leg.' })
@Entity({ tableName: 'leg_contact' })
@Check({ name: 'leg_contact_name', expression: `name <> ''` })
@Check({ name: 'leg_contact_email', expression: 'email = lower(email)' })
@Check({ name: 'leg_contact_phone', expression: `phone ~ '^[+(]?[0-9][0-9 ()./-]{2,38}$'` })
@Index({ properties: ['leg'] })
@Index({ properties: ['email'] })
export class LegContact {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Field(() => GraphQLUUID, { description: 'Its key: that of the one who wrote it first.' })
  key!: string;

  @ManyToOne(() => MissionLeg, { deleteRule: 'cascade', fieldName: 'leg_uuid' })
  leg!: MissionLeg;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change of it: whoever changes or removes it says which one they have read.' })
  version!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What they are called.' })
  name!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What they do; null where it is not known.' })
  function!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Which institution or organisation they are of; null where it is not known.' })
  organisation!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Their e-mail address; null where it is not known.' })
  email!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Their telephone number, as it is written; null where it is not known.' })
  phone!: string | null;
}
