/** A browser in the hands of a test: it keeps cookies, and goes where it is told. */
import { randomUUID } from 'node:crypto';

/** Where the site is reached, as far as it knows. */
export const SITE = 'https://passerelle.example';

export interface Page {
  readonly status: number;
  /** Where it leads on to, as a whole address; undefined for a page. */
  readonly location: string | undefined;
  readonly headers: Headers;
  readonly text: string;
  readonly cookies: readonly string[];
}

export class Browser {
  readonly #site: string;
  readonly #jars = new Map<string, Map<string, string>>();
  readonly #userAgent = `Test/${randomUUID()}`;

  /** `site` is where the server really listens that believes to be at `SITE`. */
  constructor(site: string) {
    this.#site = site.replace('localhost', '127.0.0.1');
  }

  /** The cookies that an address would be sent. */
  cookies(address: string = SITE): Map<string, string> {
    const { origin } = new URL(address, SITE);
    const jar = this.#jars.get(origin) ?? new Map<string, string>();
    this.#jars.set(origin, jar);
    return jar;
  }

  /** The header by which the site knows this browser. */
  get headers(): { cookie: string } {
    return { cookie: [...this.cookies()].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  /** Opens an address, and goes nowhere from there. */
  async open(address: string, init: RequestInit = {}): Promise<Page> {
    const url = new URL(address, SITE);
    const jar = this.cookies(url.href);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const real = url.origin === SITE ? this.#site + url.pathname + url.search : url.href;
    const response = await fetch(real, {
      redirect: 'manual', ...init, headers: { 'user-agent': this.#userAgent, 'accept-language': 'fr', ...(cookie && { cookie }), ...(init.headers as Record<string, string>) },
    });
    const cookies = response.headers.getSetCookie();
    for (const line of cookies) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '' || /max-age=0|1970/i.test(line)) jar.delete(name!);
      else jar.set(name!, value!);
    }
    const to = response.headers.get('location');
    return { status: response.status, location: to === null ? undefined : new URL(to, url).href, headers: response.headers, text: await response.text(), cookies };
  }

  /** Opens an address and goes on while it leads to another, but not beyond one that matches `until`. The last page, with its address. */
  async follow(address: string, until: RegExp = /^$/): Promise<Page & { readonly address: string }> {
    let at = new URL(address, SITE).href;
    for (let steps = 0; steps < 12; steps += 1) {
      const page = await this.open(at);
      if (page.location === undefined || until.test(page.location)) return { ...page, address: page.location ?? at };
      at = page.location;
    }
    throw new Error(`No end: ${at}`);
  }
}
