/** What stands in a mail, as it may stand there. */

/** A link as it is. Throws for what is none. */
export function address(link: string): string {
  if (!/^https?:\/\/\S+$/.test(link) || !URL.canParse(link)) throw new Error('The link of a mail begins with https:// and has no spaces');
  return link;
}

/** A text within HTML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br />');
}
