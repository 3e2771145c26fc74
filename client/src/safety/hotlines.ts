import { onBeforeUnmount, type Ref, shallowRef, watch } from 'vue';

interface Hotline {
  readonly number: string;
  readonly provenance: { readonly isVerified: boolean };
}

declare const read: unique symbol;

/** A number that somebody has read in its source. `verifiedHotlines` alone makes one, and no other can be called by a touch. */
export type VerifiedNumber = string & { readonly [read]: true };

/** A hotline with such a number. */
export type Verified<Known> = Known & { readonly number: VerifiedNumber };

/** The hotlines that somebody has checked: no other is ever shown as a number to call, for someone may be in danger. */
export function verifiedHotlines<Known extends Hotline>(hotlines: readonly Known[]): Verified<Known>[] {
  return hotlines.filter((hotline): hotline is Verified<Known> => hotline.provenance.isVerified);
}

/** The number that the strip offers to call: that of the country whose page is open, once verified. */
export const localNumber: Ref<VerifiedNumber | undefined> = shallowRef();

/** Has the strip offer the first verified number of these hotlines as long as the component that calls this is shown. */
export function useLocalHotlines(hotlines: () => readonly Hotline[]): void {
  watch(() => verifiedHotlines(hotlines())[0]?.number, (number) => {
    localNumber.value = number;
  }, { immediate: true });
  onBeforeUnmount(() => {
    localNumber.value = undefined;
  });
}
