/** Reading streams of server-sent events, as a browser does. */
import { request } from 'node:http';
import { vi } from 'vitest';
import type { Cookies } from '../../src/registrations/world.fixture.ts';

export interface EventStream {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** What has come by events that are named `next`. */
  readonly told: readonly { readonly data?: Readonly<Record<string, unknown>> | null; readonly errors?: readonly { readonly extensions: { readonly code: string } }[] }[];
  /** All that has come. */
  readonly text: () => string;
  /** Whether it was said that it is complete. */
  readonly isComplete: () => boolean;
  /** Whether the other end has closed. */
  readonly isEnded: () => boolean;
  /** Waits until so many have been told. */
  readonly until: (count: number) => Promise<void>;
  readonly pause: () => void;
  readonly close: () => void;
}

/** Subscribes, by GET. Settles when the headers are there. */
export function subscribe(server: { readonly address: string }, query: string, variables: object = {}, headers: Cookies = {}): Promise<EventStream> {
  const search = new URLSearchParams({ locale: 'fr', query, variables: JSON.stringify(variables) });
  return openStream(server, `/graphql/stream?${search.toString()}`, headers);
}

/** The same by an address. */
export function openStream(server: { readonly address: string }, path: string, headers: Cookies = {}): Promise<EventStream> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, server.address.replace('localhost', '127.0.0.1')), { headers: { accept: 'text/event-stream', ...headers } }, (response) => {
      let text = '';
      let isEnded = false;
      const told: EventStream['told'][number][] = [];
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        told.length = 0;
        for (const event of text.split('\n\n')) {
          const data = /^event: next\ndata: (.*)$/s.exec(event)?.[1];
          if (data !== undefined) told.push(JSON.parse(data) as EventStream['told'][number]);
        }
      });
      const end = (): void => void (isEnded = true);
      response.on('end', end).on('error', end).on('close', end);
      resolve({
        status: response.statusCode!, headers: response.headers, told, text: () => text, isEnded: () => isEnded, isComplete: () => text.includes('event: complete'),
        until: async (count) => void (await vi.waitUntil(() => told.length >= count, { timeout: 10_000, interval: 20 })),
        pause: () => void response.pause(),
        close: () => void asked.destroy(),
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}
