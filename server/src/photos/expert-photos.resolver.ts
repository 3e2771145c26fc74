/** Photos of experts, as mutations. The pictures are brought where files are sent to (`photo-routes.ts`). */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { Expert, ExpertReader } from '../experts/index.ts';
import { personOf } from '../members/index.ts';
import { chooseExpertPhoto, confirmExpertPhoto, declineExpertPhoto, type ExpertPhotoResult, removeExpertPhoto } from './expert-photos.service.ts';
import { ExpertPhotoChoiceInput, ExpertPhotoPayload } from './photos.types.ts';

const keyArgument = { description: 'The key of the photo.' };

async function answer({ actor, transact }: Context, act: (em: EntityManager) => Promise<ExpertPhotoResult>): Promise<ExpertPhotoPayload> {
  personOf(actor);
  const { outcome, expert } = await transact(act);
  return { outcome, key: expert };
}

@Resolver(() => ExpertPhotoPayload)
export class ExpertPhotosResolver {
  @FieldResolver(() => Expert, { nullable: true, description: 'The expert, whose sheet has the photos as they are now; null where there is none for you.' })
  expert(@Root() { key }: ExpertPhotoPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> | null {
    return key === null ? null : context.read(ExpertReader, key, info);
  }

  @Mutation(() => ExpertPhotoPayload, { description: 'Puts the photo that an expert proposes on the sheet. For the adviser.' })
  confirmExpertPhoto(
    @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Arg('replaces', () => GraphQLUUID, { nullable: true, description: 'The key of the photo that you have seen on the sheet; null where there was none.' }) replaces: string | null, @Ctx() context: Context,
  ): Promise<ExpertPhotoPayload> {
    return answer(context, (em) => confirmExpertPhoto(em, context.actor, key.toLowerCase(), replaces?.toLowerCase() ?? null));
  }

  @Mutation(() => ExpertPhotoPayload, { description: 'Declines the photo that an expert proposes: the picture goes, and its expert reads why where that is said. For the adviser.' })
  declineExpertPhoto(
    @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Arg('reason', () => String, { description: 'Why: 500 signs at most; empty for nothing.' }) reason: string,
    @Arg('locale', () => LocaleScalar, { description: 'The language in which that is written.' }) locale: Locale, @Ctx() context: Context,
  ): Promise<ExpertPhotoPayload> {
    return answer(context, (em) => declineExpertPhoto(em, context.actor, key.toLowerCase(), { reason, locale }));
  }

  @Mutation(() => ExpertPhotoPayload, { description: 'Chooses who may see a photo, with effect from the next request of anybody. For the expert whose it is; of one without an account, for the adviser.' })
  chooseExpertPhoto(
    @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Arg('choice', () => ExpertPhotoChoiceInput, { description: 'Who.' }) { visibility, consentedOn }: ExpertPhotoChoiceInput, @Ctx() context: Context,
  ): Promise<ExpertPhotoPayload> {
    return answer(context, (em) => chooseExpertPhoto(em, context.actor, key.toLowerCase(), { visibility, consentedOn: consentedOn ?? null }));
  }

  @Mutation(() => ExpertPhotoPayload, { description: 'Removes a photo, of the sheet or one that is proposed. For the adviser, and for the expert whose it is.' })
  removeExpertPhoto(@Arg('key', () => GraphQLUUID, keyArgument) key: string, @Ctx() context: Context): Promise<ExpertPhotoPayload> {
    return answer(context, (em) => removeExpertPhoto(em, context.actor, key.toLowerCase()));
  }
}
