/** Importing recommendations, as mutations. */
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { personOf } from '../members/index.ts';
import type { ContentField } from './content.ts';
import type { FileFault } from './import-fault.ts';
import { choiceOf } from './import-plan.ts';
import { importRecommendations, type ImportResult, tryRecommendationImport } from './import.service.ts';
import { RecommendationImportChoice, type RecommendationFileColumn, RecommendationImportPayload } from './import.type.ts';

const textArgument = { description: 'The text of the file, in parts that make it when they are put together: CSV with the heads that `docs/recommendation-file.md` says, 300000 bytes and 1000 lines at most.' };

const columnOf = (name: string): RecommendationFileColumn => name.toUpperCase() as RecommendationFileColumn;
const placeOf = (fault: FileFault): object => ({ ...fault, column: fault.column && columnOf(fault.column) });

/** As the API names things. */
const answered = ({ outcome, faults, lines, state }: ImportResult): RecommendationImportPayload => ({
  outcome, state, faults: faults.map(placeOf), lines: lines.map((line) => ({ ...line, faults: line.faults.map(placeOf), fields: line.fields.map((field) => ({ ...field, column: columnOf(field.column) })) })),
}) as RecommendationImportPayload;

@Resolver(() => RecommendationImportPayload)
export class RecommendationImportResolver {
  @Mutation(() => RecommendationImportPayload, { description: 'Says what importing a file of recommendations would do, and writes nothing. For the adviser and the adviser’s team.' })
  async tryRecommendationImport(@Arg('text', () => [String], textArgument) text: string[], @Ctx() { actor, transact }: Context): Promise<RecommendationImportPayload> {
    const person = personOf(actor);
    return answered(await transact((em) => tryRecommendationImport(em, person, text)));
  }

  @Mutation(() => RecommendationImportPayload, { description: 'Imports a file of recommendations as it was tried, all of it or nothing. Imported again it changes nothing. For the adviser and the adviser’s team.' })
  async importRecommendations(
    @Arg('text', () => [String], textArgument) text: string[], @Arg('state', () => String, { description: 'The `state` of the lines that you have read.' }) state: string,
    @Arg('choices', () => [RecommendationImportChoice], { description: 'Which side of conflicts holds; those that are not named stay as they are.' }) choices: RecommendationImportChoice[], @Ctx() { actor, transact }: Context,
  ): Promise<RecommendationImportPayload> {
    const person = personOf(actor);
    const chosen = new Map(choices.map(({ slug, column, take }) => [choiceOf(slug, column.toLowerCase() as ContentField), take]));
    return answered(await transact((em) => importRecommendations(em, person, { parts: text, state, choices: chosen })));
  }
}
