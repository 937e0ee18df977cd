/**
 * The catalogue of events: type, fields, who may send it, and its name for people. Every schema, form and type of an
 * event derives from this table; nothing spells an event a second time.
 */
import { z } from 'zod';
import { Role, type Rung } from '../effects/words.ts';
import { Day, Instant } from '../policy/calendar.ts';
import { federalStates } from '../policy/holidays.ts';

/** An opaque id: never a name, so that nothing outside the store names a person. */
export const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,62}$/);
export type Id = z.infer<typeof Id>;

/** `seq` of the entry that opened something: an internship, a conflict. */
const Seq = z.int().min(1);

const team = ['caseWorker', 'teamLead'] as const satisfies readonly Role[];
const lead = ['teamLead'] as const satisfies readonly Role[];
const system = ['system'] as const satisfies readonly Role[];

export const preparationParts = [
  'competenceAssessment',
  'careerOrientation',
  'applicationTraining',
  'everydaySupport',
  'childcare',
  'financialSecurity',
  'trainingPreparation',
] as const;

const Party = z.enum(['participant', 'company']);

interface EventSpec {
  readonly roles: readonly Role[];
  readonly label: { readonly de: string; readonly en: string };
  readonly fields: z.ZodObject;
}
const event = <F extends z.ZodRawShape>(
  roles: readonly Role[],
  de: string,
  en: string,
  fields: F,
): { roles: readonly Role[]; label: { de: string; en: string }; fields: z.ZodObject<F, z.core.$strict> } => ({
  roles,
  label: { de, en },
  fields: z.strictObject(fields),
});

