import { useI18n } from 'vue-i18n';

const TEXTS = /^(.+)_translation$/;

/** Says the name of a table in words, in the reader's language. A table of texts is named after what they are about, a schema (`graphile_worker.*`) stands for its tables. */
export function useTableName(): (table: string) => string {
  const { t } = useI18n();
  return (table) => {
    const about = TEXTS.exec(table)?.[1];
    return about === undefined ? t(`register.table.${table.split('.')[0]!}`) : t('register.textsOf', { table: t(`register.table.${about}`) });
  };
}
