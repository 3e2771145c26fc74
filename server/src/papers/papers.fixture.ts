/** What the tests of papers share: a mission in Belgrade and Tirana that is agreed, and what people do with its papers. */
import { randomUUID } from 'node:crypto';
import { ask, type TestServer } from '../../test/http/harness.ts';
import { PEOPLE } from '../../test/permissions/roles.ts';
import { saveTravel } from '../costs/costs.fixture.ts';
import { namePeople, saveMeeting } from '../meetings/meetings.fixture.ts';
import { saveContact } from '../missions/prepare-leg.fixture.ts';
import { expertsOf, saveMember, stay } from '../missions/team.fixture.ts';
import { allPostsAgree, keyOf, missionWith, owner } from '../missions/world.fixture.ts';

type Cookies = Record<string, string>;

export interface Paper {
  readonly key: string;
  readonly kind: string;
  readonly aboutKey: string;
  readonly number: number;
  readonly state: string;
  readonly countryCode: string;
  readonly changes: readonly { readonly kind: string; readonly about: string | null; readonly before: string | null; readonly after: string | null }[];
}

interface Made {
  readonly outcome: string;
  readonly told: number;
  readonly paper: Paper | null;
}

const FIELDS = 'key kind aboutKey number state countryCode changes { kind about aboutLocale before after }';

/** Makes a paper. */
export async function makePaper(server: TestServer, headers: Cookies, kind: string, about: string, key: string = randomUUID()): Promise<Made> {
  const { data, code, text } = await ask(server, `mutation ($key: UUID!, $kind: PaperKind!, $about: UUID!) { makePaper(key: $key, kind: $kind, about: $about) { outcome told paper { ${FIELDS} } } }`, { key, kind, about }, headers);
  if (!data) throw new Error(code ?? text);
  return data.makePaper as Made;
}

/** The papers that somebody reads: of a mission, of a leg, and their own. */
export async function papersFor(server: TestServer, headers: Cookies, { mission, leg }: { readonly mission: string; readonly leg: string }): Promise<{ readonly mission: readonly Paper[] | null; readonly leg: readonly Paper[] | null; readonly own: readonly Paper[]; readonly text: string }> {
  const { data, text } = await ask(server, `query ($mission: ID!, $leg: ID!) { mission(id: $mission) { papers { ${FIELDS} } } missionLeg(id: $leg) { papers { ${FIELDS} } } ownPapers { ${FIELDS} } }`, { mission, leg }, headers);
  if (!data) throw new Error(text);
  const { mission: whole, missionLeg, ownPapers } = data as { mission: { papers: Paper[] } | null; missionLeg: { papers: Paper[] } | null; ownPapers: Paper[] };
  return { mission: whole?.papers ?? null, leg: missionLeg?.papers ?? null, own: ownPapers, text };
}

/** A file of a paper, as somebody gets it. */
export async function fileOf(server: TestServer, headers: Cookies, key: string, form: 'pdf' | 'html' | 'ics', languages = 'fr,en'): Promise<{ readonly status: number; readonly bytes: Buffer; readonly headers: Headers }> {
  const response = await fetch(new URL(`/paper/${key}.${form}?languages=${languages}`, server.address.replace('localhost', '127.0.0.1')), { headers });
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()), headers: response.headers };
}

export interface World {
  readonly mission: string;
  /** Their ids. */
  readonly belgrade: string;
  readonly tirana: string;
  /** Keys in the team: the expert with an account, who is in Belgrade alone, and a judge, who is in both. */
  readonly own: string;
  readonly judge: string;
  /** Keys of meetings: with both and with the judge alone in Belgrade; in Tirana. */
  readonly both: string;
  readonly alone: string;
  readonly elsewhere: string;
  readonly contact: string;
}

/** What is said to the post alone of the meeting of both. */
export const NOTE = 'Remarque pour le poste seul';

/** Has a mission agreed about which posts were consulted. */
export async function agree(server: TestServer, mission: string): Promise<void> {
  await allPostsAgree(server, mission);
  await owner(server, `update mission set stage = 'AGREED' where uuid = ?`, [keyOf(mission)]);
}

