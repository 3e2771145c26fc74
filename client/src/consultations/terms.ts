/** How posts are consulted. */
export interface Terms {
  days: number;
  silenceAgrees: boolean;
}

/** The fewest and the most working days that they are given. */
export const [FEWEST_DAYS, MOST_DAYS] = [2, 20];

/** As the form begins. */
export const usualTerms = (): Terms => ({ days: 5, silenceAgrees: true });

/** Whether a number of days that was typed can be sent. */
export const areDays = (days: unknown): boolean => Number.isInteger(days) && Number(days) >= FEWEST_DAYS && Number(days) <= MOST_DAYS;
