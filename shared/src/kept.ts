/** What a browser keeps for whoever is signed in, where the two sides have to know of it. */

/** The cookie whose value opens the list of names that is kept. The page makes it; signing in and out end it, whoever does either. */
export const KEPT_KEY = 'kept-key';

/**
 * The cookie whose value opens what somebody is typing and has not sent: a key, a dot, and the mark of whose it is, both of 43 signs. The page makes it; signing out ends it, and so does
 * signing in of anybody whose mark it does not have.
 */
export const DRAFT_KEY = 'draft-key';

/** How the names of what is kept of it begin. */
export const DRAFTS = 'draft:';

/** What the mark is made of, by SHA-256: it says nothing to whoever does not know the key. */
export const draftMarkOf = (key: string, address: string): string => `${key} ${address}`;

const ends = (name: string): string => `${name}=; Path=/; Max-Age=0; SameSite=Strict`;

/** Ends the first, as a `Set-Cookie` header and as a script writes it. */
export const KEPT_KEY_ENDS = ends(KEPT_KEY);

/** Ends the second. */
export const DRAFT_KEY_ENDS = ends(DRAFT_KEY);
