/** Links to sign in with that were asked for and not made yet: what a job makes one from. */
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';

@Entity({ tableName: 'link_request' })
export class LinkRequest {
  /** Drawn by chance: all that the job is given. */
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /**
   * Who is to be sent the link: the key of a person, or one that is nobody's. No foreign key: to check it takes time and a lock where
   * there is somebody, and none where there is nobody, which could be told.
   */
  @Property({ type: 'uuid', fieldName: 'person_id' })
  person!: string;

  /** The language it was asked in. */
  @Enum({ items: () => LOCALE_TAGS })
  locale!: Locale;

  /** The network it was asked from, as `SignInNetwork` has it; null where mailboxes are everybody's. */
  @Property({ type: 'text', nullable: true })
  network!: string | null;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  askedAt!: Date;
}
