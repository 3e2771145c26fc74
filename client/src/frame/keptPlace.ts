/** Who chooses another language reads on where they were. */
import { nextTick } from 'vue';
import type { RouteLocationNormalized, Router } from 'vue-router';

const withoutLocale = ({ fullPath }: RouteLocationNormalized): string => fullPath.replace(/^\/[^/]+/, '');

/** Has the page stay where it was scrolled to while it is drawn anew in another language, short until its answers have come. Who goes back is led by the router. */
export function keepPlace(router: Router): void {
  let left = 0;
  router.beforeResolve(() => {
    left = scrollY;
  });
  router.afterEach(async (to, from, failure) => {
    const top = left;
    const isBack = Boolean((history.state as { readonly scroll?: unknown } | null)?.scroll);
    if (failure || isBack || top === 0 || to.path === from.path || withoutLocale(to) !== withoutLocale(from)) return;
    const { reachable } = await import('./reachable.ts');
    await nextTick();
    if (await reachable(top)) scrollTo({ top, behavior: 'instant' });
  });
}
