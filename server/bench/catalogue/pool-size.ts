/** How many connections each peer may hold: as many as the product. */
export const POOL_SIZE = 8;
