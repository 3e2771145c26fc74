/** The mailbox of a demonstration: mails that no server sends, to be read on the site. */
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { LocaleScalar } from '../core/translation/index.ts';

@ObjectType({ description: 'A mail that was not sent, since this is a demonstration.' })
export class LocalMail {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'The address it would have gone to.' })
  to!: string;

  @Field(() => LocaleScalar, { description: 'The language it is written in.' })
  locale!: string;

  @Field(() => String, { description: 'Its subject.' })
  subject!: string;

  @Field(() => String, { nullable: true, description: 'Its text, plain, with its links in full; null once it has been erased.' })
  text!: string | null;

  @Field(() => [String], { description: 'What it brings into a calendar: iCalendar files, as the mail would have them but for who sends it; none for most mails, and once it has been erased.' })
  calendar!: readonly string[];

  @Field(() => GraphQLDateTimeISO, { description: 'When it was written.' })
  writtenAt!: Date;
}

const SHOWN = 50;

@Resolver()
export class MailboxResolver {
  @Query(() => [LocalMail], {
    nullable: true,
    description: `The latest ${SHOWN} mails to invented people, newest first, where mails are not sent but kept to be read: in a demonstration without a mail server. Null everywhere else.`,
  })
  async localMailbox(@Ctx() { mailbox, answer }: Context): Promise<LocalMail[] | null> {
    if (!mailbox) return null;
    answer.isPrivate = true;
    const rows = await mailbox.execute<(Omit<LocalMail, 'writtenAt'> & { writtenAt: string })[]>(`
      select uuid as id, recipient as "to", locale, subject, text, coalesce(calendar, '[]') as calendar, created_at as "writtenAt" from unreachable_mail order by created_at desc, uuid desc limit ${SHOWN}`);
    return rows.map((row) => ({ ...row, writtenAt: new Date(row.writtenAt) }));
  }
}
