/** A worker as a program: settings from the environment (WorkerConfig), `ready` to its parent, SIGTERM ends it in order. */
import { pino } from 'pino';
import { readConfig, WorkerConfig } from './config.ts';
import { createJourneyWorker } from './worker.ts';

/** Runs a worker with the product's workflows, or those of another path, until it is asked to end. */
export async function runWorker(path?: string): Promise<void> {
  const config = readConfig(WorkerConfig);
  const worker = await createJourneyWorker(config, pino({ level: config.LOG_LEVEL }), path);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => worker.shutdown());
  // A worker started by `npm start` must not outlive it.
  process.once('disconnect', () => worker.shutdown());
  const running = worker.run();
  process.send?.('ready');
  await running;
  process.exit(0);
}
