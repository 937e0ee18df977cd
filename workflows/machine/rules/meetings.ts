/** Rules of reflection meetings, conflicts and terminations. */
import { rungs } from '../../effects/words.ts';
import { germanDay } from '../../policy/calendar.ts';
import { attendees, meetingKey } from '../requests/meetings.ts';
import { names, type Rule, says } from './rule.ts';

export const meetingRules = {
  meetingInPast: {
    holds: ({ facts: { meeting }, day }) => meeting === undefined || germanDay(meeting.startsAt) <= day,
    de: 'Das eingeladene Gespräch liegt noch in der Zukunft.',
    en: 'The scheduled meeting still lies in the future.',
  },
  movedIntoFuture: says(
    'meeting.moved',
    ({ startsAt, at }) => startsAt > at,
    'Ein Gespräch kann nur auf einen künftigen Zeitpunkt verlegt werden.',
    'A meeting can only be moved to a time in the future.',
  ),
  repliesForThemselves: says(
    'meeting.replied',
    ({ by, actor: { role } }) => role === by || role === 'caseWorker' || role === 'teamLead',
    'Für andere antwortet nur das Team.',
    'Only the team answers for others.',
  ),
  amongInvited: says(
    'meeting.replied',
    ({ by }, { facts }) => attendees(facts).includes(by),
    'Wer antwortet, ist zu diesem Gespräch nicht eingeladen.',
    'Whoever answers is not invited to this meeting.',
  ),
  bothCame: says(
    'meeting.held',
    ({ attended }) => attended.includes('participant') && attended.includes('caseWorker'),
    'Ohne die teilnehmende Person und die Begleitung ist das Gespräch nicht geführt, sondern versäumt.',
    'Without the participant and the case worker the meeting was not held, but missed.',
  ),
  nextAhead: says(
    'meeting.held',
    ({ nextOn, day }) => nextOn === undefined || nextOn > day,
    'Das nächste Gespräch muss nach diesem liegen.',
    'The next meeting must lie after this one.',
  ),
  answersThisMeeting: says(
    'meeting.scheduled',
    ({ meeting }, { facts }) => meeting === meetingKey(facts),
    'Die Antwort gehört zu einer anderen Einladung.',
    'The answer belongs to another invitation.',
  ),
  slotAhead: says(
    'meeting.scheduled',
    ({ startsAt, at }) => startsAt > at,
    'Der Termin liegt vor dem Anlass der Einladung.',
    'The slot lies before what the invitation is for.',
  ),
} as const satisfies Record<string, Rule>;

export const conflictRules = {
  lowerRung: {
    holds: ({ facts: { conflict }, event }) => {
      const to = event?.type === 'conflict.deescalated' ? event.to : 'talk';
      return conflict !== undefined && rungs.indexOf(to) < rungs.indexOf(conflict.rung);
    },
    de: 'Der Konflikt steht nicht höher als die genannte Stufe.',
    en: 'The conflict stands no higher than the rung named.',
  },
  conciliationFirst: {
    holds: ({ facts }) => {
      const { contract, contractEndedOn, conflict } = facts;
      const mandatory = contract?.committee === true && contractEndedOn === undefined;
      return !mandatory || conflict?.heard === true;
    },
    de: 'Für einen bestehenden Vertrag geht der Klage die Verhandlung vor dem Schlichtungsausschuss voraus (§111(2) ArbGG).',
    en: 'For an existing contract the conciliation committee comes before court (§111(2) ArbGG).',
  },
  committeeExists: {
    holds: ({ facts: { contract } }) => contract !== undefined && contract.committee !== false,
    de: 'Es gibt keinen Schlichtungsausschuss, der für einen Vertrag angerufen werden könnte.',
    en: 'There is no conciliation committee that could be called upon for a contract.',
  },
  servedByNow: says(
    'conflict.settlementProposed',
    ({ servedOn, day }) => servedOn <= day,
    'Die Zustellung liegt noch in der Zukunft.',
    'The service still lies in the future.',
  ),
  dismissalOpen: names(
    'termination',
    ({ dismissals }) => Object.keys(dismissals),
    'Es gibt keine offene Kündigung mit dieser Eintragsnummer.',
    'There is no open termination with this entry number.',
  ),
  reasonKnownByNow: says(
    'termination.reasonKnown',
    ({ knownOn, day }) => knownOn === undefined || knownOn <= day,
    'Der Tag der Kenntnis liegt noch in der Zukunft.',
    'The day of knowledge still lies in the future.',
  ),
} as const satisfies Record<string, Rule>;
