import { GOALS } from '@passerelle/shared/planSentences.ts';
import { useI18n } from 'vue-i18n';

import { asLabel, format, locale } from '../../core/i18n/index.ts';
import { money } from '../../costs/index.ts';
import { type Choices, choicesOf, TAKEN } from './planChoices.ts';
import { listed, type Part } from './planParts.ts';
import { useGoalWords } from './useGoalWords.ts';
import type { PlanMission, PlanSearch } from './usePlan.ts';
import { usePinSentences } from './usePinWords.ts';
import { type PlanWords, useTakenWords } from './usePlanWords.ts';

type Settings = PlanSearch['settings'];
type Asked = PlanMission['planSearches'][number]['settings'];

/** Gives what a search was asked with, in one line: what tells it from others. */
export function useAskedLine(): (settings: Asked) => string {
  const { t } = useI18n();
  const goals = useGoalWords();
  const counted = ({ goals: chosen }: Asked): string[] => (chosen ? [`${asLabel(t('planGoals.title'), locale.value)} ${GOALS.filter((goal) => chosen.goals.some(({ measure }) => measure === goal)).map((goal) => goals.name(goal)).join(', ')}`] : []);
  return (settings) => [
    ...(settings.isIdea ? [t('plans.idea.title')] : []), ...(settings.envelopeCents === null ? [] : [`${t('budget.envelope')} ${money(format.value, locale.value, settings.envelopeCents)}`]),
    ...(settings.pins.length === 0 ? [] : [t('pins.count', { count: format.value.integer(settings.pins.length) })]), ...counted(settings), ...(settings.former ? [t('former.nearEarlier')] : []),
  ].join(' · ');
}

/** Gives all that a search was asked with, but its envelope and its goals. */
export function useAskedParts(): (settings: Settings, words: PlanWords) => readonly Part[] {
  const { t } = useI18n();
  const [say, taken] = [usePinSentences(), useTakenWords()];
  const rest = ({ isTeamKept, isIdea, mostCountries, kindLimits, interpreterCents }: Settings, words: PlanWords): string[] => [
    ...(isTeamKept ? [t('plans.keepTeam')] : []), ...(isIdea ? [t('plans.idea.title')] : []), ...(mostCountries === null ? [] : [`${asLabel(t('plans.idea.countries'), locale.value)} ${words.count(mostCountries)}`]),
    ...kindLimits.map(({ kind, cents }) => t('planGoals.limit', { name: `${words.cost(kind)}, ${words.money(cents)}` })), ...(interpreterCents === null ? [] : [`${asLabel(t('plans.interpreter'), locale.value)} ${words.money(interpreterCents)}`]),
  ];
  return (settings, words) => {
    const { pins }: Choices = choicesOf(settings);
    const free = TAKEN.filter((code) => settings.taken.includes(code)).map((code) => taken(code));
    return listed([...pins.map((pin) => say(pin, words)), ...rest(settings, words).map((one) => [one]), ...(free.length === 0 ? [] : [[`${asLabel(t('plans.taken.title'), locale.value)} ${free.join(', ')}`]]), ...(settings.former ? [[t('former.nearEarlier')]] : [])]);
  };
}
