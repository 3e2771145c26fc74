/** The register as the API gives it. */
import { Field, Int, ObjectType } from 'type-graphql';
import { DataCategory, DataOrigin, DataPurpose, DataRecipient, LegalBasis, NoPersonsReason, PersonKind, RegisteredFact, RetentionEvent } from './codes.ts';

@ObjectType({ description: 'How long data is kept.' })
export class DataRetention {
  @Field(() => String, { description: 'An ISO 8601 duration in years, months, days, hours or minutes; `P0D` is at once.' })
  period!: string;

  @Field(() => RetentionEvent, { description: 'What it is counted from.' })
  from!: RetentionEvent;
}

@ObjectType({ description: 'A column that holds data about persons. What is null is not known.' })
export class DataColumn {
  @Field(() => String, { description: 'Its name in the database.' })
  name!: string;

  @Field(() => DataCategory, { description: 'What it says of a person.' })
  category!: DataCategory;

  @Field(() => [PersonKind], { description: 'Whose data it is.' })
  persons!: readonly PersonKind[];

  @Field(() => DataPurpose, { nullable: true, description: 'What it is kept for.' })
  purpose!: DataPurpose | null;

  @Field(() => LegalBasis, { nullable: true, description: 'What makes it lawful.' })
  basis!: LegalBasis | null;

  @Field(() => [DataRetention], { nullable: true, description: 'How long it is kept: until the first of these ends.' })
  retention!: readonly DataRetention[] | null;

  @Field(() => [DataRecipient], { description: 'Who may see it.' })
  recipients!: readonly DataRecipient[];

  @Field(() => DataOrigin, { nullable: true, description: 'Where it comes from.' })
  source!: DataOrigin | null;

  @Field(() => [RegisteredFact], { description: 'Which of these statements are only proposed: the controller has still to confirm them.' })
  proposed!: readonly RegisteredFact[];
}

@ObjectType({ description: 'A table that holds data about persons.' })
export class DataTable {
  @Field(() => String, { description: 'Its name in the database.' })
  name!: string;

  @Field(() => [DataColumn], { description: 'Its columns about persons.' })
  columns!: readonly DataColumn[];

  @Field(() => [String], { description: 'Its columns that say nothing about a person.' })
  otherColumns!: readonly string[];
}

@ObjectType({ description: 'A table, or with `.*` a whole schema, that holds nothing about persons.' })
export class DataTableWithoutPersons {
  @Field(() => String, { description: 'Its name in the database.' })
  name!: string;

  @Field(() => NoPersonsReason, { description: 'Why.' })
  reason!: NoPersonsReason;
}

@ObjectType({ description: 'Which data about persons the database can hold, why and how long (GDPR, article 30). It holds no such data itself.' })
export class DataRegister {
  @Field(() => Int, { description: 'The version of its form: another one means that a field says something else.' })
  version!: number;

  @Field(() => [DataTable], { description: 'The tables that hold data about persons.' })
  tables!: readonly DataTable[];

  @Field(() => [DataTableWithoutPersons], { description: 'All the other tables.' })
  tablesWithoutPersons!: readonly DataTableWithoutPersons[];
}
