/** What whoever has the link to their certificate says of their name, as mutations: the secret stands in no address. */
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { chooseName, type NameChoice } from './name-choice.service.ts';

const SECRET = { description: 'What stands in the link to the certificate.' };

@ObjectType({ description: 'Whether the name on a certificate is shown to whoever has its number.' })
export class NameChoiceType implements NameChoice {
  @Field(() => String, { description: 'The name on the certificate.' })
  name!: string;

  @Field(() => Boolean, { description: 'True once its person has agreed, and until they take it back.' })
  isShown!: boolean;
}

@ObjectType({ description: 'What stands of the name on a certificate.' })
export class NameChoicePayload {
  @Field(() => NameChoiceType, { nullable: true, description: 'What stands; null where the secret leads to no certificate that counts.' })
  choice!: NameChoice | null;
}

@Resolver()
export class NameChoiceResolver {
  @Mutation(() => NameChoicePayload, { description: 'Whether whoever has the number of one’s certificate sees one’s name, by the secret of the link to it. Changes nothing.' })
  readNameChoice(@Arg('secret', () => String, SECRET) secret: string, @Ctx() context: Context): Promise<NameChoicePayload> {
    return choose(context, secret, null);
  }

  @Mutation(() => NameChoicePayload, { description: 'Says whether whoever has the number of one’s certificate sees one’s name, by the secret of the link to it. It is shown to nobody unless its person says so here or when they register themselves.' })
  chooseNameByLink(@Arg('secret', () => String, SECRET) secret: string, @Arg('isShown', () => Boolean, { description: 'Whether it is shown.' }) isShown: boolean, @Ctx() context: Context): Promise<NameChoicePayload> {
    return choose(context, secret, isShown);
  }
}

async function choose({ transact, visit }: Context, secret: string, isShown: boolean | null): Promise<NameChoicePayload> {
  await visit.countTry();
  return { choice: (await transact((em) => chooseName(em, secret, isShown))) ?? null };
}
