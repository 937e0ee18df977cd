/** Gives a reflection meeting its slot and invites everybody who must come; amends and withdraws it. */
import { ApplicationFailure } from '@temporalio/common';
import type { Answer, Order } from '../workflows/effects/effects.ts';
import { germanDay } from '../workflows/policy/calendar.ts';
import { cancellation, invitation } from './invitation.ts';
import type { Means } from './letters.ts';
import { deliver, queueLetters } from './mail.ts';
import { carryOut } from './orders.ts';
import { type Recipient, recipientsOf, sameRecipients } from './recipients.ts';
import {
  findSlot,
  type Occupied,
  type Slot,
  type SlotWish,
  slotFrom,
  stillFits,
  usualHours,
} from './slot.ts';
import { answerToken } from './store/answerLinks.ts';
import type { Store } from './store/db.ts';
import { findMeeting, holdCalendar, type Meeting, saveMeeting } from './store/meetings.ts';
import { holdersOf } from './store/outbox.ts';
import { absencesOf, officeHoursOf, schoolTimesOf } from './store/staff.ts';

type MeetingOrder = Order<'reflectionMeeting'>;

/**
 * Carries out the order of a reflection meeting and answers with the slot it has, or `null` once withdrawn.
 * The slot and the letters are kept together before the first mail leaves, so that a repetition sends the
 * same. Throws `address-missing` before anything is kept or sent, or `mail-failed`.
 */
export async function scheduleReflectionMeeting(means: Means, order: MeetingOrder): Promise<Answer> {
  const { db, mail, publicUrl } = means;
  return await carryOut(db, order, async () => {
    const invited = order.op === 'withdraw' ? [] : await recipientsOf(db, order, order.params.attendees);
    const dropped = await noLongerInvited(db, order, invited);
    const { slot, mails } = await db.transaction().execute(async (tx) => {
      const slot = await settleSlot(tx, order, invited);
      if (slot === undefined) return { slot, mails: [] };
      const invitations = invited.map(async (one) =>
        invitation(order, slot, one, mail.from, await linkFor(tx, publicUrl, order, slot, one)),
      );
      const letters = [
        ...(await Promise.all(invitations)),
        ...dropped.map((one) => cancellation(order, slot, one, mail.from)),
      ];
      return { slot, mails: await queueLetters(tx, means, order, letters) };
    });
    await deliver(db, means, order, mails);
    if (slot === undefined || order.op === 'withdraw') return null;
    return { type: 'meeting.scheduled', meeting: order.key, rev: order.rev, ...slot };
  });
}

/** Where somebody from outside answers with one tap; the team enters its answers itself. */
async function linkFor(
  db: Store,
  publicUrl: string | undefined,
  { journey, key: meeting }: MeetingOrder,
  { endsAt }: Slot,
  { role }: Recipient,
): Promise<string | undefined> {
  if (publicUrl === undefined || role === 'caseWorker') return undefined;
  const token = await answerToken(db, { journey, meeting, role }, endsAt);
  return new URL(`a/${token}`, publicUrl).href;
}

/** Whoever holds an invitation from an earlier revision and is not among those invited now. */
async function noLongerInvited(
  db: Store,
  order: MeetingOrder,
  invited: readonly Recipient[],
): Promise<Recipient[]> {
  const holders = await holdersOf(db, order);
  const dropped = holders.filter(({ person }) => !invited.some((one) => one.person === person));
  return await sameRecipients(db, order.journey, dropped);
}

/** The slot the order leaves the meeting with, or had when it is withdrawn; none if there is nothing to say. */
async function settleSlot(
  tx: Store,
  order: MeetingOrder,
  invited: readonly Recipient[],
): Promise<Slot | undefined> {
  const { rev, op, params, now } = order;
  const caseWorker = order.caseWorker ?? invited.find(({ role }) => role === 'caseWorker')?.person ?? null;
  const isFree = caseWorker === null || op === 'withdraw';
  const busy = isFree ? [] : await holdCalendar(tx, caseWorker, order, now);
  const away = isFree ? [] : await absencesOf(tx, caseWorker, germanDay(now));
  const known = await findMeeting(tx, order);
  if (known !== undefined && known.rev > rev) return undefined;
  if (known?.rev === rev) return slotOf(known);
  if (op === 'withdraw') {
    if (known === undefined) return undefined;
    await saveMeeting(tx, { ...known, rev, status: 'cancelled' });
    return slotOf(known);
  }
  const { attendees, startsAt } = params;
  const wish = await wishOf(tx, order);
  const slot = startsAt === undefined ? ownSlot(order, known, wish, { busy, away }) : slotFrom(startsAt);
  const { journey, key } = order;
  await saveMeeting(tx, {
    journey,
    key,
    rev,
    ...slot,
    status: 'scheduled',
    byHand: startsAt !== undefined,
    attendees,
    caseWorker,
  });
  return slot;
}

/** What a slot must satisfy: the order's own wishes, the hours of the site, the times of the school. */
async function wishOf(tx: Store, { journey, site, params }: MeetingOrder): Promise<SlotWish> {
  const office = (await officeHoursOf(tx, site)) ?? usualHours;
  const school = params.school ?? (await schoolTimesOf(tx, journey));
  return { ...params, office, ...(school ? { school } : {}) };
}

/** The slot given before if it can stay, else a new one. One chosen by hand goes when that choice is taken back. */
function ownSlot(
  { journey, now }: MeetingOrder,
  known: Meeting | undefined,
  wish: SlotWish,
  occupied: Occupied,
): Slot {
  const given = known?.status === 'scheduled' && !known.byHand ? slotOf(known) : undefined;
  if (given && stillFits(given, wish, now, occupied)) return given;
  const found = findSlot(wish, now, occupied);
  if (found) return found;
  throw ApplicationFailure.retryable(`journey ${journey}: no free slot within a year`, 'slot-not-found');
}

function slotOf({ startsAt, endsAt }: Meeting): Slot {
  return { startsAt, endsAt };
}
