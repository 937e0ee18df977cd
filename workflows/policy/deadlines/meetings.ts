/** Deadlines of reflection meetings, conflicts and terminations. */
import { type DeadlineRow, practice, remindAfter, untilAfter } from './row.ts';

export const meetingDeadlines = {
  reflectionDue: remindAfter(
    null,
    '(practice); compare three-monthly reviews in England; lengths in the rows reflection*',
    'Reflexionsgespräch fällig',
    'Reflection meeting due',
  ),
  meetingRecord: remindAfter(
    { days: 2 },
    practice,
    'Reflexionsgespräch dokumentieren',
    'Record the reflection meeting',
  ),
  meetingUnrecorded: untilAfter(
    { days: 7 },
    practice,
    'Gespräch nicht dokumentiert: Teamleitung',
    'Meeting unrecorded: team lead',
  ),
  conflictTalk: untilAfter(
    { days: 7 },
    practice,
    'Konflikt: Gespräch der Beteiligten',
    'Conflict: talk between the parties',
  ),
  conflictMediation: untilAfter({ days: 14 }, practice, 'Konflikt: Vermittlung', 'Conflict: mediation'),
  conflictAlert: untilAfter(
    { days: 7 },
    practice,
    'Konflikt ungelöst: Teamleitung',
    'Conflict unsettled: team lead',
  ),
  settlementAcceptance: untilAfter(
    { weeks: 1 },
    '§111(2) ArbGG',
    'Spruch anerkennen',
    'Accept the proposal for settlement',
    'court',
  ),
  settlementAction: untilAfter(
    { weeks: 2 },
    '§111(2) ArbGG; without instruction on remedies one year (check)',
    'Klage nach dem Spruch',
    'Action after the proposal for settlement',
    'court',
  ),
  terminationNotice: untilAfter(
    { weeks: 2 },
    '§22(4) BBiG; a pending conciliation suspends it (check: §209 BGB by analogy)',
    'Kündigung aus wichtigem Grund: Zugang spätestens',
    'Termination for an important reason: must have reached the other side',
    'place',
  ),
  terminationAction: untilAfter(
    { weeks: 3 },
    '§§4, 13 KSchG; BAG 6 AZR 490/14',
    'Klage gegen die Kündigung',
    'Action against the termination',
    'court',
  ),
  givingUpNotice: untilAfter(
    { weeks: 4 },
    '§22(2) no. 2 BBiG',
    'Ende der Kündigungsfrist (Aufgabe der Ausbildung)',
    'Notice when giving up training ends',
  ),
  damagesClaim: untilAfter(
    { months: 3 },
    '§23(2) BBiG',
    'Schadensersatz nach vorzeitiger Lösung',
    'Damages after an early end',
  ),
} as const satisfies Record<string, DeadlineRow>;
