/** Every sentence about a plan: for each code its words, with what they are about. Pure functions of the words and names they are given. */
import { planLosses } from './losses.ts';
import { filled, listed, type SaidPart, type Say } from './parts.ts';
import { planRefs, type Writing } from './references.ts';
import type { SaidCode, SaidRef, SaidSentence } from './said.ts';

type CodeOf<Family extends string> = Extract<SaidCode, `${Family}_${string}`>;

/** The first thing of a kind that a sentence is about. */
const first = <Source>({ about }: SaidSentence<Source>, kind: SaidRef<Source>['kind']): SaidRef<Source> | undefined => about.find((ref) => ref.kind === kind);

/** How each sentence is written. */
export function planSentences<Value, Source>(writing: Writing<Value, Source>): (sentence: SaidSentence<Source>) => SaidPart<Value, Source>[] {
  type Part = SaidPart<Value, Source>;
  type Sentence = SaidSentence<Source>;
  type Said = (sentence: Sentence) => Part[];
  const { t, names } = writing;
  const ref = planRefs(writing);
  const all = (about: readonly SaidRef<Source>[]): Part[] => listed(about.map(ref));
  const meeting = (sentence: Sentence): Part[] => [names.meeting(first(sentence, 'MEETING')?.meetingKey ?? null)];
  /** A second sentence that names things; nothing where there are none. */
  const then = (about: readonly SaidRef<Source>[], say: Say): Part[] => (about.length === 0 ? [] : [' ', ...filled(say, { what: all(about) })]);
  const inTheWay: Say = (marks) => t('plans.inTheWay', marks);

  const leftOut = (say: Say): Said => (sentence) => [...filled(say, { meeting: meeting(sentence) }), ...then(sentence.about.slice(1), inTheWay)];
  const lost = planLosses(writing);
  /** In what a plan with the meeting is worse; where that is no single goal, that it is. */
  const worse = (say: Say): Said => (sentence) => {
    const what = lost(sentence);
    return what === null ? leftOut((marks) => t('plans.leftOut.LESS', marks))(sentence) : filled<Part>(say, { meeting: meeting(sentence), what: [what] });
  };
  const reasons: Readonly<Record<CodeOf<'LEFT_OUT'>, Said>> = {
    LEFT_OUT_NO_COMMON_DAY: leftOut((marks) => t('plans.leftOut.NO_COMMON_DAY', marks)), LEFT_OUT_DAY_OFF: leftOut((marks) => t('plans.leftOut.DAY_OFF', marks)), LEFT_OUT_ENVELOPE: leftOut((marks) => t('plans.leftOut.ENVELOPE', marks)),
    LEFT_OUT_BOUND: leftOut((marks) => t('plans.leftOut.BOUND', marks)), LEFT_OUT_NO_LINK: leftOut((marks) => t('plans.leftOut.NO_LINK', marks)), LEFT_OUT_BORDER: leftOut((marks) => t('plans.leftOut.BORDER', marks)),
    LEFT_OUT_WORK: leftOut((marks) => t('plans.leftOut.WORK', marks)), LEFT_OUT_NOBODY_FOR_NEED: leftOut((marks) => t('plans.leftOut.NOBODY_FOR_NEED', marks)), LEFT_OUT_RATE_UNKNOWN: leftOut((marks) => t('plans.leftOut.RATE_UNKNOWN', marks)),
    LEFT_OUT_ORDER: leftOut((marks) => t('plans.leftOut.ORDER', marks)), LEFT_OUT_PINNED: leftOut((marks) => t('plans.leftOut.PINNED', marks)), LEFT_OUT_DISPLACED: leftOut((marks) => t('plans.leftOut.DISPLACED', marks)),
    LEFT_OUT_AS_MUCH: worse((marks) => t('plans.leftOut.AS_MUCH', marks)), LEFT_OUT_LESS_WORTH: worse((marks) => t('plans.leftOut.LESS_WORTH', marks)), LEFT_OUT_AS_GOOD: leftOut((marks) => t('plans.leftOut.AS_GOOD', marks)), LEFT_OUT_BETTER: leftOut((marks) => t('plans.leftOut.BETTER', marks)), LEFT_OUT_UNPROVED: leftOut((marks) => t('plans.leftOut.UNPROVED', marks)),
  };

  const ofMeeting = (say: Say): Said => (sentence) => filled(say, { meeting: meeting(sentence) });
  const ofAll = (say: Say): Said => ({ about }) => filled(say, { what: all(about) });
  const counted = (say: Say): Said => (sentence) => filled(say, { count: [writing.count(sentence.amount ?? 0)], person: [names.person(first(sentence, 'PERSON')?.personKey ?? null)] });
  const when = ({ day, from, until }: Sentence, zone: string): Part[] => (day !== null ? [writing.day(day)] : from !== null && until !== null ? [writing.span(from, until, zone)] : []);
  const timed = (say: Say): Said => (sentence) => {
    const of = first(sentence, 'MEETING')?.meetingKey ?? null;
    return filled(say, { meeting: [names.meeting(of)], person: [names.person(first(sentence, 'PERSON')?.personKey ?? null)], when: when(sentence, names.zone(of)), day: when(sentence, names.zone(of)) });
  };
  const earlier: Say = (marks) => t('plans.change.EXTEND_START', marks);
  const later: Say = (marks) => t('plans.change.EXTEND_END', marks);
  const more: Say = (marks) => t('plans.change.RAISE_LIMIT', marks);
  const moreOfKind: Say = (marks) => t('planGoals.raise', marks);
  /** Of the envelope, or of what may be spent of one kind. */
  const raise: Said = (sentence) => {
    const kind = first(sentence, 'LIMIT')?.costKind ?? null;
    return filled(kind === null ? more : moreOfKind, { amount: [writing.money(sentence.amount ?? 0)], name: kind === null ? [] : [writing.cost(kind)] });
  };
  const changes: Readonly<Record<CodeOf<'CHANGE'>, Said>> = {
    CHANGE_RAISE_LIMIT: raise, CHANGE_RAISE_NIGHTS: counted((marks) => t('plans.change.RAISE_NIGHTS', marks)),
    CHANGE_MORE_PARTIES: counted((marks) => t('plans.change.MORE_PARTIES', marks)), CHANGE_MORE_COUNTRIES: counted((marks) => t('plans.change.MORE_COUNTRIES', marks)), CHANGE_LARGER_TEAM: counted((marks) => t('plans.change.LARGER_TEAM', marks)),
    CHANGE_EXTEND_PERIOD: (sentence) => filled(first(sentence, 'PERIOD')?.bound === 'FIRST_DAY' ? earlier : later, { time: [writing.time(sentence.amount ?? 0)] }),
    CHANGE_ADD_WINDOW: timed((marks) => t('plans.change.ADD_WINDOW', marks)), CHANGE_FREE_PERSON: timed((marks) => t('plans.change.FREE_PERSON', marks)), CHANGE_MORE_DAYS_AWAY: counted((marks) => t('plans.change.MORE_DAYS_AWAY', marks)),
    CHANGE_ADMIT_PERSON: timed((marks) => t('plans.change.ADMIT_PERSON', marks)), CHANGE_OFFER_SERVICE: ofAll((marks) => t('plans.change.OFFER_SERVICE', marks)), CHANGE_ALLOW_INTERPRETER: ofMeeting((marks) => t('plans.change.ALLOW_INTERPRETER', marks)),
    CHANGE_LOWER_NEED: ofAll((marks) => t('plans.change.LOWER_NEED', marks)), CHANGE_DROP_PIN: ofAll((marks) => t('plans.change.DROP_PIN', marks)), CHANGE_MAKE_OPTIONAL: ofMeeting((marks) => t('plans.change.MAKE_OPTIONAL', marks)),
    CHANGE_EXCUSE_DAY_OFF: timed((marks) => t('plans.change.EXCUSE_DAY_OFF', marks)), CHANGE_ADD_PIN: ofAll((marks) => t('plans.change.ADD_PIN', marks)),
  };

  const witnesses: Readonly<Record<CodeOf<'WITNESS'>, Said>> = {
    WITNESS_CHEAPEST: ofMeeting((marks) => t('plans.witness.CHEAPEST', marks)), WITNESS_AMOUNT_OPEN: ofMeeting((marks) => t('plans.witness.AMOUNT_OPEN', marks)), WITNESS_FOUND: ofMeeting((marks) => t('plans.witness.FOUND', marks)), WITNESS_NOTHING_NEEDED: ofMeeting((marks) => t('plans.witness.NOTHING_NEEDED', marks)),
    WITNESS_NONE: ofMeeting((marks) => t('plans.witness.NONE', marks)), WITNESS_UNPROVED: ofMeeting((marks) => t('plans.witness.UNPROVED', marks)),
  };

  /** In what the other order is worse, and by how much; where that is no single goal, that it is proved to be. */
  const loses = (sentence: Sentence): Part[] => {
    const { amount, measure } = sentence;
    const what = lost(sentence);
    if (amount === null || what === null) return [t('plans.loses.BOUND', {})];
    if (measure === 'COST_CENTS') return [t('plans.loses.COST', { amount: writing.money(amount) })];
    return measure === 'NIGHTS' ? [t('plans.loses.NIGHTS', { count: writing.count(amount) })] : filled<Part>((marks) => t('plans.loses.OTHER', marks), { what: [what] });
  };
  const leg = (say: Say): Said => (sentence) => {
    const [from, to, ...others] = sentence.about;
    const [meetings, rest] = [others.filter(({ kind }) => kind === 'MEETING'), others.filter(({ kind }) => kind !== 'MEETING')];
    return [...filled(say, { from: from ? ref(from) : [], to: to ? ref(to) : [] }), ...then(rest, inTheWay), ...then(meetings, (marks) => t('plans.fallOut', marks))];
  };
  /** Where nothing that could be taken away is in the way, no link leads there. */
  const refused: Said = (sentence) => [...leg((marks) => t('plans.leg.REFUSED', marks))(sentence), ...(sentence.about.length > 2 ? [] : [' ', t('plans.leg.NO_WAY', {})])];
  const worseLeg: Said = (sentence) => [...leg((marks) => t('plans.leg.WORSE', marks))(sentence), ' ', ...loses(sentence)];
  const legs: Readonly<Record<CodeOf<'LEG'>, Said>> = {
    LEG_REFUSED: refused, LEG_WORSE: worseLeg, LEG_EQUAL: leg((marks) => t('plans.leg.EQUAL', marks)), LEG_UNPROVED: leg((marks) => t('plans.leg.UNPROVED', marks)),
  };

  const exchange: Said = (sentence) => {
    const falls = sentence.about.slice(1);
    return falls.length === 0 ? filled((marks) => t('plans.exchange.ALONE', marks), { meeting: meeting(sentence) }) : filled((marks) => t('plans.exchange.FALLS', marks), { meeting: meeting(sentence), what: all(falls) });
  };
  const sentences: Readonly<Record<SaidCode, Said>> = {
    ...reasons, ...changes, ...witnesses, ...legs, EXCHANGE: exchange, CONFLICT_MINIMAL: ofAll((marks) => t('plans.conflict.MINIMAL', marks)), CONFLICT_FOUND: ofAll((marks) => t('plans.conflict.FOUND', marks)), CONFLICT_EACH: () => [t('plans.conflict.EACH', {})], CONFLICT_OPEN: () => [t('plans.conflict.OPEN', {})],
  };
  return (sentence) => sentences[sentence.code](sentence);
}
