import type { Locale } from '@passerelle/shared/locales.ts';

import { askAhead } from '../core/api/index.ts';
import { ServiceQuery } from './service.documents.ts';

/** The page is not kept back for longer, in milliseconds: the way out is on it. */
const PATIENCE = 400;

/** Resolves when it is known what the server says of itself, or when that takes too long to wait for. */
export function serviceKnown(locale: Locale): Promise<void> {
  return askAhead(ServiceQuery, {}, locale, PATIENCE);
}
