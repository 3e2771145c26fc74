/** Sessions of today, and who was at them, for stories about attendance. */
import { randomUUID } from 'node:crypto';
import type { Browser, Locator, Page } from '@playwright/test';
import { ask } from './api.ts';
import { announced } from './sessions.ts';
import { visitOf } from './sign-in.ts';

/** A zone in which it is day now: the session that begins in an hour is one of today. */
function zoneOfDay(): string {
  const hourIn = (timeZone: string): number => Number(new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone }).format());
  return ['Europe/Skopje', 'America/New_York', 'Asia/Tokyo', 'Pacific/Auckland'].find((zone) => hourIn(zone) >= 4 && hourIn(zone) <= 18)!;
}

/** The wall time in a zone, so many hours from now. */
function wall(timeZone: string, hours: number): string {
  const parts = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(Date.now() + hours * 3_600_000);
  return parts.replace(' ', 'T');
}

export interface Registered {
  readonly id: string;
  readonly participant: { readonly name: string };
  readonly attendee: { readonly token: string; readonly code: string };
}

/** A session of today, prepared by the adviser, in which people of an organisation in Moldova have places. */
export async function sessionOfToday(adviser: Page, coordinator: Page, names: readonly string[]): Promise<{ id: string; people: readonly Registered[] }> {
  const zone = zoneOfDay();
  const title = `Une journée à la porte ${randomUUID().slice(0, 6)}`;
  const id = await announced(adviser, 'fr', { title, timeZone: zone, starts: wall(zone, 1), ends: wall(zone, 3), places: 30, workingLanguages: ['fr'] });
  const { viewer } = await ask<{ viewer: { registersFor: { organisation: { id: string } }[] } }>(coordinator.request, 'ro', '{ viewer { registersFor { organisation { id } } } }');
  const people = names.map((name) => ({ name, email: `${randomUUID().slice(0, 8)}@ngo.example`, locale: 'ro' }));
  const register = { session: id, organisation: viewer.registersFor[0]!.organisation.id, submission: randomUUID(), hasConsent: true, people };
  await ask(coordinator.request, 'ro', 'mutation ($input: RegisterParticipantsInput!) { registerParticipants(input: $input) { outcome } }', { variables: { input: register } });
  const { registrations } = await ask<{ registrations: { nodes: Registered[] } }>(coordinator.request, 'ro', 'query ($id: ID!) { registrations(filter: { session: $id }, first: 50) { nodes { id participant { name } attendee { token code } } } }', { variables: { id } });
  return { id, people: names.map((name) => registrations.nodes.find(({ participant }) => participant.name === name)!) };
}

/** How it stands with everybody, by name, as the server has it. */
export async function statesOf(adviser: Page, id: string): Promise<Record<string, string[]>> {
  const { trainingSession } = await ask<{ trainingSession: { attendees: { nodes: { name: string; presences: { state: string }[] }[] } } }>(adviser.request, 'fr', 'query ($id: ID!) { trainingSession(id: $id) { attendees(first: 50) { nodes { name presences { state } } } } }', { variables: { id } });
  return Object.fromEntries(trainingSession.attendees.nodes.map(({ name, presences }) => [name, presences.map(({ state }) => state)]));
}

/** Somebody in the list. */
export const row = (page: Page, name: string): Locator => page.locator('.presence-row', { hasText: name });
/** Who registers people in Moldova. */
export const coordinatorOf = async (browser: Browser): Promise<Page> => visitOf(browser, 'ro', 'ngo-coordinator.md');
