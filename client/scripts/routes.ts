/** The pages of the client, as its routes name them: what the scripts and the build know of them. */
import { globSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

import type { RouteRecordRaw } from 'vue-router';

/** A page with an address of its own below the locale. */
export interface BuiltPage {
  readonly name: string;
  /** Its route. */
  readonly route: RouteRecordRaw;
  /** The file of its component, from the folder of the client, with slashes. */
  readonly component: string;
}

const client = fileURLToPath(new URL('..', import.meta.url));

/** Every page of the files `routes.ts` and, where a feature has some that are loaded apart, `….routes.ts`, in the order of files. */
export async function readPages(): Promise<BuiltPage[]> {
  const files = globSync('src/*/{,*.}routes.ts', { cwd: client }).map((file) => file.replaceAll('\\', '/')).sort();
  const found = await Promise.all(files.map(async (file) => {
    const routes = (await import(pathToFileURL(client + file).href)) as Record<string, RouteRecordRaw[]>;
    return pagesOf(file.replace(/\/[^/]+$/, ''), Object.values(routes).flat());
  }));
  return found.flat();
}

function pagesOf(folder: string, routes: readonly RouteRecordRaw[]): BuiltPage[] {
  return routes.flatMap((route) => {
    const file = /import\(['"]\.\/([^'"]+)['"]\)/.exec(String(route.component))?.[1];
    const own = file === undefined ? [] : [{ name: String(route.name), route, component: `${folder}/${file}` }];
    return [...own, ...pagesOf(folder, route.children ?? [])];
  });
}
