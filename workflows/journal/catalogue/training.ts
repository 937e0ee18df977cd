/** Events of contract, training and exam. */
import { z } from 'zod';
import { schoolWeekdays } from '../../effects/words.ts';
import { Day } from '../../policy/calendar.ts';
import { type EventSpec, event, Id, team } from './fields.ts';

export const trainingEvents = {
  'contract.signed': event(team, 'Ausbildungsvertrag geschlossen', 'Training contract signed', {
    company: Id,
    chamber: Id,
    occupation: Id,
    start: Day,
    end: Day,
    probationMonths: z.int().min(0),
    /** Day of the signing; the event's own day where left out. */
    signedOn: Day.optional(),
    /** Day of the registration at the chamber, where it is known with the contract. */
    registeredOn: Day.optional(),
    /** Part-time training by §7a BBiG: percent of the full daily or weekly time. */
    partTimePercent: z.int().min(50).max(99).optional(),
    /** For a minor: the guardians signed too (§11(2) BBiG). */
    guardiansSigned: z.boolean().optional(),
    /** Whether the chamber has a conciliation committee. */
    conciliationCommittee: z.boolean().optional(),
    /** Why no internship at this company went before. */
    withoutInternship: z.enum(['knownToCompany', 'timeShort', 'existingContract', 'other']).optional(),
  }),
  'contract.registered': event(
    team,
    'Vertrag bei der Kammer eingetragen',
    'Contract registered at the chamber',
    {},
  ),
  'contract.endChanged': event(
    team,
    'Vertragsende durch die Kammer geändert',
    'End of the contract changed by the chamber',
    { newEnd: Day },
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
  'school.timesSet': event(team, 'Berufsschulzeiten festgehalten', 'School times set', {
    weekdays: z.array(z.enum(schoolWeekdays)),
    /** Block weeks; none where left out. */
    blocks: z.array(z.strictObject({ from: Day, to: Day })).optional(),
    /** Which school; without days and blocks those are its times that the store knows. */
    school: Id.optional(),
  }),
  'probation.prolonged': event(team, 'Probezeit verlängert', 'Probation prolonged', { until: Day }),
  'leave.started': event(team, 'Elternzeit begonnen', 'Parental leave begun', {
    /** First day; the event's own day where left out. */
    from: Day.optional(),
    until: Day,
  }),
  'leave.changed': event(team, 'Ende der Elternzeit geändert', 'End of parental leave changed', {
    until: Day,
  }),
  'training.interrupted': event(team, 'Ausbildung unterbrochen', 'Training interrupted', {
    reason: z.enum(['illness', 'maternityProtection', 'care', 'other']),
  }),
  'training.resumed': event(team, 'Ausbildung fortgesetzt', 'Training resumed', {}),
  'exam.intermediateTaken': event(
    team,
    'Zwischenprüfung oder Teil 1 abgelegt',
    'Intermediate exam or part 1 taken',
    { part: z.enum(['intermediate', 'part1']) },
  ),
  'exam.registered': event(team, 'Zur Abschlussprüfung angemeldet', 'Registered for the final exam', {
    sittingOn: Day,
  }),
  'exam.admitted': event(team, 'Zur Abschlussprüfung zugelassen', 'Admitted to the final exam', {
    /** Compensation of a disadvantage was granted (§65 BBiG). */
    disadvantageCompensation: z.boolean(),
  }),
  'exam.sat': event(team, 'Abschlussprüfung abgelegt', 'Final exam sat', {}),
  'exam.missedByIllness': event(
    team,
    'Abschlussprüfung wegen Krankheit versäumt',
    'Final exam missed by illness',
    {},
  ),
  'exam.passed': event(team, 'Abschlussprüfung bestanden', 'Final exam passed', {}),
  'exam.failed': event(team, 'Abschlussprüfung nicht bestanden', 'Final exam failed', {}),
  'exam.extensionDemanded': event(
    team,
    'Verlängerung der Ausbildung verlangt',
    'Extension of training demanded',
    { newEnd: Day },
  ),
  'exam.bridged': event(
    team,
    'Überbrückung bis zur Wiederholungsprüfung vereinbart',
    'Bridging until the repeat exam agreed',
    { until: Day },
  ),
} as const satisfies Record<string, EventSpec>;
