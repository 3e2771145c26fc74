/** With what and with whom a plan is searched for, as it is shown: what was assumed, and who could go. */
import { GraphQLUUID } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { TeamRole } from '../missions/index.ts';
import { InterpretationPer } from '../travel/index.ts';
import { PlanLacking, PlanSentenceCode } from './plan-codes.ts';
import { PlanCountryHours, PlanSource, PlanWorkingHours } from './plan-sentence.type.ts';

@ObjectType({ description: 'How long people may work, and have to rest.' })
export class PlanWorkRule {
  @Field(() => Int, { description: 'At most so many minutes from the first meeting of a day of work to the end of the last one.' })
  maxProgrammeMinutes!: number;

  @Field(() => Int, { description: 'At most so many minutes from the first work of a day to the last, with journeys.' })
  maxDutyMinutes!: number;

  @Field(() => Int, { description: 'At least so many minutes of rest before the next.' })
  minRestMinutes!: number;

  @Field(() => PlanSource, { description: 'Where it is known from.' })
  source!: PlanSource;
}

@ObjectType({ description: 'A link with which nothing was planned, as something of it is not known, or as it is known that there is none.' })
export class PlanUnusedLink {
  @Field(() => String, { description: 'Its code, of `travelLinks`.' })
  linkCode!: string;

  @Field(() => [PlanLacking], { description: 'What is not known of it; nothing where it is known not to run.' })
  lacking!: readonly PlanLacking[];
}

@ObjectType({ description: 'How dear a change is to people, as was assumed: `base`, and `perUnit` for each begun `unit`, in points.' })
export class PlanEffort {
  @Field(() => PlanSentenceCode, { description: 'Which change: CHANGE_…' })
  change!: PlanSentenceCode;

  @Field(() => Int, { description: 'Points, whatever its amount.' })
  base!: number;

  @Field(() => Int, { description: 'Points for each unit.' })
  perUnit!: number;

  @Field(() => Int, { description: 'How much a unit is: cents, minutes, or a number.' })
  unit!: number;
}

@ObjectType({ description: 'A meeting that could be, of which nobody has said anything yet: what is open of a theme in a country.' })
export class PlanCandidate {
  @Field(() => GraphQLUUID, { description: 'Its key in the plan.' })
  meetingKey!: string;

  @Field(() => String, { description: 'The code of the country: ISO 3166-1 alpha-2, or XK.' })
  countryCode!: string;

  @Field(() => String, { description: 'The code of the city where one would meet: that to which most links lead.' })
  city!: string;

  @Field(() => String, { description: 'The code of the theme.' })
  themeCode!: string;

  @Field(() => Int, { description: 'How many needs are open.' })
  needs!: number;

  @Field(() => Int, { description: 'How many recommendations are open that urge.' })
  urged!: number;

  @Field(() => Int, { description: 'Likewise, that ask to consider.' })
  considered!: number;

  @Field(() => Int, { description: 'Likewise, that invite, or use none of these verbs.' })
  invited!: number;

  @Field(() => Int, { description: 'What the meeting is worth with them.' })
  worth!: number;

  @Field(() => [TeamRole], { nullable: true, description: 'As what somebody would come whose work its needs concern; none where they do not say it. Null of a search that is older, and sought nobody.' })
  roles!: readonly TeamRole[] | null;

  @Field(() => Boolean, { description: 'Whether somebody has to be there who works on the theme; false where nobody who could go does.' })
  isThemeAsked!: boolean;

  @Field(() => Boolean, { description: 'Whether they, or where nobody works on the theme somebody, have to come as one of `roles`; false where nobody who could go does.' })
  isRoleAsked!: boolean;

  @Field(() => Boolean, { description: 'Whether somebody has to speak or interpret an official language of the country; false where no price of interpreting is known or assumed, so that it is in no cost.' })
  isLanguageAsked!: boolean;

  @Field(() => [GraphQLUUID], { description: 'Who of those who could go has what has to be there of theme and role, by their keys.' })
  fits!: readonly string[];

  @Field(() => [GraphQLUUID], { description: 'Who of them speaks an official language of the country well enough, by their keys.' })
  speaks!: readonly string[];
}

@ObjectType({ description: 'How much more a meeting is worth for each open recommendation, by its verb, and for each open need, that it is about, as was assumed.' })
export class PlanOpenWorth {
  @Field(() => Int, { description: 'For one that urges.' })
  urged!: number;

  @Field(() => Int, { description: 'For one that asks to consider.' })
  considered!: number;

  @Field(() => Int, { description: 'For one that invites, or uses none of these verbs.' })
  invited!: number;

