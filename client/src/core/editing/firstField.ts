/** Puts the focus into the first field of the form that is within something. */
export function focusFirstField(within: HTMLElement | null): void {
  within?.querySelector<HTMLElement>('form :is(input, select, textarea)')?.focus();
}
