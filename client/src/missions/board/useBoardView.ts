import { type ComputedRef, computed, onScopeDispose, ref } from 'vue';
import { useRoute } from 'vue-router';

/** How a board is looked at. */
export const BOARD_VIEWS = ['people', 'places', 'list', 'map'] as const;
export type BoardView = (typeof BOARD_VIEWS)[number];

/** On a narrow screen the list comes first: a timeline is wider than it. */
const WIDE = '(min-width: 48rem)';

/** The view that the address names, or the first; and the order in which they are offered here. */
export function useBoardView(): { readonly view: ComputedRef<BoardView>; readonly order: ComputedRef<readonly BoardView[]> } {
  const route = useRoute();
  const media = import.meta.env.SSR ? undefined : matchMedia(WIDE);
  const isWide = ref(media?.matches ?? true);
  const look = (): void => void (isWide.value = media?.matches ?? true);
  media?.addEventListener('change', look);
  onScopeDispose(() => media?.removeEventListener('change', look));
  const order = computed<readonly BoardView[]>(() => (isWide.value ? BOARD_VIEWS : ['list', ...BOARD_VIEWS.filter((view) => view !== 'list')]));
  return { order, view: computed(() => BOARD_VIEWS.find((view) => view === route.query.view) ?? order.value[0]!) };
}
