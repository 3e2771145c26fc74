/** Who answers for this installation: what its operator says in the configuration, and nothing that was made up. */
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Who answers for this site, as far as its operator says.' })
export class Operator {
  @Field(() => String, { nullable: true, description: 'Who publishes the site.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'Who directs the publication.' })
  director!: string | null;

  @Field(() => String, { nullable: true, description: 'Where to write to: a `mailto:` or `https:` address.' })
  contact!: string | null;

  @Field(() => String, { nullable: true, description: 'Who hosts the site.' })
  host!: string | null;

  @Field(() => String, { nullable: true, description: 'Where to report a weakness in its security: a `mailto:` or `https:` address.' })
  securityContact!: string | null;
}
