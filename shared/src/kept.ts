/** What a browser keeps of a check-in page, where the two sides have to know of it. */

/** The cookie whose value opens the list of names that is kept. The page makes it; signing in and out end it, whoever does either. */
export const KEPT_KEY = 'kept-key';

/** Ends it, as a `Set-Cookie` header and as a script writes it. */
export const KEPT_KEY_ENDS = `${KEPT_KEY}=; Path=/; Max-Age=0; SameSite=Strict`;
