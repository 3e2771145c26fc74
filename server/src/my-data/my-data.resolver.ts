/** What people do about the data kept about them, as queries and mutations. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLEmailAddress } from 'graphql-scalars';
import { Arg, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import type { OwnRows } from '../core/own-data.ts';
import { DataColumn, UnlinkedReason } from '../core/personal/index.ts';
import { keyOfId } from '../core/reader/index.ts';
import { DataRequestKind } from './data-request.entity.ts';
import { ADDRESS_LINK_LASTS } from './my-data.policy.ts';

@ObjectType({ description: 'A row about you.' })
export class OwnDataRow {
  @Field(() => [String], { nullable: 'items', description: 'What stands in the columns of the table, in their order; null where there is nothing. Of a means of signing in it is only said that there is one.' })
  values!: readonly (string | null)[];
}

@ObjectType({ description: 'The rows of a table that are about you.' })
export class OwnDataTable {
  @Field(() => String, { description: 'Its name in the database.' })
  name!: string;

  @Field(() => [DataColumn], { description: 'Its columns about persons, as the register has them.' })
  columns!: readonly DataColumn[];

  @Field(() => [OwnDataRow], { description: 'The rows.' })
  rows!: readonly OwnDataRow[];
}

@ObjectType({ description: 'A table about persons in which nothing leads to somebody with an account.' })
export class UnlinkedTable {
  @Field(() => String, { description: 'Its name in the database.' })
  name!: string;

  @Field(() => UnlinkedReason, { description: 'Why.' })
  reason!: UnlinkedReason;
}

@ObjectType({ description: 'Everything that is kept about you.' })
export class MyData {
  /** Read once, when somebody asks for it. */
  readonly kept!: () => Promise<OwnRows | null>;

  @Field(() => Boolean, { description: 'Whether you are the only adviser left: then your account cannot be erased.' })
  isLastAdviser!: boolean;

  @Field(() => Boolean, { description: 'Whether you can do nothing but read it: you are an invented person, and it would be done to everybody who signs in as them.' })
  isReadOnly!: boolean;
}

@ObjectType({ description: 'What came of correcting one’s name.' })
export class CorrectNamePayload {
  @Field(() => String, { description: 'The name as it is kept now.' })
  name!: string;
}

@ObjectType({ description: 'What came of asking for another e-mail address.' })
export class RequestAddressPayload {
  @Field(() => Int, { description: 'For how many minutes the link that was sent there can be used.' })
  minutes!: number;
}

@ObjectType({ description: 'What came of the link to a new address.' })
export class ConfirmAddressPayload {
  @Field(() => Boolean, { description: 'False when the link is unknown, used already, too old, or somebody else’s.' })
  isConfirmed!: boolean;
}

@ObjectType({ description: 'What came of a request about one’s data.' })
export class MakeDataRequestPayload {
  @Field(() => Boolean, { description: 'True: it is on the adviser’s list.' })
  isMade!: boolean;
}

@ObjectType({ description: 'What came of answering a request.' })
export class AnswerDataRequestPayload {
  @Field(() => Boolean, { description: 'False when there is no such request, it has been answered, or it is not yours to answer.' })
  isAnswered!: boolean;
}

@ObjectType({ description: 'What came of erasing one’s account.' })
export class EraseAccountPayload {
  @Field(() => Boolean, { description: 'False for the only adviser left.' })
  isErased!: boolean;
}

@Resolver(() => MyData)
export class MyDataResolver {
  @Query(() => MyData, { nullable: true, description: 'Everything that is kept about you; null for a visitor.' })
  async myData(@Ctx() { actor, ownData }: Context): Promise<MyData | null> {
    if (!actor.person) return null;
    let rows: Promise<OwnRows | null> | undefined;
    return { kept: () => (rows ??= ownData.rows()), isLastAdviser: await ownData.isLastAdviser(), isReadOnly: ownData.isReadOnly };
  }

  @FieldResolver(() => [OwnDataTable], { description: 'Table by table; those without a row about you are there too. Asks for a key shown lately, as the file with all of it does (STEP_UP_REQUIRED).' })
  async tables(@Root() { kept }: MyData, @Ctx() { visit }: Context): Promise<readonly OwnDataTable[]> {
    visit.requireStepUp();
    return ((await kept())?.tables ?? []).map((table) => ({ ...table, rows: table.rows.map((values) => ({ values: values.map(written) })) }));
  }

  @FieldResolver(() => [UnlinkedTable], { description: 'The tables that were not searched. Asks for a key shown lately (STEP_UP_REQUIRED).' })
  async unlinked(@Root() { kept }: MyData, @Ctx() { visit }: Context): Promise<OwnRows['unlinked']> {
    visit.requireStepUp();
    return (await kept())?.unlinked ?? [];
  }

  @Mutation(() => CorrectNamePayload, { description: 'Corrects one’s name. Not for an invented person.' })
  async correctName(@Arg('name', () => String, { description: 'The right one.' }) name: string, @Ctx() { ownData }: Context): Promise<CorrectNamePayload> {
    return { name: await ownData.correctName(name) };
  }

  @Mutation(() => RequestAddressPayload, { description: 'Asks for another e-mail address: a link is sent there. Not for an invented person.' })
  async requestAddress(@Arg('email', () => GraphQLEmailAddress, { description: 'The new address.' }) email: string, @Ctx() { visit, ownData, locale }: Context): Promise<RequestAddressPayload> {
    visit.requireStepUp();
    await ownData.requestAddress(email, locale as Locale);
    return { minutes: ADDRESS_LINK_LASTS };
  }

  @Mutation(() => ConfirmAddressPayload, { description: 'Takes the new address, with the secret of the link that was sent there; the old one is told. Not for an invented person.' })
  async confirmAddress(@Arg('secret', () => String, { description: 'What stands in the link.' }) secret: string, @Ctx() { ownData }: Context): Promise<ConfirmAddressPayload> {
    return { isConfirmed: await ownData.confirmAddress(secret) };
  }

  @Mutation(() => MakeDataRequestPayload, { description: 'Asks the adviser for something about one’s data, to be answered within a month. Not for an invented person.' })
  async makeDataRequest(
    @Arg('kind', () => DataRequestKind, { description: 'What is asked for.' }) kind: DataRequestKind, @Arg('text', () => String, { description: 'What it is about.' }) text: string, @Ctx() { ownData }: Context,
  ): Promise<MakeDataRequestPayload> {
    await ownData.makeRequest(kind, text);
    return { isMade: true };
  }

  @Mutation(() => AnswerDataRequestPayload, { description: 'Answers what somebody asks about their data, who is told by mail that there is an answer: for the adviser.' })
  async answerDataRequest(
    @Arg('id', () => ID, { description: 'The id of the request.' }) id: string, @Arg('answer', () => String, { description: 'The answer, in words.' }) answer: string, @Ctx() { ownData }: Context,
  ): Promise<AnswerDataRequestPayload> {
    return { isAnswered: await ownData.answerRequest(keyOfId('DataRequest', id, 'uuid'), answer) };
  }

  @Mutation(() => EraseAccountPayload, { description: 'Erases one’s account and all that is kept about oneself, for good. Not for an invented person.' })
  async eraseAccount(@Ctx() { visit, ownData }: Context): Promise<EraseAccountPayload> {
    visit.requireStepUp();
    return { isErased: await ownData.erase() };
  }
}

function written(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
