/** Who may do what with calls for availability, as pure functions. */
import { expect, test } from 'vitest';
import { callAbilities, mayAskExperts } from './availability.policy.ts';

const ADVISER = { circle: 'adviser' } as const;

test('nobody but the adviser and the team makes calls', () => {
  for (const circle of ['visitor', 'network', 'post'] as const) expect([circle, mayAskExperts({ circle }), callAbilities({ isClosed: false, isOpen: true }, { circle })]).toEqual([circle, false, { edit: false, ask: false, close: false }]);
  expect(mayAskExperts(ADVISER)).toBe(true);
});

test('what can be done follows from whether it was closed, and whether it takes answers', () => {
  expect(callAbilities({ isClosed: false, isOpen: true }, ADVISER)).toEqual({ edit: true, ask: true, close: true });
  expect(callAbilities({ isClosed: false, isOpen: false }, ADVISER)).toEqual({ edit: true, ask: false, close: true });
  expect(callAbilities({ isClosed: true, isOpen: false }, ADVISER)).toEqual({ edit: false, ask: false, close: false });
});
