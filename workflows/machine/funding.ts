/** Region `funding`: approvals of one or several funders; the end of each is warned of. */
import { and } from 'xstate';
import { machineSetup, needs } from './setup.ts';
import { note, remind } from './transitions.ts';

const approved = { 'funding.approved': { guard: needs('fundingInOrder', 'sharesFit'), ...note } } as const;

export const funding = machineSetup.createStateConfig({
  meta: { label: { de: 'Förderung', en: 'Funding' } },
  initial: 'off',
  states: {
    off: {
      meta: { label: { de: 'Keine Maßnahme', en: 'No measure' }, atRest: true },
      always: { guard: and(['referred', 'notClosed']), target: 'none' },
    },
    none: {
      meta: { label: { de: 'Keine Bewilligung', en: 'No approval' } },
      always: [
        { guard: 'closed', target: 'off' },
        { guard: 'funded', target: 'approved' },
      ],
      on: approved,
    },
    approved: {
      meta: { label: { de: 'Bewilligt', en: 'Approved' }, deadlines: ['fundingEnd', 'fundingOver'] },
      always: [
        { guard: 'closed', target: 'off' },
        { guard: 'notFunded', target: 'none' },
      ],
      on: {
        ...approved,
        'funding.ended': { guard: needs('fundingRuns'), ...note },
        'deadline.fundingEnd': remind,
        'deadline.fundingOver': remind,
      },
    },
  },
});
