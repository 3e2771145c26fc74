/** Where a fact comes from and whether it has been verified: shown beside every fact of the reference data. */
import 'reflect-metadata';
import { Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { embedded } from '../reader/index.ts';
import type { Row } from '../reader/index.ts';

@ObjectType({ description: 'Where a fact comes from, and whether it has been verified.' })
export class Provenance {
  @Field(() => String, { description: 'What was read, in words.' })
  source!: string;

  @Field(() => String, { nullable: true, description: 'The address of what was read, where it has one.' })
  sourceUrl!: string | null;

  @Field(() => Boolean, { description: 'True when the fact was read in that source; false when it is known and still to be verified.' })
  isVerified!: boolean;

  @Field(() => String, { nullable: true, description: 'When it was last read: an ISO 8601 day, or a month where the day was not noted. Null when it never was.' })
  checkedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'What to know about it, in English.' })
  note!: string | null;
}

/** The columns of a table whose rows are facts with a source. */
export abstract class Sourced {
  @Property({ type: 'text' })
  source!: string;

  @Property({ type: 'text', nullable: true })
  sourceUrl!: string | null;

  @Property({ type: 'boolean', default: false })
  isVerified!: boolean;

  @Property({ type: 'text', nullable: true })
  checkedOn!: string | null;

  @Property({ type: 'text', nullable: true })
  note!: string | null;
}

/** Reads the provenance that stands in the columns of a row. */
export const provenanceOf = (fact: Row<Sourced>) =>
  embedded<Provenance>({
    source: fact.source, sourceUrl: fact.sourceUrl, isVerified: fact.isVerified, checkedOn: fact.checkedOn, note: fact.note,
  });
