/** Two participants who may be one person. */
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../core/reader/index.ts';
import { Country } from '../countries/index.ts';
import { Participant } from './participant.entity.ts';

// What it shows comes from a function that runs as its owner, whom the rules of the tables do not bind: it says itself whom who asks may see.
@ObjectType({ implements: Node, description: 'Two participants who may be one person: they have the same address, or names that are alike and the same country. Seen by who may make them one.' })
@Entity({
  tableName: 'likely_double', view: true,
  expression: 'select uuid, first_uuid, second_uuid, country_code, second_country_code, is_same_address, first_registrations, second_registrations, last_at, second_last_at, likeness from likely_doubles() likely_doubles(uuid, first_uuid, second_uuid, country_code, second_country_code, is_same_address, first_registrations, second_registrations, last_at, second_last_at, likeness)',
})
export class LikelyDouble implements Node {
  id!: string;

  /** Made of the keys of both. */
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => Participant, { fieldName: 'first_uuid' })
  @Field(() => Participant, { nullable: true, description: 'Who was registered last.' })
  first!: Participant | null;

  @ManyToOne(() => Participant, { fieldName: 'second_uuid' })
  @Field(() => Participant, { nullable: true, description: 'The other one.' })
  second!: Participant | null;

  @ManyToOne(() => Country, { fieldName: 'country_code' })
  country!: Country;

  @ManyToOne(() => Country, { fieldName: 'second_country_code' })
  secondCountry!: Country;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether they have the same address; else their names are alike.' })
  isSameAddress!: boolean;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'For how many sessions the first one was registered.' })
  firstRegistrations!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'For how many sessions the second one was registered.' })
  secondRegistrations!: number;

  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'When the first one was registered last.' })
  lastAt!: Date;

  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'When the second one was registered last.' })
  secondLastAt!: Date;

  /** 0 to 1,000 by the names, and a thousand more where they have the same address. */
  @Property({ type: 'integer' })
  likeness!: number;
}
