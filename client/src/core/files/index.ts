export { failureIn, useFile } from './useFile.ts';
