const FIELD = 'form :is(input, select, textarea)';

/**
 * Puts the focus into the first field of the form that is within something. A form that has to be loaded first gets it
 * once it is there, if it is still wanted and nothing else has the focus by then.
 */
export function focusFirstField(within: HTMLElement | null, isWanted: () => boolean): void {
  if (!within) return;
  const focusIn = (form: HTMLElement): boolean => {
    const field = form.querySelector<HTMLElement>(FIELD);
    field?.focus();
    return field !== null;
  };
  if (focusIn(within)) return;
  const coming = new MutationObserver(() => {
    const isLeft = !isWanted() || (document.activeElement !== document.body && document.activeElement !== null);
    if (isLeft || focusIn(within)) coming.disconnect();
  });
  coming.observe(within, { childList: true, subtree: true });
}
