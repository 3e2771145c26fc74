/** Figures of training sessions, as a query. */
import { GraphQLCountryCode, GraphQLDateTimeISO } from 'graphql-scalars';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { sendable } from '../core/reader/index.ts';
import { maySeeFigures, trainingFigures } from './figures.service.ts';
import { TrainingFigures } from './figures.type.ts';

@Resolver()
export class FiguresResolver {
  @Query(() => TrainingFigures, { nullable: true, description: 'What training sessions that are over have come to; null for those who are neither the adviser nor an embassy.' })
  async trainingFigures(
    @Arg('from', () => GraphQLDateTimeISO, { nullable: true, description: 'Of sessions that began then or later.' }) from: Date | null,
    @Arg('until', () => GraphQLDateTimeISO, { nullable: true, description: 'Of sessions that began before then.' }) until: Date | null,
    @Arg('country', () => GraphQLCountryCode, { nullable: true, description: 'Of people who work in this country.' }) country: string | null,
    @Arg('theme', () => String, { nullable: true, description: 'Of sessions on this theme, by its code.' }) theme: string | null,
    @Ctx() { actor, transact }: Context,
  ): Promise<TrainingFigures | null> {
    const code = sendable(theme ?? null);
    if (!maySeeFigures(actor)) return null;
    return transact((em) => trainingFigures(em, { from: from ?? null, until: until ?? null, country: country ?? null, theme: code }));
  }
}
