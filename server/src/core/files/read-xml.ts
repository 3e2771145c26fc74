/** XML as the parts of an office's file are written in it (ECMA-376-2, 8.1.4): UTF-8, well-formed, and without a document type, so that there is one way to read it. */
import sax, { type QualifiedTag, type SAXOptions } from 'sax';
import { RefusedFile } from './refused-file.ts';

/** What is told of a part, in its order. */
export interface XmlVisitor {
  open?(tag: QualifiedTag): void;
  text?(text: string): void;
  close?(local: string): void;
}

/** Reads a part. Throws RefusedFile, and what the visitor throws. */
export function readXml(bytes: Buffer, visitor: XmlVisitor): void {
  const parser = sax.parser(true, { xmlns: true, strictEntities: true } as SAXOptions);
  const broken = (): never => {
    throw new RefusedFile('UNREADABLE');
  };
  parser.onerror = broken;
  parser.ondoctype = broken;
  parser.onprocessinginstruction = ({ name, body }) => {
    if (name.toLowerCase() === 'xml' && /encoding/i.test(body) && !/encoding\s*=\s*["']utf-8["']/i.test(body)) broken();
  };
  parser.onopentag = (tag) => visitor.open?.(tag as QualifiedTag);
  parser.onclosetag = (name) => visitor.close?.(name.slice(name.indexOf(':') + 1));
  parser.ontext = (text) => visitor.text?.(text);
  parser.oncdata = (text) => visitor.text?.(text);
  parser.write(textOf(bytes)).close();
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RefusedFile('UNREADABLE');
  }
}

/** An attribute by its local name; undefined where there is none. */
export function attribute({ attributes }: QualifiedTag, local: string): string | undefined {
  return Object.values(attributes).find((one) => one.local === local)?.value;
}
