/** Two who do something about the slots of a leg at once: both are on their way before either can go on. */
import type { TestServer } from '../../test/http/harness.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { namePeople, saveMeeting, type Toured } from '../meetings/meetings.fixture.ts';
import { keyOf, owner } from '../missions/world.fixture.ts';
import { answer, at, offered, seen, withdraw } from './slots.fixture.ts';

type Cookies = Record<string, string>;

interface Crew {
  readonly adviser: Cookies;
  readonly scac: Cookies;
}

/** While somebody holds the mission, does `work`; then lets it go. */
async function whileHeld<T>(server: TestServer, { mission }: Toured, work: (letGo: () => void) => Promise<T>): Promise<T> {
  let [letGo, holds] = [(): void => undefined, (): void => undefined];
  const isHeld = new Promise<void>((resolve) => (holds = resolve));
  const isOver = new Promise<void>((resolve) => (letGo = resolve));
  const holding = server.database.orm.em.fork().transactional(async (em) => {
    await em.execute('select from mission where uuid = ? for update', [keyOf(mission)]);
    holds();
    await isOver;
  });
  await isHeld;
  try {
    return await work(letGo);
  } finally {
    letGo();
    await holding;
  }
}

async function both(server: TestServer, toured: Toured, one: () => Promise<string>, other: () => Promise<string>): Promise<[string, string]> {
  return whileHeld(server, toured, async (letGo) => {
    const first = one();
    await Promise.race([untilWaiting(server.database), first]);
    const second = other();
    await Promise.race([untilWaiting(server.database, 2), second]);
    letGo();
    return [await first, await second];
  });
}

/** Two tabs that answer one link at once, each something else: what both are told. */
export async function answeredTwice(server: TestServer, { scac }: Crew, toured: Toured): Promise<string[]> {
  const { secret } = await offered(server, scac, toured);
  return (await both(server, toured, () => answer(server, secret, at('10:00'), { version: 1 }), () => answer(server, secret, at('14:00'), { version: 1 }))).toSorted();
}

/** Two hosts who take the same hour at once, to whom the same judge goes: what both are told, and how many meetings are confirmed. */
export async function takenTwice(server: TestServer, { adviser, scac }: Crew, toured: Toured): Promise<readonly [told: string[], confirmed: number]> {
  const hosts = [await offered(server, scac, toured), await offered(server, scac, toured)] as const;
  for (const { key } of hosts) await namePeople(server, adviser, toured.leg, { key, version: 1, people: [{ member: toured.members[0], kind: 'MAGISTRATE', isSubstitute: false }] });
  const told = await both(server, toured, () => answer(server, hosts[0].secret, at('10:00'), { version: 1 }), () => answer(server, hosts[1].secret, at('10:00'), { version: 1 }));
  return [told.toSorted(), (await seen(server, adviser, toured.leg))!.filter(({ status }) => status === 'CONFIRMED').length];
}

/** A host who takes a slot while the post fixes the meeting otherwise: what both are told, and where the meeting is then. */
export async function movedMeanwhile(server: TestServer, { scac }: Crew, toured: Toured): Promise<readonly [told: string[], starts: string | null]> {
  const { key, secret } = await offered(server, scac, toured);
  const told = await both(server, toured, async () => (await saveMeeting(server, scac, toured.leg, { key, version: 1, ...at('15:00') })).outcome, () => answer(server, secret, at('10:00'), { version: 1 }));
  return [told, (await seen(server, scac, toured.leg))!.find((meeting) => meeting.key === key)!.starts];
}

/** A host who takes a slot while the post takes the slots back. */
export async function withdrawnMeanwhile(server: TestServer, { scac }: Crew, toured: Toured): Promise<string[]> {
  const { key, secret } = await offered(server, scac, toured);
  return both(server, toured, () => withdraw(server, scac, toured.leg, key, 1), () => answer(server, secret, at('10:00'), { version: 1 }));
}

/** A link that leads nowhere any more while an answer by it waits. */
export async function voidedMeanwhile(server: TestServer, { scac }: Crew, toured: Toured): Promise<string> {
  const { key, secret } = await offered(server, scac, toured);
  return whileHeld(server, toured, async (letGo) => {
    const answering = answer(server, secret, at('10:00'), { version: 1 });
    await untilWaiting(server.database);
    await owner(server, 'update slot_offer set secret_hash = null where meeting_uuid = ?', [key]);
    letGo();
    return answering;
  });
}
