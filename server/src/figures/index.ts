/** What training sessions have come to, in numbers. */
export { type FiguresWanted, maySeeFigures, trainingFigures } from './figures.service.ts';
export { type GivenFigures, withoutSmallCells } from './small-cells.ts';
export { FiguresResolver } from './figures.resolver.ts';
