/** The list of training sessions, and what the API has of it. */

export interface Found {
  readonly trainingSessions: { totalCount: number; nodes: { id: string; startsAt: string; timeZone: string; theme: { code: string } }[] };
}

export const form = 'form[role=search]';
