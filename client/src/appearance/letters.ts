/**
 * Gives the page its own letters, once what was asked for is drawn: it is read sooner, in letters of the device that are as wide. Who has
 * been here before sees them from the start (`firstLook`).
 */
export function bringLetters(): void {
  document.documentElement.dataset.letters = '';
}