export const catalogue = {
  'intake.referred': event(team, 'Zugang aufgenommen', 'Referral recorded', {
    source: z.enum(['funder', 'ownContact']),
    site: Id,
    federalState: z.enum(federalStates),
    funder: Id.optional(),
    /** Who looks after the intake. */
    caseWorker: Id.optional(),
  }),
  'intake.admitted': event(team, 'Aufgenommen', 'Admitted', {
    caseWorker: Id,
    /** First day of the measure; the event's own day where left out. */
    entryOn: Day.optional(),
    /** Starts in training at once: a contract existed at entry. */
    directStart: z.boolean().default(false),
  }),
  'intake.referredElsewhere': event(team, 'Weiterverwiesen', 'Referred elsewhere', {
    to: z.enum(['eq', 'bvb', 'bae', 'other']),
  }),
  'intake.declined': event(team, 'Nicht aufgenommen', 'Declined', {
    reason: z.enum(['noNeed', 'notEligible', 'noConsent', 'ownWish', 'other']),
  }),
  'intensity.set': event(team, 'Intensität der Begleitung festgelegt', 'Intensity of support set', {
    intensity: z.enum(['low', 'medium', 'high']),
  }),
  'preparation.partRecorded': event(team, 'Baustein der Vorphase erfasst', 'Part of preparation recorded', {
    part: z.enum(preparationParts),
    status: z.enum(['needed', 'waived', 'done']),
  }),
  'preparation.extended': event(team, 'Vorphase verlängert', 'Preparation extended', {
    months: z.int().min(1),
  }),
  'occupation.agreed': event(team, 'Tragfähige Berufsoption vereinbart', 'Occupational option agreed', {
    occupation: Id,
  }),
  'internship.planned': event(team, 'Praktikum geplant', 'Internship planned', {
    company: Id,
    from: Day,
    to: Day,
  }),
  'internship.started': event(team, 'Praktikum begonnen', 'Internship started', { internship: Seq }),
  'internship.reviewed': event(team, 'Praktikum ausgewertet', 'Internship reviewed', {
    internship: Seq,
    fit: z.boolean(),
  }),
  'internship.brokenOff': event(team, 'Praktikum abgebrochen', 'Internship broken off', {
    internship: Seq,
    reason: z.enum(['participant', 'company', 'illness', 'other']),
  }),
  'placement.started': event(team, 'Vermittlung begonnen', 'Placement started', {}),
  'company.informed': event(team, 'Betrieb eingehend informiert', 'Company informed in depth', {
    company: Id,
  }),
  'contract.signed': event(team, 'Ausbildungsvertrag geschlossen', 'Training contract signed', {
    company: Id,
    chamber: Id,
    occupation: Id,
    start: Day,
    end: Day,
    probationMonths: z.int().min(0),
    /** Why no internship at this company went before. */
    withoutInternship: z.enum(['knownToCompany', 'timeShort', 'existingContract', 'other']).optional(),
  }),
  'contract.registered': event(
    team,
    'Vertrag bei der Kammer eingetragen',
    'Contract registered at the chamber',
    {},
  ),
  'contract.ended': event(team, 'Ausbildungsvertrag vorzeitig beendet', 'Training contract ended early', {
    by: z.enum(['participant', 'company', 'both']),
    reason: z.enum([
      'duringProbation',
      'importantReason',
      'givingUp',
      'agreement',
      'beforeStart',
      'insolvency',
      'other',
    ]),
  }),
  'training.started': event(team, 'Erster Ausbildungstag bestätigt', 'First day of training confirmed', {
    /** The first day; the contract's start where left out. */
    firstDay: Day.optional(),
  }),
  'exam.registered': event(team, 'Zur Abschlussprüfung angemeldet', 'Registered for the final exam', {
    sittingOn: Day,
  }),
  'exam.passed': event(team, 'Abschlussprüfung bestanden', 'Final exam passed', {}),
  'exam.failed': event(team, 'Abschlussprüfung nicht bestanden', 'Final exam failed', {}),
  'exam.extensionDemanded': event(
    team,
    'Verlängerung der Ausbildung verlangt',
    'Extension of training demanded',
    {
      newEnd: Day,
    },
  ),
  'job.started': event(team, 'Arbeit aufgenommen', 'Job started', {
    /** First day of work; the event's own day where left out. */
    firstDay: Day.optional(),
  }),
  'followUp.ended': event(team, 'Nachbetreuung beendet', 'Follow-up support ended', {}),
  'journey.leftEarly': event(lead, 'Vorzeitig ausgeschieden', 'Left early', {
    reason: z.enum([
      'ownWish',
      'moved',
      'illness',
      'noPlacement',
      'lackOfParticipation',
      'otherScheme',
      'other',
    ]),
  }),
  'meeting.scheduled': event(system, 'Reflexionsgespräch eingeladen', 'Reflection meeting scheduled', {
    /** Key of the effect this answers. */
    meeting: z.string().min(1),
    rev: z.int().min(1),
    startsAt: Instant,
    endsAt: Instant,
  }),
  'meeting.moved': event(team, 'Reflexionsgespräch verlegt', 'Reflection meeting moved', {
    startsAt: Instant,
  }),
  'meeting.held': event(team, 'Reflexionsgespräch geführt', 'Reflection meeting held', {
    attended: z.array(Role).min(1),
  }),
  'meeting.missed': event(team, 'Reflexionsgespräch versäumt', 'Reflection meeting missed', {
    missing: z.array(Role).min(1),
  }),
  'meeting.cancelled': event(team, 'Reflexionsgespräch abgesagt', 'Reflection meeting cancelled', {}),
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
    {
      participantAgreed: z.literal(true),
    },
  ),
  'conflict.conciliationRequested': event(team, 'Schlichtungsausschuss angerufen', 'Conciliation requested', {
    by: Party,
  }),
  'conflict.actionFiled': event(team, 'Klage erhoben', 'Action filed in court', { by: Party }),
  'conflict.deescalated': event(team, 'Konflikt entschärft', 'Conflict de-escalated', {
    to: z.enum(['talk', 'mediation'] satisfies Rung[]),
  }),
  'conflict.resolved': event(team, 'Konflikt gelöst', 'Conflict resolved', {}),
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

/** One row of the catalogue as programs read it: the fields as JSON Schema. */
export interface EventDescription {
  type: EventType;
  roles: readonly Role[];
  label: { de: string; en: string };
  fields: unknown;
}

/** The whole catalogue for programs and forms. */
export function describeEvents(): EventDescription[] {
  return eventTypes.map((type) => {
    const { roles, label, fields } = catalogue[type];
    return { type, roles, label, fields: z.toJSONSchema(fields, { io: 'input' }) };
  });
}
