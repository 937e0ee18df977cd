/** Region `hours`: the talk with the funder about support hours, until both agree; silence reminds, then escalates. */
import { and } from 'xstate';
import { machineSetup, needs } from './setup.ts';
import { note, remind } from './transitions.ts';

const offered = {
  'hours.offered': {
    target: '#hoursOffered',
    guard: needs('hoursPeriodInOrder', 'wholeMonths'),
    actions: 'note',
  },
} as const;
const silence = {
  'deadline.hoursOfferReminder': remind,
  'deadline.hoursOfferEscalation': remind,
} as const;
/** Also in follow-up support, to which a journey may be reopened. */
const offers = and(['entered', 'notClosed']);
const over = { guard: 'closed', target: '#hoursOff' } as const;

export const hours = machineSetup.createStateConfig({
  meta: { label: { de: 'Unterstützungsstunden', en: 'Support hours' } },
  initial: 'off',
  states: {
    off: {
      id: 'hoursOff',
      meta: { label: { de: 'Nicht in Begleitung', en: 'Not accompanied' }, atRest: true },
      always: [
        { guard: and([offers, 'hoursCountered']), target: 'negotiating.countered' },
        { guard: and([offers, 'hoursOffered']), target: 'negotiating.offered' },
        { guard: and([offers, 'hoursAgreed']), target: 'agreed' },
        { guard: offers, target: 'none' },
      ],
    },
    none: {
      meta: { label: { de: 'Kein Angebot', en: 'No offer' }, atRest: true },
      always: over,
      on: offered,
    },
    negotiating: {
      meta: { label: { de: 'In Abstimmung', en: 'Being agreed' } },
      initial: 'offered',
      always: over,
      on: silence,
      states: {
        offered: {
          id: 'hoursOffered',
          meta: {
            label: { de: 'Angebot des Bedarfsträgers', en: 'Offered by the funder' },
            deadlines: ['hoursOfferReminder', 'hoursOfferEscalation'],
          },
          on: {
            'hours.accepted': { target: '#hoursAgreed', ...note },
            'hours.countered': { target: 'countered', ...note },
          },
        },
        countered: {
          meta: {
            label: { de: 'Gegenangebot des Trägers', en: 'Countered by the provider' },
            deadlines: ['hoursOfferReminder', 'hoursOfferEscalation'],
          },
          on: {
            'hours.answered': [
              { guard: and(['funderAgrees', needs('answerNamesHours')]), target: '#hoursAgreed', ...note },
              { guard: needs('answerNamesHours'), target: 'offered', ...note },
            ],
          },
        },
      },
    },
    agreed: {
      id: 'hoursAgreed',
      meta: { label: { de: 'Vereinbart', en: 'Agreed' } },
      always: over,
      on: offered,
    },
  },
});
