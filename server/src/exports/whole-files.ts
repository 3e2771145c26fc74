/** Files that are no lists: a mission with its costs, and a plan of a mission. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { mayCost } from '../allowances/index.ts';
import { UserError } from '../core/errors.ts';
import { keyOfId } from '../core/reader/index.ts';
import { standingsOf } from '../members/index.ts';
import type { PlanTakenAs } from '../plans/index.ts';
import { missionOf } from './mission.export.ts';
import { planCalendar } from './plan-calendar.ts';
import { planDocument } from './plan-document.ts';
import { planPdf } from './plan-paper.ts';
import { planRows } from './plan-rows.ts';
import { planRead, type PlanWanted, searchRead } from './plan-read.ts';
import type { ExportWords } from './texts.ts';

/** What is asked for, by whom, and how they read. */
export interface Asked {
  readonly person: string;
  readonly params: URLSearchParams;
  readonly locale: Locale;
  readonly words: ExportWords;
  /** Where people reach the site. */
  readonly origin: string;
}

/** A file, and what the trail says of it: the key of the mission that it is about, and how many lines it has. */
export interface WholeFile {
  readonly mission: string;
  readonly bytes: string | Buffer;
  readonly lines: number;
}

export interface Whole {
  readonly type: string;
  readonly make: (em: EntityManager, asked: Asked) => Promise<WholeFile>;
}

const KINDS: readonly string[] = ['BEST', 'CHEAPEST', 'SHORTEST', 'WIDEST'] satisfies readonly PlanTakenAs[];

/** The plan that an address names: the best where it says no other. */
export function planWanted({ person, params }: Pick<Asked, 'person' | 'params'>): PlanWanted {
  const as = params.get('plan') ?? 'BEST';
  if (!KINDS.includes(as)) throw new UserError('BAD_USER_INPUT', 'There is no such plan', { field: 'plan' });
  return { person, search: keyOfId('PlanSearch', params.get('search') ?? '', 'uuid'), as: as as PlanTakenAs };
}

async function mission(em: EntityManager, { person, params }: Asked): Promise<WholeFile> {
  const key = keyOfId('Mission', params.get('mission') ?? '', 'uuid');
  // To whoever sees no costs there is none.
  const read = mayCost(await standingsOf(em, person)) ? await missionOf(em, key) : undefined;
  if (!read) throw new UserError('BAD_USER_INPUT', 'There is no such mission', { field: 'mission' });
  return { mission: key, bytes: read.text, lines: read.lines };
}

async function plan(em: EntityManager, asked: Asked, draw: (read: Awaited<ReturnType<typeof planRead>>) => string | Promise<Buffer>): Promise<WholeFile> {
  const read = await planRead(em, planWanted(asked));
  return { mission: read.search.mission, bytes: await draw(read), lines: planRows(read.plan).length };
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** By what their addresses end with. */
export const WHOLE: Readonly<Record<string, Whole>> = {
  'mission.json': { type: JSON_TYPE, make: mission },
  'plan.json': {
    type: JSON_TYPE,
    async make(em, asked) {
      const search = await searchRead(em, planWanted(asked));
      return { mission: search.mission, bytes: planDocument(search), lines: search.problem.meetings.length };
    },
  },
  'plan.pdf': { type: 'application/pdf', make: (em, asked) => plan(em, asked, (read) => planPdf(read, asked.locale, asked.words)) },
  'plan.ics': { type: 'text/calendar; charset=utf-8', make: (em, asked) => plan(em, asked, (read) => planCalendar(read, asked)) },
};
