/** Who belongs to the network: a role and who has it, as those see it who answer for it. */
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { MemberRole, Person } from '../accounts/index.ts';
import { Visibility } from '../core/consent/index.ts';
import { Node } from '../core/reader/index.ts';
import { Country } from '../countries/index.ts';
import { Organisation } from '../organisations/index.ts';

export const MemberState = { ACTIVE: 'ACTIVE', SUSPENDED: 'SUSPENDED', ENDED: 'ENDED' } as const;
export type MemberState = keyof typeof MemberState;
registerEnumType(MemberState, {
  name: 'MemberState',
  description: 'Whether a role gives rights.',
  valuesConfig: {
    ACTIVE: { description: 'It does, or will from its first day.' },
    SUSPENDED: { description: 'It does not, for the time being.' },
    ENDED: { description: 'Its last day is over.' },
  },
});

@ObjectType({ description: 'What you, who ask, may do with a role that somebody has.' })
export class NetworkMemberAbilities {
  @Field(() => Boolean, { description: 'Suspend it for the time being.' })
  suspend!: boolean;

  @Field(() => Boolean, { description: 'Lift the suspension.' })
  restore!: boolean;

  @Field(() => Boolean, { description: 'End it.' })
  end!: boolean;

  @Field(() => [MemberRole], { description: 'Which roles it can be changed to; empty when to none.' })
  changeTo!: readonly MemberRole[];

  @Field(() => Boolean, { description: 'Open the sheet of the expert that they are, or look for it.' })
  openSheet!: boolean;
}

// A view that the rules of `member` and `person` hold for: whoever reads it sees the rows of those tables that they may see.
@ObjectType({ implements: Node, description: 'A role that somebody has in the network. Seen by those who answer for it: who coordinates the organisation, the embassy in the country, the adviser.' })
@Entity({
  tableName: 'network_member', view: true,
  expression: `select m.uuid, m.person_id, p.name, p.email, p.email_visibility, m.role, coalesce(m.country_code, o.country_code) as country_code, m.organisation_slug, m.since, m.until, m.suspended_at, p.is_demonstration
    from member m join person p on p.id = m.person_id left join organisation o on o.slug = m.organisation_slug`,
})
export class NetworkMember implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => Person)
  person!: Person;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @Property({ type: 'text' })
  @Field(() => String, { nullable: true, description: 'Their address; null unless they agreed that you may see it.' })
  email!: string | null;

  @Enum({ items: () => Visibility })
  emailVisibility!: Visibility;

  @Property({ type: 'text' })
  @Field(() => MemberRole, { description: 'As what.' })
  role!: MemberRole;

  /** Of an organisation its own. */
  @ManyToOne(() => Country, { nullable: true })
  @Field(() => Country, { nullable: true, description: 'The country, or that of the organisation; null for a role that has none.' })
  country!: Country | null;

  @ManyToOne(() => Organisation, { nullable: true })
  @Field(() => Organisation, { nullable: true, description: 'For which organisation; null for a role that has none.' })
  organisation!: Organisation | null;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'From which day.' })
  since!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day on which it gave or gives rights; null while no end is known.' })
  until!: string | null;

  @Property({ type: 'timestamptz', nullable: true })
  suspendedAt!: Date | null;

  @Field(() => MemberState, { description: 'Whether it gives rights.' })
  state!: MemberState;

  @Field(() => Boolean, { description: 'Whether it is yours.' })
  isOwn!: boolean;

  @Field(() => NetworkMemberAbilities, { description: 'What you, who ask, may do with it.' })
  can!: NetworkMemberAbilities;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'True for an invented person of the demonstration.' })
  isDemonstration!: boolean;
}
