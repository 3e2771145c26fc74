import type { Plugin } from 'vite';

const WRITE = 'sessionStorage[SCROLL_KEY] = JSON.stringify(scrollPositions);';
const READ = 'JSON.parse(sessionStorage[SCROLL_KEY])';

/**
 * Keeps the router from writing the addresses of a visit into the browser's storage: it does so to restore how far a
 * page was scrolled after a reload, and a visitor must leave no trace. While the page is open it still remembers. What is
 * never written is not read either, which would take the browser milliseconds before anything is shown.
 * The build fails when the router no longer does so where it did: then look again.
 */
export function leaveNoTrace(): Plugin {
  let found = false;
  return {
    name: 'leave-no-trace',
    apply: 'build',
    transform(code, id) {
      if (!id.includes('/vue-router/') || !code.includes(WRITE) || !code.includes(READ)) return undefined;
      found = true;
      return { code: code.replace(WRITE, '').replace(READ, '{}'), map: null };
    },
    buildEnd(error) {
      if (!error && !found) throw new Error('vue-router no longer writes scroll positions where it did: see scripts/leaveNoTrace.ts');
    },
  };
}
