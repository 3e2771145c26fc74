/** What somebody is: a role, for a country or for an organisation, for a time. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Country } from '../countries/index.ts';
import { Organisation } from '../organisations/index.ts';
import { MemberRole } from './member-role.ts';
import { Person } from './person.entity.ts';

@ObjectType({ description: 'What you may do as one of what you are, at the place that it is for; anywhere, where it is for none.' })
export class MembershipAbilities {
  @Field(() => Boolean, { description: 'Invite others: to the organisation, or to those of the country.' })
  invite!: boolean;

  @Field(() => Boolean, { description: 'Prepare training sessions.' })
  prepareSessions!: boolean;

  @Field(() => Boolean, { description: 'Read and enter needs.' })
  enterNeeds!: boolean;

  @Field(() => Boolean, { description: 'Send cooperation requests.' })
  sendCooperationRequests!: boolean;
}

@ObjectType({ description: 'What somebody is: a role, for a country or for an organisation.' })
@Entity({ tableName: 'member' })
@Check({ name: 'member_scope', expression: `
  case when role in ('SCAC', 'SSI', 'AUTHORITY') then country_code is not null
       when role in ('NGO_COORDINATOR', 'NGO_MEMBER', 'INTERNATIONAL') then organisation_slug is not null
       else country_code is null and organisation_slug is null end` })
@Index({ properties: ['person'] })
@Index({ properties: ['organisation'] })
export class Member {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => Person, { deleteRule: 'cascade' })
  person!: Person;

  @Enum({ items: () => MemberRole })
  @Field(() => MemberRole, { description: 'As what.' })
  role!: MemberRole;

  @ManyToOne(() => Country, { nullable: true, deleteRule: 'cascade' })
  @Field(() => Country, { nullable: true, description: 'For which country; null for a role that has none.' })
  country!: Country | null;

  @ManyToOne(() => Organisation, { nullable: true, deleteRule: 'cascade' })
  @Field(() => Organisation, { nullable: true, description: 'For which organisation; null for a role that has none.' })
  organisation!: Organisation | null;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'From which day.' })
  since!: string;

  /** The last day; null while no end is known. */
  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Until which day; null while no end is known.' })
  until!: string | null;

  /** Since when it gives no rights, for the time being. */
  @Property({ type: 'timestamptz', nullable: true })
  suspendedAt!: Date | null;

  @Field(() => MembershipAbilities, { description: 'What you, who ask, may do as this.' })
  can!: MembershipAbilities;
}
