/** What is sent and answered of importing recommendations. */
import { RECOMMENDATION_COLUMNS, type RecommendationColumn as Column } from '@passerelle/shared/recommendationFile.ts';
import type { Locale } from '@passerelle/shared/locales.ts';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { RecommendationFileFault } from './import-fault.ts';
import { RecommendationFieldKind, RecommendationLineKind, RecommendationTake } from './import-plan.ts';
import { RecommendationImportOutcome } from './import.service.ts';

/** The columns as the API names them. */
export const RecommendationFileColumn = Object.fromEntries(RECOMMENDATION_COLUMNS.map((column) => [column.toUpperCase(), column.toUpperCase()])) as { readonly [K in Uppercase<Column>]: K };
export type RecommendationFileColumn = Uppercase<Column>;

registerEnumType(RecommendationFileColumn, {
  name: 'RecommendationFileColumn', description: 'A column of a file of recommendations, by its head in capitals.',
  valuesConfig: {
    SLUG: { description: 'The key of the recommendation.' }, COUNTRY: { description: 'The code of its country.' }, BODY: { description: 'The monitoring body.' }, ROUND: { description: 'The evaluation round.' }, YEAR: { description: 'The year of the report.' },
    PARAGRAPH: { description: 'The paragraph of the report.' }, VERB: { description: 'Its verb.' }, THEMES: { description: 'The codes of its themes.' }, LANGUAGE: { description: 'The language of the summary.' }, SUMMARY: { description: 'What it asks.' },
    SOURCE: { description: 'Where it was read.' }, SOURCE_URL: { description: 'The address of what was read.' }, CHECKED_ON: { description: 'When it was last read there.' }, NOTE: { description: 'What to know about it.' },
  },
});
registerEnumType(RecommendationFileFault, {
  name: 'RecommendationFileFault', description: 'What is wrong with a file of recommendations.',
  valuesConfig: {
    TOO_LARGE: { description: 'The file has more than `maximum` bytes.' }, NOT_UTF8: { description: 'It is not in UTF-8: signs were lost.' }, NOT_CSV: { description: 'It is no CSV: quotes do not close, or stand where none can.' }, EMPTY: { description: 'It has no line below the heads.' },
    TOO_MANY_LINES: { description: 'It has more than `maximum` lines.' }, HEAD_MISSING: { description: 'This column is missing.' }, HEAD_UNKNOWN: { description: 'The head of the column at `position` is none of the format.' }, HEAD_REPEATED: { description: 'This column is there twice.' },
    CELLS: { description: 'The line has not as many cells as there are heads: `maximum`.' }, MISSING: { description: 'It cannot be empty.' }, TOO_LONG: { description: 'It has more than `maximum` signs.' }, UNREADABLE: { description: 'It has signs that are none of a text, or lines where it is one line.' },
    NOT_A_KEY: { description: 'It has something else than small letters, digits and single hyphens.' }, UNKNOWN_CODE: { description: 'It is no code that is known here.' }, NOT_A_NUMBER: { description: 'It is no number that it can be.' }, NOT_A_DAY: { description: 'It is no day, month or year as ISO 8601 writes them.' },
    TO_COME: { description: 'It is still to come.' }, NOT_AN_ADDRESS: { description: 'It is no address of the web.' }, FORMULA: { description: 'It begins like a formula, without an apostrophe before it.' }, REPEATED: { description: 'It is there already.' },
    VICTIM_DATA: { description: 'It seems to tell who a person is.' }, PROTECTED_PLACE: { description: 'It tells where an organisation is whose place nobody may learn.' }, FIXED: { description: 'It cannot become something else: take another key.' }, APART: { description: 'What is real and what is invented are kept apart: this one is of the other side.' },
  },
});
registerEnumType(RecommendationLineKind, {
  name: 'RecommendationLineKind', description: 'What importing a line would do.',
  valuesConfig: {
    ADDED: { description: 'It adds a recommendation.' }, CHANGED: { description: 'It changes one.' }, CONFLICT: { description: 'Somebody has changed since what it would change: somebody has to decide.' }, KEPT: { description: 'Somebody has changed since what it says as it said it then: that stays.' },
    SAME: { description: 'Nothing.' }, REMOVED: { description: 'Nothing: the recommendation was taken out of the register.' }, WRONG: { description: 'Nothing, and no other line does anything: `faults` says what is wrong.' },
  },
});
registerEnumType(RecommendationFieldKind, {
  name: 'RecommendationFieldKind', description: 'What becomes of a field.',
  valuesConfig: { CHANGED: { description: 'It becomes what the file says.' }, CONFLICT: { description: 'Somebody has to decide; until then it stays.' }, KEPT: { description: 'It stays as somebody has made it.' } },
});
registerEnumType(RecommendationTake, {
  name: 'RecommendationTake', description: 'Which side of a conflict holds.',
  valuesConfig: { FILE: { description: 'What the file says.' }, REGISTER: { description: 'What stands in the register; the file is not asked about it again.' } },
});
registerEnumType(RecommendationImportOutcome, {
  name: 'RecommendationImportOutcome', description: 'What came of importing a file, or of trying to.',
  valuesConfig: {
    TRIED: { description: 'Nothing was written: `lines` says what would come of it.' }, DONE: { description: 'It is imported: `lines` says what would come of importing it again.' }, INVALID: { description: 'Something is wrong with the file, in `faults`, or with a line of it: nothing was written.' },
    CONFLICT: { description: 'The register has changed since it was tried: nothing was written, and `lines` says what would come of it now.' }, NOT_ALLOWED: { description: 'It is not for you to do.' },
  },
});

