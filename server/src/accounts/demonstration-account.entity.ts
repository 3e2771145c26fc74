/** The invented people of the demonstration whom anybody may sign in as: there are none without it. */
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Country } from '../countries/index.ts';
import { Organisation } from '../organisations/index.ts';
import { MemberRole } from './member-role.ts';

// The view is its owner's, whom the rules of the tables do not bind: it shows invented people and nobody else.
@ObjectType({ description: 'An invented person of the demonstration whom anybody may sign in as.' })
@Entity({
  tableName: 'demonstration_account', view: true,
  expression: `select m.uuid, p.name, p.email, m.role, m.country_code, m.organisation_slug
    from person p join member m on m.person_id = p.id where p.is_demonstration and p.suspended_at is null`,
})
export class DemonstrationAccount {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'An invented name.' })
  name!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What to sign in with.' })
  email!: string;

  @Property({ type: 'text' })
  @Field(() => MemberRole, { description: 'As what they act.' })
  role!: MemberRole;

  @ManyToOne(() => Country, { nullable: true })
  @Field(() => Country, { nullable: true, description: 'For which country; null for a role that has none.' })
  country!: Country | null;

  @ManyToOne(() => Organisation, { nullable: true })
  @Field(() => Organisation, { nullable: true, description: 'For which organisation; null for a role that has none.' })
  organisation!: Organisation | null;
}
