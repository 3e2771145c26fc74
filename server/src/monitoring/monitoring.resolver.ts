/** Entering, changing and removing the dates of monitoring bodies, as mutations. */
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { personOf } from '../members/index.ts';
import { MonitoringCycle } from './monitoring-cycle.entity.ts';
import { MonitoringCycleInput, MonitoringPayload } from './monitoring-input.type.ts';
import { MonitoringCycleReader } from './monitoring.reader.ts';
import { removeMonitoringCycle, saveMonitoringCycle } from './monitoring.service.ts';

@Resolver(() => MonitoringPayload)
export class MonitoringResolver {
  @FieldResolver(() => MonitoringCycle, { nullable: true, description: 'The dates as they are now; null where there are none for you.' })
  cycle(@Root() { key }: MonitoringPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(MonitoringCycleReader, key, info);
  }

  @Mutation(() => MonitoringPayload, { description: 'Enters the dates of a round of a monitoring body for a country, or changes them. For the adviser, and for the services of the post of the country.' })
  async saveMonitoringCycle(
    @Arg('key', () => GraphQLUUID, { description: 'The key; of a new one, one that you have drawn at random.' }) key: string, @Arg('version', () => Int, { description: 'The `version` that you have read; 0 for a new one.' }) version: number,
    @Arg('input', () => MonitoringCycleInput, { description: 'The dates, whole.' }) input: MonitoringCycleInput, @Ctx() { actor, transact }: Context,
  ): Promise<MonitoringPayload> {
    const [person, drawn] = [personOf(actor), key.toLowerCase()];
    return { ...(await transact((em) => saveMonitoringCycle(em, { person, key: drawn, version }, input))), key: drawn } as MonitoringPayload;
  }

  @Mutation(() => MonitoringPayload, { description: 'Removes the dates of a round of a monitoring body for a country, for good. For the adviser, and for the services of the post of the country.' })
  async removeMonitoringCycle(
    @Arg('key', () => GraphQLUUID, { description: 'The key.' }) key: string, @Arg('version', () => Int, { description: 'The `version` that you have read.' }) version: number, @Ctx() { actor, transact }: Context,
  ): Promise<MonitoringPayload> {
    const [person, read] = [personOf(actor), key.toLowerCase()];
    return { ...(await transact((em) => removeMonitoringCycle(em, { person, key: read, version }))), key: read } as MonitoringPayload;
  }
}
