import type { StateShape } from '../core/ui/index.ts';
import type { Entry } from './useFollowUp.ts';

/** The statuses, in their order, for lists of choices. */
export const STATUSES = ['NOT_STARTED', 'UNDER_WAY', 'PARTLY_IMPLEMENTED', 'IMPLEMENTED', 'NO_LONGER_RELEVANT'] as const satisfies readonly Entry['status'][];

/** What lists can be narrowed to. */
export const STANDINGS = ['OPEN', 'UNKNOWN', ...STATUSES] as const;
export type Standing = (typeof STANDINGS)[number];

/** The sign of each status. */
export const STATUS_SIGNS: Readonly<Record<Entry['status'], StateShape>> = { NOT_STARTED: 'open', UNDER_WAY: 'underWay', PARTLY_IMPLEMENTED: 'half', IMPLEMENTED: 'done', NO_LONGER_RELEVANT: 'over' };
