/** Draws the frames of the pages, for the build alone: what needs neither an answer of the API nor a browser. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { createSSRApp } from 'vue';
import { createMemoryHistory, type RouteParamsRawGeneric } from 'vue-router';
import { renderToString, type SSRContext } from 'vue/server-renderer';

import App from '../App.vue';
import { brought, i18n, type Messages } from '../core/i18n/index.ts';
import { innerRoutes } from '../innerRoutes.ts';
import { createAppRouter } from '../router.ts';

/** What is drawn. */
export interface Page {
  /** The name of its route. */
  readonly name: string;
  readonly params: RouteParamsRawGeneric;
  readonly locale: Locale;
  /** The parts of the catalogue that it needs, by `<locale>/<part>`. */
  readonly texts: Readonly<Record<string, Messages>>;
}

/** A frame in HTML, and the title of the document, where it is known without an answer. */
export interface Frame {
  readonly html: string;
  readonly title: string | undefined;
}

/** Draws the frame of a page. One after the other: the locale of the moment is one for all. */
export async function drawFrame({ name, params, locale, texts }: Page): Promise<Frame> {
  Object.assign(brought, texts);
  const router = createAppRouter(createMemoryHistory(), innerRoutes);
  await router.push({ name, params: { ...params, locale } });
  const context: SSRContext & { title?: string } = {};
  const html = await renderToString(createSSRApp(App).use(i18n).use(router), context);
  return { html, title: context.title };
}
