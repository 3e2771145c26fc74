import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  document.head.innerHTML = '';
  vi.resetModules();
});

function bring(texts: object): void {
  const script = document.createElement('script');
  script.id = 'texts';
  script.type = 'application/json';
  script.textContent = JSON.stringify(texts);
  document.head.append(script);
}

it('messages that the document brought are used, what it did not bring is loaded', async () => {
  bring({ 'mk/core': { app: { name: 'Донесено' } } });
  const { i18n, loadMessages } = await import('./messages.ts');
  await loadMessages('mk', ['home']);
  i18n.global.locale.value = 'mk';
  expect(i18n.global.t('app.name')).toBe('Донесено');
  expect(i18n.global.te('home.title')).toBe(true);
});

it('messages are loaded where the document brought none', async () => {
  const { i18n, loadMessages } = await import('./messages.ts');
  await loadMessages('mk', []);
  i18n.global.locale.value = 'mk';
  expect(i18n.global.t('nav.countries')).toBe('Земји');
});
