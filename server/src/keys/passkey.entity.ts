/** A passkey that somebody has set up: its public half, which can check and not sign. */
import { BigIntType } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Person } from '../accounts/index.ts';
import { Node } from '../core/reader/index.ts';

@ObjectType({ implements: Node, description: 'A passkey of yours: a device or a program that signs you in.' })
@Entity({ tableName: 'passkey' })
@Index({ properties: ['person'] })
export class Passkey implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => Person, { deleteRule: 'cascade' })
  person!: Person;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What you call it.' })
  name!: string;

  /** What the device knows it by, in Base64url. */
  @Property({ type: 'text', unique: true, hidden: true })
  credentialId!: string;

  /** In Base64url, as COSE has it. */
  @Property({ type: 'text', hidden: true })
  publicKey!: string;

  /** How often the device says that it has signed: it never goes back. Many devices always say 0. */
  @Property({ type: new BigIntType('number'), hidden: true })
  counter!: number;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => Date, { description: 'When you added it.' })
  addedAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When you last used it; null when you never have.' })
  lastUsedAt!: Date | null;
}
