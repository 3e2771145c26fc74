/** A file has so many lines at most: more are asked for in parts. */
export const MOST_LINES = 20_000;
