import { type Ref, ref, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/** The secret in the fragment of an address (`#secret`); undefined where there is none, or something that is no secret. */
export function secretIn(hash: string): string | undefined {
  return /^#([\w-]{16,200})$/.exec(hash)?.[1];
}

// In the memory of the page alone, and out of the component, so that another language can be chosen before it is used.
const held = ref<string>();

/**
 * The secret that the address brought, which is taken out of it at once: a fragment is not sent to any server, and so it
 * stands in no history, in no link to another language, and on no paper either.
 */
export function useSecret(): Ref<string | undefined> {
  const route = useRoute();
  const router = useRouter();
  watch(() => route.hash, (hash) => {
    if (hash === '') return;
    held.value = secretIn(hash);
    history.replaceState(history.state, '', route.path);
    void router.replace({ path: route.path });
  }, { immediate: true });
  return held;
}
