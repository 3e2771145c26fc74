/** The door of where readers are on a page: what nobody needs before they have gone on comes after the rest. */
import './openedLink.ts';

export { keepPlace } from './keptPlace.ts';
