import { onBeforeUnmount, onMounted, type Ref, ref, watch } from 'vue';
import { useRoute } from 'vue-router';

/**
 * A part of the page that opens over it. It closes with Escape, by a touch elsewhere and when something in it was
 * chosen; when the focus was inside, it goes back to the control.
 */
export function useDisclosure(
  part: Readonly<Ref<HTMLElement | null>>, control: Readonly<Ref<HTMLElement | null>>,
): { readonly isOpen: Ref<boolean> } {
  const route = useRoute();
  const isOpen = ref(false);

  function close(): void {
    if (!isOpen.value) return;
    if (part.value?.contains(document.activeElement)) control.value?.focus();
    isOpen.value = false;
  }

  function onKey({ key }: KeyboardEvent): void {
    if (key === 'Escape') close();
  }

  function onPress({ target }: PointerEvent): void {
    if (!(target instanceof Node && part.value?.contains(target))) isOpen.value = false;
  }

  watch(() => route.fullPath, close);
  onMounted(() => {
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPress);
  });
  onBeforeUnmount(() => {
    document.removeEventListener('keydown', onKey);
    document.removeEventListener('pointerdown', onPress);
  });
  return { isOpen };
}
