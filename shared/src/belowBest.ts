/** By which share of the best possible plan one is worth less at most, in whole hundredths, where the best is so many per cent better than it: rounded up, so that it is never said to be nearer than it is. */
export const belowBest = (openPercent: number): number => Math.ceil((100 * openPercent) / (100 + openPercent)) / 100;
