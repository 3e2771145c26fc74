import type { Plugin } from 'vite';

const WRITE = 'sessionStorage[SCROLL_KEY] = JSON.stringify(scrollPositions);';

/**
 * Keeps the router from writing the addresses of a visit into the browser's storage: it does so to restore how far a
 * page was scrolled after a reload, and a visitor must leave no trace. While the page is open it still remembers.
 * The build fails when the router no longer writes there as it did: then look again.
 */
export function leaveNoTrace(): Plugin {
  let found = false;
  return {
    name: 'leave-no-trace',
    apply: 'build',
    transform(code, id) {
      if (!id.includes('/vue-router/') || !code.includes(WRITE)) return undefined;
      found = true;
      return { code: code.replace(WRITE, ''), map: null };
    },
    buildEnd(error) {
      if (!error && !found) throw new Error('vue-router no longer writes scroll positions where it did: see scripts/leaveNoTrace.ts');
    },
  };
}
