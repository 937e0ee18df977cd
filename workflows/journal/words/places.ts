/** What people call where a journey stands and how much it asks for. */
import type { Text } from '../../effects/words.ts';
import type { Attention, Phase } from '../../fold/view.ts';
import { say } from './field.ts';

export const phaseWords = {
  intake: say('Zugang', 'Intake'),
  preparation: say('Vorphase', 'Preparation'),
  placement: say('Vermittlung', 'Placement'),
  training: say('Begleitende Phase', 'Training'),
  exam: say('Prüfung', 'Exam'),
  followUp: say('Nachbetreuung', 'Follow-up support'),
  closed: say('Abgeschlossen', 'Closed'),
} as const satisfies Record<Phase, Text>;

export const attentionWords = {
  none: say('Nichts offen', 'Nothing waiting'),
  due: say('Fällig', 'Due'),
  conflict: say('Konflikt', 'Open conflict'),
  overdue: say('Überfällig', 'Overdue'),
} as const satisfies Record<Attention, Text>;
