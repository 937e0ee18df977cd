/** Tells the server that work goes on, so that a worker that died is noticed by its silence. */
import { asyncLocalStorage } from '@temporalio/activity';
import type { Activities } from './index.ts';

const interval = 1_000;

/** The same activities, each with a sign of life every second until it ends. */
export function heartbeating(activities: Activities): Activities {
  return {
    record: (recording) => withHeartbeat(() => activities.record(recording)),
    scheduleReflectionMeeting: (order) => withHeartbeat(() => activities.scheduleReflectionMeeting(order)),
    escalateConflict: (order) => withHeartbeat(() => activities.escalateConflict(order)),
    remind: (order) => withHeartbeat(() => activities.remind(order)),
    requestLearningSupport: (order) => withHeartbeat(() => activities.requestLearningSupport(order)),
    sendInformationPackage: (order) => withHeartbeat(() => activities.sendInformationPackage(order)),
  };
}

async function withHeartbeat<T>(work: () => Promise<T>): Promise<T> {
  const activity = asyncLocalStorage.getStore();
  // Outside of a worker nobody listens.
  if (activity === undefined) return await work();
  const beat = setInterval(() => activity.heartbeat(), interval);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}
