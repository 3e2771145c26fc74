/** How papers are read: all by the adviser, those of a leg by its post, those about somebody by themselves once the mission is agreed. */
import { acting, code, edge, once, query, reader, type Row, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { ownCountries } from '../members/index.ts';
import { MissionLegReader, MissionReader } from '../missions/index.ts';
import { changesOf, stateOf } from './changes.ts';
import { type Facts, type Given, takeFacts } from './facts.ts';
import type { PaperKind } from './paper-kind.ts';
import { MissionPaper } from './paper.entity.ts';

const OF_LEG = sql`('PROGRAMME_POST', 'INVITATION', 'CONTACTS', 'INTERPRETER')`;

/** A paper about whoever asks, as an expert: said once more than the rules of the table say it. */
const isOwn = (paper: Row<MissionPaper>): Sql<boolean> => sql<boolean>`(${paper.kind} in ('PROGRAMME_PERSON', 'ORDER') and exists (select from expert e where e.uuid = ${paper.expert} and e.person_id = ${acting.person}) and is_own_paper(${paper.mission}, ${paper.member}, ${paper.expert}, ${paper.isGiven}))`;

function seenPapers(paper: Row<MissionPaper>, { circle }: RuleActor): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  if (circle === 'visitor') return sql<boolean>`false`;
  if (circle !== 'post') return isOwn(paper);
  return sql<boolean>`(${isOwn(paper)} or ${paper.kind} in ${OF_LEG} and exists (select from mission_leg l where l.uuid = ${paper.leg} and l.is_shown and l.stage <> 'GIVEN_UP' and (l.is_demonstration or not (select acts_invented())) and l.country_code in (${ownCountries})))`;
}

/** What it says, what is so now, and whether a newer one takes its place: of that one nothing is compared. */
const compared = (paper: Row<MissionPaper>) => {
  const isReplaced = sql<boolean>`exists (select from mission_paper n where n.kind = ${paper.kind} and n.subject_uuid = ${paper.subject} and n.number > ${paper.number})`;
  return { kind: paper.kind, subject: paper.subject, isReplaced, then: sql<Facts>`paper_kept(${paper.uuid})`, given: sql<Given | null>`case when not ${isReplaced} then on_paper(${paper.kind}, ${paper.subject}) end` };
};

interface Compared {
  readonly kind: PaperKind;
  readonly subject: string;
  readonly isReplaced: boolean;
  readonly then: Facts;
  readonly given: Given | null;
}
const nowOf = ({ kind, given, subject }: Compared): Facts | null => takeFacts(kind, given, subject);

export const MissionPaperReader = reader(MissionPaper, {
  rows: seenPapers,
  fields: (paper) => {
    const both = once(compared(paper));
    return {
      key: paper.uuid,
      aboutKey: paper.subject,
      countryCode: sql<string>`coalesce(${paper.facts} -> 'leg' ->> 'country', ${paper.facts} -> 'stays' -> 0 ->> 'country')`,
      state: code(both, (found) => stateOf(found.then as Facts, nowOf(found as Compared), found.isReplaced)),
      changes: code(both, (found) => (found.isReplaced ? [] : changesOf(found.then as Facts, nowOf(found as Compared), found.kind as PaperKind))),
    };
  },
});

const inOrder = (paper: Row<MissionPaper>): Sql[] => [paper.kind, paper.subject, sql`${paper.number} desc`];

edge(MissionReader, 'papers', { description: 'Its papers, and those of its legs: of each the newest version first.', list: MissionPaperReader, on: (paper, mission) => sql`${paper.mission} = ${mission.uuid}`, order: inOrder });
edge(MissionLegReader, 'papers', { description: 'Its papers: of each the newest version first.', list: MissionPaperReader, on: (paper, leg) => sql`${paper.leg} = ${leg.uuid}`, order: inOrder });

query('ownPapers', {
  description: 'The papers of missions that are about you as an expert with an account, once those are agreed, the newest first; none for whoever is none.',
  list: MissionPaperReader, on: (paper) => isOwn(paper), order: (paper) => [sql`${paper.madeAt} desc`, paper.uuid],
});
