/** Publishing organisations, as mutations. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { keyOfId } from '../core/reader/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { PublishingPayload } from './outcomes.type.ts';
import { personOf } from './person-of.ts';
import { protectOrganisation, publishOrganisation, unpublishOrganisation } from './publishing.service.ts';

const idArgument = { description: 'The id of the organisation.' };

@Resolver()
export class PublishingResolver {
  @Mutation(() => PublishingPayload, { description: 'Publishes an organisation: everybody sees it. For the embassy in its country and the adviser.' })
  async publishOrganisation(
    @Arg('id', () => ID, idArgument) id: string,
    @Arg('locale', () => LocaleScalar, { description: 'The language its own name is written in.' }) locale: Locale,
    @Ctx() { actor, transact }: Context,
  ): Promise<PublishingPayload> {
    const person = personOf(actor);
    return { outcome: await transact((em) => publishOrganisation(em, person, keyOfId('Organisation', id, 'text'), locale)) };
  }

  @Mutation(() => PublishingPayload, { description: 'Takes an organisation out of all lists and pages, but for those whom it concerns.' })
  async unpublishOrganisation(@Arg('id', () => ID, idArgument) id: string, @Ctx() { actor, transact }: Context): Promise<PublishingPayload> {
    const person = personOf(actor);
    return { outcome: await transact((em) => unpublishOrganisation(em, person, keyOfId('Organisation', id, 'text'))) };
  }

  @Mutation(() => PublishingPayload, { description: 'Says whether the people of an organisation may be shown in public, where they chose so.' })
  async protectOrganisation(
    @Arg('id', () => ID, idArgument) id: string,
    @Arg('isProtected', () => Boolean, { description: 'True: they are shown in public to nobody.' }) isProtected: boolean,
    @Ctx() { actor, transact }: Context,
  ): Promise<PublishingPayload> {
    const person = personOf(actor);
    return { outcome: await transact((em) => protectOrganisation(em, person, keyOfId('Organisation', id, 'text'), isProtected)) };
  }
}
