/** Events of the journey's phases: from the first contact to the end, but for contract and exam. */
import { z } from 'zod';
import { Day } from '../../policy/calendar.ts';
import { federalStates } from '../../policy/holidays.ts';
import { type EventSpec, event, Id, lead, Seq, system, team } from './fields.ts';

export const preparationParts = [
  'competenceAssessment',
  'careerOrientation',
  'applicationTraining',
  'everydaySupport',
  'childcare',
  'financialSecurity',
  'trainingPreparation',
] as const;

const Barrier = z.enum([
  'schooling',
  'language',
  'learning',
  'social',
  'family',
  'health',
  'housing',
  'debt',
  'mobility',
  'other',
]);

export const levels = ['low', 'medium', 'high'] as const;
const Level = z.enum(levels);

/** Key of an effect, as the fold names it. */
const EffectKey = z.string().refine((text) => /^[a-z][A-Za-z0-9/-]{0,119}$/.test(text), {
  error: 'must be the key of an effect',
  params: { de: 'muss der Schlüssel einer Wirkung sein' },
});

export const journeyEvents = {
  'intake.referred': event(team, 'Zugang aufgenommen', 'Referral recorded', {
    source: z.enum(['funder', 'ownContact']),
    site: Id,
    federalState: z.enum(federalStates),
    funder: Id.optional(),
    /** Who looks after the intake. */
    caseWorker: Id.optional(),
    /** The 18th birthday of a minor; left out for adults. */
    adultOn: Day.optional(),
  }),
  'intake.eligibilityAssessed': event(team, 'Förderbedarf festgestellt', 'Eligibility assessed', {
    eligible: z.boolean(),
    barriers: z.array(Barrier),
  }),
  'intake.admitted': event(team, 'Aufgenommen', 'Admitted', {
    caseWorker: Id,
    /** Whether a graduate in social work (true where left out); somebody else is assigned by the team lead. */
    qualified: z.boolean().optional(),
    /** First day of the measure; the event's own day where left out. */
    entryOn: Day.optional(),
    /** Starts in training at once: a contract existed at entry. */
    directStart: z.boolean().default(false),
    /** Length of the preparation, where it is shorter than the policy's. */
    preparationMonths: z.int().min(1).optional(),
    weeklyHours: z.int().min(1).optional(),
    partTime: z.boolean().optional(),
    /** For a minor: the guardians agreed too. */
    guardiansToo: z.boolean().optional(),
  }),
  'intake.referredElsewhere': event(team, 'Weiterverwiesen', 'Referred elsewhere', {
    to: z.enum(['abh', 'eq', 'bvb', 'bae', 'other']),
    reason: z.enum(['needsLess', 'needsMore', 'needsOther', 'ownWish', 'noPlace', 'other']),
  }),
  'intake.declined': event(team, 'Nicht aufgenommen', 'Declined', {
    reason: z.enum(['noNeed', 'notEligible', 'noConsent', 'ownWish', 'other']),
  }),
  'intensity.set': event(team, 'Intensität der Begleitung festgelegt', 'Intensity of support set', {
    /** What the participant needs. */
    participant: Level,
    /** What the company needs. */
    company: Level.optional(),
  }),
  'preparation.partRecorded': event(team, 'Baustein der Vorphase erfasst', 'Part of preparation recorded', {
    part: z.enum(preparationParts),
    status: z.enum(['needed', 'waived', 'done']),
    /** What came of it, such as the career orientation's result: a code or the id of a note. */
    result: Id.optional(),
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
  'placement.offered': event(team, 'Ausbildungsplatz angeboten', 'Training place offered', { company: Id }),
  'placement.offerDeclined': event(team, 'Angebot nicht zustande gekommen', 'Offer came to nothing', {
    by: z.enum(['participant', 'company']),
  }),
  'company.informed': event(team, 'Betrieb eingehend informiert', 'Company informed in depth', {
    company: Id,
  }),
  'entryQualification.signed': event(
    team,
    'Einstiegsqualifizierung (EQ) vereinbart',
    'Entry-level qualification (EQ) agreed',
    { company: Id, start: Day, end: Day },
  ),
  'entryQualification.ended': event(
    team,
    'Einstiegsqualifizierung (EQ) beendet',
    'Entry-level qualification (EQ) ended',
    { result: z.enum(['completed', 'brokenOff']) },
  ),
  'job.started': event(team, 'Arbeit aufgenommen', 'Job started', {
    /** First day of work; the event's own day where left out. */
    firstDay: Day.optional(),
  }),
  'job.ended': event(team, 'Arbeit verloren oder aufgegeben', 'Job ended', {}),
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
  'journey.transferred': event(lead, 'An einen anderen Träger übergeben', 'Transferred to another provider', {
    to: Id,
  }),
  'journey.received': event(lead, 'Von einem anderen Träger übernommen', 'Received from another provider', {
    /** The provider it comes from. */
    from: Id,
    site: Id,
    federalState: z.enum(federalStates),
    caseWorker: Id,
  }),
  'journey.deceased': event(team, 'Verstorben', 'Deceased', {}),
  'effect.stuck': event(system, 'Wirkung kommt nicht zustande', 'Effect cannot be carried out', {
    effect: EffectKey,
    rev: z.int().min(1),
  }),
  'journey.reopened': event(lead, 'Wieder aufgenommen', 'Reopened', {
    reason: z.enum(['closedByMistake', 'newChance', 'appeal', 'returned', 'other']),
  }),
} as const satisfies Record<string, EventSpec>;
