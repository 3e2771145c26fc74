import { type Component, defineAsyncComponent } from 'vue';

import { turn } from '../core/ui/index.ts';

/** A part of the frame that the application takes over in a turn of its own: until then it is there as the document has it. */
export function inItsTurn<Part extends Component>(part: Part): Part {
  return defineAsyncComponent({
    loader: () => Promise.resolve(part),
    hydrate: (takeOver) => void turn().then(takeOver),
  }) as Part;
}
