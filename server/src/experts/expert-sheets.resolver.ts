/** The sheets of experts, as mutations. */
import { Arg, Ctx, Field, ID, Mutation, ObjectType, registerEnumType, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { UserError } from '../core/errors.ts';
import { type Actor, keyOfId } from '../core/reader/index.ts';
import { SheetChoicesInput } from './expert-input.type.ts';
import { bindExpert, chooseSheet, SheetOutcome, unbindExpert } from './expert-sheets.service.ts';

registerEnumType(SheetOutcome, {
  name: 'SheetOutcome', description: 'What came of saying whose account a sheet belongs to.',
  valuesConfig: {
    DONE: { description: 'It is so, or was so already.' }, GONE: { description: 'There is none, or none for you.' },
    TAKEN: { description: 'The sheet belongs to another account, or the account has another sheet.' },
  },
});

@ObjectType({ description: 'What came of saying whose account a sheet belongs to.' })
export class SheetPayload {
  @Field(() => SheetOutcome, { description: 'What came of it.' })
  outcome!: SheetOutcome;
}

@ObjectType({ description: 'What came of choosing who sees what of one’s own sheet.' })
export class ChooseSheetPayload {
  @Field(() => Boolean, { description: 'False for whoever has no sheet.' })
  isChosen!: boolean;
}

const expertArgument = { description: 'The id of the expert.' };

function requireSignedIn({ person }: Actor): void {
  if (person === null) throw new UserError('UNAUTHENTICATED', 'Sign in first');
}

@Resolver()
export class ExpertSheetsResolver {
  @Mutation(() => SheetPayload, { description: 'Says whose account the sheet of an expert belongs to. For the adviser, who must have shown lately that it is them.' })
  async bindExpert(
    @Arg('id', () => ID, expertArgument) id: string,
    @Arg('member', () => ID, { description: 'The id of the role of an expert that somebody has.' }) member: string,
    @Ctx() { actor, transact, visit }: Context,
  ): Promise<SheetPayload> {
    visit.requireStepUp();
    return { outcome: await transact((em) => bindExpert(em, actor, keyOfId('Expert', id, 'uuid'), keyOfId('NetworkMember', member, 'uuid'))) };
  }

  @Mutation(() => SheetPayload, { description: 'Says that the sheet of an expert belongs to nobody’s account; what its expert had opened is closed. For the adviser, who must have shown lately that it is them.' })
  async unbindExpert(@Arg('id', () => ID, expertArgument) id: string, @Ctx() { actor, transact, visit }: Context): Promise<SheetPayload> {
    visit.requireStepUp();
    return { outcome: await transact((em) => unbindExpert(em, actor, keyOfId('Expert', id, 'uuid'))) };
  }

  @Mutation(() => ChooseSheetPayload, { description: 'Chooses who may see what of one’s own sheet as an expert, with effect from the next request of anybody.' })
  async chooseSheet(@Arg('choices', () => SheetChoicesInput, { description: 'Who, field by field.' }) choices: SheetChoicesInput, @Ctx() { actor, transact }: Context): Promise<ChooseSheetPayload> {
    requireSignedIn(actor);
    return { isChosen: await transact((em) => chooseSheet(em, choices)) };
  }
}
