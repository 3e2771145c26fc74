import { computed, ref, shallowRef } from 'vue';
import { expect, it } from 'vitest';

import type { Failure } from '../../core/api/index.ts';
import { usePlanKept } from './usePlanKept.ts';

it('keeps what came where asking once more fails, and nothing of what else is asked for', () => {
  const [data, asked, failed] = [ref<string>(), ref('a'), shallowRef<Failure>()];
  const answer = usePlanKept({ data, isLoading: ref(false), failure: computed(() => failed.value), retry: () => undefined }, () => asked.value);
  const seen = () => [answer.data.value, answer.failure.value?.code];
  data.value = 'of a';
  [data.value, failed.value] = [undefined, { code: 'NETWORK' }];
  expect(seen()).toEqual(['of a', 'NETWORK']);
  [data.value, failed.value] = ['of a, later', undefined];
  expect(seen()).toEqual(['of a, later', undefined]);
  asked.value = 'b';
  expect(seen()).toEqual([undefined, undefined]);
  data.value = 'of b';
  expect(seen()).toEqual(['of b', undefined]);
});
