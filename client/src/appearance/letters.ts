import { turn } from '../core/ui/index.ts';

/** The fonts of the page's own letters, as `fonts.css` names them: a name with a figure in it needs its quotes. */
const FONTS = ['1em "Source Sans 3"', '1em "Passerelle Sans"', '600 1em "Source Serif 4"', '600 1em "Passerelle Serif"'];

/** Asks for the files of the letters in which the page is written; done once each has come, or does not. */
export async function askForLetters(): Promise<void> {
  // Not the text of the whole document: its list of languages is written in all their letters.
  const said = document.querySelector('main')?.textContent;
  // Where a browser has no such thing that is thrown at once: it is settled too.
  await Promise.allSettled(FONTS.map(async (font) => document.fonts.load(font, said)));
}

/** By how many CSS pixels something may move that nobody sees moving: what a browser does not count as a shift of the layout. */
const UNSEEN = 3;

/** How many elements get their own letters in one turn, but for what is laid out as a whole. */
const AT_ONCE = 100;

/** What is laid out as a whole: the cells of a table, and a drawing. */
const WHOLE = 'table, svg';

/** A part of the page as neighbours that are small enough to be laid out in one turn. */
function portions(part: Element): Element[] {
  if (part.matches(WHOLE) || part.getElementsByTagName('*').length <= AT_ONCE) return [part];
  return [...part.children].flatMap(portions);
}

/** How far from the top of the window an element is, in CSS pixels; all below the window counts as one place. */
const topOf = (element: Element): number => Math.min(element.getBoundingClientRect().top, innerHeight);

/** Gives a part its own letters; whether nobody has seen one of the elements move by that. */
function tryOn(elements: readonly Element[], { dataset }: HTMLElement): boolean {
  const before = elements.map(topOf);
  dataset.letters = 'own';
  return elements.every((element, index) => Math.abs(topOf(element) - before[index]!) < UNSEEN);
}

/** The same for one part after the other, each in a turn of its own, so that a slow telephone can answer in between; all have what they had where one moves. */
async function tryOnInTurns(elements: readonly Element[], parts: readonly HTMLElement[]): Promise<boolean> {
  for (const part of parts) {
    await turn();
    if (tryOn(elements, part)) continue;
    for (const { dataset } of parts) delete dataset.letters;
    return false;
  }
  return true;
}

/**
 * Gives the page its own letters, once what was asked for is drawn: it is read sooner, in letters of the device that are as wide. Where a
 * line would break elsewhere and push away what is being read, the page keeps those, and the next has its own: `onNextPage` calls what it is given
 * when another page is about to be drawn. What is in sight is tried on first. Who has been here before has them from the start (`firstLook`).
 */
export async function bringLetters(onNextPage: (then: () => void) => void): Promise<void> {
  const { body, documentElement: { dataset } } = document;
  if (dataset.letters) return;
  await askForLetters();
  const parts = portions(body) as HTMLElement[];
  const inSight = parts.filter((part) => topOf(part) < innerHeight);
  if (!(await tryOnInTurns(inSight.flatMap((part) => [part, ...part.querySelectorAll('*')]), inSight))) {
    dataset.letters = 'next';
    onNextPage(() => void (dataset.letters = 'own'));
    return;
  }
  for (const part of parts.filter((one) => !inSight.includes(one))) {
    await turn();
    tryOn([part], part);
  }
  await turn();
  dataset.letters = 'own';
  for (const part of parts) {
    await turn();
    delete part.dataset.letters;
  }
}
