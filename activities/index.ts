/** The activities a worker offers: each carries out one kind of effect, or records. */
import type { Answer, Order } from '../workflows/effects/effects.ts';
import { escalateConflict } from './escalateConflict.ts';
import { sendInformationPackage } from './informationPackage.ts';
import { requestLearningSupport } from './learningSupport.ts';
import type { Means } from './letters.ts';
import { type Recording, record } from './record.ts';
import { scheduleReflectionMeeting } from './reflectionMeeting.ts';
import { remind } from './remind.ts';

export type { Means } from './letters.ts';
export { type Mail, type MailSettings, openMail } from './mail.ts';
export type { Recording, Summary } from './record.ts';
export { openSms, type Sms } from './sms.ts';
export type { Board } from './store/board.ts';

/** The activities by name, for a workflow to call. */
export interface Activities {
  record(recording: Recording): Promise<void>;
  scheduleReflectionMeeting(order: Order<'reflectionMeeting'>): Promise<Answer>;
  escalateConflict(order: Order<'conflictEscalation'>): Promise<Answer>;
  remind(order: Order<'reminder'>): Promise<Answer>;
  requestLearningSupport(order: Order<'learningSupport'>): Promise<Answer>;
  sendInformationPackage(order: Order<'informationPackage'>): Promise<Answer>;
}

/** Binds the activities to a store and a way for mail to leave. */
export function createActivities(means: Means): Activities {
  return {
    record: (recording) => record(means.db, recording),
    scheduleReflectionMeeting: (order) => scheduleReflectionMeeting(means, order),
    escalateConflict: (order) => escalateConflict(means, order),
    remind: (order) => remind(means, order),
    requestLearningSupport: (order) => requestLearningSupport(means, order),
    sendInformationPackage: (order) => sendInformationPackage(means, order),
  };
}
