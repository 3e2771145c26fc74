/** The page of the register of personal data, and what the API has of it. */
import type { Page } from '@playwright/test';

export const PAGE = '/data-register';

/** Unfolds what is kept about every kind of person. */
export const unfold = (page: Page): Promise<void> => page.locator('.register-fold').evaluateAll((folds) => { for (const fold of folds) (fold as HTMLDetailsElement).open = true; });

export interface Register {
  readonly dataRegister: { readonly tables: { readonly name: string; readonly columns: { readonly name: string; readonly proposed: readonly string[] }[] }[] };
}
