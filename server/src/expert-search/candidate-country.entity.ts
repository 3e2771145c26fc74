/** How many of those whom a search finds know a country. Stands in no table: it is made of what is asked. */
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Country } from '../countries/index.ts';

@ObjectType({ description: 'A country, and how many of those whom a search of experts finds know it. For the adviser.' })
@Entity({ expression: 'select' })
export class CandidateCountry {
  @Property({ type: 'text' })
  code!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many of them know the country; each is counted in every country that they know.' })
  count!: number;

  @Field(() => Country, { description: 'The country.' })
  country!: Country;
}
