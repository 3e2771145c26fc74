/** Which document of which session, by their keys, and who does something with it. */
export interface WhichDocument {
  readonly person: string;
  readonly session: string;
  readonly key: string;
}
