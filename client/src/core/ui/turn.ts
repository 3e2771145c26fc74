/** Resolves once the browser has had its turn: it may have answered, laid out and painted in between. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