@ObjectType({ description: 'What is wrong with a file of recommendations, and where.' })
export class RecommendationFileFaultPlace {
  @Field(() => Int, { nullable: true, description: 'In which line of the file, from 1; null where it is about the whole.' })
  line!: number | null;

  @Field(() => RecommendationFileColumn, { nullable: true, description: 'In which column; null where it is about none that there is.' })
  column!: RecommendationFileColumn | null;

  @Field(() => Int, { nullable: true, description: 'In which cell of the line, from 1; null where it is about none.' })
  position!: number | null;

  @Field(() => RecommendationFileFault, { description: 'What is wrong.' })
  fault!: RecommendationFileFault;

  @Field(() => Int, { nullable: true, description: 'The most that there may be, or how many there have to be, where that is what is wrong.' })
  maximum!: number | null;
}

@ObjectType({ description: 'A field of which a file says something else than the register.' })
export class RecommendationImportField {
  @Field(() => RecommendationFileColumn, { description: 'Which one.' })
  column!: RecommendationFileColumn;

  @Field(() => RecommendationFieldKind, { description: 'What becomes of it.' })
  kind!: RecommendationFieldKind;

  @Field(() => String, { nullable: true, description: 'What was imported last; null where nothing was.' })
  imported!: string | null;

  @Field(() => String, { nullable: true, description: 'What stands in the register, empty for nothing; null where the recommendation is not in it.' })
  register!: string | null;

  @Field(() => String, { description: 'What the file says, empty for nothing.' })
  file!: string;
}

@ObjectType({ description: 'A line of a file of recommendations, and what importing it would do.' })
export class RecommendationImportLine {
  @Field(() => Int, { description: 'Where it begins in the file, from 1.' })
  line!: number;

  @Field(() => String, { description: 'The key of its recommendation; empty where it cannot be read.' })
  slug!: string;

  @Field(() => RecommendationLineKind, { description: 'What importing it would do.' })
  kind!: RecommendationLineKind;

  @Field(() => LocaleScalar, { nullable: true, description: 'The language of its summary; null where it cannot be read.' })
  language!: Locale | null;

  @Field(() => [RecommendationImportField], { description: 'The fields of which it says something else than the register.' })
  fields!: RecommendationImportField[];

  @Field(() => [RecommendationFileFaultPlace], { description: 'What is wrong with it.' })
  faults!: RecommendationFileFaultPlace[];
}

@ObjectType({ description: 'What came of importing a file of recommendations, or of trying to.' })
export class RecommendationImportPayload {
  @Field(() => RecommendationImportOutcome, { description: 'What came of it.' })
  outcome!: RecommendationImportOutcome;

  @Field(() => [RecommendationFileFaultPlace], { description: 'What is wrong with the file as a whole.' })
  faults!: RecommendationFileFaultPlace[];

  @Field(() => [RecommendationImportLine], { description: 'The lines of the file, in its order.' })
  lines!: RecommendationImportLine[];

  @Field(() => String, { nullable: true, description: 'What tells that these lines are those that you have read: send it with the import. Null where there are none.' })
  state!: string | null;
}

@InputType({ description: 'Which side of a conflict holds.' })
export class RecommendationImportChoice {
  @Field(() => String, { description: 'The key of the recommendation.' })
  slug!: string;

  @Field(() => RecommendationFileColumn, { description: 'Which field.' })
  column!: RecommendationFileColumn;

  @Field(() => RecommendationTake, { description: 'Which side holds.' })
  take!: RecommendationTake;
}
