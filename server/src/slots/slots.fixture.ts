/** What the tests of slots share: what the post and the host do with them, by the API. */
import { randomUUID } from 'node:crypto';
import { type Answer, ask, post, type TestServer } from '../../test/http/harness.ts';
import { type Meeting, saveMeeting, type Toured } from '../meetings/meetings.fixture.ts';
import { owner } from '../missions/world.fixture.ts';

type Given = Readonly<Record<string, unknown>>;
type Cookies = Record<string, string>;

interface Offer {
  readonly version: number;
  readonly name: string;
  readonly email: string | null;
  readonly state: string;
  readonly answer: string | null;
  readonly remark: string | null;
  readonly remarkLocale: string | null;
  readonly remindedAt: string | null;
  readonly answeredAt: string | null;
  readonly slots: readonly { readonly day: string; readonly starts: string; readonly isFree: boolean }[];
  readonly proposals: readonly { readonly day: string; readonly starts: string }[];
}

const OFFER = 'slotOffer { version name email locale state answersUntil overrideReason askedAt remindedAt answeredAt endedAt answer takenDay takenStarts remark remarkLocale slots { day starts isFree } proposals { day starts } }';
const BACK = `outcome faults { field fault maximum at } leg { meetings { key version status day starts ${OFFER} } }`;

export const MONDAY = '2098-11-10';
export const at = (starts: string, day = MONDAY): { readonly day: string; readonly starts: string } => ({ day, starts });

/** The outcome, with what is wrong where something is. */
export function told({ data, code, text }: Answer): string {
  if (!data) return code ?? text;
  const { outcome, faults } = Object.values(data)[0] as { outcome: string; faults: readonly { field: string; fault: string; at: number | null }[] };
  return [outcome, ...faults.map(({ field, fault, at: which }) => `${field} ${fault}${which === null ? '' : ` ${which}`}`)].join(' ');
}

interface Offering extends Given {
  readonly meeting: string;
  readonly version?: number;
  readonly submission?: string;
}

/** Offers a meeting's host slots on Monday at ten and at two, in Albanian unless told otherwise. */
export async function offer(server: TestServer, headers: Cookies, leg: string, { meeting, version = 1, submission = randomUUID(), ...changes }: Offering): Promise<string> {
  const input = { submission, name: 'Parquet', email: 'host@host.example', locale: 'sq', answersUntil: '2098-11-01', overrideReason: '', slots: [at('10:00'), at('14:00')], ...changes };
  const document = `mutation ($leg: ID!, $meeting: UUID!, $version: Int!, $input: SlotOfferInput!) { offerSlots(leg: $leg, meeting: $meeting, version: $version, input: $input) { ${BACK} } }`;
  return told(await ask(server, document, { leg, meeting, version, input }, headers));
}

export async function withdraw(server: TestServer, headers: Cookies, leg: string, meeting: string, version: number): Promise<string> {
  return told(await ask(server, `mutation ($leg: ID!, $meeting: UUID!, $version: Int!) { withdrawSlots(leg: $leg, meeting: $meeting, version: $version) { ${BACK} } }`, { leg, meeting, version }, headers));
}

const READ = `mutation ($secret: String!) { readSlots(secret: $secret) { state offered { byAdviser country { text locale } countryNote { text } city { text locale } timeZone subject { text locale isFallback } minutes languages { text } people { kind count } answersUntil version
  slots { day starts isFree } answer takenDay takenStarts remark remarkLocale proposals { day starts } } } }`;

interface Read {
  readonly state: string | null;
  readonly offered: {
    readonly version: number;
    readonly slots: readonly { readonly day: string; readonly starts: string; readonly isFree: boolean }[];
    readonly answer: string | null;
    readonly takenStarts: string | null;
    readonly people: readonly { readonly kind: string; readonly count: number }[];
    readonly subject: { readonly text: string; readonly locale: string };
  } | null;
}

/** Asks without an account, in a language. */
const askIn = (server: TestServer, locale: string, query: string, variables: Given): Promise<Answer> => post(server, JSON.stringify({ query, variables }), {}, `/graphql?locale=${locale}`);

/** What a link says, as it is sent. */
export const readText = async (server: TestServer, secret: string, locale = 'sq'): Promise<string> => (await askIn(server, locale, READ, { secret })).text;
export const readLink = async (server: TestServer, secret: string, locale = 'sq'): Promise<Read> => (JSON.parse(await readText(server, secret, locale)) as { data: { readSlots: Read } }).data.readSlots;

/** Answers by a link, in Albanian; the version is the one that it says now unless told otherwise. */
export async function answer(server: TestServer, secret: string, taken: { readonly day: string; readonly starts: string } | null, { version, locale = 'sq', ...changes }: Given & { readonly version?: number; readonly locale?: string } = {}): Promise<string> {
  const read = version ?? (await readLink(server, secret)).offered?.version ?? 1;
  return told(await askIn(server, locale, 'mutation ($secret: String!, $version: Int!, $input: HostAnswerInput!) { answerSlots(secret: $secret, version: $version, input: $input) { outcome faults { field fault at } } }', { secret, version: read, input: { taken, remark: '', proposals: [], ...changes } }));
}

/** The secrets of the links that an address was sent, the last one last. */
export async function secretsTo(server: TestServer, email: string): Promise<string[]> {
  const mails = await owner<{ text: string }>(server, `select text from mail where recipient = ? and template = 'slotsOffered' order by created_at, uuid`, [email]);
  return mails.flatMap(({ text }) => /\/slots#([\w-]+)/.exec(text)?.[1] ?? []);
}

/** A meeting whose host was offered slots: its key, and the secret of the link. */
export async function offered(server: TestServer, headers: Cookies, { leg }: Pick<Toured, 'leg'>, { email = `${randomUUID()}@host.example`, ...changes }: Given & { readonly email?: string } = {}): Promise<{ readonly key: string; readonly secret: string; readonly email: string }> {
  const { key } = await saveMeeting(server, headers, leg);
  const came = await offer(server, headers, leg, { meeting: key, email, ...changes });
  if (came !== 'DONE') throw new Error(came);
  return { key, email, secret: (await secretsTo(server, email)).at(-1)! };
}

interface Seen extends Pick<Meeting, 'key' | 'version' | 'status' | 'day' | 'starts'> {
  readonly slotOffer: Offer | null;
}

/** The meetings of a leg with what their hosts are offered, as somebody sees them; null for a leg that is none for them. */
export async function seen(server: TestServer, headers: Cookies, leg: string): Promise<readonly Seen[] | null> {
  const { data, text } = await ask(server, `query ($leg: ID!) { missionLeg(id: $leg) { meetings { key version status day starts ${OFFER} } } }`, { leg }, headers);
  if (!data) throw new Error(text);
  return (data.missionLeg as { meetings: Seen[] } | null)?.meetings ?? null;
}

/** As if the last day for answers were over. */
export const passDeadline = (server: TestServer, meeting: string): Promise<unknown> => owner(server, `update slot_offer set answers_until = '2020-01-01' where meeting_uuid = ?`, [meeting]);
