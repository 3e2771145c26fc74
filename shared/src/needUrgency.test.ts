import { expect, test } from 'vitest';
import { urgencyOf } from './needUrgency.ts';

test('a need is as urgent as the most pressing of what makes it so, and not urgent where nothing does', () => {
  expect([urgencyOf([]), urgencyOf(['REGIONAL', 'DEADLINE']), urgencyOf(['RECOMMENDED', 'CHILDREN']), urgencyOf(['RISING', 'LIVES'])]).toEqual(['LOW', 'MEDIUM', 'HIGH', 'CRITICAL']);
});
