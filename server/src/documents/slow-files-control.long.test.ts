/** The control of the places for looking at files: where what is still on its way takes one, three who send nothing keep everybody else out. */
import { expect, test, vi } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { PEOPLE, signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { addSession } from '../registrations/world.fixture.ts';
import { bringDocument } from './documents.fixture.ts';
import { hang } from './slow-files.fixture.ts';

vi.mock('../core/files/file-traffic.ts', async (original) => {
  const { FileTraffic } = await original<typeof import('../core/files/file-traffic.ts')>();
  type Place = Awaited<ReturnType<InstanceType<typeof FileTraffic>['enter']>>;
  return {
    FileTraffic: class extends FileTraffic {
      #taken = 0;
      override async enter(sender: { readonly subject: string }): Promise<Place> {
        const place = this.#taken < 3 ? await super.enter(sender) : undefined;
        if (place) this.#taken += 1;
        return place && { ...place, leave: () => { this.#taken -= 1; place.leave(); } };
      }
    },
  };
});

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });

test('a fourth is told to wait', { timeout: 60_000 }, async () => {
  const session = await addSession(server(), { places: 5, country: 'RS' });
  const [adviser, assistant, scac, ssi] = await Promise.all((['adviser', 'assistant', 'scac', 'ssi'] as const).map((role) => signIn(server(), links, PEOPLE[role])));
  const ends: (() => Promise<unknown>)[] = [];
  for (const headers of [adviser, assistant, scac]) ends.push(await hang(server().address, headers!, session));
  // The third may still be on its way to its place.
  await vi.waitFor(async () => expect((await bringDocument(server().address, ssi!, session)).outcome).toBe('BUSY'), { timeout: 20_000, interval: 50 });
  for (const end of ends) await end();
});
