/** Transitions that many states share. */

import { meetingAnew } from './requests/meetings.ts';
import { notice } from './requests/wish.ts';
import { contractInformation, damagesPossible, offerInformation } from './requests.ts';
import { effect, needs } from './setup.ts';

/** The event only adds to what is known. */
export const note = { actions: 'note' } as const;

/** A place is offered; a company that does not know assisted training yet is told of it. */
export const offered = { actions: ['note', effect(offerInformation)] } as const;

/** A deadline that has fired tells somebody. */
export const remind = { actions: ['note', effect(notice)] } as const;

/** The journey ends. */
export const closing = { actions: ['note', 'close'] } as const;

/** Internships are possible in preparation, in placement and between contracts. */
export const internships = {
  'internship.planned': { ...note, guard: needs('internshipInOrder') },
  'internship.started': { ...note, guard: needs('internshipPlanned') },
} as const;

/** A contract ends: meetings go on without the trainer. */
export const ended = { actions: ['note', effect(meetingAnew), effect(damagesPossible)] } as const;

/** With the contract the search for a company begins anew. */
export const ending = { target: '#betweenContracts', ...ended } as const;

/** A new company is sought. */
export const seeking = {
  'occupation.agreed': { guard: needs('noContractRuns'), ...note },
  'placement.offered': { guard: needs('noContractRuns'), ...offered },
  'placement.offerDeclined': { guard: needs('noContractRuns', 'offerMade'), ...note },
  'internship.planned': { guard: needs('noContractRuns', 'internshipInOrder'), ...note },
  'internship.started': { guard: needs('noContractRuns', 'internshipPlanned'), ...note },
  'deadline.betweenContractsReminder': remind,
  'deadline.betweenContractsEscalation': remind,
} as const;

/** The first day under a contract has come. */
export const starting = {
  guard: needs('firstDayReached', 'firstDayOpen'),
  actions: ['note', effect(meetingAnew)],
} as const;

/** The probation under way, which ends in the exam too. */
export const onProbation = {
  'probation.prolonged': {
    guard: needs('onProbation', 'interruptedBefore', 'probationLater', 'prolongedWithinPause'),
    ...note,
  },
  'deadline.probationReview': remind,
} as const;

/** A contract is signed. */
export const signing = {
  target: '#contracted',
  actions: ['note', effect(contractInformation)],
  guard: needs(
    'companyInformed',
    'internshipOrReason',
    'contractInOrder',
    'probationWithinLimits',
    'guardiansSigned',
    'signedByNow',
  ),
} as const;
