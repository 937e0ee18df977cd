/** Region `consent`: to whom data may be told. Without it nobody outside is contacted, but for duties such as the LuV. */
import type { ConsentParty } from '../journal/events.ts';
import { meetingAnew } from './requests/meetings.ts';
import { effect, machineSetup, needs } from './setup.ts';

/** Whether one party may be told; it follows the facts. */
const consentTo = (party: ConsentParty, de: string, en: string) =>
  machineSetup.createStateConfig({
    meta: { label: { de, en } },
    initial: 'none',
    states: {
      none: {
        meta: { label: { de: 'Nicht erteilt', en: 'Not given' } },
        always: { guard: { type: 'consentIs', params: { party, is: 'given' } }, target: 'given' },
      },
      given: {
        meta: { label: { de: 'Erteilt', en: 'Given' }, atRest: true },
        always: { guard: { type: 'consentIs', params: { party, is: 'withdrawn' } }, target: 'withdrawn' },
      },
      withdrawn: {
        meta: { label: { de: 'Widerrufen', en: 'Withdrawn' } },
        always: { guard: { type: 'consentIs', params: { party, is: 'given' } }, target: 'given' },
      },
    },
  });

export const consent = machineSetup.createStateConfig({
  meta: { label: { de: 'Einwilligung', en: 'Consent' } },
  type: 'parallel',
  on: {
    'consent.given': {
      guard: needs('referralRecorded', 'guardiansAgreed'),
      actions: ['note', effect(meetingAnew)],
    },
    'consent.withdrawn': { guard: needs('consentGiven'), actions: ['note', effect(meetingAnew)] },
  },
  states: {
    company: consentTo('company', 'Betrieb', 'Company'),
    school: consentTo('school', 'Berufsschule', 'School'),
    chamber: consentTo('chamber', 'Kammer', 'Chamber'),
  },
});
