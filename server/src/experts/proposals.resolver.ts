/** What experts propose for their own sheets, as mutations. */
import type { Locale } from '@passerelle/shared/locales.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLCountryCode, GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, Field, FieldResolver, Info, InputType, Int, Mutation, ObjectType, registerEnumType, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { UserError } from '../core/errors.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { ExpertField } from './expert-fault.ts';
import { ExpertFaultType, ExpertLanguageInput } from './expert-input.type.ts';
import { Expert } from './expert.entity.ts';
import { ExpertReader } from './expert.reader.ts';
import type { ProposalDecision, ProposedContent } from './proposal-content.ts';
import { decideSheetProposal, ProposalOutcome, type ProposalResult, proposeSheet, withdrawSheetProposal } from './proposals.service.ts';

registerEnumType(ProposalOutcome, {
  name: 'SheetProposalOutcome', description: 'What came of proposing a change of one’s own sheet, of withdrawing that, or of deciding about it.',
  valuesConfig: {
    DONE: { description: 'It is so, or was so already.' },
    INVALID: { description: 'Something is wrong, which `faults` say: nothing was written.' },
    CONFLICT: { description: 'The sheet or the proposal was changed, or the proposal made or decided, since it was read: nothing was written. `expert` is how it is now.' },
    GONE: { description: 'There is none, or none for you; or it was withdrawn.' },
  },
});

@InputType({ description: 'What an expert proposes to stand on their own sheet, whole.' })
export class SheetProposalInput implements ProposedContent {
  @Field(() => LocaleScalar, { description: 'The language of the summary.' })
  sourceLocale!: Locale;

  @Field(() => String, { description: 'Their name: one line.' })
  name!: string;

  @Field(() => String, { description: 'Their profession, by its code.' })
  profession!: string;

  @Field(() => String, { nullable: true, description: 'The corps of the French State that they belong to, by its own name in French; null for nothing said of it.' })
  corps!: string | null;

  @Field(() => String, { description: 'Their institution, by its code.' })
  institution!: string;

  @Field(() => String, { description: 'What they bring, in a few sentences.' })
  summary!: string;

  @Field(() => [ExpertLanguageInput], { description: 'The languages they work in, each once.' })
  languages!: ExpertLanguageInput[];

  @Field(() => [String], { description: 'The themes they work on, by their codes.' })
  themes!: string[];

  @Field(() => [GraphQLCountryCode], { description: 'The countries they know.' })
  countries!: string[];
}

@InputType({ description: 'What is decided about a field of a proposal.' })
export class ProposalDecisionInput implements ProposalDecision {
  @Field(() => ExpertField, { description: 'Which field.' })
  field!: ProposalDecision['field'];

  @Field(() => Boolean, { description: 'Whether it is to stand on the sheet.' })
  isTaken!: boolean;

  @Field(() => String, { nullable: true, description: 'Why not: 500 signs at most, needed where it is declined.' })
  reason!: string | null;
}

@InputType({ description: 'What is decided about a proposal, and what was read.' })
export class DecideSheetProposalInput {
  @Field(() => Int, { description: 'The `version` of the proposal that you have read.' })
  version!: number;

  @Field(() => Int, { description: 'The `version` of the sheet that you have read.' })
  sheetVersion!: number;

  @Field(() => [ProposalDecisionInput], { description: 'What is decided, about each field that is proposed to change.' })
  decisions!: ProposalDecisionInput[];

  @Field(() => LocaleScalar, { description: 'The language in which the reasons are written.' })
  locale!: Locale;
}

@ObjectType({ description: 'What came of proposing a change of one’s own sheet, of withdrawing that, or of deciding about it.' })
export class SheetProposalPayload {
  @Field(() => ProposalOutcome, { description: 'What came of it.' })
  outcome!: ProposalOutcome;

  @Field(() => [ExpertFaultType], { description: 'What is wrong with what was sent; empty unless it is INVALID.' })
  faults!: ExpertFaultType[];

  /** The key of the expert; null where there is none for who asks. */
  about!: string | null;
}

const keyArgument = { description: 'The key of the proposal.' };
const versionArgument = { description: 'The `version` of the proposal that you have read.' };
const sheetArgument = { description: 'The `version` of the sheet that you have read.' };

async function answer({ actor, transact }: Context, act: (em: Parameters<Parameters<Context['transact']>[0]>[0]) => Promise<ProposalResult>): Promise<SheetProposalPayload> {
  if (actor.person === null) throw new UserError('UNAUTHENTICATED', 'Sign in first');
  const { expert, ...came } = await transact(act);
  return { ...came, about: expert } as SheetProposalPayload;
}

@Resolver(() => SheetProposalPayload)
export class SheetProposalsResolver {
  @FieldResolver(() => Expert, { nullable: true, description: 'The expert with their sheet and what they propose, as they are now; null where there is none for you.' })
  async expert(@Root() { about }: SheetProposalPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return about === null ? null : context.read(ExpertReader, about, info);
  }

  @Mutation(() => SheetProposalPayload, {
    description: 'Proposes to change one’s own sheet as an expert, or changes what one has proposed. The adviser confirms it; until then everybody reads what was confirmed. Where it says what stands there already, nothing is proposed any more.',
  })
  proposeSheet(
    @Arg('key', () => GraphQLUUID, { description: 'The key of the proposal; of a new one, one that you have drawn at random.' }) key: string,
    @Arg('version', () => Int, { description: 'The `version` of the proposal that you have read; 0 for a new one.' }) version: number,
    @Arg('sheetVersion', () => Int, sheetArgument) sheetVersion: number,
    @Arg('input', () => SheetProposalInput, { description: 'The sheet as it is to be.' }) sent: SheetProposalInput,
    @Ctx() context: Context,
  ): Promise<SheetProposalPayload> {
    return answer(context, (em) => proposeSheet(em, { key: key.toLowerCase(), version, sheetVersion, sent }));
  }

  @Mutation(() => SheetProposalPayload, { description: 'Withdraws what one has proposed for one’s own sheet, unless it is decided.' })
  withdrawSheetProposal(@Arg('key', () => GraphQLUUID, keyArgument) key: string, @Arg('version', () => Int, versionArgument) version: number, @Ctx() context: Context): Promise<SheetProposalPayload> {
    return answer(context, (em) => withdrawSheetProposal(em, key.toLowerCase(), version));
  }

  @Mutation(() => SheetProposalPayload, { description: 'Takes or declines each field of what an expert proposes, and tells them. For the adviser.' })
  decideSheetProposal(
    @Arg('key', () => GraphQLUUID, keyArgument) key: string,
    @Arg('input', () => DecideSheetProposalInput, { description: 'What is decided.' }) { decisions: sent, ...read }: DecideSheetProposalInput,
    @Ctx() context: Context,
  ): Promise<SheetProposalPayload> {
    return answer(context, (em) => decideSheetProposal(em, context.actor, { key: key.toLowerCase(), sent, ...read }, context.origin));
  }
}
