import { i18n } from './messages.ts';

/** Says in the head of the document what the page is, by the key of the sentence; a page without one says nothing. */
export function setDescription(key: string | undefined): void {
  if (import.meta.env.SSR) return;
  document.head.querySelector('meta[name="description"]')?.remove();
  if (key === undefined) return;
  const meta = document.createElement('meta');
  meta.name = 'description';
  meta.content = i18n.global.t(key);
  document.head.append(meta);
}
