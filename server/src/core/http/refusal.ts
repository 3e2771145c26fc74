/** Requests that are answered with an error before GraphQL sees them. */
import type { ErrorCode } from '@passerelle/shared/errors.ts';
import { STATUS } from '../errors.ts';

/** Thrown where the HTTP request itself cannot be used. `message` is for developers, in English. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ErrorCode, message: string, { status = STATUS[code], headers = {} }: { status?: number; headers?: Record<string, string> } = {}) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.status = status;
    this.headers = headers;
  }
}
