/** What training sessions have come to, in numbers. */
import { Field, Int, ObjectType } from 'type-graphql';
import { Sector } from '../registrations/index.ts';

@ObjectType({ description: 'How many, of sessions that are over. Lines of a list may come to more than all together: somebody is counted in each line that holds for a registration of theirs.' })
export class AttendanceFigures {
  @Field(() => Int, { description: 'People registered for a session, whatever has become of it: one for each address and session, also where two organisations registered it or somebody withdrew and came back.' })
  registered!: number;

  @Field(() => Int, { description: 'Of these, those with a place when the session began.' })
  confirmed!: number;

  @Field(() => Int, { description: 'Of these, those of whom somebody has said that they were there on a day at least.' })
  present!: number;

  @Field(() => Int, { description: 'Different people among those who were there, by their address.' })
  people!: number;
}

@ObjectType({ description: 'The same of people who work for bodies of a kind.' })
export class SectorFigures extends AttendanceFigures {
  @Field(() => Sector, { description: 'Of which kind.' })
  sector!: Sector;
}

@ObjectType({ description: 'The same of people of a profession.' })
export class ProfessionFigures extends AttendanceFigures {
  @Field(() => String, { nullable: true, description: 'The code of the profession; null where nobody has said.' })
  profession!: string | null;
}

@ObjectType({ description: 'The same of people who work in a country.' })
export class CountryFigures extends AttendanceFigures {
  @Field(() => String, { description: 'The code of the country.' })
  country!: string;
}

@ObjectType({ description: 'What reached a country on a theme in a year.' })
export class YearFigures {
  @Field(() => Int, { description: 'The year in which the sessions began, where they were.' })
  year!: number;

  @Field(() => Int, { description: 'Sessions of that year at which somebody of the country was there.' })
  sessions!: number;
}

@ObjectType({ description: 'What reached a country on a theme; where nobody was there, there is none.' })
export class CoverageFigures {
  @Field(() => String, { description: 'The code of the country in which people work.' })
  country!: string;

  @Field(() => String, { description: 'The code of the theme of the sessions.' })
  theme!: string;

  @Field(() => Int, { description: 'Sessions at which somebody of that country was there.' })
  sessions!: number;

  @Field(() => Int, { description: 'Different people of that country who were there.' })
  people!: number;

  @Field(() => [YearFigures], { description: 'The years in which there was one, the first first. How many people there were in each is not said.' })
  years!: readonly YearFigures[];
}

@ObjectType({ description: 'What training sessions that are over have come to: of all people for the adviser, of those in their countries for embassies.' })
export class TrainingFigures {
  @Field(() => Int, { description: 'Sessions that are over and for which somebody was registered.' })
  sessions!: number;

  @Field(() => AttendanceFigures, { description: 'All together.' })
  total!: AttendanceFigures;

  @Field(() => [SectorFigures], { description: 'By whom people work for.' })
  bySector!: readonly SectorFigures[];

  @Field(() => [ProfessionFigures], { description: 'By profession, those with most people first.' })
  byProfession!: readonly ProfessionFigures[];

  @Field(() => [CountryFigures], { description: 'By the country in which people work, those with most people first.' })
  byCountry!: readonly CountryFigures[];

  @Field(() => [CoverageFigures], { description: 'Countries and themes.' })
  coverage!: readonly CoverageFigures[];

  @Field(() => [String], { description: 'The codes of the countries of which you have figures, whether or not anybody of them was reached.' })
  countries!: readonly string[];

  @Field(() => [String], { description: 'The codes of the themes that are asked about. A country and a theme that `coverage` does not have are a gap.' })
  themes!: readonly string[];
}
