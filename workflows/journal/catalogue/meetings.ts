/** Events of reflection meetings, conflicts and terminations. */
import { z } from 'zod';
import { Reply, Role, type Rung } from '../../effects/words.ts';
import { Day, Instant } from '../../policy/calendar.ts';
import { type EventSpec, event, Id, invited, Party, Seq, system, team } from './fields.ts';

/** Key of the effect that an invitation answers. */
const MeetingKey = z.string().refine((text) => /^reflection\/after-\d+$/.test(text), {
  error: 'must be the key of a meeting (reflection/after-NUMBER)',
  params: { de: 'muss der Schlüssel eines Gesprächs sein (reflection/after-NUMMER)' },
});

export const meetingEvents = {
  'meeting.scheduled': event(system, 'Reflexionsgespräch eingeladen', 'Reflection meeting scheduled', {
    meeting: MeetingKey,
    rev: z.int().min(1),
    startsAt: Instant,
    endsAt: Instant,
  }),
  'meeting.replied': event(invited, 'Auf die Einladung geantwortet', 'Invitation answered', {
    /** Who answers. */
    by: Role,
    reply: Reply,
  }),
  'meeting.moved': event(team, 'Reflexionsgespräch verlegt', 'Reflection meeting moved', {
    startsAt: Instant,
  }),
  'meeting.held': event(team, 'Reflexionsgespräch geführt', 'Reflection meeting held', {
    attended: z.array(Role).min(1),
    /** What was agreed: codes or ids of notes. */
    agreed: z.array(Id).optional(),
    /** When the next one is; by the cadence where left out. */
    nextOn: Day.optional(),
  }),
  'meeting.missed': event(team, 'Reflexionsgespräch versäumt', 'Reflection meeting missed', {
    missing: z.array(Role).min(1),
  }),
  'meeting.cancelled': event(team, 'Reflexionsgespräch abgesagt', 'Reflection meeting cancelled', {}),
} as const satisfies Record<string, EventSpec>;

export const conflictEvents = {
  'conflict.raised': event(team, 'Konflikt gemeldet', 'Conflict raised', {
    between: z.enum(['participantAndTrainer', 'participantAndCompany', 'participantAndSchool', 'other']),
  }),
  'conflict.mediated': event(
    team,
    'Vermittlung durch die Begleitung begonnen',
    'Mediation by the case worker begun',
    {},
  ),
  'conflict.adviserCalled': event(
    team,
    'Ausbildungsberatung der Kammer eingeschaltet',
    'Training adviser called in',
    { participantAgreed: z.literal(true) },
  ),
  'conflict.conciliationRequested': event(team, 'Schlichtungsausschuss angerufen', 'Conciliation requested', {
    by: Party,
  }),
  'conflict.conciliationEnded': event(
    team,
    'Schlichtung ohne Spruch beendet',
    'Conciliation ended without a proposal',
    {},
  ),
  'conflict.settlementProposed': event(team, 'Spruch ergangen', 'Settlement proposed', {
    /** Day the proposal for settlement was served. */
    servedOn: Day,
    /** It came with an instruction on remedies. */
    remediesInstructed: z.boolean(),
  }),
  'conflict.settlementAnswered': event(team, 'Spruch beantwortet', 'Settlement answered', {
    by: Party,
    accepted: z.boolean(),
  }),
  'conflict.actionFiled': event(team, 'Klage erhoben', 'Action filed in court', { by: Party }),
  'conflict.deescalated': event(team, 'Konflikt entschärft', 'Conflict de-escalated', {
    to: z.enum(['talk', 'mediation'] satisfies Rung[]),
  }),
  'conflict.resolved': event(team, 'Konflikt gelöst', 'Conflict resolved', {}),
  'termination.reasonKnown': event(
    team,
    'Wichtiger Grund für eine Kündigung bekannt',
    'Important reason for a termination known',
    {
      /** Who may terminate. */
      by: Party,
      /** Day the facts became known; the event's own day where left out. */
      knownOn: Day.optional(),
    },
  ),
  'termination.dropped': event(team, 'Von der Kündigung abgesehen', 'Termination dropped', {}),
  'termination.received': event(team, 'Kündigung zugegangen', 'Termination received', {
    /** Who has terminated. */
    by: Party,
  }),
  'termination.givingUp': event(
    team,
    'Kündigung wegen Aufgabe der Ausbildung',
    'Notice given to give up the training',
    {},
  ),
  'termination.settled': event(team, 'Kündigung erledigt', 'Termination settled', {
    how: z.enum(['accepted', 'withdrawn', 'contested']),
    /** Which one, by the number of the entry that told of its receipt; all where left out. */
    termination: Seq.optional(),
  }),
} as const satisfies Record<string, EventSpec>;
