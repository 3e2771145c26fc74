export { default as ColumnName } from './ColumnName.vue';
export { groupsOf } from './register.ts';
export { default as RegisterTable } from './RegisterTable.vue';
export { registerRoutes } from './routes.ts';
export { useTableName } from './useTableName.ts';