/** A mission with the expert in Belgrade and a judge in both cities, three meetings, a contact and two journeys. Whatever is of Tirana says so. */
export async function papersWorld(server: TestServer, adviser: Cookies): Promise<World> {
  await owner(server, 'delete from mission');
  const [judge] = await expertsOf(server, ['JUDGE']);
  await owner(server, `update expert set name = 'Jovana Primer' where uuid = ?`, [keyOf(judge!)]);
  const [own] = await owner<{ id: string }>(server, `select 'Expert_' || e.uuid as id from expert e join person p on p.id = e.person_id where p.email = ?`, [PEOPLE.expert]);
  const legs = [
    { country: 'RS', city: 'belgrade', startsOn: '2098-11-09', endsOn: '2098-11-11', purpose: 'Échanges à Belgrade', lodgingName: 'Hôtel du Danube', transport: 'Tramway' },
    { country: 'AL', city: 'tirana', startsOn: '2098-11-12', endsOn: '2098-11-12', purpose: 'SECRET TIRANA', lodgingName: 'HOTEL TIRANA' },
  ];
  const mission = await missionWith(server, adviser, legs, ['planMission', 'consultPosts'], { team: [], title: 'Tournée TITRE SECRET' });
  const [belgrade, tirana] = mission.legs.map(({ id }) => id) as [string, string];
  const stays = [stay(keyOf(belgrade), '2098-11-09T09:15', '2098-11-11T18:45'), stay(keyOf(tirana), '2098-11-12T09:00', '2098-11-12T19:00')];
  const first = await saveMember(server, adviser, mission.id, { expert: own!.id, kind: 'OTHER', stays: [stays[0]] });
  const second = await saveMember(server, adviser, mission.id, { expert: judge, kind: 'MAGISTRATE', stays });
  const meeting = async (leg: string, people: readonly string[], changes: Readonly<Record<string, unknown>>): Promise<string> => {
    const { key } = await saveMeeting(server, adviser, leg, changes);
    await namePeople(server, adviser, leg, { key, version: 1, people: people.map((member) => ({ member, kind: 'OTHER', isSubstitute: false })) });
    return key;
  };
  const both = await meeting(belgrade, [first.key, second.key], { subject: 'Équipes communes', note: NOTE, day: '2098-11-10', starts: '10:00', placeName: 'Palais de justice', placeAddress: 'Savska 17', languages: [{ language: 'sr', atLeast: 'B2' }] });
  const alone = await meeting(belgrade, [second.key], { subject: 'Entretien', day: '2098-11-11', starts: '09:30', hostName: 'Ministère' });
  const elsewhere = await meeting(tirana, [second.key], { subject: 'Sujet TIRANA', day: '2098-11-12', starts: '11:00', hostName: 'Parquet TIRANA' });
  const contact = await saveContact(server, adviser, belgrade, { name: 'Ana Kontakt', function: 'Attachée', email: 'ana@example.org', phone: '+381 11 302 0000' });
  await saveContact(server, adviser, tirana, { name: 'Besa TIRANA', phone: '+355 4 222 0000' });
  await saveTravel(server, adviser, mission.id, { departsAt: '2098-11-08T06:30', arrivesAt: '2098-11-08T09:00', travellers: [first.key, second.key] });
  await saveTravel(server, adviser, mission.id, { fromCity: 'belgrade', toCity: 'tirana', carrier: 'TIRANA 7', departsAt: '2098-11-11T20:00', arrivesAt: '2098-11-11T21:00', travellers: [second.key] });
  await agree(server, mission.id);
  return { mission: mission.id, belgrade, tirana, own: first.key, judge: second.key, both, alone, elsewhere, contact: contact.key };
}

/** All papers of that mission: of each kind what it is about, and who has it beside the adviser's circle. */
export const everyPaper = ({ belgrade, own, judge, both }: World): readonly (readonly [kind: string, about: string, readers: readonly string[]])[] => [
  ['PROGRAMME_POST', keyOf(belgrade), ['scac', 'ssi']], ['CONTACTS', keyOf(belgrade), ['scac', 'ssi']], ['INTERPRETER', keyOf(belgrade), ['scac', 'ssi']], ['INVITATION', both, ['scac', 'ssi']],
  ['PROGRAMME_PERSON', own, ['expert']], ['ORDER', own, ['expert']], ['PROGRAMME_PERSON', judge, []], ['ORDER', judge, []],
];
