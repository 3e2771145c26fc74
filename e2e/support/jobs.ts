/** The page of jobs. */

export const PAGE = '/jobs';
