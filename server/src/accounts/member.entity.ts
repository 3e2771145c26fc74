/** What somebody is: a role, for a country or for an organisation, for a time. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Country } from '../countries/index.ts';
import { Organisation } from '../organisations/index.ts';
import { Person } from './person.entity.ts';

export const MemberRole = {
  ADVISER: 'ADVISER', ASSISTANT: 'ASSISTANT', TRANSLATOR: 'TRANSLATOR', SCAC: 'SCAC', SSI: 'SSI',
  NGO_COORDINATOR: 'NGO_COORDINATOR', NGO_MEMBER: 'NGO_MEMBER', AUTHORITY: 'AUTHORITY', INTERNATIONAL: 'INTERNATIONAL', EXPERT: 'EXPERT',
} as const;
export type MemberRole = keyof typeof MemberRole;
registerEnumType(MemberRole, {
  name: 'MemberRole',
  description: 'As what somebody acts.',
  valuesConfig: {
    ADVISER: { description: 'The regional technical adviser.' },
    ASSISTANT: { description: 'Who helps the adviser.' },
    TRANSLATOR: { description: 'Who translates and reviews texts.' },
    SCAC: { description: 'An officer of the cooperation and cultural service of the French embassy in the country.' },
    SSI: { description: 'An officer of the internal security service of the French embassy in the country.' },
    NGO_COORDINATOR: { description: 'Who answers for a non-governmental organisation.' },
    NGO_MEMBER: { description: 'Who works for a non-governmental organisation.' },
    AUTHORITY: { description: 'Who works for an authority of the country.' },
    INTERNATIONAL: { description: 'Who works for an international organisation.' },
    EXPERT: { description: 'A French expert.' },
  },
});

@ObjectType({ description: 'What somebody is: a role, for a country or for an organisation.' })
@Entity({ tableName: 'member' })
@Check({ name: 'member_scope', expression: `
  case when role in ('SCAC', 'SSI', 'AUTHORITY') then country_code is not null
       when role in ('NGO_COORDINATOR', 'NGO_MEMBER', 'INTERNATIONAL') then organisation_slug is not null
       else country_code is null and organisation_slug is null end` })
@Index({ properties: ['person'] })
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
}
