/** Compares two days, or two instants, as the API writes them: the earlier comes first. */
export const earlierFirst = (one: string, other: string): number => Number(one > other) - Number(one < other);
