/** How many slots the hosts of meetings are offered, and when. Pure functions; the rules of rows in the migration say the same to the database. */

/** The most slots of an offer, others that a host proposes, and signs of each text. */
export const MOST = { SLOTS: 8, PROPOSALS: 3, NAME: 200, OVERRIDE: 300, REMARK: 500 } as const;

/** Whether slots are offered in a leg, by who prepares it: once the mission is planned. An idea is told to nobody outside. */
export function mayOfferSlots({ stage }: { readonly stage: string }): boolean {
  return stage !== 'IDEA';
}
