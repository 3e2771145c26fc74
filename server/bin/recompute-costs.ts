/**
 * Computes the costs of a mission again from its file (`/export/mission.json`), line by line and to the cent, and says where they are others than the file has it:
 * `node --import @oxc-node/core/register bin/recompute-costs.ts passerelle-mission.json`. It shares nothing with what has computed them.
 */
import { readFile } from 'node:fs/promises';

interface Basis {
  readonly arrivesAt?: string;
  readonly leavesAt?: string;
  readonly since?: string;
  readonly until?: string;
  readonly isLodgingProvided?: boolean;
  readonly lunchesProvided?: number;
  readonly dinnersProvided?: number;
  readonly rule?: string;
  readonly isNightWhole?: boolean;
  readonly micros?: number;
  readonly [field: string]: string | number | boolean | undefined;
}

interface Line {
  readonly key: string;
  readonly kind: string;
  readonly isComputed: boolean;
  readonly leg: string | null;
  readonly member: string | null;
  readonly nights: number | null;
  readonly lunches: number | null;
  readonly dinners: number | null;
  readonly unitCents: number | null;
  readonly currency: string | null;
  readonly basis: Basis;
  readonly plannedCents: number | null;
  readonly actualCents: number | null;
}

export interface MissionDocument {
  readonly format: string;
  readonly costs: readonly Line[];
  readonly total: { readonly plannedCents: number; readonly expectedCents: number; readonly actualCents: number; readonly unknownLines: number };
}

/** Minutes on a clock that never changes. */
const minutes = (time: string): number => Date.parse(`${time}:00Z`) / 60_000;
const dayAfter = (day: string): string => new Date(Date.parse(day) + 36 * 3_600_000).toISOString().slice(0, 10);

/** How many minutes somebody is there between two hours of a day, and how many these are. */
function presence({ arrivesAt, leavesAt, ...basis }: Basis, day: string, meal: string): { readonly there: number; readonly all: number } {
  const [from, until] = [minutes(`${day}T${String(basis[`${meal}From`])}`), minutes(`${day}T${String(basis[`${meal}Until`])}`)];
  return { there: Math.min(until, minutes(leavesAt!)) - Math.max(from, minutes(arrivesAt!)), all: until - from };
}

/** Whether a night that ends on a day is given. */
function hasNight(basis: Basis, day: string): boolean {
  const { there, all } = presence(basis, day, 'night');
  return !basis.isLodgingProvided && (basis.isNightWhole ? there === all : there > 0);
}

type Counted = Record<'nights' | 'lunches' | 'dinners', number>;

/** What each line of a stay counts, the first line first: what the host provides is taken from the first meals. */
function countStay(lines: readonly Line[]): Map<string, Counted> {
  const counts = new Map(lines.map(({ key }) => [key, { nights: 0, lunches: 0, dinners: 0 }]));
  const [{ basis: first }] = lines as [Line];
  const left = { lunch: first.lunchesProvided ?? 0, dinner: first.dinnersProvided ?? 0 };
  for (let day = first.arrivesAt!.slice(0, 10); day <= first.leavesAt!.slice(0, 10); day = dayAfter(day)) {
    const line = lines.find(({ basis }) => basis.since! <= day && day <= basis.until!);
    if (!line?.basis.rule) continue;
    const counted = counts.get(line.key)!;
    if (hasNight(line.basis, day)) counted.nights += 1;
    for (const [meal, name] of [['lunch', 'lunches'], ['dinner', 'dinners']] as const) {
      const { there, all } = presence(line.basis, day, meal);
      if (there !== all) continue;
      if (left[meal] > 0) left[meal] -= 1;
      else counted[name] += 1;
    }
  }
  return counts;
}

/** A number of whole units, and whether what is left makes up a half. */
function rounded(parts: bigint, whole: bigint): number {
  const rest = parts % whole;
  return Number(parts / whole) + (rest + rest >= whole ? 1 : 0);
}

const MOST = 1_000_000_000;

/** What a line comes to in cents of euros; null where that cannot be known. */
function amountOf({ isComputed, unitCents, currency, basis }: Line, { nights, lunches, dinners }: Counted): number | null {
  if (isComputed && !basis.rule) return null;
  const permille = isComputed ? nights * Number(basis.nightPermille) + lunches * Number(basis.lunchPermille) + dinners * Number(basis.dinnerPermille) : 1000;
  if (isComputed && nights + lunches + dinners === 0) return 0;
  const micros = currency === 'EUR' ? 1_000_000 : basis.micros;
  if (unitCents === null || micros === undefined) return null;
  const amount = rounded(BigInt(unitCents) * BigInt(permille) * BigInt(micros), 1_000_000_000n);
  return amount > MOST ? null : amount;
}

/** Of whom is erased the hours are gone, and what was counted cannot be counted again. */
const hasHours = ({ basis }: Line): boolean => basis.arrivesAt !== undefined && basis.leavesAt !== undefined;

/** How many lines cannot be counted again. */
export const withoutHours = ({ costs }: MissionDocument): number => costs.filter((line) => line.isComputed && !hasHours(line)).length;

const sum = (amounts: readonly (number | null)[]): number => amounts.reduce<number>((all, one) => all + (one ?? 0), 0);

/** Where the file says other than what comes of computing it again; empty where it is right. A line that has lost its hours is held to what it counts itself. */
export function differences({ format, costs, total }: MissionDocument): string[] {
  if (format !== 'passerelle-mission-costs') return [`This is no mission with its costs: ${format}`];
  const stays = Map.groupBy(costs.filter((line) => line.isComputed && hasHours(line)), ({ key, member, leg }) => (member && leg ? `${member} ${leg}` : key));
  const counts = new Map([...stays.values()].flatMap((lines) => [...countStay(lines)]));
  const found: string[] = [];
  const compare = (what: string, is: number | null, due: number | null): void => {
    if (is !== due) found.push(`${what}: ${String(is)} in the file, ${String(due)} computed`);
  };
  for (const line of costs) {
    const counted = counts.get(line.key) ?? { nights: line.nights ?? 0, lunches: line.lunches ?? 0, dinners: line.dinners ?? 0 };
    if (counts.has(line.key)) for (const name of ['nights', 'lunches', 'dinners'] as const) compare(`${line.key} ${name}`, line[name], counted[name]);
    compare(`${line.key} ${line.kind}`, line.plannedCents, amountOf(line, counted));
  }
  compare('planned in all', total.plannedCents, sum(costs.map(({ plannedCents }) => plannedCents)));
  compare('come to so far', total.expectedCents, sum(costs.map(({ plannedCents, actualCents }) => actualCents ?? plannedCents)));
  compare('come to', total.actualCents, sum(costs.map(({ actualCents }) => actualCents)));
  compare('not known', total.unknownLines, costs.filter(({ plannedCents }) => plannedCents === null).length);
  return found;
}

if (import.meta.main) {
  const [file] = process.argv.slice(2);
  if (!file) throw new Error('Which file? bin/recompute-costs.ts passerelle-mission.json');
  const document = JSON.parse(await readFile(file, 'utf8')) as MissionDocument;
  const found = differences(document);
  console.log(found.length === 0 ? `${document.costs.length} lines are right to the cent.` : found.join('\n'));
  const lost = withoutHours(document);
  if (lost > 0) console.log(`Of them ${lost} cannot be counted again: whom they were for is erased, and the hours with them. Their amounts are those of the nights and meals that they say.`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
