/** What is proposed for a project, with the facts for which it is. Stands in no table: it is made of what is asked. */
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { ArrayType } from '@mikro-orm/postgresql';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Country } from '../countries/index.ts';
import { Expert } from '../experts/index.ts';
import { Organisation } from '../organisations/index.ts';
import { Recommendation } from '../recommendations/index.ts';
import { TrainingSession } from '../trainings/index.ts';
import { Theme } from '../vocabulary/index.ts';
import { ProjectSuggestionKind } from './project-words.ts';

@ObjectType('ProjectSuggestion', { description: 'What may belong to a project with some countries on some themes, and the facts for which it is proposed. For the adviser.' })
@Entity({ expression: 'select' })
export class ProjectSuggestion {
  /** Made of its kind and its key. */
  @Property({ type: 'uuid' })
  uuid!: string;

  @Property({ type: 'text' })
  @Field(() => ProjectSuggestionKind, { description: 'What it is.' })
  kind!: ProjectSuggestionKind;

  @Property({ type: 'text' })
  key!: string;

  /** Their codes. */
  @Property({ type: ArrayType, columnType: 'text[]' })
  countryCodes!: string[];

  @Property({ type: ArrayType, columnType: 'text[]' })
  themeCodes!: string[];

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Of a partner, the last day of the last session on one of the themes in which its people had a place; of an expert, the month of their last mission; of a session, its last day. Null where none is known.' })
  lastOn!: string | null;

  @Property({ type: 'integer' })
  place!: number;

  @Field(() => [Country], { description: 'Which of the countries it is of or about, by their codes.' })
  countries!: Country[];

  @Field(() => [Theme], { description: 'Which of the themes it is about; of a partner, those of sessions in which its people had a place: none where nothing is known.' })
  themes!: Theme[];

  @Field(() => Recommendation, { nullable: true, description: 'The recommendation; null for anything else.' })
  recommendation!: Recommendation | null;

  @Field(() => Organisation, { nullable: true, description: 'The organisation; null for anything else.' })
  partner!: Organisation | null;

  @Field(() => Expert, { nullable: true, description: 'The expert; null for anything else.' })
  expert!: Expert | null;

  @Field(() => TrainingSession, { nullable: true, description: 'The training session; null for anything else.' })
  session!: TrainingSession | null;
}
