/** What a list of files is narrowed to: what is taken is decided by what is in a file. */
export const ACCEPTED = '.pdf,.docx,.xlsx,.pptx,.png,.jpg,.jpeg,.webp';

/** A size in millions of bytes, not less than a tenth. */
export function megabytes(bytes: number): number {
  return Math.max(Math.round(bytes / 100_000), 1) / 10;
}

/** The name of a file as a title to begin with: without its ending, and with spaces. */
export function titleOf(fileName: string): string {
  return fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '').replaceAll(/[_\s]+/g, ' ').trim();
}
