import { type Locale } from '@passerelle/shared/locales.ts';
import { type ShallowRef, shallowRef } from 'vue';

import type { Format } from './format/index.ts';
import { intlFormat } from './format/intlFormat.ts';

/** The locale of the page: always the one of its address. */
export const locale: ShallowRef<Locale> = shallowRef('en');

/** How the locale of the page writes dates, numbers and lists. */
export const format: ShallowRef<Format> = shallowRef(intlFormat('en'));
