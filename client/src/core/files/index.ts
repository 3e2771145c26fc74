export { saveFile } from './saveFile.ts';
export { failureIn, useFile } from './useFile.ts';
