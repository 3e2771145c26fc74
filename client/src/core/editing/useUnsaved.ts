import { onBeforeUnmount, onMounted } from 'vue';
import { useI18n } from 'vue-i18n';
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router';

/** Asks before what was typed and not saved is lost: on the way to another page or site, or to the same page in another language, which starts anew. For components of pages only. */
export function useUnsaved(isDirty: () => boolean): void {
  const { t } = useI18n();

  function warn(event: BeforeUnloadEvent): void {
    if (isDirty()) event.preventDefault();
  }

  const mayGo = (): boolean => !isDirty() || confirm(t('guard.leave'));

  onMounted(() => addEventListener('beforeunload', warn));
  onBeforeUnmount(() => removeEventListener('beforeunload', warn));
  onBeforeRouteLeave(mayGo);
  onBeforeRouteUpdate((to, from) => to.path === from.path || mayGo());
}
