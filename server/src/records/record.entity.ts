/** What somebody took part in: a place in a session that is over, and on how many of its days they were there. */
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../core/reader/index.ts';
import { Country } from '../countries/index.ts';
import { Organisation } from '../organisations/index.ts';
import { Sector } from '../registrations/index.ts';
import { TrainingSession } from '../trainings/index.ts';
import { Profession } from '../vocabulary/index.ts';

// The view is its owner's, whom the rules of the tables do not bind: it says itself whom who asks may see.
@ObjectType({ implements: Node, description: 'That somebody had a place in a session that is over. Seen by that person, by who registers for the same organisation, the embassy in the country, the adviser.' })
@Entity({
  tableName: 'training_record', view: true,
  expression: `select r.uuid, r.session_uuid, p.name, r.organisation_slug, r.country_code, r.profession_code, s.starts_at, cardinality(held_days(s.uuid)) as days, present_days(r.uuid) as days_present,
      (select c.number from certificate c where c.registration_uuid = r.uuid and c.revoked_at is null) as certificate_number, r.email = (select email from person where id = acting_person()) as is_own, r.is_demonstration, r.sector
    from registration r join participant p on p.uuid = r.participant_uuid join training_session s on s.uuid = r.session_uuid
    where r.state = 'CONFIRMED' and s.ends_at <= now() and s.stage in ('OPEN', 'CLOSED', 'ARCHIVED') and ((select is_adviser()) or r.email = (select email from person where id = acting_person())
      or answers_for(acting_person(), r.*) or is_post_of(acting_person(), r.country_code))`,
})
export class TrainingRecordEntry implements Node {
  id!: string;

  /** That of the registration. */
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => TrainingSession, { fieldName: 'session_uuid' })
  @Field(() => TrainingSession, { nullable: true, description: 'The session; null for one that you may not see.' })
  session!: TrainingSession | null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @ManyToOne(() => Organisation, { nullable: true })
  @Field(() => Organisation, { nullable: true, description: 'The organisation they worked for then; null for an authority, and for who registered themselves and worked for neither.' })
  organisation!: Organisation | null;

  @Enum({ items: () => Sector })
  sector!: Sector;

  @ManyToOne(() => Country)
  @Field(() => Country, { description: 'The country they worked in then.' })
  country!: Country;

  @ManyToOne(() => Profession, { nullable: true })
  @Field(() => Profession, { nullable: true, description: 'Their profession then; null when nobody has said.' })
  profession!: Profession | null;

  @Property({ type: 'timestamptz' })
  startsAt!: Date;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many days the session had.' })
  days!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'On how many of them they were there, as far as somebody has said so.' })
  daysPresent!: number;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The number of their certificate; null for none, or one that was revoked.' })
  certificateNumber!: string | null;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether it is about you, who ask: by the address that you sign in with.' })
  isOwn!: boolean;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'True for an invented person of the demonstration.' })
  isDemonstration!: boolean;
}
