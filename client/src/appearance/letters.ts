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

/**
 * Gives the page its own letters, once what was asked for is drawn: it is read sooner, in letters of the device that are as wide. Where a
 * line would break elsewhere and push away what is being read, the page keeps those, and the next has its own: `onNextPage` calls what it is given
 * when another page is about to be drawn. Who has been here before has them from the start (`firstLook`).
 */
export async function bringLetters(onNextPage: (then: () => void) => void): Promise<void> {
  const { body, documentElement: { dataset } } = document;
  if (dataset.letters) return;
  await askForLetters();
  // All below the window counts as one place.
  const tops = (): number[] => [...body.querySelectorAll('*')].map((part) => Math.min(part.getBoundingClientRect().top, innerHeight));
  const before = tops();
  const show = (): void => void (dataset.letters = 'own');
  show();
  if (tops().every((top, index) => Math.abs(top - before[index]!) < UNSEEN)) return;
  dataset.letters = 'next';
  onNextPage(show);
}
