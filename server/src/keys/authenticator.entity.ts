/** An application that makes codes for somebody: its secret, which nobody can read without the secret of the server. */
import { BigIntType } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Person } from '../accounts/index.ts';

@ObjectType({ description: 'The application that makes codes for you.' })
@Entity({ tableName: 'authenticator' })
export class Authenticator {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => Person, { deleteRule: 'cascade', unique: true })
  person!: Person;

  /** Encrypted for this person. */
  @Property({ type: 'text', hidden: true })
  secret!: string;

  /** The half-minute, counted from 1970, whose code was used last: no code of it or of one before is taken again. */
  @Property({ type: new BigIntType('number'), hidden: true })
  lastStep!: number;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => Date, { description: 'When you added it.' })
  addedAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When you last used it; null when you never have since.' })
  lastUsedAt!: Date | null;
}
