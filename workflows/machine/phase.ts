/** Region `phase`: where the journey stands, from the first contact to the end of follow-up support. */
import { atAnyTime, closed, followUp } from './phase/after.ts';
import { contracted, directStart, entryQualification, intake, preparation } from './phase/beforeTraining.ts';
import { exam } from './phase/exam.ts';
import { training } from './phase/training.ts';
import { meetingAnew } from './requests/meetings.ts';
import { effect, machineSetup, needs } from './setup.ts';
import { closing, note } from './transitions.ts';

const accompanied = machineSetup.createStateConfig({
  meta: { label: { de: 'In Begleitung', en: 'Accompanied' } },
  initial: 'preparation',
  on: {
    'company.informed': note,
    'intensity.set': note,
    'school.timesSet': { guard: needs('blocksInOrder'), actions: ['note', effect(meetingAnew)] },
    // An internship may end when training has begun.
    'internship.reviewed': { guard: needs('internshipRunning'), ...note },
    'internship.brokenOff': { guard: needs('internshipOpen'), ...note },
    'contract.endChanged': { guard: needs('contractRuns', 'newEndAfterStart'), ...note },
    'journey.leftEarly': { target: '#closed.leftEarly', ...closing },
    ...atAnyTime,
    // The new case worker comes to the meeting that is under way.
    'journey.received': { actions: ['note', effect(meetingAnew)] },
  },
  states: {
    preparation,
    entryQualification,
    directStart,
    contracted,
    training,
    exam,
    resumed: { id: 'resumed', type: 'history', history: 'deep' },
  },
});

export const phase = machineSetup.createStateConfig({
  meta: { label: { de: 'Phase', en: 'Phase' } },
  initial: 'new',
  states: {
    new: {
      meta: { label: { de: 'Noch kein Zugang', en: 'Not begun' } },
      on: { 'intake.referred': { target: 'intake', ...note } },
    },
    intake,
    accompanied,
    followUp,
    closed,
  },
});
