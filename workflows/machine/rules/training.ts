/** Rules of contract, training, pauses and exam. */

import { daysBetween } from '../../policy/calendar.ts';
import { dateOf } from '../deadlines.ts';
import { pausedDays } from '../facts/training.ts';
import { known, type Rule, says } from './rule.ts';

export const trainingRules = {
  companyInformed: {
    holds: ({ facts, event }) => {
      if (facts.directStart && facts.contract === undefined) return true;
      const company = event?.type === 'contract.signed' ? event.company : undefined;
      return company === undefined
        ? Object.keys(facts.informed).length > 0
        : Object.hasOwn(facts.informed, company);
    },
    de: 'Der Betrieb wurde noch nicht eingehend informiert; das geht jedem vermittelten Vertrag voraus.',
    en: 'The company has not been informed in depth; this precedes every contract that the provider arranges.',
  },
  internshipOrReason: says(
    'contract.signed',
    ({ company: signed, withoutInternship }, { facts }) =>
      withoutInternship !== undefined ||
      Object.values(facts.internships).some(
        ({ company, status }) => company === signed && status !== 'planned' && status !== 'brokenOff',
      ),
    'In diesem Betrieb gab es kein Praktikum; dann nennt der Vertrag den Grund (Feld »withoutInternship«).',
    'There was no internship at this company; the contract then gives the reason (field "withoutInternship").',
  ),
  contractInOrder: says(
    'contract.signed',
    ({ start, end }) => start < end,
    'Der Vertrag endet vor seinem Beginn.',
    'The contract ends before it begins.',
  ),
  guardiansSigned: says(
    'contract.signed',
    ({ guardiansSigned }, { facts }) => facts.adultOn === undefined || guardiansSigned === true,
    'Bei Minderjährigen unterschreiben auch die Personensorgeberechtigten (Feld »guardiansSigned«).',
    'For a minor the guardians sign too (field "guardiansSigned").',
  ),
  probationWithinLimits: says(
    'contract.signed',
    ({ probationMonths }, { policy: { limits } }) =>
      probationMonths >= limits.probationShortest.value.months &&
      probationMonths <= limits.probationLongest.value.months,
    'Die Probezeit muss mindestens einen und darf höchstens vier Monate dauern (§20 BBiG).',
    'The probation must last at least one month and at most four (§20 BBiG).',
  ),
  firstDayReached: says(
    'training.started',
    ({ firstDay, day }, { facts }) => (firstDay ?? facts.contract?.start ?? day) <= day,
    'Der erste Ausbildungstag liegt noch in der Zukunft.',
    'The first day of training still lies in the future.',
  ),
  firstDayOpen: known(
    ({ contract, contractEndedOn }) =>
      contract !== undefined && contract.firstDay === undefined && contractEndedOn === undefined,
    'Es gibt keinen Vertrag, dessen erster Ausbildungstag noch zu bestätigen wäre.',
    'There is no contract whose first day of training is still to be confirmed.',
  ),
  noContractRuns: known(
    ({ contract, contractEndedOn }) => contract === undefined || contractEndedOn !== undefined,
    'Es läuft noch ein Ausbildungsvertrag.',
    'A training contract is still running.',
  ),
  contractRuns: known(
    ({ contract, contractEndedOn }) => contract !== undefined && contractEndedOn === undefined,
    'Es gibt keinen laufenden Ausbildungsvertrag.',
    'There is no running training contract.',
  ),
  inTraining: known(
    ({ contract, contractEndedOn }) => contract?.firstDay !== undefined && contractEndedOn === undefined,
    'Die Ausbildung hat noch nicht begonnen oder der Vertrag ist beendet.',
    'Training has not begun, or its contract has ended.',
  ),
  newEndAfterStart: says(
    'contract.endChanged',
    ({ newEnd }, { facts }) => facts.contract === undefined || newEnd > facts.contract.start,
    'Das neue Ende liegt vor dem Beginn des Vertrags.',
    'The new end lies before the contract begins.',
  ),
  blocksInOrder: says(
    'school.timesSet',
    ({ blocks = [] }) => blocks.every(({ from, to }) => from <= to),
    'Ein Schulblock endet vor seinem Beginn.',
    'A block of school weeks ends before it begins.',
  ),
  leaveInOrder: says(
    'leave.started',
    ({ from, until, day }) => (from ?? day) <= until,
    'Die Elternzeit endet vor ihrem Beginn.',
    'The parental leave ends before it begins.',
  ),
  leaveBegun: says(
    'leave.started',
    ({ from, day }) => (from ?? day) <= day,
    'Die Elternzeit hat noch nicht begonnen; sie wird an ihrem ersten Tag eingetragen.',
    'The parental leave has not begun; it is entered on its first day.',
  ),
  leaveApart: says(
    'leave.started',
    ({ from, until, day }, { facts: { contract } }) => {
      const leaves = contract?.pauses?.filter(({ leave }) => leave) ?? [];
      return leaves.every((known) => until < known.from || (known.until ?? known.from) < (from ?? day));
    },
    'Diese Elternzeit überschneidet sich mit einer, die schon eingetragen ist.',
    'This parental leave overlaps one that has been entered already.',
  ),
  leaveInTraining: says(
    'leave.started',
    ({ from, day }, { facts }) => (from ?? day) >= (facts.contract?.firstDay ?? ''),
    'Die Elternzeit beginnt vor dem ersten Ausbildungstag.',
    'The parental leave begins before the first day of training.',
  ),
  leaveEndInOrder: says(
    'leave.changed',
    ({ until }, { facts }) => facts.leave === undefined || facts.leave.from <= until,
    'Das neue Ende liegt vor dem Beginn der Elternzeit.',
    'The new end lies before the parental leave began.',
  ),
  interruptedBefore: known(
    ({ contract }) => (contract?.pauses ?? []).length > 0,
    'Die Probezeit verlängert sich nur nach einer Unterbrechung, und nur wenn es so vereinbart ist (§20 BBiG).',
    'Probation is prolonged only after an interruption, and only if so agreed (§20 BBiG).',
  ),
  probationLater: says(
    'probation.prolonged',
    ({ until }, { facts, policy }) => until > (dateOf('probationEnd', facts, policy) ?? ''),
    'Das neue Ende der Probezeit liegt nicht nach dem bisherigen.',
    'The new end of the probation does not lie after the present one.',
  ),
  prolongedWithinPause: says(
    'probation.prolonged',
    ({ until, day }, { facts: { contract, ...facts }, policy }) => {
      if (!contract?.pauses?.length) return true;
      const { probationUntil: _, ...agreed } = contract;
      const end = dateOf('probationEnd', { ...facts, contract: agreed }, policy);
      return end === undefined || daysBetween(end, until) <= pausedDays(contract, day);
    },
    'Die Probezeit verlängert sich höchstens um die Zeit, für die die Ausbildung unterbrochen war (§20 BBiG).',
    'Probation is prolonged at most by the time for which the training was interrupted (§20 BBiG).',
  ),
  onProbation: known(
    ({ stage }) => stage === 'probation',
    'Es läuft keine Probezeit.',
    'No probation is running.',
  ),
  repeatOpen: known(
    ({ repeatOpen }) => repeatOpen,
    'Es ist keine Prüfung zu wiederholen.',
    'There is no exam to be repeated.',
  ),
  extensionOpen: known(
    ({ extensionOpen }) => extensionOpen,
    'Eine Verlängerung gibt es nur nach einer Prüfung, die nicht bestanden oder wegen Krankheit versäumt wurde, und je Prüfung nur einmal (§21(3) BBiG).',
    'An extension follows an exam that was failed or missed by illness, and only once for each (§21(3) BBiG).',
  ),
  withinLongestExtension: {
    holds: ({ facts, policy, event }) => {
      const longest = dateOf('longestExtension', facts, policy);
      if (longest === undefined) return true;
      if (event?.type === 'exam.extensionDemanded') return event.newEnd <= longest;
      return facts.contract !== undefined && facts.contract.end < longest;
    },
    de: 'Die Ausbildung verlängert sich höchstens um ein Jahr ab dem ursprünglichen Ende (§21(3) BBiG).',
    en: 'Training is extended by one year from the original end at most (§21(3) BBiG).',
  },
  extensionLaterThanEnd: says(
    'exam.extensionDemanded',
    ({ newEnd }, { facts }) => facts.contract !== undefined && newEnd > facts.contract.end,
    'Das neue Ende muss nach dem bisherigen Vertragsende liegen.',
    'The new end must lie after the present end of the contract.',
  ),
  partOneOnce: says(
    'exam.intermediateTaken',
    ({ part }, { facts }) => part !== 'part1' || !facts.partOneTaken,
    'Teil 1 wird nicht für sich wiederholt (§37(1) BBiG).',
    'Part 1 is not repeated on its own (§37(1) BBiG).',
  ),
  afterProbation: known(
    ({ stage }) => stage === 'established',
    'In der Probezeit endet die Ausbildung durch Kündigung ohne Frist (§22(1) BBiG).',
    'During probation training is terminated without notice (§22(1) BBiG).',
  ),
  contractSigned: known(
    ({ contract }) => contract !== undefined,
    'Es gab noch keinen Ausbildungsvertrag.',
    'There has been no training contract yet.',
  ),
  signedByNow: says(
    'contract.signed',
    ({ signedOn, registeredOn, day }) => (signedOn ?? day) <= day && (registeredOn ?? day) <= day,
    'Unterschrift oder Eintragung liegt noch in der Zukunft.',
    'The signing or the registration still lies in the future.',
  ),
  sittingNotPast: says(
    'exam.registered',
    ({ sittingOn, day }) => sittingOn >= day,
    'Der Prüfungstermin liegt vor der Anmeldung.',
    'The exam lies before its registration.',
  ),
  sittingReached: {
    holds: ({ facts: { sittingOn }, day }) => sittingOn === undefined || sittingOn <= day,
    de: 'Der Prüfungstermin liegt noch in der Zukunft.',
    en: 'The day of the exam still lies in the future.',
  },
  bridgingAhead: says(
    'exam.bridged',
    ({ until, day }) => until >= day,
    'Das Ende der Überbrückung liegt in der Vergangenheit.',
    'The end of the bridging lies in the past.',
  ),
} as const satisfies Record<string, Rule>;
