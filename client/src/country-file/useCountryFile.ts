import { beginningOfDay } from '@passerelle/shared/instants.ts';
import type { ResultOf } from 'gql.tada';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { dayIn } from '../core/i18n/index.ts';
import { CountryFileQuery, FileRightsQuery } from './countryFile.documents.ts';

/** What somebody may see of a country. */
export type CountryFile = ResultOf<typeof CountryFileQuery>;
type Rights = NonNullable<ResultOf<typeof FileRightsQuery>['viewer']>['can'];

/** Whether the working files are for somebody who may do this; nobody without rights. */
export const hasFile = (can: Rights | undefined): boolean => can !== undefined && (can.enterNeeds || can.readCooperationRequests || can.readLegs || can.planMissions);

/** What decides whether working files are for who is signed in. */
export function useFileRights(): Answer<ResultOf<typeof FileRightsQuery>> {
  return useAnswer(FileRightsQuery, () => ({}));
}

/** What who asks may see of a country, by its code; asked anew by each visit: others change it too. */
export function useCountryFile(code: () => string): Answer<CountryFile> {
  const now = new Date(beginningOfDay(Date.now())).toISOString();
  return useAnswer(CountryFileQuery, () => ({ code: code(), now, today: dayIn(now) }), 'network-only');
}
