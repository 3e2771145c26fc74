/** Fewer people than this are not counted for those who do not see them, nor where numbers are shown round: somebody could be recognised. None is no secret. The threshold of the Counter-Trafficking Data Collaborative. */
export const FEWEST_PEOPLE = 11;
