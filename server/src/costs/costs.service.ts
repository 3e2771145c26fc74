/** Typing what a mission costs, and what each line came to. What rests on an exchange is computed by the database. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { CURRENCIES, type CostFault, type CostResult, fault, invalid, lineFaults, result, tidyLine } from '../allowances/index.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import type { CostKind } from './cost-kind.ts';
import { type Which, whereHeld } from './held-costs.ts';

/** The most signs of what a line is, hundredths of a currency, cents of what it came to, and lines of a mission. */
const MOST = { label: 200, cents: 100_000_000, actual: 1_000_000_000, lines: 500 } as const;

/** A line as it is typed; keys of the leg, of somebody of the team and of the journey it is about. */
export interface CostContent {
  readonly kind: CostKind;
  readonly label: string | null;
  readonly labelLocale: Locale | null;
  readonly unitCents: number;
  readonly currency: string;
  readonly onDay: string;
  readonly leg: string | null;
  readonly member: string | null;
  readonly travel: string | null;
}

/** The same as it is sent: what it is may be empty, in whatever language. */
export type SentCost = Omit<CostContent, 'label' | 'labelLocale'> & { readonly label: string; readonly labelLocale: Locale };

/** The same, and whether a plan says it. */
type WrittenCost = CostContent & { readonly isOfPlan: boolean };

interface Stored extends CostContent {
  readonly version: number;
  readonly isComputed: boolean;
  readonly actualCents: number | null;
}

const STORED = `select version, is_computed as "isComputed", actual_cents as "actualCents", kind, label, label_locale as "labelLocale", unit_cents as "unitCents", currency, on_day::text as "onDay", leg_uuid as leg, member_uuid as member, travel_uuid as travel
  from mission_cost where uuid = ? and mission_uuid = ?`;
const FIELDS = ['kind', 'label', 'labelLocale', 'unitCents', 'currency', 'onDay', 'leg', 'member', 'travel'] as const satisfies readonly (keyof CostContent)[];

const isAmount = (cents: number, most: number): boolean => Number.isInteger(cents) && cents >= 0 && cents <= most;

function contentOf({ label: typed, labelLocale, ...sent }: SentCost): CostContent {
  const label = tidyLine(typed);
  return { ...sent, label, labelLocale: label === null ? null : labelLocale };
}

function faultsOf({ kind, label, unitCents, currency }: CostContent): CostFault[] {
  return [
    ...(kind === 'ALLOWANCE' ? [fault('LABEL', 'UNKNOWN')] : []), ...lineFaults('LABEL', label, MOST.label), ...(isAmount(unitCents, MOST.cents) ? [] : [fault('AMOUNT', 'OUT_OF_RANGE')]), ...(CURRENCIES.has(currency) ? [] : [fault('CURRENCY', 'UNKNOWN')]),
  ];
}

/** What it is about has to be of the mission. */
async function strangers(em: EntityManager, mission: string, { leg, member, travel }: CostContent): Promise<CostFault[]> {
  const [found] = (await em.execute<{ leg: boolean; member: boolean; travel: boolean }[]>(
    `select ?::uuid is null or exists (select from mission_leg where uuid = ?::uuid and mission_uuid = ?) as leg, ?::uuid is null or exists (select from mission_member where uuid = ?::uuid and mission_uuid = ?) as member,
       ?::uuid is null or exists (select from mission_travel where uuid = ?::uuid and mission_uuid = ?) as travel`, [leg, leg, mission, member, member, mission, travel, travel, mission])) as [{ leg: boolean; member: boolean; travel: boolean }];
  return [...(found.leg ? [] : [fault('LEG', 'UNKNOWN')]), ...(found.member ? [] : [fault('MEMBER', 'UNKNOWN')]), ...(found.travel ? [] : [fault('TRAVEL', 'UNKNOWN')])];
}

/**
 * Adds a line under a key that its author has drawn (`version` 0), or changes one that was typed. `version` is the one that was read: once somebody else has changed it nothing is
 * written, unless it is so already. `isOfPlan`: a plan says it, nobody has typed it. Throws VICTIM_DATA for words that tell who a person is.
 */
