/** The closed word lists that entries, facts and effects share, as in the domain's table of people and its journey. */
import { z } from 'zod';

/** Everybody who takes part, speaks or is written to. `system` is the journey itself. */
export const roles = [
  'participant',
  'guardian',
  'caseWorker',
  'learningSupporter',
  'teamLead',
  'trainer',
  'teacher',
  'funderAdviser',
  'trainingAdviser',
  'ops',
  'dataProtection',
  'system',
] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** The conflict ladder, lowest rung first. */
export const rungs = ['talk', 'mediation', 'trainingAdviser', 'conciliation', 'court'] as const;
export const Rung = z.enum(rungs);
export type Rung = z.infer<typeof Rung>;

/** What a reminder is about. */
export const reminderTopics = [
  'intakeUndecided',
  'intakeOverdue',
  'preparationEndNear',
  'preparationOver',
  'companyUninformed',
  'contractUnregistered',
  'contractUnregisteredEscalated',
  'firstDayUnconfirmed',
  'probationReview',
  'betweenContracts',
  'betweenContractsLong',
  'examUnregistered',
  'examUnregisteredEscalated',
  'contractEnded',
  'extensionDemand',
  'longestExtension',
  'meetingUnrecorded',
  'meetingGivenUp',
  'meetingsMissed',
] as const;
export const ReminderTopic = z.enum(reminderTopics);
export type ReminderTopic = z.infer<typeof ReminderTopic>;
