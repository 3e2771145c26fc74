/** How much of several people is sent together. The page asks before it sends, the server when it reads. */

/** The most that one form says of all whom it registers, in bytes of JSON in UTF-8: the largest body of a request has room for it, and for the question. */
export const MOST_SENT = 480 * 1024;

/** How large something is when it is sent, in bytes of JSON in UTF-8. */
export const bytesOf = (sent: unknown): number => new TextEncoder().encode(JSON.stringify(sent)).length;

/** How many of `people`, the first first, can be sent together, where `sent` says what is sent of so many; one at the least, who always fits. */
export function fitting<T>(people: readonly T[], sent: (some: readonly T[]) => unknown): number {
  let count = people.length;
  while (count > 1 && bytesOf(sent(people.slice(0, count))) > MOST_SENT) count -= 1;
  return count;
}
