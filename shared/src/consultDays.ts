/** The fewest and the most working days that a post is given to say what it thinks of a leg, and how many unless told: those of TAIEX. */
export const CONSULT_DAYS = { least: 2, most: 20, usual: 5 } as const;
