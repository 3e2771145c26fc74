/** What is relaxed by the day on which the last journey of a party ends: all of it at once, or, where nights are limited, each day by itself with what can be done by those who are away for no longer than there are nights for. */
import type { Person } from '@passerelle/shared/planning.ts';
import type { Time } from '../model/at-once.ts';
import { shortly } from '../model/nights.ts';
import { type Frame, frameOf } from './frame.ts';
import { daysOf } from './timetable.ts';
import { NEVER } from './way.ts';

export interface LastRide {
  readonly day: Time;
  readonly frame: Frame;
  /** What making the frame was, in steps of the relaxation. */
  readonly work: number;
}

/** Whenever the last journey ends: who is free is asked as far as a way has come. */
export const ANY_DAY: Time = { from: -NEVER, until: NEVER };
/** Before any journey. */
const NO_DAY: Time = { from: -NEVER, until: -NEVER };

/** Of a frame without such days each of them; what a party does that makes no journey is in each, or stands first. */
export function* ridesOf(frame: Frame, able: readonly Person[]): Generator<LastRide> {
  const { model, nights, covered } = frame;
  const isShort = nights.all < Infinity;
  if (isShort) yield { day: NO_DAY, frame, work: 0 };
  for (const day of daysOf(model)) {
    if (!isShort) yield { day, frame, work: 0 };
    else {
      const { model: near, rides } = shortly(model, nights, day);
      const of = frameOf(near, covered, able, rides);
      yield { day, frame: of, work: of.work };
    }
  }
}
