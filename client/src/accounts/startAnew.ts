import { forgetKept } from '../core/kept/index.ts';

/**
 * Opens an address, of this site or of who signs people in for it, as a page of its own, in the place of this one. Signing in and out end so: all that was
 * asked for one person, the answers that are kept in each language with it, is forgotten with the page that asked, and no
 * part of the application has to be trusted to forget. What a check-in page has kept in this browser goes with it; what somebody was typing goes where they sign out.
 */
export async function startAnew(address: string): Promise<void> {
  await forgetKept();
  location.replace(address);
}
