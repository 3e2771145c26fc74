/** The network that a request comes from: what is counted where nobody has said who they are. */
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyAddr from 'proxy-addr';

/** Gives the network of a request: an IPv4 address, or the first 64 bits of an IPv6 one. `trusted` are the proxies before us, as addresses or ranges. */
export function networkOf(trusted: readonly string[]): (request: IncomingMessage) => string {
  const isTrusted = proxyAddr.compile([...trusted]);
  return (request) => shortened(proxyAddr(request, isTrusted));
}

/** An address as what one household or office has. */
export function shortened(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (isIP(address) !== 6) return address;
  return expanded(address).slice(0, 4).join(':');
}

/** The eight groups of an IPv6 address, without zeros before. */
function expanded(address: string): string[] {
  const [head = '', tail] = address.replace(/%.*$/, '').toLowerCase().split('::');
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':').map((group) => group.replace(/^0+(?=.)/, '')));
  if (tail === undefined) return groups(head);
  const [before, after] = [groups(head), groups(tail)];
  return [...before, ...Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0'), ...after];
}
