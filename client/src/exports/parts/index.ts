// A door of its own for the pages whose lists can be taken along.
export { ExportList, PublicFiles } from '../laterList.ts';
// For what is loaded later itself.
export { default as FileButtons } from '../FileButtons.vue';
