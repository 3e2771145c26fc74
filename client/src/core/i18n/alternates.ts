import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';

/**
 * Says in the head of the document where the page is in each language, `x-default` being the address that chooses.
 * `path` is the address without its locale, query included.
 */
export function setAlternates(path: string): void {
  if (import.meta.env.SSR) return;
  document.head.querySelectorAll('link[rel="alternate"][hreflang]').forEach((link) => link.remove());
  for (const tag of [...LOCALE_TAGS, 'x-default']) {
    const link = document.createElement('link');
    link.rel = 'alternate';
    link.hreflang = tag;
    link.href = `${location.origin}${tag === 'x-default' ? '' : `/${tag}`}${path}`;
    document.head.append(link);
  }
}