  @Field(() => Int, { description: 'For a need.' })
  need!: number;
}

@ObjectType({ description: 'Somebody who could interpret: whom whoever plans missions has entered, or at a price that was assumed.' })
export class PlanInterpreter {
  @Field(() => String, { description: 'Which language, by its code.' })
  languageCode!: string;

  @Field(() => [String], { description: 'In which countries: ISO 3166-1 alpha-2, or XK.' })
  countryCodes!: readonly string[];

  @Field(() => InterpretationPer, { description: 'For what it is paid.' })
  per!: InterpretationPer;

  @Field(() => Int, { description: 'How much for one person, in cents of euros.' })
  cents!: number;

  @Field(() => Int, { description: 'How many people at once.' })
  people!: number;

  @Field(() => Boolean, { description: 'Whether it was assumed, as no price is known.' })
  isAssumed!: boolean;

  @Field(() => PlanSource, { description: 'Where it is known from.' })
  source!: PlanSource;
}

@ObjectType({ description: 'What was assumed, and with what was planned: a number that follows from it is no surer than it is.' })
export class PlanAssumptions {
  @Field(() => [PlanWorkingHours], { description: 'When people work in countries whose own hours are not known.' })
  workingHours!: PlanWorkingHours[];

  @Field(() => [PlanCountryHours], { description: 'When people work in countries whose own hours are known.' })
  countryHours!: PlanCountryHours[];

  @Field(() => [String], { description: 'The countries whose own hours change during the mission, so that those of `workingHours` were planned with: ISO 3166-1 alpha-2, or XK.' })
  hoursChangeIn!: readonly string[];

  @Field(() => Int, { description: 'How many minutes lie between two meetings of a city.' })
  transferMinutes!: number;

  @Field(() => Int, { description: 'How many minutes lie between arriving and a meeting, and between a meeting and leaving.' })
  bufferMinutes!: number;

  @Field(() => Int, { description: 'What each meeting is worth.' })
  profit!: number;

  @Field(() => PlanOpenWorth, { nullable: true, description: 'What is added to it for what is open of that which it is about; null where nothing was.' })
  openWorth!: PlanOpenWorth | null;

  @Field(() => [PlanCandidate], { description: 'The meetings that could be, where countries were asked for.' })
  candidates!: PlanCandidate[];

  @Field(() => Int, { nullable: true, description: 'What the mission may cost, in cents of euros: what was chosen, or what it may cost by its own data; null for no limit.' })
  envelopeCents!: number | null;

  @Field(() => String, { description: 'The code of the city from which those leave of whom nobody has said it.' })
  homeCity!: string;

  @Field(() => [GraphQLUUID], { description: 'Of whom that was assumed, by their keys.' })
  homeAssumedFor!: readonly string[];

  @Field(() => [PlanWorkRule], { description: 'How long people may work; none where that was not asked.' })
  workRules!: PlanWorkRule[];

  @Field(() => [PlanUnusedLink], { description: 'With which links between the cities of its meetings and of its people nothing was planned.' })
  unusedLinks!: PlanUnusedLink[];

  @Field(() => [PlanInterpreter], { description: 'Who could interpret what a meeting needs.' })
  interpreters!: PlanInterpreter[];

  @Field(() => [PlanEffort], { description: 'How dear changes are: of those that bring a meeting in the cheapest is proposed.' })
  efforts!: PlanEffort[];

  @Field(() => Int, { description: 'How many links were planned with.' })
  links!: number;

  @Field(() => Int, { description: 'How many people could go.' })
  people!: number;

  @Field(() => Int, { description: 'How many meetings there were to choose from.' })
  meetings!: number;

  @Field(() => String, { description: 'The version of the database of time zones.' })
  tzdata!: string;
}

@ObjectType({ description: 'Somebody who could go: of the team, or an expert who was asked by a call for availability.' })
export class PlanPerson {
  @Field(() => GraphQLUUID, { description: 'Their key: of `members` of the mission, or of the sheet of an expert.' })
  key!: string;

  @Field(() => String, { nullable: true, description: 'Their name; null where they are not there any more, or not for you.' })
  name!: string | null;

  @Field(() => Boolean, { description: 'Whether they are in the team of the mission.' })
  isMember!: boolean;

  @Field(() => ID, { nullable: true, description: 'The id of the expert; null for somebody of the adviser’s team, and who is not there any more.' })
  expert!: string | null;

  @Field(() => [TeamRole], { description: 'As what they could go.' })
  roles!: readonly TeamRole[];
}
