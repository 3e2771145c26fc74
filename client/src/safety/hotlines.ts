import { onBeforeUnmount, type Ref, ref, watch } from 'vue';

interface Hotline {
  readonly number: string;
  readonly provenance: { readonly isVerified: boolean };
}

/** The hotlines that somebody has checked: no other is ever shown as a number to call, for someone may be in danger. */
export function verifiedHotlines<Known extends Hotline>(hotlines: readonly Known[]): Known[] {
  return hotlines.filter(({ provenance }) => provenance.isVerified);
}

/** The number that the strip offers to call: that of the country whose page is open, once verified. */
export const localNumber: Ref<string | undefined> = ref();

/** Has the strip offer the first verified number of these hotlines as long as the component that calls this is shown. */
export function useLocalHotlines(hotlines: () => readonly Hotline[]): void {
  watch(() => verifiedHotlines(hotlines())[0]?.number, (number) => {
    localNumber.value = number;
  }, { immediate: true });
  onBeforeUnmount(() => {
    localNumber.value = undefined;
  });
}
