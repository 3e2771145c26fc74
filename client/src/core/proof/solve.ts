import address from './solve.worker.ts?worker&url';

interface Policy {
  readonly createScriptURL: (given: string) => string;
}

const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy: (name: string, rules: Policy) => Policy } };

/** Under Trusted Types a script is started only from an address that a policy made. This one makes a single address, whatever it is given. */
const policy = trustedTypes?.createPolicy('proof', { createScriptURL: () => address });

/** Does the work of a challenge in a thread of its own and gives the proof; undefined when the browser cannot, or has been told to stop. */
export function solve(challenge: string, signal: AbortSignal): Promise<string | undefined> {
  return new Promise((resolve) => {
    const worker = started();
    const end = (proof?: string): void => {
      worker?.terminate();
      resolve(proof);
    };
    if (!worker || signal.aborted) return end();
    worker.addEventListener('message', ({ data }: MessageEvent<string | null>) => end(data ?? undefined));
    worker.addEventListener('error', () => end());
    signal.addEventListener('abort', () => end(), { once: true });
    worker.postMessage(challenge);
  });
}

function started(): Worker | undefined {
  try {
    return new Worker(policy?.createScriptURL(address) ?? address, { type: 'module' });
  } catch {
    return undefined;
  }
}
