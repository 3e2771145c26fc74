/** What takes no place where it stands: it turns what is read around it, hides a difference, or makes a text of nothing. Joiners of emoji are among it. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;

/** What is to be seen of a typed text, composed, without blanks around it; empty where nothing is. */
export function visibleText(typed: string): string {
  return typed.normalize('NFC').replaceAll(INVISIBLE, '').trim();
}
