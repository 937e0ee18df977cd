/**
 * The catalogue of events: type, fields, who may send it, and its name for people. Every schema, form and type of an
 * event derives from this table; nothing spells an event a second time.
 */
import type { z } from 'zod';
import type { EventSpec } from './catalogue/fields.ts';
import { journeyEvents } from './catalogue/journey.ts';
import { conflictEvents, meetingEvents } from './catalogue/meetings.ts';
import { peopleEvents } from './catalogue/people.ts';
import { supportEvents } from './catalogue/support.ts';
import { trainingEvents } from './catalogue/training.ts';

export { Id, type Party } from './catalogue/fields.ts';
export { type levels, preparationParts } from './catalogue/journey.ts';
export { type ConsentParty, consentParties } from './catalogue/people.ts';
export { type ReportKind, reportKinds } from './catalogue/support.ts';

export const catalogue = {
  ...journeyEvents,
  ...trainingEvents,
  ...meetingEvents,
  ...conflictEvents,
  ...supportEvents,
  ...peopleEvents,
} as const satisfies Record<string, EventSpec>;

export type EventType = keyof typeof catalogue;
export const eventTypes = Object.keys(catalogue) as EventType[];

type Fields<T extends EventType> = z.output<(typeof catalogue)[T]['fields']>;

/** An event of one type as it stands in an entry. */
export type EventOf<T extends EventType> = {
  [K in T]: { type: K } & (string extends keyof Fields<K> ? unknown : Fields<K>);
}[T];
export type JourneyEvent = EventOf<EventType>;

export const isEventType = (text: unknown): text is EventType =>
  typeof text === 'string' && Object.hasOwn(catalogue, text);
