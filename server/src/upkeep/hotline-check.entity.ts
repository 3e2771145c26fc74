/** That somebody of the post of a country, or the adviser, has checked the number of a hotline. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { MemberRole } from '../accounts/index.ts';
import { Country } from '../countries/index.ts';

@ObjectType({ description: 'That the number of a hotline was checked.' })
@Entity({ tableName: 'hotline_check' })
@Check({ name: 'hotline_check_day', expression: `checked_on <= ((checked_at at time zone 'UTC')::date + 1)` })
@Index({ properties: ['country', 'number', 'checkedOn'] })
export class HotlineCheck {
  @PrimaryKey({ type: 'uuid', defaultRaw: 'gen_random_uuid()' })
  uuid!: string;

  @ManyToOne(() => Country, { deleteRule: 'cascade' })
  country!: Country;

  /** The number that was checked: what is said of one says nothing of the one that comes in its place. */
  @Property({ type: 'text' })
  number!: string;

  @Property({ type: 'boolean', default: true })
  @Field(() => Boolean, { description: 'Whether it was found to hold: false where nobody, or somebody else, answers.' })
  holds!: boolean;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The day on which it was checked.' })
  checkedOn!: string;

  @Property({ type: 'datetime', columnType: 'timestamptz', defaultRaw: 'clock_timestamp()' })
  @Field(() => GraphQLDateTimeISO, { description: 'When that was entered.' })
  checkedAt!: string;

  /** As which service of the post, or as the adviser or the team: read by nobody, who learns whether it was the post. */
  @Enum({ items: () => MemberRole })
  checkedAs!: MemberRole;

  @Field(() => Boolean, { description: 'Whether a service of the post of the country said so; false where the adviser or the team did.' })
  isByPost!: boolean;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented one of the demonstration.' })
  isDemonstration!: boolean;
}
