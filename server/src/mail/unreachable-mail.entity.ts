/** Mails to addresses that nobody can have (RFC 2606, as `is_unreachable` says it): a mail to a real person is theirs alone, also where it cannot be sent. */
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Locale } from '@passerelle/shared/locales.ts';

// The view is its owner's, whom the rules of the table do not bind: it shows these mails and no others. A secret that has lived its life is not shown, erased or not.
@Entity({
  tableName: 'unreachable_mail', view: true,
  expression: `select uuid, recipient, locale, subject, case when erase_at is null or erase_at > now() then text else null end as text, case when erase_at is null or erase_at > now() then calendar else null end as calendar, created_at
    from mail where is_unreachable(recipient)`,
})
export class UnreachableMail {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Property({ type: 'text' })
  recipient!: string;

  @Property({ type: 'text' })
  locale!: Locale;

  @Property({ type: 'text' })
  subject!: string;

  @Property({ type: 'text', nullable: true })
  text!: string | null;

  @Property({ type: 'json', nullable: true })
  calendar!: readonly string[] | null;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}
