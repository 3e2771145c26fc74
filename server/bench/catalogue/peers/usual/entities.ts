/**
 * The same tables as everybody maps them: one class for table and type, collections on both sides, so that `populate`
 * can load a graph. Only what the questions touch.
 */
import { Collection, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, OneToMany, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLCountryCode, GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';

@ObjectType()
export class LocalizedText {
  @Field(() => String)
  text!: string;

  @Field(() => String)
  locale!: string;

  @Field(() => Boolean)
  isFallback!: boolean;
}

@ObjectType()
@Entity({ tableName: 'country' })
export class Country {
  @PrimaryKey({ type: 'text' })
  @Field(() => GraphQLCountryCode)
  code!: string;

  @OneToMany(() => CountryTranslation, (translation) => translation.country)
  translations = new Collection<CountryTranslation>(this);
}

@Entity({ tableName: 'country_translation' })
export class CountryTranslation {
  @ManyToOne(() => Country, { primary: true, fieldName: 'country_code' })
  country!: Rel<Country>;

  @PrimaryKey({ type: 'text' })
  locale!: string;

  @Property({ type: 'text' })
  name!: string;
}

@ObjectType()
@Entity({ tableName: 'profession' })
export class Profession {
  @PrimaryKey({ type: 'text' })
  @Field(() => String)
  code!: string;

  @OneToMany(() => ProfessionTranslation, (translation) => translation.profession)
  translations = new Collection<ProfessionTranslation>(this);
}

@Entity({ tableName: 'profession_translation' })
export class ProfessionTranslation {
  @ManyToOne(() => Profession, { primary: true, fieldName: 'profession_code' })
  profession!: Rel<Profession>;

  @PrimaryKey({ type: 'text' })
  locale!: string;

  @Property({ type: 'text' })
  name!: string;
}

@ObjectType()
@Entity({ tableName: 'language' })
export class Language {
  @PrimaryKey({ type: 'text' })
  @Field(() => String)
  code!: string;

  @OneToMany(() => LanguageTranslation, (translation) => translation.language)
  translations = new Collection<LanguageTranslation>(this);
}

@Entity({ tableName: 'language_translation' })
export class LanguageTranslation {
  @ManyToOne(() => Language, { primary: true, fieldName: 'language_code' })
  language!: Rel<Language>;

  @PrimaryKey({ type: 'text' })
  locale!: string;

  @Property({ type: 'text' })
  name!: string;
}

@ObjectType()
@Entity({ tableName: 'listed_expert' })
export class Expert {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  nameVisibility!: string;

  @ManyToOne(() => Profession, { fieldName: 'profession_code' })
  @Field(() => Profession)
  profession!: Profession;

  @OneToMany(() => ExpertLanguage, (skill) => skill.expert)
  languages = new Collection<ExpertLanguage>(this);
}

@ObjectType()
@Entity({ tableName: 'expert_language' })
export class ExpertLanguage {
  @ManyToOne(() => Expert, { primary: true, fieldName: 'expert_uuid' })
  expert!: Rel<Expert>;

  @ManyToOne(() => Language, { primary: true, fieldName: 'language_code' })
  @Field(() => Language)
  language!: Language;

  @Property({ type: 'text' })
  @Field(() => String)
  level!: string;
}

@ObjectType()
@Entity({ tableName: 'training_session' })
export class TrainingSession {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Property({ type: 'text' })
  stage!: string;

  @Property({ type: 'text' })
  sourceLocale!: string;

  @ManyToOne(() => Country, { nullable: true, fieldName: 'country_code' })
  @Field(() => Country, { nullable: true })
  country!: Country | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true })
  town!: string | null;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  @Field(() => GraphQLDateTimeISO)
  startsAt!: Date;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  @Field(() => GraphQLDateTimeISO)
  endsAt!: Date;

  @Property({ type: 'integer' })
  places!: number;

  @Property({ type: 'integer' })
  placesTaken!: number;

  @OneToMany(() => SessionTranslation, (translation) => translation.session)
  translations = new Collection<SessionTranslation>(this);

  @OneToMany(() => SessionTrainer, (trainer) => trainer.session, { orderBy: { position: 'asc' } })
  trainers = new Collection<SessionTrainer>(this);

  @OneToMany(() => SessionLanguage, (use) => use.session, { orderBy: [{ use: 'desc' }, { language: 'asc' }] })
  languages = new Collection<SessionLanguage>(this);
}

@Entity({ tableName: 'training_session_translation' })
export class SessionTranslation {
  @ManyToOne(() => TrainingSession, { primary: true, fieldName: 'session_uuid' })
  session!: Rel<TrainingSession>;

  @PrimaryKey({ type: 'text' })
  locale!: string;

  @Property({ type: 'text', nullable: true })
  title!: string | null;
}

@Entity({ tableName: 'session_trainer' })
export class SessionTrainer {
  @ManyToOne(() => TrainingSession, { primary: true, fieldName: 'session_uuid' })
  session!: Rel<TrainingSession>;

  @ManyToOne(() => Expert, { primary: true, fieldName: 'expert_uuid' })
  expert!: Expert;

  @Property({ type: 'integer' })
  position!: number;
}

@ObjectType()
@Entity({ tableName: 'session_language' })
export class SessionLanguage {
  @ManyToOne(() => TrainingSession, { primary: true, fieldName: 'session_uuid' })
  session!: Rel<TrainingSession>;

  @ManyToOne(() => Language, { primary: true, fieldName: 'language_code' })
  @Field(() => Language)
  language!: Language;

  @Property({ type: 'text' })
  @Field(() => String)
  use!: string;
}

/** All of them, for the ORM. */
export const usualEntities = [
  Country, CountryTranslation, Expert, ExpertLanguage, Language, LanguageTranslation, Profession, ProfessionTranslation,
  SessionLanguage, SessionTrainer, SessionTranslation, TrainingSession,
];
