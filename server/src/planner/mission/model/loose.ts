/** A model for what only bounds: a departure that stands for others leaves with the last of them and arrives with the first. */
import type { Model } from './model.ts';

/** The same model where each departure stands for itself alone. No plan is looked for in it. */
export function looseOf(model: Model): Model {
  if (model.spread === 0) return model;
  const departures = model.departures.map((list) => list.map((one) => (one.spread === 0 ? one : { ...one, at: one.at + one.spread, spread: 0 })).sort((a, b) => a.at - b.at || a.arrives - b.arrives));
  return { ...model, departures, spread: 0, slack: model.spread };
}
