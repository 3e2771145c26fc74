import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow. Going backward, whether the page came from a cursor.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether more precede. Going forward, whether the page came from a cursor.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first on the page; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the last on the page; null on an empty page.' })
  endCursor!: string | null;
}
