import type { ResultOf, VariablesOf } from 'gql.tada';

import { type Act, type Answer, useAct, useAnswer } from '../core/api/index.ts';
import type { StepUp } from '../keys/index.ts';
import { CalendarsQuery, MakeCalendarLinkMutation, RevokeCalendarLinkMutation } from './calendars.documents.ts';

type Viewer = NonNullable<ResultOf<typeof CalendarsQuery>['viewer']>;

/** An address that somebody has made. */
export type CalendarLink = Viewer['calendarLinks'][number];

/** What came of making an address. */
export type MadeLink = ResultOf<typeof MakeCalendarLinkMutation>['makeCalendarLink'];

/** The calendars of who is signed in. */
export function useCalendars(): Answer<ResultOf<typeof CalendarsQuery>> {
  return useAnswer(CalendarsQuery, () => ({}), 'network-only');
}

/** Makes an address. */
export function useMakeCalendarLink(guard: StepUp['guard']): Act<ResultOf<typeof MakeCalendarLinkMutation>, VariablesOf<typeof MakeCalendarLinkMutation>> {
  return guard(useAct(MakeCalendarLinkMutation));
}

/** Takes an address away. */
export function useRevokeCalendarLink(): Act<ResultOf<typeof RevokeCalendarLinkMutation>, VariablesOf<typeof RevokeCalendarLinkMutation>> {
  return useAct(RevokeCalendarLinkMutation);
}
