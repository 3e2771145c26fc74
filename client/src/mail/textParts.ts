/** A piece of a text: words, or the address of a link. */
export interface TextPart {
  readonly text: string;
  readonly isLink: boolean;
}

/** What follows an address more often than it belongs to it. */
const AFTER = /[.,;:!?)\]}»”]+$/;

/** The pieces of a text, which together are the text: its http and https addresses are links. */
export function textParts(text: string): TextPart[] {
  const parts = text.split(/(https?:\/\/[^\s<>"]+)/).flatMap((piece, place) => {
    if (place % 2 === 0) return [{ text: piece, isLink: false }];
    const address = piece.replace(AFTER, '');
    return [{ text: address, isLink: URL.canParse(address) }, { text: piece.slice(address.length), isLink: false }];
  });
  return parts.filter((part) => part.text !== '');
}
