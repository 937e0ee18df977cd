/** Region `help`: what participant, company or school have asked for (§75(7) SGB III); each is an item of its own. */
import { machineSetup, needs } from './setup.ts';
import { note } from './transitions.ts';

export const help = machineSetup.createStateConfig({
  meta: { label: { de: 'Hilfen', en: 'Help' } },
  initial: 'off',
  states: {
    off: {
      meta: { label: { de: 'Nicht in Begleitung', en: 'Not accompanied' }, atRest: true },
      always: { guard: 'accompanied', target: 'none' },
    },
    none: {
      meta: { label: { de: 'Keine offen', en: 'None open' }, atRest: true },
      always: [
        { guard: 'notAccompanied', target: 'off' },
        { guard: 'helpWanted', target: 'wanted' },
      ],
      on: { 'help.asked': note },
    },
    wanted: {
      meta: { label: { de: 'Hilfe läuft oder ist erbeten', en: 'Help asked for or running' } },
      always: [
        { guard: 'notAccompanied', target: 'off' },
        { guard: 'noHelpWanted', target: 'none' },
      ],
      on: {
        'help.asked': note,
        'help.started': { guard: needs('helpAsked'), ...note },
        'help.ended': { guard: needs('helpOpen'), ...note },
      },
    },
  },
});
