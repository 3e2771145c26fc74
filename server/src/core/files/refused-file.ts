/**
 * Why a file is not taken: UNSUPPORTED for what is none of the kinds; UNREADABLE for one that is broken; LOCKED for one that asks for a
 * password; ACTIVE for one that could do something (macros, scripts, files within, what it fetches); TOO_LARGE also for one that would
 * become too large where it is opened; TOO_LONG for one with more text than the guard is asked; of photos ANIMATED for pictures that move, and
 * MIXED for a picture that is another file too.
 */
export type FileFault = 'UNSUPPORTED' | 'UNREADABLE' | 'LOCKED' | 'ACTIVE' | 'TOO_LARGE' | 'TOO_LONG' | 'ANIMATED' | 'MIXED';

/** Thrown where a file is not taken. */
export class RefusedFile extends Error {
  readonly fault: FileFault;

  constructor(fault: FileFault) {
    super(`The file is ${fault}`);
    this.name = 'RefusedFile';
    this.fault = fault;
  }
}
