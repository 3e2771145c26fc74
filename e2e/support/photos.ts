/** Pictures that stories bring, and whether one has come. */
import { deflateSync, crc32 } from 'node:zlib';
import type { Page } from '@playwright/test';
import { ask } from './api.ts';

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A picture of one colour (https://www.w3.org/TR/png-3/), with a remark that says where it was taken. */
export function picture(width: number, height: number, [red, green, blue]: readonly [number, number, number]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([red, green, blue]))]);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('tEXt', Buffer.from('Comment\0Taken at home')), chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))), chunk('IEND', Buffer.alloc(0))]);
}

export const png = (buffer: Buffer, name = 'photo.png'): { name: string; mimeType: string; buffer: Buffer } => ({ name, mimeType: 'image/png', buffer });

/** Whether a picture on a page has come. */
export const hasCome = (page: Page, selector: string): Promise<boolean> => page.locator(selector).first().evaluate((image) => (image as HTMLImageElement).complete && (image as HTMLImageElement).naturalWidth > 0);

export async function run<T>(page: Page, document: string, variables: Record<string, unknown>): Promise<T> {
  return Object.values(await ask<Record<string, T>>(page.request, 'fr', document, { variables }))[0]!;
}
