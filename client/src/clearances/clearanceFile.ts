/** The most bytes of a document, as the server has it. */
export const MOST_BYTES = 5_000_000;

/** Where the document of a clearance is, by its id. */
export function clearanceFile(id: string): string {
  return `/clearances/${id}`;
}

/** What is said of a clearance, as it is typed. Days are `2027-03-31`, or empty. */
export interface TypedClearance {
  readonly fromOn: string;
  readonly untilOn: string;
  readonly givenBy: string;
  readonly givenOn: string;
  readonly remark: string;
  readonly locale: string;
  /** The id of the only mission for which it counts; empty for all. */
  readonly mission: string;
}
