/** What a country is to an organisation of states. */
import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Provenance, Sourced } from '../core/provenance/index.ts';
import { Country } from './country.entity.ts';

export const MembershipBody = { EU: 'EU', COUNCIL_OF_EUROPE: 'COUNCIL_OF_EUROPE', OSCE: 'OSCE' } as const;
export type MembershipBody = keyof typeof MembershipBody;
registerEnumType(MembershipBody, {
  name: 'MembershipBody',
  description: 'An organisation of states.',
  valuesConfig: {
    EU: { description: 'The European Union.' },
    COUNCIL_OF_EUROPE: { description: 'The Council of Europe.' },
    OSCE: { description: 'The Organization for Security and Co-operation in Europe.' },
  },
});

export const MembershipStatus = { MEMBER: 'MEMBER', CANDIDATE: 'CANDIDATE', POTENTIAL_CANDIDATE: 'POTENTIAL_CANDIDATE', NONE: 'NONE' } as const;
export type MembershipStatus = keyof typeof MembershipStatus;
registerEnumType(MembershipStatus, {
  name: 'MembershipStatus',
  description: 'What a country is to an organisation of states.',
  valuesConfig: {
    MEMBER: { description: 'A member; for the OSCE, a participating State.' },
    CANDIDATE: { description: 'A candidate for accession.' },
    POTENTIAL_CANDIDATE: { description: 'A potential candidate.' },
    NONE: { description: 'None of these.' },
  },
});

@ObjectType({ description: 'What a country is to an organisation of states, and since when.' })
@Entity({ tableName: 'membership' })
export class Membership extends Sourced {
  @ManyToOne(() => Country, { primary: true, deleteRule: 'cascade' })
  country!: Country;

  @Enum({ items: () => MembershipBody, primary: true })
  @Field(() => MembershipBody, { description: 'The organisation.' })
  body!: MembershipBody;

  @Enum({ items: () => MembershipStatus })
  @Field(() => MembershipStatus, { description: 'What the country is to it.' })
  status!: MembershipStatus;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Since when: an ISO 8601 day, or a month or year where no more is known.' })
  since!: string | null;

  @Field(() => Provenance, { description: 'Where it comes from.' })
  provenance!: Provenance;
}
