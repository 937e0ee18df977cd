/** Which of the board's texts names a role, a phase, an attention. Total, so that none shows as a code. */

import type { Role } from '../../../workflows/effects/words.ts';
import type { Phase } from '../../../workflows/fold/view.ts';
import type { Card } from '../../web/api/schemas.ts';
import type { WordKey } from '../words.ts';
import type { IconName } from './Icon.tsx';

export type Attention = Card['attention'];

export const roleWords = {
  participant: 'roleParticipant',
  guardian: 'roleGuardian',
  caseWorker: 'roleCaseWorker',
  learningSupporter: 'roleLearningSupporter',
  teamLead: 'roleTeamLead',
  trainer: 'roleTrainer',
  teacher: 'roleTeacher',
  funderAdviser: 'roleFunderAdviser',
  trainingAdviser: 'roleTrainingAdviser',
  ops: 'roleOps',
  dataProtection: 'roleDataProtection',
  system: 'roleSystem',
} as const satisfies Record<Role, WordKey>;

export const phaseWords = {
  intake: 'phaseIntake',
  preparation: 'phasePreparation',
  placement: 'phasePlacement',
  training: 'phaseTraining',
  exam: 'phaseExam',
  followUp: 'phaseFollowUp',
  closed: 'phaseClosed',
} as const satisfies Record<Phase, WordKey>;

export const isPhase = (text: string): text is Phase => Object.hasOwn(phaseWords, text);

/** An attention's text, sign and colour: never the colour alone. */
export const attentionLooks = {
  none: { word: 'attentionNone', icon: 'success', look: 'success' },
  due: { word: 'attentionDue', icon: 'info', look: 'info' },
  conflict: { word: 'attentionConflict', icon: 'warning', look: 'warning' },
  overdue: { word: 'attentionOverdue', icon: 'danger', look: 'danger' },
  stuck: { word: 'attentionStuck', icon: 'ops', look: 'danger' },
} as const satisfies Record<Attention, { word: WordKey; icon: IconName; look: string }>;
