// A door of its own for the pages whose lists can be taken along.
export { ExportList } from '../laterList.ts';
export { exportAddress, type ExportedType } from '../exportAddress.ts';
