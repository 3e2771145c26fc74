/** Making and taking away the addresses of calendars, as mutations. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLCountryCode, GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, Mutation, ObjectType, registerEnumType, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { UserError } from '../core/errors.ts';
import { keyOfId } from '../core/reader/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { UrlScalar } from '../core/url.scalar.ts';
import { ownAddress } from './addresses.ts';
import { CalendarLinkOutcome, makeCalendarLink, revokeCalendarLink } from './calendars.service.ts';

registerEnumType(CalendarLinkOutcome, {
  name: 'CalendarLinkOutcome', description: 'What came of making an address of a calendar.',
  valuesConfig: {
    MADE: { description: 'It can be used.' }, NOT_ALLOWED: { description: 'The calendar is not for you: you have no such role.' },
    TOO_MANY: { description: 'You have as many as you may have: take one away first.' },
  },
});

@ObjectType({ description: 'What came of making an address of a calendar.' })
export class MakeCalendarLinkPayload {
  @Field(() => CalendarLinkOutcome, { description: 'What came of it.' })
  outcome!: CalendarLinkOutcome;

  @Field(() => UrlScalar, { nullable: true, description: 'The address, told to whoever makes it and to those alone: whoever knows it reads the calendar. Null when none was made.' })
  address!: string | null;
}

@ObjectType({ description: 'What came of taking away an address of a calendar.' })
export class RevokeCalendarLinkPayload {
  @Field(() => Boolean, { description: 'False when there is no such address of yours.' })
  isRevoked!: boolean;
}

@Resolver()
export class CalendarsResolver {
  @Mutation(() => MakeCalendarLinkPayload, { description: 'Makes an address at which a program reads a calendar of yours. It shows what you may see at the time when it is read.' })
  async makeCalendarLink(
    @Arg('country', () => GraphQLCountryCode, { nullable: true, description: 'The calendar of the embassy in this country; left out for your own and for that of a theme.' }) country: string | null,
    @Arg('theme', () => String, { nullable: true, description: 'The calendar of this theme, by its code; left out for your own and for that of an embassy.' }) theme: string | null,
    @Arg('locale', () => LocaleScalar, { description: 'The language of the calendar.' }) locale: Locale,
    @Arg('submission', () => GraphQLUUID, { description: 'Drawn by chance, anew for each address: what is sent again with the same is told the same address, as long as it is not taken away; taken away, draw another.' }) submission: string,
    @Ctx() { actor, origin, transact, visit, answer, derive }: Context,
  ): Promise<MakeCalendarLinkPayload> {
    visit.requireStepUp();
    answer.isPrivate = true;
    const made = await transact((em) => makeCalendarLink(em, { person: actor.person!, derive }, { country: country ?? null, theme: theme ?? null, locale, submission: submission.toLowerCase() }));
    return { outcome: made.outcome, address: made.outcome === 'MADE' ? ownAddress(origin, made.secret) : null };
  }

  @Mutation(() => RevokeCalendarLinkPayload, { description: 'Takes away an address of a calendar: from the next request on nothing is there.' })
  async revokeCalendarLink(@Arg('id', () => ID, { description: 'The id of the address.' }) id: string, @Ctx() { actor, transact }: Context): Promise<RevokeCalendarLinkPayload> {
    if (actor.person === null) throw new UserError('UNAUTHENTICATED', 'Sign in first');
    const key = keyOfId('CalendarLink', id, 'uuid');
    return { isRevoked: await transact((em) => revokeCalendarLink(em, key)) };
  }
}
