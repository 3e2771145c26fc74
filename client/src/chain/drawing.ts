/** Where what stands in a chain is drawn: the stages from top to bottom, what is at one beside each other. */
import type { ChainItem, Stage } from './chainOf.ts';

export interface DrawnItem {
  readonly item: ChainItem;
  readonly x: number;
  readonly y: number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly { readonly stage: Stage; readonly y: number }[];
  readonly items: readonly DrawnItem[];
  /** Curves between the middles of what belongs together. */
  readonly lines: readonly string[];
}

/** In units of the drawing: how far apart, how far from the edge, and the height of what a stage is called. */
const [ACROSS, DOWN, EDGE, NAME] = [40, 36, 20, 22];
const MOST_ACROSS = 7;
/** How far a line that passes other stages bends aside, at least and for each of them: it must not look as if it ended at what it passes. */
const [ASIDE, ASIDE_MORE] = [36, 22];

/** The drawing of a chain, for a box of 280 units. */
export function drawingOf(chain: readonly ChainItem[]): Drawing {
  const stages = [...new Set(chain.map(({ stage }) => stage))];
  const [rows, items]: [Drawing['rows'][number][], DrawnItem[]] = [[], []];
  let y = 0;
  for (const stage of stages) {
    y += NAME;
    rows.push({ stage, y: y - 6 });
    const own = chain.filter((one) => one.stage === stage);
    items.push(...own.map((item, n) => ({ item, x: EDGE + (n % MOST_ACROSS) * ACROSS, y: y + EDGE - 2 + Math.floor(n / MOST_ACROSS) * DOWN })));
    y += Math.ceil(own.length / MOST_ACROSS) * DOWN + 10;
  }
  const at = new Map(items.map((drawn) => [drawn.item.number, drawn]));
  const lines = items.flatMap(({ item, x, y: top }) => item.linked.filter((number) => number > item.number).map((number) => {
    const to = at.get(number)!;
    const bend = Math.max(18, (to.y - top) / 2);
    const passed = stages.indexOf(to.item.stage) - stages.indexOf(item.stage) - 1;
    const aside = passed > 0 ? Math.min(MOST_ACROSS * ACROSS, Math.max(x, to.x) + ASIDE + passed * ASIDE_MORE) : undefined;
    return `M${x} ${top}C${aside ?? x} ${top + bend} ${aside ?? to.x} ${to.y - bend} ${to.x} ${to.y}`;
  }));
  return { width: MOST_ACROSS * ACROSS, height: y, rows, items, lines };
}