export async function saveMissionCost(em: EntityManager, which: Which, { version, input, isOfPlan = false }: { readonly version: number; readonly input: SentCost; readonly isOfPlan?: boolean }): Promise<CostResult> {
  const content = contentOf(input);
  refuseVictimsData('input.label', content.label ?? '');
  return whereHeld(em, which, 'edit', async () => {
    const [stored] = await em.execute<Stored[]>(STORED, [which.key, which.mission]);
    if (stored && FIELDS.every((field) => stored[field] === content[field])) return result('DONE');
    if ((stored?.version ?? 0) !== version) return result(stored ? 'CONFLICT' : 'GONE');
    return write(em, which, { ...content, isOfPlan }, stored);
  });
}

/** Writes what is right; what is computed is not typed. */
async function write(em: EntityManager, which: Which, content: WrittenCost, stored: Stored | undefined): Promise<CostResult> {
  const faults = [...faultsOf(content), ...(await strangers(em, which.mission, content))];
  if (faults.length > 0) return invalid(...faults);
  if (stored?.isComputed) return result('GONE');
  return stored ? change(em, which, content) : add(em, which, content);
}

const values = (content: WrittenCost): unknown[] => [...FIELDS.map((field) => content[field]), content.isOfPlan];

async function add(em: EntityManager, { key, mission }: Which, content: WrittenCost): Promise<CostResult> {
  const [{ count }] = (await em.execute<{ count: number }[]>('select count(*)::int as count from mission_cost where mission_uuid = ? and not is_computed', [mission])) as [{ count: number }];
  if (count >= MOST.lines) return invalid(fault('LINES', 'TOO_LONG', MOST.lines));
  const added = await em.execute<unknown[]>(
    'insert into mission_cost (uuid, mission_uuid, kind, label, label_locale, unit_cents, currency, on_day, leg_uuid, member_uuid, travel_uuid, is_of_plan) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (uuid) do nothing returning 1', [key, mission, ...values(content)]);
  // A key that a line of another mission has is none for this one.
  return result(added.length > 0 ? 'DONE' : 'GONE');
}

async function change(em: EntityManager, { key }: Which, content: WrittenCost): Promise<CostResult> {
  await em.execute('update mission_cost set kind = ?, label = ?, label_locale = ?, unit_cents = ?, currency = ?, on_day = ?, leg_uuid = ?, member_uuid = ?, travel_uuid = ?, is_of_plan = ?, version = version + 1 where uuid = ?', [...values(content), key]);
  return result('DONE');
}

/** Says what a line that was read at `version` came to, in cents of euros; null for what is not known yet. */
export function noteActualCost(em: EntityManager, which: Which, { version, actualCents }: { readonly version: number; readonly actualCents: number | null }): Promise<CostResult> {
  return whereHeld(em, which, 'edit', async () => {
    const [stored] = await em.execute<Stored[]>(STORED, [which.key, which.mission]);
    if (!stored) return result('GONE');
    if (stored.actualCents === actualCents) return result('DONE');
    if (stored.version !== version) return result('CONFLICT');
    if (actualCents !== null && !isAmount(actualCents, MOST.actual)) return invalid(fault('ACTUAL', 'OUT_OF_RANGE'));
    await em.execute('update mission_cost set actual_cents = ?, version = version + 1 where uuid = ?', [actualCents, which.key]);
    return result('DONE');
  });
}

/** Removes a line that was typed, as it was read. What is not there any more stays so; what is computed is there as long as the stay is. */
export function removeMissionCost(em: EntityManager, which: Which, version: number): Promise<CostResult> {
  return whereHeld(em, which, 'edit', async () => {
    const [stored] = await em.execute<Stored[]>(STORED, [which.key, which.mission]);
    if (!stored) return result('DONE');
    if (stored.version !== version) return result('CONFLICT');
    if (stored.isComputed) return result('GONE');
    await em.execute('delete from mission_cost where uuid = ?', [which.key]);
    return result('DONE');
  });
}
