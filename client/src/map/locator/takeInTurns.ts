import { beginDrawing, hasMoved, turn } from '../../core/ui/index.ts';

/** All that a sequence gives, in its order: on the first page of a visit one in a turn, afterwards at once. Undefined where nobody needs it any more, which `isOver` tells. */
export async function takeInTurns<Value>(steps: Iterable<Value>, isOver: () => boolean): Promise<Value[] | undefined> {
  const end = beginDrawing();
  const taken: Value[] = [];
  try {
    for (const one of steps) {
      taken.push(one);
      if (!hasMoved.value) await turn();
      if (isOver()) return undefined;
    }
    return taken;
  } finally {
    end();
  }
}
