/** A number as it is read: four groups of four. */
export function groupedNumber(number: string): string {
  return number.match(/.{1,4}/g)?.join('-') ?? number;
}

/** The address of the file of a certificate, in two languages. */
export function certificateFile(id: string, languages: readonly [string, string]): string {
  return `/certificate/${id}.pdf?languages=${languages.join(',')}`;
}
