/**
 * A reference file that cannot be imported. The message names the file, the place in it and what is wrong, for the person
 * who edits it: `countries.json, countries[3].names.xx: not one of the sixteen locales`.
 */
export class ReferenceFileError extends Error {
  override readonly name = 'ReferenceFileError';

  constructor(readonly file: string, readonly place: string, readonly reason: string) {
    super(`${file}${place === '' ? '' : `, ${place}`}: ${reason}`);
  }
}
