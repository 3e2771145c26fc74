/** Subscriptions: changes that are heard of, streams that tell of them. */
export { Changes } from './changes.ts';
export { signalOf } from './signal.ts';
export type { Live, StreamContext } from './stream-context.ts';
export { streamHandler } from './stream-handler.ts';
export { type StreamLimits, Streams } from './streams.ts';
export { watchSeen } from './watch-seen.ts';
