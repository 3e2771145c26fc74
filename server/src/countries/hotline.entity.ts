/** A national telephone line against trafficking. */
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Provenance, Sourced } from '../core/provenance/index.ts';
import { Country } from './country.entity.ts';

@ObjectType({ description: 'A telephone line for victims of trafficking and for those who want to help them.' })
@Entity({ tableName: 'hotline' })
export class Hotline extends Sourced {
  @ManyToOne(() => Country, { primary: true, deleteRule: 'cascade' })
  country!: Country;

  @PrimaryKey({ type: 'integer' })
  position!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The number, as it is dialled in the country.' })
  number!: string;

  @Field(() => Provenance, { description: 'Who gave the number. One that is not verified must not be shown as a number to call.' })
  provenance!: Provenance;
}
