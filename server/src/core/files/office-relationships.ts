/** Where the parts of an office's file lead, and what they are said to be (ECMA-376-2, 9 and 10.1). */
import type { FileKind } from './file-kind.ts';
import { attribute, readXml } from './read-xml.ts';
import { RefusedFile } from './refused-file.ts';

const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const HYPERLINKS: readonly (string | undefined)[] = ['http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink', 'http://purl.oclc.org/ooxml/officeDocument/relationships/hyperlink'];
/** Of the last word of a type, and of a type of content: what acts, is another file within, or is fetched from elsewhere. */
const ACTIVE_TYPE = /oleobject|\/package$|vba|macro|external|attachedtemplate|attachedtoolbars|keymap|connections|querytable|\/control$|activex|subdocument|\/frame$|mailmerge|afchunk|extensibility|customization|webextension|taskpane|dialogsheet|customui/i;
const ACTIVE_CONTENT = /macro|vba|oleobject|activex|externallink|connections|querytable|\.package$|webextension|taskpane|dialogsheet|customui/i;
/** A link that somebody follows, and that starts nothing. */
export const FOLLOWED = /^(?:https?:\/\/|mailto:|tel:|#)/i;
/** An address outside of the file: with a scheme, or of another machine. */
export const ELSEWHERE = /^\s*(?:[a-z][a-z\d+.-]*:|[\\/]{2})/i;

const MAIN: Readonly<Record<string, FileKind>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml': 'XLSX',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml': 'PPTX',
};

/** Looks at relationships. Throws RefusedFile. */
export function refuseRelationships(bytes: Buffer): void {
  readXml(bytes, {
    open: (tag) => {
      if (tag.uri !== RELATIONSHIPS || (tag.local !== 'Relationship' && tag.local !== 'Relationships')) throw new RefusedFile('UNREADABLE');
      if (tag.local === 'Relationship') refuseOne({ type: attribute(tag, 'Type') ?? '', target: attribute(tag, 'Target') ?? '', mode: attribute(tag, 'TargetMode') ?? 'Internal' });
    },
  });
}

function refuseOne({ type, target, mode }: { readonly type: string; readonly target: string; readonly mode: string }): void {
  if (ACTIVE_TYPE.test(type.slice(type.lastIndexOf('/')))) throw new RefusedFile('ACTIVE');
  const isQuiet = mode === 'Internal' ? !ELSEWHERE.test(target) && !target.includes('\\') : mode === 'External' && HYPERLINKS.includes(type) && FOLLOWED.test(target);
  if (!isQuiet) throw new RefusedFile('ACTIVE');
}

/** What a file is by the type of its one main part. Throws RefusedFile. */
export function kindOf(bytes: Buffer): FileKind {
  const kinds: FileKind[] = [];
  readXml(bytes, {
    open: (tag) => {
      if (tag.uri !== TYPES) throw new RefusedFile('UNREADABLE');
      const type = attribute(tag, 'ContentType') ?? '';
      if (ACTIVE_CONTENT.test(type)) throw new RefusedFile('ACTIVE');
      if (Object.hasOwn(MAIN, type)) kinds.push(MAIN[type]!);
    },
  });
  if (kinds.length !== 1) throw new RefusedFile('UNSUPPORTED');
  return kinds[0]!;
}
