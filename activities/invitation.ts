/**
 * What an invitation to a reflection meeting, its update and its cancellation say: as a text and as a
 * calendar entry.
 */
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import type { Order } from '../workflows/effects/effects.ts';
import { roleWords } from '../workflows/effects/words.ts';
import { germanDate, germanSlot, shortSlot } from './german.ts';
import { lateness, letterText } from './letters.ts';
import { domainOf, type Letter } from './mail.ts';
import type { Recipient } from './recipients.ts';
import type { Slot } from './slot.ts';

type MeetingOrder = Order<'reflectionMeeting'>;

/**
 * The letter that invites one person to a slot, or tells of a new one. The calendar entry names no other
 * attendee, as nobody needs to know the others' addresses. Pure.
 */
export function invitation(
  order: MeetingOrder,
  slot: Slot,
  recipient: Recipient,
  from: string,
  link?: string,
): Letter {
  const isNew = order.op === 'make';
  const answer = link === undefined ? [] : [`Antworten Sie mit einem Tipp: ${link}`];
  const opening = isNew
    ? 'hiermit laden wir Sie zum Reflexionsgespräch ein.'
    : 'zum Reflexionsgespräch gibt es eine neue Einladung; sie ersetzt die frühere.';
  const paragraphs = [
    opening,
    `Termin: ${germanSlot(slot)}`,
    `Eingeladen sind: ${order.params.attendees.map((role) => roleWords[role].de).join(', ')}`,
    `Stichtag des Gesprächs: ${germanDate(order.params.dueOn)}. Bitte sagen Sie Ihrer Ausbildungsbegleitung Bescheid, wenn Sie nicht kommen können.`,
    ...answer,
    ...lateness(order),
  ];
  return {
    recipient,
    subject: isNew ? 'Einladung zum Reflexionsgespräch' : 'Reflexionsgespräch: neue Einladung',
    text:
      recipient.role === 'participant'
        ? plainText(recipient.name, isNew, slot, link)
        : letterText(recipient.name, paragraphs, order.journey),
    short: shortText(isNew, slot, link),
    op: order.op,
    calendar: { method: 'REQUEST', content: calendarEntry('REQUEST', order, slot, recipient, from) },
  };
}

/** The letter that takes one person's invitation back. Pure. */
export function cancellation(order: MeetingOrder, slot: Slot, recipient: Recipient, from: string): Letter {
  const paragraphs = [
    `das Reflexionsgespräch am ${germanSlot(slot)} findet für Sie nicht statt. Sie brauchen nichts weiter zu tun.`,
    ...lateness(order),
  ];
  return {
    recipient,
    subject: 'Reflexionsgespräch abgesagt',
    text: letterText(recipient.name, paragraphs, order.journey),
    short: `Das Reflexionsgespräch am ${shortSlot(slot)} fällt für dich aus.`,
    op: 'withdraw',
    calendar: { method: 'CANCEL', content: calendarEntry('CANCEL', order, slot, recipient, from) },
  };
}

/** Young people do not read calendar mail: a few lines, and where to answer. */
function plainText(name: string, isNew: boolean, slot: Slot, link: string | undefined): string {
  const answer =
    link === undefined ? 'Sag Bescheid, wenn du nicht kommen kannst.' : `Kommst du? Antworte hier: ${link}`;
  const news = isNew ? 'wir treffen uns zum Reflexionsgespräch:' : 'für unser Reflexionsgespräch gilt jetzt:';
  return [`Hallo ${name},`, news, germanSlot(slot), answer, 'Bis dann!\nDeine Ausbildungsbegleitung'].join(
    '\n\n',
  );
}

const shortText = (isNew: boolean, slot: Slot, link: string | undefined): string =>
  [
    `${isNew ? 'Reflexionsgespräch' : 'Reflexionsgespräch, neuer Stand'}: ${shortSlot(slot)}.`,
    link === undefined ? 'Sag Bescheid, wenn du nicht kommen kannst.' : `Kommst du? ${link}`,
  ].join(' ');

/** Instants in UTC, as a local time would need a definition of its zone. */
function calendarEntry(
  method: 'REQUEST' | 'CANCEL',
  { journey, key, rev, now }: MeetingOrder,
  { startsAt, endsAt }: Slot,
  { name, email }: Recipient,
  from: string,
): string {
  const calendar = ical({
    prodId: { company: 'Wegbegleiter', product: 'Reflexionsgespräch', language: 'DE' },
    method: ICalCalendarMethod[method],
  });
  const event = calendar.createEvent({
    id: `${journey}/${key}@${domainOf(from)}`,
    sequence: rev,
    stamp: new Date(now),
    start: new Date(startsAt),
    end: new Date(endsAt),
    summary: 'Reflexionsgespräch',
    description: `Vorgang: ${journey}`,
    organizer: { name: 'Wegbegleiter', email: from },
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  if (email === null) return calendar.toString();
  event.createAttendee({
    name,
    email,
    rsvp: method === 'REQUEST',
    role: ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.NEEDSACTION,
  });
  return calendar.toString();
}
