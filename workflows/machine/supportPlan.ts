/** Region `supportPlan`: goals with their reviews, contacts and tasks, from the referral to the end. */
import { machineSetup, needs } from './setup.ts';
import { note, remind } from './transitions.ts';

export const supportPlan = machineSetup.createStateConfig({
  meta: { label: { de: 'Förderplan', en: 'Support plan' } },
  initial: 'none',
  states: {
    none: {
      meta: { label: { de: 'Noch keiner', en: 'None yet' }, atRest: true },
      always: { guard: 'referred', target: 'kept' },
    },
    kept: {
      meta: { label: { de: 'Wird geführt', en: 'Kept' }, atRest: true, deadlines: ['goalReview', 'taskDue'] },
      always: { guard: 'closed', target: 'over' },
      on: {
        'goal.set': note,
        'goal.reviewed': { guard: needs('goalOpen', 'reviewNamed'), ...note },
        'contact.recorded': note,
        'task.set': note,
        'task.done': { guard: needs('taskOpen'), ...note },
        'task.dropped': { guard: needs('taskOpen'), ...note },
        'deadline.goalReview': remind,
        'deadline.taskDue': remind,
      },
    },
    over: {
      meta: { label: { de: 'Abgeschlossen', en: 'Closed' }, atRest: true },
      always: { guard: 'notClosed', target: 'kept' },
    },
  },
});
