/** Words of support hours, reports and funding. */
import { supportDeadlines } from '../../policy/deadlines/support.ts';
import type { ReportKind, supportEvents } from '../catalogue/support.ts';
import { type FieldWords, say } from './field.ts';
import type { WordsFor } from './form.ts';

export const reportWords = {
  preparationStart: supportDeadlines.luvPreparationStart.label,
  preparationProgress: supportDeadlines.luvPreparationProgress.label,
  preparationFinal: supportDeadlines.luvPreparationFinal.label,
  trainingStart: supportDeadlines.luvTrainingStart.label,
  trainingProgress: supportDeadlines.luvTrainingProgress.label,
  probation: supportDeadlines.luvProbation.label,
  trainingYear: supportDeadlines.luvTrainingYear.label,
  trainingFinal: supportDeadlines.luvTrainingFinal.label,
} as const satisfies Record<ReportKind, FieldWords['label']>;

const report = {
  report: { label: say('Welche LuV?', 'Which report?'), values: reportWords },
  year: {
    label: say('Ausbildungsjahr', 'Training year'),
    help: say(
      'Nur bei der LuV am Ende eines Ausbildungsjahrs.',
      'Only for the report at the end of a training year.',
    ),
  },
} as const;

export const fundingWords = {
  'hours.offered': {
    help: say(
      'Der Bedarfsträger bietet Unterstützungsstunden an. Nehmen Sie an oder machen Sie ein Gegenangebot; daran wird erinnert.',
      'The funder offers support hours. Accept or counter the offer; you are reminded.',
    ),
    fields: {
      hours: { label: say('Angebotene Stunden', 'Hours offered') },
      from: { label: say('Gilt ab', 'Valid from') },
      to: {
        label: say('Gilt bis', 'Valid until'),
        help: say('Letzter Tag des Bewilligungszeitraums.', 'Last day of the allocation period.'),
      },
    },
  },
  'hours.accepted': {
    help: say(
      'Sie nehmen das Angebot an; die Stunden sind vereinbart. Verbrauchte Stunden sind fortan monatlich zu melden.',
      'You accept the offer; the hours are agreed. Used hours are then to be reported monthly.',
    ),
  },
  'hours.countered': {
    help: say(
      'Sie können weniger oder mehr leisten als angeboten. Jetzt antwortet der Bedarfsträger.',
      'You can do less or more than was offered. The funder answers next.',
    ),
    fields: {
      hours: {
        label: say('Mögliche Stunden', 'Hours possible'),
        help: say('0, wenn keine möglich sind.', '0 if none are possible.'),
      },
    },
  },
  'hours.answered': {
    help: say(
      'Der Bedarfsträger hat auf das Gegenangebot geantwortet: einverstanden oder mit einer neuen Zahl.',
      'The funder has answered the counter-offer: agreed, or a new figure.',
    ),
    fields: {
      agreed: { label: say('Einverstanden?', 'Agreed?') },
      hours: {
        label: say('Neues Angebot in Stunden', 'New offer in hours'),
        help: say('Nur wenn er nicht einverstanden ist.', 'Only if the funder does not agree.'),
      },
    },
  },
  'hours.reported': {
    help: say(
      'Die verbrauchten Stunden eines Monats sind dem Bedarfsträger gemeldet. Ihre Summe ergibt sich aus Kontakten und Förderstunden.',
      "A month's used hours were reported to the funder. They are the sum of contacts and lessons.",
    ),
    fields: { month: { label: say('Monat', 'Month'), ref: 'month' } },
  },
  'report.drafted': {
    help: say(
      'Ein Entwurf der LuV liegt vor. Erinnert wird, bis sie abgegeben ist.',
      'There is a draft of the report. You are reminded until it has been submitted.',
    ),
    fields: report,
  },
  'report.submitted': {
    help: say(
      'Die LuV ist dem Bedarfsträger abgegeben (§318 SGB III). Ihre Frist ist erledigt.',
      'The report was submitted to the funder (§318 SGB III). Its deadline is met.',
    ),
    fields: report,
  },
  'report.corrected': {
    help: say(
      'Eine abgegebene LuV wurde berichtigt und erneut abgegeben.',
      'A submitted report was corrected and submitted again.',
    ),
    fields: report,
  },
  'funding.approved': {
    help: say(
      'Ein Bedarfsträger hat bewilligt. Mehrere können sich die Kosten teilen; vor dem Ende wird gewarnt.',
      'A funder has approved. Several may share the cost; you are warned before the end.',
    ),
    fields: {
      share: {
        label: say('Anteil in Prozent', 'Share in percent'),
        help: say('Zusammen höchstens 100 Prozent.', 'Together 100 percent at most.'),
      },
      from: { label: say('Bewilligt ab', 'Approved from') },
      to: { label: say('Bewilligt bis', 'Approved until') },
      retentionYears: {
        label: say('Aufbewahrung in Jahren', 'Keep records for years'),
        help: say(
          'Nur wenn der Bedarfsträger mehr verlangt als üblich.',
          'Only if the funder asks for more than usual.',
        ),
      },
    },
  },
  'funding.ended': {
    help: say('Eine Bewilligung endet früher als gedacht.', 'An approval ends earlier than thought.'),
  },
} as const satisfies Partial<WordsFor<typeof supportEvents>>;
