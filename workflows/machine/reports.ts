/**
 * Region `reports`: what the funder must be told (LuV, §318 SGB III). Consent never gates them, and what is due stays due
 * after the journey has closed.
 */
import { machineSetup, needs } from './setup.ts';
import { note, remind } from './transitions.ts';

export const reports = machineSetup.createStateConfig({
  meta: { label: { de: 'Berichte (LuV)', en: 'Reports (LuV)' } },
  initial: 'none',
  states: {
    none: {
      meta: { label: { de: 'Noch keine', en: 'None yet' }, atRest: true },
      always: { guard: 'entered', target: 'kept' },
    },
    kept: {
      meta: {
        label: { de: 'Werden geführt', en: 'Kept' },
        atRest: true,
        deadlines: [
          'luvPreparationStart',
          'luvPreparationProgress',
          'luvPreparationFinal',
          'luvTrainingStart',
          'luvTrainingProgress',
          'luvProbation',
          'luvTrainingYear',
          'luvTrainingFinal',
        ],
      },
      on: {
        'report.drafted': { guard: needs('yearNamed', 'reportWanted'), ...note },
        'report.submitted': { guard: needs('yearNamed', 'reportWanted'), ...note },
        'report.corrected': { guard: needs('yearNamed', 'reportSubmitted'), ...note },
        'deadline.luvPreparationStart': remind,
        'deadline.luvPreparationProgress': remind,
        'deadline.luvPreparationFinal': remind,
        'deadline.luvTrainingStart': remind,
        'deadline.luvTrainingProgress': remind,
        'deadline.luvProbation': remind,
        'deadline.luvTrainingYear': remind,
        'deadline.luvTrainingFinal': remind,
      },
    },
  },
});
