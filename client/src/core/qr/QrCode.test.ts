import { mount } from '@vue/test-utils';
import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';

import QrCode from './QrCode.vue';

const URI = 'otpauth://totp/Passerelle:somebody%40example.org?issuer=Passerelle&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&algorithm=SHA1&digits=6&period=30';

/** The picture as a camera sees it: so many points for each square. */
function seen(svg: Element, scale = 4): { width: number; height: number; data: Uint8Array } {
  const squares = Number(svg.getAttribute('viewBox')!.split(' ')[2]);
  const size = squares * scale;
  const data = new Uint8Array(size * size * 4).fill(255);
  for (const [, x, y] of svg.querySelector('path')!.getAttribute('d')!.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dy = 0; dy < scale; dy += 1) {
      for (let dx = 0; dx < scale; dx += 1) data.fill(0, ((Number(y) * scale + dy) * size + Number(x) * scale + dx) * 4, ((Number(y) * scale + dy) * size + Number(x) * scale + dx) * 4 + 3);
    }
  }
  return { width: size, height: size, data };
}

describe('a QR code', () => {
  it('is read as the text it was drawn from', () => {
    const { element } = mount(QrCode, { props: { text: URI, label: 'Code' } });
    expect(decodeQR(seen(element))).toBe(URI);
  });

  it('has a name, and nothing that a strict policy forbids', () => {
    const html = mount(QrCode, { props: { text: URI, label: 'Code' } }).html();
    expect(html).toContain('role="img" aria-label="Code"');
    expect(html).not.toMatch(/style=|<script|href=/);
  });
});
