/** The conditions of needs that are more than a column. */
import type { Condition } from './lists.ts';
import type { Row } from './rows.ts';

/** The day in Paris on which it was entered. */
const dayOf = ({ entered_at: at }: Row): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(at as Date);

export const NEED_CONDITIONS: Readonly<Record<string, Condition>> = {
  theme: ({ rows }, need, theme) => need.theme_code === theme || rows.where('need_theme', 'need_uuid', need.uuid!).some((link) => link.theme_code === theme),
  from: (_world, need, day: string) => dayOf(need) >= day, until: (_world, need, day: string) => dayOf(need) <= day,
};
