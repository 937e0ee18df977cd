/** Transitions that many states share. */
import { meetingAnew, notice } from './requests.ts';
import { effect, needs } from './setup.ts';

/** The event only adds to what is known. */
export const note = { actions: 'note' } as const;

/** A deadline that has fired tells somebody. */
export const remind = { actions: ['note', effect(notice)] } as const;

/** The journey ends. */
export const closing = { actions: ['note', 'close'] } as const;

/** Internships are possible in preparation, in placement and between contracts. */
export const internships = {
  'internship.planned': { ...note, guard: needs('internshipInOrder') },
  'internship.started': { ...note, guard: needs('internshipPlanned') },
} as const;

/** A contract ends early: the search for a company begins anew, and meetings go on without the trainer. */
export const ending = { target: '#betweenContracts', actions: ['note', effect(meetingAnew)] } as const;

/** A contract is signed. */
export const signing = {
  target: '#contracted',
  actions: 'note',
  guard: needs(
    'companyInformed',
    'internshipOrReason',
    'contractInOrder',
    'probationWithinLimits',
    'guardiansSigned',
    'signedByNow',
  ),
} as const;
