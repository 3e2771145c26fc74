/** How often something was done, by a hash of who did it. */
import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

@Entity({ tableName: 'rate_limit' })
export class RateLimit {
  @PrimaryKey({ type: 'text' })
  key!: string;

  @Property({ type: 'integer', default: 0 })
  points!: number;

  /** Until when it counts, in milliseconds since 1970. */
  @Property({ type: new BigIntType('number'), nullable: true })
  expire!: number | null;
}
